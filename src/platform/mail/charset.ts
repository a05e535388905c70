import Encoding from 'encoding-japanese'

/** How a mail's text is written. Telephones before about 2010 read only the second. */
export type Charset = 'utf-8' | 'iso-2022-jp'

/** Two code points that are one sign of JIS X 0208; the right one is what readers' software makes of it. */
const twins: Readonly<Record<string, string>> = {
  '〜': '～',
  '−': '－',
  '‖': '∥',
  '—': '―',
  '¥': '￥',
}

/** Half-width kana have no place in ISO-2022-JP (RFC 1468); their full forms say the same. */
const settled = (text: string) =>
  text
    .replace(/[\uff61-\uff9f]+/g, (kana) => kana.normalize('NFKC'))
    .replace(/[〜−‖—¥]/g, (sign) => twins[sign] ?? sign)

const reader = new TextDecoder('iso-2022-jp')

/**
 * The text in ISO-2022-JP, or nothing where it has signs that the old set lacks. What is given back has
 * been read again and was the same: a phone that knows the set shows it right.
 */
export function toJis(text: string): Buffer | undefined {
  const wanted = settled(text)
  try {
    const bytes = Buffer.from(
      Encoding.convert(Encoding.stringToCode(wanted), {
        to: 'JIS',
        from: 'UNICODE',
        type: 'array',
        fallback: 'error',
      }),
    )
    return reader.decode(bytes) === wanted ? bytes : undefined
  } catch {
    return undefined
  }
}

export const bytesIn = (charset: Charset, text: string): Buffer =>
  (charset === 'iso-2022-jp' ? toJis(text) : undefined) ?? Buffer.from(text, 'utf8')

/** The charset in which all of these can be written: the old one only where it holds every sign. */
export const charsetFor = (asked: Charset, texts: readonly string[]): Charset =>
  asked === 'iso-2022-jp' && texts.every((text) => toJis(text)) ? asked : 'utf-8'
