import type { View } from '#design/view.ts'
import { deskWords } from '../../messages/desk.ts'

/** How translations are written. The sample is parted, so that no reading is set over it. */
export function TranslationsHint({ view }: { readonly view: View }) {
  const { d } = deskWords(view)
  return (
    <p class="hint">
      {d.translationsHint}{' '}
      <code lang="ja">
        {'{'}
        <wbr />
        {'漢字|かんじ}'}
      </code>
    </p>
  )
}
