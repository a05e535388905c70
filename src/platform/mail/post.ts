import { mkdir, open, readFile, rename } from 'node:fs/promises'
import { join } from 'node:path'
import { createTransport } from 'nodemailer'
import { type Mail, mailBytes } from './message.ts'

/** How a sending ended. Everything but a bug is an answer, never an exception. */
export type Sent =
  /** The server has taken it over, or it lies in the folder. */
  | { readonly kind: 'sent' }
  /** Not now. `touched`: the text may have reached the server before the line broke. */
  | {
      readonly kind: 'later'
      readonly why: string
      readonly touched: boolean
      /** The server itself could not be reached or refused us: no other mail would go either. */
      readonly down: boolean
    }
  /** Never. `address`: it is the recipient's address that is refused. */
  | { readonly kind: 'refused'; readonly why: string; readonly address: boolean }

/** The way out for mail. */
export interface Post {
  readonly send: (mail: Mail) => Promise<Sent>
  /** What would have been sent, where nothing leaves the house. */
  readonly kept?: (mailId: string) => Promise<Buffer | undefined>
  readonly close: () => void
}

export interface SmtpLimits {
  /** Milliseconds until a silent server is given up. */
  readonly connect: number
  readonly silence: number
}

const patience: SmtpLimits = { connect: 15_000, silence: 60_000 }

/** Through a server: smtp://user:password@host:587, smtps://host:465. */
export function smtpPost(url: string, limits: SmtpLimits = patience): Post {
  const transport = createTransport({
    url,
    connectionTimeout: limits.connect,
    greetingTimeout: limits.connect,
    dnsTimeout: limits.connect,
    socketTimeout: limits.silence,
    disableFileAccess: true,
    disableUrlAccess: true,
  })
  return {
    async send(mail) {
      const envelope = { from: mail.from.address, to: [mail.to.address] }
      try {
        await transport.sendMail({ envelope, raw: mailBytes(mail) })
        return { kind: 'sent' }
      } catch (thrown) {
        return answerTo(thrown)
      }
    },
    close: () => transport.close(),
  }
}

interface SmtpFault {
  readonly code?: string
  readonly responseCode?: number
  readonly response?: string
  readonly command?: string
  readonly syscall?: string
  readonly timeoutType?: string
}

const isFault = (thrown: unknown): thrown is Error & SmtpFault => thrown instanceof Error

/** RFC 3463: who is refused, by the enhanced code or, without one, by the old one. */
export function isAddressGone(status: string, code?: number): boolean {
  if (/^5\.1\.[0-36]/.test(status) || /^5\.2\.[01]/.test(status)) return true
  return status === '' && (code === 550 || code === 551 || code === 553)
}

const beforeText = /^(EDNS|ETLS|EAUTH|EPROTOCOL)$/

/** Whether the line broke when the text may already have been on its way: then nobody knows. */
const mayHaveGone = ({ code = '', responseCode, syscall, timeoutType = '' }: SmtpFault) =>
  responseCode === undefined &&
  !beforeText.test(code) &&
  syscall !== 'connect' &&
  !/^(CONNECT|GREETING|UPGRADE)/.test(timeoutType)

function answerTo(thrown: unknown): Sent {
  if (!isFault(thrown)) throw thrown
  const { code = '', responseCode = 0, response = '', command = '' } = thrown
  const status = /\b([245]\.\d{1,3}\.\d{1,3})\b/.exec(response)?.[1] ?? ''
  // The server's own words may hold the address: only its figures are kept.
  const why = [code, command, responseCode || '', status].filter(Boolean).join(' ')
  if (code !== 'EENVELOPE' && code !== 'EMESSAGE')
    return { kind: 'later', why, touched: mayHaveGone(thrown), down: true }
  const down = responseCode === 421 || /^MAIL/i.test(command)
  // A full mailbox is emptied one day, whatever class its code has.
  if (down || responseCode < 500 || status === '5.2.2')
    return { kind: 'later', why, touched: false, down }
  const toRecipient = code === 'EENVELOPE' && /^RCPT/i.test(command)
  return { kind: 'refused', why, address: toRecipient && isAddressGone(status, responseCode) }
}

const fileName = /^[a-z]+_[a-z0-9]{1,40}$/

/** Without a server: each mail becomes a file that any mail program opens. */
export function folderPost(folder: string): Post {
  const pathOf = (id: string) => {
    if (!fileName.test(id)) throw new Error(`not a mail: ${id}`)
    return join(folder, `${id}.eml`)
  }
  return {
    async send(mail) {
      await mkdir(folder, { recursive: true, mode: 0o700 })
      const path = pathOf(mail.id)
      const file = await open(`${path}.part`, 'w', 0o600)
      try {
        await file.writeFile(mailBytes(mail))
        await file.sync()
      } finally {
        await file.close()
      }
      await rename(`${path}.part`, path)
      return { kind: 'sent' }
    },
    async kept(id) {
      try {
        return await readFile(pathOf(id))
      } catch (thrown) {
        if (thrown instanceof Error && 'code' in thrown && thrown.code === 'ENOENT')
          return undefined
        throw thrown
      }
    },
    close: () => {},
  }
}
