import PostalMime, { type Email } from 'postal-mime'

/** A mail that somebody sent to the city, out of its bytes. */
export interface IncomingMail {
  /** Without its brackets; null where a program left it out. */
  readonly messageId: string | null
  /** The address in From, in small letters; null where there is none. */
  readonly from: string | null
  readonly fromName: string
  readonly subject: string
  /** The plain part, or what a reader would see of the HTML. */
  readonly text: string
  readonly attachments: readonly { readonly name: string; readonly bytes: Uint8Array }[]
  /** Sent by a program and not by a person: an answer to it could begin a loop (RFC 3834). */
  readonly automatic: 'answer' | 'bounce' | 'list' | null
  /** The receiving server found that it does not come from where it says (RFC 8601). */
  readonly isForged: boolean
}

/** Larger mails are not opened by the product. */
export const largestMail = 30 * 2 ** 20

/** Reads any mail; what is hopelessly broken is thrown by the parser. */
export async function readIncoming(bytes: Uint8Array): Promise<IncomingMail> {
  return incomingOf(await PostalMime.parse(bytes))
}

/** The same of what was parsed already. */
export function incomingOf(mail: Email): IncomingMail {
  const header = (name: string) =>
    mail.headers.filter(({ key }) => key === name).map(({ value }) => value.toLowerCase())
  const address = mail.from && 'address' in mail.from ? (mail.from.address ?? '') : ''
  return {
    messageId: mail.messageId?.replace(/^<|>$/g, '') || null,
    from: address.includes('@') ? address.toLowerCase() : null,
    fromName: mail.from?.name ?? '',
    subject: (mail.subject ?? '').trim(),
    text: textOf(mail),
    attachments: mail.attachments
      // A picture that only decorates the HTML of a signature says nothing.
      .filter(({ related, disposition }) => !related || disposition === 'attachment')
      .map(({ filename, content }) => ({
        name: filename ?? '',
        bytes:
          typeof content === 'string' ? new TextEncoder().encode(content) : new Uint8Array(content),
      })),
    automatic: automaticBy(header, address),
    // Only the topmost is by our own server: it stands above whatever the sender wrote.
    isForged: /\bdmarc\s*=\s*fail\b/.test(header('authentication-results')[0] ?? ''),
  }
}

function automaticBy(
  header: (name: string) => readonly string[],
  from: string,
): IncomingMail['automatic'] {
  const returnPath = header('return-path')[0]
  if (returnPath !== undefined && returnPath.replace(/[\s<>]/g, '') === '') return 'bounce'
  if (/^(mailer-daemon|postmaster)@/i.test(from)) return 'bounce'
  const submitted = header('auto-submitted')[0]
  if (submitted && !/^\s*no\b/.test(submitted)) return 'answer'
  if (header('x-autoreply').length || header('x-autorespond').length) return 'answer'
  if (header('precedence').some((value) => /^\s*auto_reply/.test(value))) return 'answer'
  const isList = header('list-id').length || header('list-unsubscribe').length
  if (isList || header('precedence').some((value) => /^\s*(bulk|list|junk)\b/.test(value)))
    return 'list'
  return null
}

function textOf({ text, html }: Email): string {
  const plain = text?.trim()
  return (plain || visible(html ?? '')).replace(/\r\n?/g, '\n').trim()
}

const entities: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  nbsp: ' ',
}

/** What nobody sees of a page. */
const unseen = new Set(['script', 'style', 'head', 'title'])
const breaks = /^\/?(br|p|div|li|tr|h[1-6]|blockquote)$/

/**
 * What a reader would see of a page: its words and its lines. It is shown as text, never as a page. Read once from
 * beginning to end: a stranger wrote it.
 */
function visible(html: string): string {
  const small = html.toLowerCase()
  const parts: string[] = []
  let at = 0
  const after = (mark: string, from: number) => {
    const found = small.indexOf(mark, from)
    return found < 0 ? html.length : found + mark.length
  }
  while (at < html.length) {
    const tag = html.indexOf('<', at)
    const end = tag < 0 ? html.length : tag
    parts.push(html.slice(at, end).replace(/\s+/g, ' '))
    if (tag < 0) break
    const name = /^<(\/?[a-z][a-z0-9]*)/.exec(small.slice(tag, tag + 20))?.[1] ?? ''
    if (breaks.test(name)) parts.push('\n')
    if (small.startsWith('<!--', tag)) at = after('-->', tag)
    else if (unseen.has(name)) at = after('>', after(`</${name}`, tag))
    else at = after('>', tag)
  }
  return spelled(parts.join(''))
    .split('\n')
    .map((line) => line.trim())
    .join('\n')
    .replace(/\n{3,}/g, '\n\n')
}

const spelled = (text: string) =>
  text.replace(/&(?:#x([0-9a-f]{1,6})|#(\d{1,7})|([a-z]{2,6}));/gi, (whole, hex, digits, name) => {
    const code = hex ? Number.parseInt(hex, 16) : digits ? Number(digits) : Number.NaN
    if (code > 0 && code <= 0x10ffff) return String.fromCodePoint(code)
    return entities[String(name).toLowerCase()] ?? whole
  })
