import { bytesIn, type Charset, charsetFor } from './charset.ts'
import { mailboxHeader, plainHeader, textHeader } from './header.ts'
import type { Mailbox } from './mailbox.ts'

/** A mail before it is bytes. */
export interface Mail {
  /** Names the mail for good: its Message-ID, its file in the outbox folder. `ml_…` */
  readonly id: string
  readonly from: Mailbox
  readonly replyTo?: Mailbox
  readonly to: Mailbox
  readonly subject: string
  readonly text: string
  /** The same words for programs that show them so; safe HTML, made by us. */
  readonly html: string
  readonly at: Date
  readonly charset: Charset
  /** List-Unsubscribe and its like: ASCII of our own making. */
  readonly headers?: Readonly<Record<string, string>>
}

/** ml_4f7k…@city.example.jp */
export const messageIdOf = ({ id, from }: Pick<Mail, 'id' | 'from'>): string =>
  `${id}@${from.address.slice(from.address.lastIndexOf('@') + 1)}`

const days = ['Sun', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat']
const months = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec']

/** RFC 5322, in the time of Japan whatever the server's: Tue, 24 Nov 2026 08:30:00 +0900. */
export function mailDate(at: Date): string {
  const local = new Date(at.getTime() + 9 * 60 * 60 * 1000)
  const time = local.toISOString().slice(11, 19)
  const month = months[local.getUTCMonth()]
  return `${days[local.getUTCDay()]}, ${local.getUTCDate()} ${month} ${local.getUTCFullYear()} ${time} +0900`
}

const crlf = (text: string) => text.replace(/\r\n|\r|\n/g, '\r\n')

function part(type: string, text: string, charset: Charset): string {
  const bytes = bytesIn(charset, crlf(text))
  // 7 bits is what RFC 1468 was made for; a line that a server would break goes as base64.
  const asIs = charset === 'iso-2022-jp' && bytes.toString('latin1').split('\r\n').every(fits)
  const body = asIs
    ? bytes.toString('latin1')
    : (bytes.toString('base64').match(/.{1,76}/g) ?? []).join('\r\n')
  return [
    `Content-Type: text/${type}; charset=${charset.toUpperCase()}`,
    `Content-Transfer-Encoding: ${asIs ? '7bit' : 'base64'}`,
    '',
    body,
  ].join('\r\n')
}
const fits = (line: string) => line.length <= 990

/**
 * The bytes of a mail, made here rather than by a library, because of three promises: no sign of a name or
 * subject can end a header; the same mail gives the same bytes; ISO-2022-JP for those who asked for it.
 */
export function mailBytes(mail: Mail): Buffer {
  const { from, replyTo, to, subject, text, html } = mail
  const names = [from.name, replyTo?.name ?? '', to.name]
  const charset = charsetFor(mail.charset, [subject, text, html, ...names])
  const boundary = `tomoni-${mail.id.replace(/[^A-Za-z0-9]/g, '')}`
  const head = [
    mailboxHeader('From', from, charset),
    ...(replyTo ? [mailboxHeader('Reply-To', replyTo, charset)] : []),
    mailboxHeader('To', to, charset),
    textHeader('Subject', subject, charset),
    plainHeader('Date', mailDate(mail.at)),
    plainHeader('Message-ID', `<${messageIdOf(mail)}>`),
    // RFC 3834: no machine answers a machine.
    plainHeader('Auto-Submitted', 'auto-generated'),
    ...Object.entries(mail.headers ?? {}).map(([name, value]) => plainHeader(name, value)),
    'MIME-Version: 1.0',
    `Content-Type: multipart/alternative; boundary="${boundary}"`,
  ]
  const parts = [part('plain', text, charset), part('html', html, charset)]
  const body = [...parts.map((one) => `--${boundary}\r\n${one}`), `--${boundary}--`, '']
  return Buffer.from([...head, '', ...body].join('\r\n'), 'latin1')
}
