import { bytesIn, type Charset } from './charset.ts'
import { type Mailbox, oneLine } from './mailbox.ts'

/** RFC 2047 has words of at most 75 signs in lines of 76: shorter ones, so that the header's name fits before. */
const wordLimit = 64

const encoded = (text: string, charset: Charset) =>
  `=?${charset.toUpperCase()}?B?${bytesIn(charset, text).toString('base64')}?=`

/** Plain ASCII that nobody could take for an encoded word. */
const isPlain = (text: string) => /^[\x20-\x7e]*$/.test(text) && !text.includes('=?')

/** The text as encoded words: never a sign cut in two, each word readable by itself. */
function encodedWords(text: string, charset: Charset): string[] {
  const words: string[] = []
  let open = ''
  for (const { segment } of new Intl.Segmenter('ja').segment(text)) {
    // One cluster may be longer than a word holds; then it is cut between its code points.
    for (const sign of encoded(segment, charset).length > wordLimit ? [...segment] : [segment]) {
      if (open && encoded(open + sign, charset).length > wordLimit) {
        words.push(open)
        open = ''
      }
      open += sign
    }
  }
  return [...words, open].filter(Boolean).map((word) => encoded(word, charset))
}

const lineLimit = 76

/** Folds at blanks; a word that no line holds stands on a line of its own. */
function folded(name: string, words: readonly string[]): string {
  let line = `${name}:`
  const lines: string[] = []
  for (const word of words) {
    if (line.length + 1 + word.length > lineLimit && line.trim() !== `${name}:`) {
      lines.push(line)
      line = ''
    }
    line += ` ${word}`
  }
  return [...lines, line].join('\r\n')
}

const headerName = /^[A-Za-z][A-Za-z0-9-]*$/

function named(name: string): string {
  if (!headerName.test(name)) throw new Error(`not a header: ${name}`)
  return name
}

/** Free text: a subject. Whatever it holds, it stays in its header. */
export function textHeader(name: string, text: string, charset: Charset): string {
  const clean = oneLine(text)
  return folded(named(name), isPlain(clean) ? clean.split(' ') : encodedWords(clean, charset))
}

/** Text that the product itself makes: ids, dates, addresses of pages. Anything else is a fault of ours. */
export function plainHeader(name: string, text: string): string {
  if (!/^[\x20-\x7e]*$/.test(text)) throw new Error(`${name} holds what no header may hold`)
  return folded(named(name), text.split(' '))
}

/** Somebody's name and address. Signs with a meaning in headers are quoted, all others encoded. */
export function mailboxHeader(name: string, { name: who, address }: Mailbox, charset: Charset) {
  const clean = oneLine(who)
  const words = !clean
    ? []
    : isPlain(clean) && clean.length < 60
      ? [`"${clean.replace(/["\\]/g, '\\$&')}"`]
      : encodedWords(clean, charset)
  return folded(named(name), [...words, words.length ? `<${address}>` : address])
}
