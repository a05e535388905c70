/** What proves a report is an address of the web, or a page of our own: /plans/2012. Nothing a browser runs. */
export function isLink(text: string): boolean {
  if (/^\/(?![/\\])[^\s\\]*$/.test(text)) return true
  return URL.canParse(text) && /^https?:$/.test(new URL(text).protocol)
}

/** What an address of our own leads to; nothing for one elsewhere. */
export type LinkKind =
  | 'voice'
  | 'meeting'
  | 'case'
  | 'item'
  | 'plan'
  | 'progress'
  | 'publication'
  | 'page'

const prefixes: readonly (readonly [RegExp, LinkKind])[] = [
  [/^\/voices(\/|$)/, 'voice'],
  [/^\/meetings(\/|$)/, 'meeting'],
  [/^\/cases(\/|$)/, 'case'],
  [/^\/plans\/\d{4}\/items\//, 'item'],
  [/^\/plans(\/|$)/, 'plan'],
  [/^\/progress(\/|$)/, 'progress'],
  [/^\/publications(\/|$)/, 'publication'],
]

export function linkKind(url: string): LinkKind | null {
  if (!url.startsWith('/')) return null
  const path = url.replace(/^\/(easy|en|ko)(?=\/)/, '')
  return prefixes.find(([form]) => form.test(path))?.[1] ?? 'page'
}
