import { longDate } from '#design/dates.ts'
import { localDate } from '#platform/calendar.ts'
import type { Block } from '#platform/document.ts'
import { oneLine } from '#platform/mail/mailbox.ts'
import type { Mail } from '#platform/mail/message.ts'
import { pdf } from '#platform/pdf/pdf.ts'
import { plain, withRuby } from '#platform/ruby.ts'
import type { SiteProfile } from '#platform/site.ts'
import { mailWords } from './messages/mail.ts'
import type { Address, Locale, Notice, Words } from './notice.ts'
import { byThing } from './rules/together.ts'
import { urls } from './urls.ts'

/** What a mail is made of beside its notices. */
export interface Writing {
  readonly site: SiteProfile
  /** https://kyodo.city.example.jp */
  readonly origin: string
  readonly to: Address
  /** The token that leaves, where one may leave: not with codes and receipts. */
  readonly leave: string | null
}

export interface Told {
  readonly notice: Notice
  readonly words: Words
}

/** Readings beside their words: {協働|きょうどう} → 協働(きょうどう). */
const spoken = (text: string) => text.replace(/\{([^{}|<>]+)\|([^{}|<>]+)\}/g, '$1($2)')

const signs: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
}
const escaped = (text: string) => text.replace(/[&<>"']/g, (sign) => signs[sign] ?? sign)

type Piece =
  | { readonly kind: 'text' | 'quiet' | 'strong'; readonly text: string }
  | { readonly kind: 'link'; readonly text: string; readonly href: string }

const inTongue = (locale: Locale, path: string) => (locale === 'ja' ? path : `/${locale}${path}`)

/** Subject, plain text and HTML of one mail: the same words in both. */
export function mailText(
  told: readonly Told[],
  { site, origin, to, leave }: Writing,
): Pick<Mail, 'subject' | 'text' | 'html'> {
  const { locale } = to
  const w = mailWords[locale]
  const link = linkFrom(origin, locale)
  const sender = w.sender(site.name[locale], site.unit[locale])
  const foot: Piece[] = [
    {
      kind: 'quiet',
      text: [sender, site.phone && w.phone(site.phone), w.why].filter(Boolean).join('\n'),
    },
    ...(leave ? [link(urls.unsubscribe(leave), w.leave)] : []),
  ]
  const pieces: Piece[] = [
    ...(to.name ? [{ kind: 'text', text: w.dear(oneLine(to.name)) } as const] : []),
    ...bodyOf(told, locale, link),
  ]
  const subject = subjectOf(told, locale)
  return {
    subject: plain(`【${site.name[locale]}】${subject}`),
    text: spoken([...pieces.map(asText), '-- ', ...foot.map(asText)].join('\n\n')).concat('\n'),
    html: page(locale, plain(subject), [...pieces.map(asHtml), '<hr>', ...foot.map(asHtml)]),
  }
}

type Link = (path: string, text: string) => Piece

const linkFrom =
  (origin: string, locale: Locale): Link =>
  (path, text) => ({ kind: 'link', text, href: `${origin}${inTongue(locale, path)}` })

/** One notice in full, or several by line: the same in a mail and in a letter. */
function bodyOf(told: readonly Told[], locale: Locale, link: Link): Piece[] {
  const w = mailWords[locale]
  const [only] = told
  if (!only || told.length > 1)
    return [{ kind: 'text', text: w.many(told.length) }, ...lines(told, link, w.see)]
  return [
    ...(only.words.body ?? [only.words.line]).map((text): Piece => ({ kind: 'text', text })),
    ...linksOf(only.words, link),
    link(only.notice.path, w.see),
  ]
}

const linksOf = ({ links = [] }: Words, link: Link) =>
  links.map(({ path, text }) => link(path, text))

function subjectOf(told: readonly Told[], locale: Locale): string {
  const [only] = told
  if (only && told.length === 1) return only.words.subject
  return `${mailWords[locale].manySubject(told.length)}: ${newestOf(told)}`
}

/** A letter says what the mail would have said; its address is the one that was just opened. */
export function letterOf(
  told: readonly Told[],
  { site, origin, to }: Omit<Writing, 'leave'>,
  now: Date,
): Block {
  const { locale } = to
  const w = mailWords[locale]
  const link = linkFrom(origin, locale)
  return {
    kind: 'letter',
    lang: locale === 'easy' ? 'ja' : locale,
    to: to.letter ?? [],
    from: [plain(`${site.name.ja} ${site.unit.ja}`), plain(site.address.ja)].filter(Boolean),
    date: longDate(locale, now),
    title: subjectOf(told, locale),
    paragraphs: bodyOf(told, locale, link).map(asText),
    foot: [
      w.sender(site.name[locale], site.unit[locale]),
      ...(site.phone ? [w.phone(site.phone)] : []),
      w.whyLetter,
    ],
  }
}

/** A batch of letters, a sheet each. */
export const lettersPdf = (
  letters: readonly Block[],
  site: SiteProfile,
  now: Date,
): Promise<Uint8Array> =>
  pdf({
    title: 'お知らせの手紙',
    author: plain(`${site.name.ja} ${site.unit.ja}`),
    lang: 'ja',
    date: localDate(now),
    blocks: letters,
  })

const newestOf = (told: readonly Told[]) => byThing(told.map(flat))[0]?.[1][0]?.words.line ?? ''
const flat = ({ notice, words }: Told) => ({ ...notice, words })

/** One line each, what belongs to one thing together. */
function lines(told: readonly Told[], link: Link, see: string): Piece[] {
  return byThing(told.map(flat)).flatMap(([, of]) => [
    ...of.flatMap(({ words }): Piece[] => [
      { kind: 'strong', text: words.line },
      ...(words.body ?? []).map((text): Piece => ({ kind: 'text', text })),
      ...linksOf(words, link),
    ]),
    ...of.slice(0, 1).map(({ path }) => link(path, see)),
  ])
}

const asText = (piece: Piece) =>
  piece.kind === 'link'
    ? `${piece.text}\n${piece.href}`
    : piece.kind === 'strong'
      ? `■ ${piece.text}`
      : piece.text

const broken = (text: string) => escaped(text).replace(/\r?\n/g, '<br>\n')

function asHtml(piece: Piece): string {
  switch (piece.kind) {
    case 'link':
      return `<p><a href="${escaped(piece.href)}">${broken(piece.text)}</a></p>`
    case 'strong':
      return `<p><strong>${broken(piece.text)}</strong></p>`
    case 'quiet':
      return `<p><small>${broken(piece.text)}</small></p>`
    case 'text':
      return `<p>${broken(piece.text)}</p>`
  }
}

const page = (locale: Locale, title: string, paragraphs: readonly string[]) =>
  withRuby(
    [
      `<!doctype html><html lang="${locale === 'easy' ? 'ja' : locale}"><head><meta charset="utf-8">`,
      `<title>${escaped(title)}</title></head><body>`,
      ...paragraphs,
      '</body></html>',
    ].join('\n'),
  )

/** RFC 2369, 2919 and 8058: a mail program offers to leave, and does it without opening a page. */
export function listHeaders(
  { origin, leave }: Writing,
  kind: string,
): Readonly<Record<string, string>> {
  if (!leave) return {}
  const host = new URL(origin).hostname
  return {
    'List-Id': `<${kind.replaceAll('.', '-')}.${host}>`,
    'List-Unsubscribe': `<${origin}${urls.unsubscribe(leave)}>`,
    'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click',
  }
}
