import { HtmlValidate } from 'html-validate'

/** All that is recommended, but for matters of spelling that no reader meets. */
export const strict = new HtmlValidate({
  extends: ['html-validate:recommended', 'html-validate:a11y'],
  rules: {
    'no-inline-style': 'error',
    // hono/jsx writes checked="" and <br/>: both are HTML.
    'attribute-boolean-style': 'off',
    'attribute-empty-style': 'off',
    'void-style': 'off',
    'doctype-style': 'off',
    'long-title': 'off',
    'require-sri': 'off',
    'tel-non-breaking': 'off',
    // A map is pressed at a place, which no <button> says.
    'prefer-button': ['error', { exclude: ['image'] }],
    'form-dup-name': ['error', { shared: ['radio', 'checkbox', 'button', 'submit'] }],
  },
})
