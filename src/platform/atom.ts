/** One thing that happened, for readers of feeds. Texts are plain; they are escaped here. */
export interface FeedEntry {
  /** For ever the same for the same thing (RFC 4287, 4.2.6). */
  readonly id: string
  readonly title: string
  readonly link: string
  readonly updated: Date
  readonly author: string
  readonly summary: string
}

export interface Feed {
  readonly id: string
  readonly title: string
  readonly author: string
  readonly rights: string
  /** BCP 47. */
  readonly lang: string
  /** The feed's own address, and the page that it speaks of. */
  readonly self: string
  readonly page: string
  /** When there is no entry yet. */
  readonly begun: Date
  /** Newest first. */
  readonly entries: readonly FeedEntry[]
}

/** Neither controls nor halves of a letter: no XML may hold them, not even escaped (XML 1.0, 2.2). */
const unwritable = /(?![\t\n\r])\p{Cc}|[\ufffe\uffff]/gu

const xml = (text: string) =>
  text
    .toWellFormed()
    .replace(unwritable, '')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')

/** RFC 4287. Moments are UTC. */
export function atom(feed: Feed): string {
  const moment = (date: Date) => `<updated>${date.toISOString()}</updated>`
  const person = (name: string) => `<author><name>${xml(name)}</name></author>`
  const entries = feed.entries.map(
    (one) =>
      `<entry><id>${xml(one.id)}</id><title>${xml(one.title)}</title>` +
      `<link rel="alternate" href="${xml(one.link)}"/>${moment(one.updated)}${person(one.author)}` +
      `<summary>${xml(one.summary)}</summary></entry>`,
  )
  return (
    `<?xml version="1.0" encoding="UTF-8"?>\n` +
    `<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="${xml(feed.lang)}"><id>${xml(feed.id)}</id>` +
    `<title>${xml(feed.title)}</title><link rel="self" href="${xml(feed.self)}"/>` +
    `<link rel="alternate" href="${xml(feed.page)}"/>${moment(feed.entries[0]?.updated ?? feed.begun)}` +
    `${person(feed.author)}<rights>${xml(feed.rights)}</rights>${entries.join('')}</feed>\n`
  )
}
