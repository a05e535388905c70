import { absolute, languageOf, type View } from '#design/view.ts'
import { plain } from '#platform/ruby.ts'
import { messages } from '../messages/public.ts'
import { type Issue, writtenIn } from '../newsletter.ts'
import { urls } from '../urls.ts'

const signs: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
}
const said = (text: string) => plain(text).replace(/[&<>"']/g, (sign) => signs[sign] ?? sign)

/** Atom (RFC 4287) of the newest issues, in the language of the address. */
export function feed(view: View, issues: readonly Issue[]): string {
  const t = messages[view.locale]
  const to = (path: string) => said(absolute({ ...view, path, query: '' }, view.locale))
  const updated = issues[0]?.sentAt ?? new Date(0)
  const entries = issues.flatMap(({ id, content, sentAt }) => {
    const { text, tongue } = writtenIn(content, view.locale)
    return [
      `  <entry xml:lang="${languageOf(tongue)}">`,
      `    <id>${to(urls.issue(id))}</id>`,
      `    <title>${said(text.title)}</title>`,
      `    <link href="${to(urls.issue(id))}"/>`,
      `    <updated>${(sentAt ?? updated).toISOString()}</updated>`,
      `    <summary>${said(text.paragraphs.join('\n\n'))}</summary>`,
      '  </entry>',
    ]
  })
  return [
    '<?xml version="1.0" encoding="utf-8"?>',
    `<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="${languageOf(view.locale)}">`,
    `  <id>${to(urls.feed)}</id>`,
    `  <title>${said(`${view.site.name} ${t.title}`)}</title>`,
    `  <author><name>${said(view.site.name)}</name></author>`,
    `  <link rel="self" href="${to(urls.feed)}"/>`,
    `  <link href="${to(urls.list)}"/>`,
    `  <updated>${updated.toISOString()}</updated>`,
    ...entries,
    '</feed>',
    '',
  ].join('\n')
}
