import { strict } from '#design/testing/strict.ts'
import { tagsIn } from './html.ts'

export async function invalidIn(html: string): Promise<string[]> {
  const { results } = await strict.validateString(html)
  return results.flatMap(({ messages }) =>
    messages.map(
      ({ ruleId, message, line, column }) => `${ruleId}: ${message} (${line}:${column})`,
    ),
  )
}

const mistakes = [
  /undefined/,
  /\[object /,
  /\bNaN\b/,
  />\s*null\s*</,
  // A reading that was not set: {漢字|かんじ}.
  /\{[^{}|<>]*\|[^{}|<>]*\}/,
  / style=/i,
  / on[a-z]+=/i,
  /javascript:/i,
] as const

/** What people typed stays as typed in controls, and code is code; everything else is for reading. */
const withoutTyped = (html: string) =>
  html.replace(/<(textarea|pre|code)\b[^>]*>[\s\S]*?<\/\1>/gi, '').replace(/<input\b[^>]*>/gi, '')

export function leftIn(html: string): string[] {
  const bare = withoutTyped(html)
  return mistakes.flatMap((mistake) => {
    const at = bare.search(mistake)
    return at < 0 ? [] : [`${mistake}: …${bare.slice(Math.max(0, at - 60), at + 60)}…`]
  })
}

/** A title has no language of its own and may name the plan; what is being written is the writer's. */
const notOurs = /<(title|textarea|select)\b[^>]*>[\s\S]*?<\/\1>|<input\b[^>]*>|“[^”<]*”/g

const voids = /^(area|base|br|col|embed|hr|img|input|link|meta|source|track|wbr)$/i

/**
 * Japanese that a reader of another language meets without being told that it is Japanese: a word of
 * the interface that nobody translated. Text said to be `lang="ja"` is the plan's own.
 */
export function untranslatedIn(html: string): string[] {
  const found: string[] = []
  const langs: { readonly name: string; readonly lang: string }[] = []
  for (const part of html.replace(notOurs, '').split(/(<[^>]*>)/)) {
    const [, close, name = '', rest = ''] = /^<(\/?)([a-z][a-z0-9-]*)([^>]*)>$/i.exec(part) ?? []
    const lang = langs.at(-1)?.lang ?? ''
    if (name && close) {
      while (langs.length && langs.pop()?.name !== name.toLowerCase());
    } else if (name) {
      const own = /\slang="([^"]*)"/.exec(rest)?.[1]
      if (!voids.test(name) && !rest.endsWith('/'))
        langs.push({ name: name.toLowerCase(), lang: own ?? lang })
      const said = /\s(?:aria-label|alt|title|placeholder)="([^"]*)"/.exec(rest)?.[1] ?? ''
      if ((own ?? lang) !== 'ja' && kana.test(said)) found.push(`<${name} … "${said}">`)
    } else if (lang !== 'ja' && kana.test(part)) found.push(part.trim())
  }
  return found
}

/** Kana is Japanese only; a Han character may be Chinese in a Korean name. */
const kana = /[\p{Script=Hiragana}\p{Script=Katakana}]{2}/u

const ours = new Set(['svg', 'path', 'circle', 'rect', 'line', 'g', 'link', 'meta', 'base'])
const foreign = /^(img|iframe|object|embed|b|i|u|video|audio|marquee|applet|style|scr)$/

/** A picture that somebody handed in, redrawn by us, as our own page shows it: no attribute more. */
const ownPicture =
  /^<img src="\/progress\/files\/[\w./?=-]+" alt="[^"<>]*" width="\d+" height="\d+" loading="lazy" decoding="async"\/>$/

/** Tags and attributes that are not of our making: what somebody typed has become a part of the page. */
export function liveIn(html: string): string[] {
  // We quote every attribute; whoever smuggles a tag in need not, so these are known by their names.
  const strangers = [...html.matchAll(/<([a-z][a-z0-9-]*)(?:[\s/][^>]*)?>/gi)].flatMap(
    ([whole, name = '']) =>
      foreign.test(name.toLowerCase()) && !ownPicture.test(whole) ? [whole] : [],
  )
  const known = tagsIn(html).flatMap(({ name, attributes }) => {
    const said = `<${name} ${JSON.stringify(attributes)}>`
    if (ours.has(name))
      return Object.keys(attributes).some((key) => key.startsWith('on')) ? [said] : []
    if (name === 'script' && !/^\/assets\//.test(attributes.src ?? '')) return [said]
    const runs = Object.entries(attributes).some(
      ([key, value]) =>
        /^on|^style$|^srcdoc$/.test(key) ||
        (/^(href|src|action|formaction)$/.test(key) &&
          /^\s*(javascript|data|vbscript):|^[/\\]{2}/i.test(value)),
    )
    return runs ? [said] : []
  })
  return [...strangers, ...known]
}
