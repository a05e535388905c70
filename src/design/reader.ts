/**
 * What a reader sets for themselves: kept in a cookie, drawn by attributes of <html>, no script.
 * The words for it are in messages, the looks in reader.css.
 */
export const readerChoices = {
  size: ['normal', 'large', 'largest'],
  ruby: ['on', 'off'],
  contrast: ['normal', 'high'],
  font: ['system', 'ud'],
} as const

export type ReaderSettings = {
  readonly [Choice in keyof typeof readerChoices]: (typeof readerChoices)[Choice][number]
}

export const plainReader: ReaderSettings = {
  size: 'normal',
  ruby: 'on',
  contrast: 'normal',
  font: 'system',
}

const offered = <const T extends string>(options: readonly [T, ...T[]], raw: string | undefined) =>
  options.find((option) => option === raw) ?? options[0]

/** From a cookie or a form: whatever is not offered is the plain setting. */
export function toReader(raw: Readonly<Record<string, string | undefined>>): ReaderSettings {
  return {
    size: offered(readerChoices.size, raw.size),
    ruby: offered(readerChoices.ruby, raw.ruby),
    contrast: offered(readerChoices.contrast, raw.contrast),
    font: offered(readerChoices.font, raw.font),
  }
}

/** The cookie's value: large.on.high.ud. Also fit to be a part of a cache key. */
export function writeReader({ size, ruby, contrast, font }: ReaderSettings): string {
  return [size, ruby, contrast, font].join('.')
}

export function readReader(cookie: string | undefined): ReaderSettings {
  const [size, ruby, contrast, font] = (cookie ?? '').split('.')
  return toReader({ size, ruby, contrast, font })
}
