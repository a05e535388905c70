import { type Avoided, findMarks, type Mark, masked } from '#platform/personal.ts'
import {
  type Content,
  type PageLink,
  type Segment,
  type Tongue,
  tongues,
  type Wish,
} from './newsletter.ts'
import { working } from './terms.ts'

/** A title stands in a header and in a list: one line, whatever was pasted. */
export const oneLine = (text: string): string =>
  text.replace(/[\p{Cc}\p{Zl}\p{Zp}\s]+/gu, ' ').trim()

/** An empty line begins a new paragraph; a line break within one stays. */
export const paragraphsOf = (text: string): readonly string[] =>
  text
    .split(/\n\s*\n/)
    .map((part) => part.trim())
    .filter(Boolean)

/** A page of this site, given with or without its host; nothing for anything else. */
export function ownPath(given: string, origin: string): string | undefined {
  if (!URL.canParse(given, origin)) return undefined
  const { origin: from, pathname, search, hash } = new URL(given, origin)
  const own = URL.canParse(origin) ? new URL(origin).origin : ''
  const path = `${pathname}${search}${hash}`
  return from === own && !path.startsWith('//') && !/[\\\s]/.test(path) ? path : undefined
}

/** One link a line: `計画の項目1-1 /plans/2013/items/1-1`. Undefined where a line has no page of ours. */
export function readLinks(given: readonly string[], origin: string): PageLink[] | undefined {
  const links = given.map((one) => {
    const parts = /^(.*\S)\s+(\S+)$/s.exec(one)
    const path = parts?.[2] && ownPath(parts[2], origin)
    return path ? { text: oneLine(parts?.[1] ?? ''), path } : undefined
  })
  return links.every((one) => one !== undefined) ? links : undefined
}

/**
 * Whether somebody who wished this is meant by that segment. Who named no topic wants them all; `parts` are the
 * ids of the segment's district, and of those that became it.
 */
export const isMeant = (
  segment: Segment,
  wish: Wish,
  parts: readonly string[] = [segment.district ?? ''],
): boolean =>
  (segment.district === null || parts.includes(wish.district ?? '')) &&
  (segment.topics.length === 0 ||
    wish.topics.length === 0 ||
    wish.topics.some((one) => segment.topics.includes(one)))

/** A part of an issue that is looked through, for personal data and for words to avoid: en.0, ja.2. */
export interface Part {
  readonly name: string
  readonly tongue: Tongue
  readonly text: string
  readonly spans: readonly Mark[]
}

export const partsOf = (content: Content, avoided: readonly Avoided[]): Part[] =>
  tongues.flatMap((tongue) => {
    const written = content[tongue]
    if (!written) return []
    return [written.title, ...written.paragraphs].map((text, at) => ({
      name: `${tongue}.${at}`,
      tongue,
      text,
      spans: findMarks(text, avoided),
    }))
  })

/** The content with some places of one part blacked out; itself, where there is no such part. */
export function maskedContent(
  content: Content,
  name: string,
  spans: readonly Pick<Mark, 'from' | 'to' | 'proposal'>[],
): Content {
  const [tongue, place] = name.split('.')
  const known = tongues.find((one) => one === tongue)
  const written = known && content[known]
  if (!known || !written) return content
  const at = Number(place)
  const mask = (text: string, own: number) => (own === at ? masked(text, spans) : text)
  return {
    ...content,
    [known]: {
      title: mask(written.title, 0),
      paragraphs: written.paragraphs.map((text, i) => mask(text, i + 1)),
    },
  }
}

/** Names the places of a part: another list, or another text, and what was chosen is about something else. */
export const placesOf = (spans: readonly Pick<Mark, 'from' | 'to'>[]): string =>
  spans.map(({ from, to }) => `${from}-${to}`).join(' ')

/** Full-width digits and spaces are what people type. */
export const plainDigits = (text: string): string => text.normalize('NFKC').replace(/\D/g, '')

/** Small letters, no spaces around: one address is one subscriber. */
export const plainMail = (text: string): string => text.normalize('NFKC').trim().toLowerCase()

/** How long what is kept of those who do not receive it. */
export const keeping = {
  unconfirmed: { days: working.unconfirmedDays },
  left: { years: working.leftYears },
} as const
