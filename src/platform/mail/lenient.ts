import PostalMime from 'postal-mime'
import { decoded } from '../csv.ts'
import { storable } from '../storable.ts'
import { type IncomingMail, incomingOf } from './incoming.ts'

/** A mail that was set aside, as far as it can be read: for a person, as plain text. */
export interface LenientMail extends Pick<IncomingMail, 'from' | 'fromName' | 'subject' | 'text'> {
  /** As they came, decoded, in their order. */
  readonly headers: readonly { readonly name: string; readonly value: string }[]
  readonly attachments: IncomingMail['attachments']
  readonly isForged: boolean
  /** There is more of it than was read, or than is shown. */
  readonly isCut: boolean
}

/** What is read of a mail that is too large to be opened: its words stand at the beginning. */
export const mostRead = 2 * 2 ** 20
/** Characters that a page shows; a book sent by mail is read in the file. */
const mostShown = 60_000
const mostHeaders = 60
const longestHeader = 500

/** Never throws: what no program understands is shown as the characters that are in it. */
export async function readLeniently(bytes: Uint8Array, size = bytes.length): Promise<LenientMail> {
  const whole = textIn(bytes)
  const parsed = await PostalMime.parse(bytes)
    .then((email) => ({ mail: incomingOf(email), headers: email.headers }))
    .catch(() => undefined)
  const [head, body] = halves(whole)
  const found = parsed?.headers.length
    ? parsed.headers.map(({ originalKey, value }) => ({ name: originalKey, value }))
    : linesOf(head)
  const text = parsed?.mail.text || (parsed?.mail.attachments.length ? '' : body)
  const of = (name: string) => found.find((one) => one.name.toLowerCase() === name)?.value ?? ''
  return {
    from: parsed?.mail.from ?? null,
    fromName: shown(parsed?.mail.fromName ?? of('from'), longestHeader),
    subject: shown(parsed?.mail.subject || of('subject'), longestHeader),
    headers: found.slice(0, mostHeaders).map(({ name, value }) => ({
      name: shown(name, 80),
      value: shown(value, longestHeader),
    })),
    text: shown(text, mostShown),
    attachments: parsed?.mail.attachments ?? [],
    isForged: parsed?.mail.isForged ?? true,
    isCut: size > bytes.length || [...text].length > mostShown,
  }
}

const shown = (text: string, most: number) =>
  [...storable(text.replace(/\r\n?/g, '\n'))].slice(0, most).join('').trim()

/** Head and body, at the first empty line; what has none is all body. */
function halves(text: string): readonly [string, string] {
  const at = /\r?\n\r?\n/.exec(text)
  if (!at || !/^[\w-]+:/.test(text)) return ['', text]
  return [text.slice(0, at.index), text.slice(at.index + at[0].length)]
}

const linesOf = (head: string) =>
  head
    .replace(/\r?\n[ \t]+/g, ' ')
    .split(/\r?\n/)
    .flatMap((line) => {
      const [, name, value] = /^([\w-]{1,80}):\s*(.*)$/.exec(line) ?? []
      return name && value ? [{ name, value }] : []
    })

/** In the Japanese encoding that fits; where none does, with marks for what could not be read. */
function textIn(bytes: Uint8Array): string {
  try {
    return decoded(bytes).text
  } catch {
    return new TextDecoder().decode(bytes)
  }
}
