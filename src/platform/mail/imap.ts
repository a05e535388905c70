import { createHash } from 'node:crypto'
import type { ImapFlow } from 'imapflow'
import type { Maildir } from './maildir.ts'

/** 郵便受け at a mail server elsewhere. */
export interface MailServer {
  readonly host: string
  readonly port: number
  /** TLS from the first byte; otherwise by STARTTLS, and without either only on this machine. */
  readonly secure: boolean
  readonly user: string
  readonly password: string
  /** INBOX */
  readonly mailbox: string
}

/** Why a mailbox was not read: nobody answers, the password is wrong, or its mails cannot be moved away. */
export type MailboxFault = 'not-reached' | 'not-let-in' | 'not-emptied'

export class MailboxError extends Error {
  override name = 'MailboxError'
  readonly fault: MailboxFault
  /** What the server answered, or the machine in its place: for whoever looks after it. */
  readonly said: string
  constructor(fault: MailboxFault, cause: unknown) {
    super(fault, { cause })
    this.fault = fault
    this.said = wordsOf(cause).slice(0, 200)
  }
}

function wordsOf(cause: unknown): string {
  if (!(cause instanceof Error)) return String(cause)
  const { responseText, message } = cause as Error & { readonly responseText?: string }
  return responseText || message
}

/** Into this folder of the same account goes what was carried over: nothing is deleted there. */
export const carriedFolder = 'Tomoni'

/**
 * `imaps://koe%40city.example.jp:password@mail.city.example.jp/INBOX`; the port is 993, with imap:// 143. Throws the
 * words to show where it is none.
 */
export function readMailServer(given: string): MailServer {
  const wrong = new Error(
    'IMAP_URL は imaps://利用者:合言葉@mail.example.jp/INBOX の形にしてください',
  )
  if (!URL.canParse(given)) throw wrong
  const { protocol, hostname, port, username, password, pathname } = new URL(given)
  if (!/^imaps?:$/.test(protocol) || !hostname || !username || !password) throw wrong
  const secure = protocol === 'imaps:'
  return {
    host: hostname,
    port: Number(port) || (secure ? 993 : 143),
    secure,
    user: decodeURIComponent(username),
    password: decodeURIComponent(password),
    mailbox: decodeURIComponent(pathname.slice(1)) || 'INBOX',
  }
}

const onThisMachine = new Set(['localhost', '127.0.0.1', '[::1]'])

/**
 * Carries what lies in the mailbox into our maildir, oldest first, `most` at a time; answers how many. A mail leaves
 * the mailbox for `carriedFolder` only after it is safely here: a fall between the two carries it twice, and its
 * Message-ID tells. Throws a MailboxError.
 */
export async function carryOver(
  server: MailServer,
  into: Pick<Maildir, 'lay'>,
  most = 200,
): Promise<number> {
  const client = await clientOf(server)
  await client.connect().catch((thrown: unknown) => {
    const isWrong = thrown instanceof Error && 'authenticationFailed' in thrown
    throw new MailboxError(isWrong ? 'not-let-in' : 'not-reached', thrown)
  })
  try {
    return await carryAll(client, server, into, most)
  } catch (thrown) {
    throw thrown instanceof MailboxError ? thrown : new MailboxError('not-reached', thrown)
  } finally {
    await client.logout().catch(() => client.close())
  }
}

async function carryAll(
  client: ImapFlow,
  server: MailServer,
  into: Pick<Maildir, 'lay'>,
  most: number,
): Promise<number> {
  await client.mailboxCreate(carriedFolder)
  const { uidValidity } = await client.mailboxOpen(server.mailbox)
  const found = (await client.search({ all: true }, { uid: true })) || []
  const uids = found.toSorted((a, b) => a - b).slice(0, most)
  for (const uid of uids) {
    const { content } = await client.download(String(uid), undefined, { uid: true })
    // Somebody who looked into the mailbox has moved it away.
    if (!content) continue
    await into.lay(nameOf(server, uidValidity, uid), content)
    if (!(await client.messageMove(String(uid), carriedFolder, { uid: true })))
      throw new MailboxError('not-emptied', `no mail can be moved to ${carriedFolder}`)
  }
  return uids.length
}

async function clientOf(server: MailServer): Promise<ImapFlow> {
  // Most cities have no mailbox elsewhere, and start without waiting for this.
  const { ImapFlow } = await import('imapflow')
  const { host, port, secure, user, password: pass } = server
  const isNear = onThisMachine.has(host)
  const client = new ImapFlow({
    host,
    port,
    secure,
    auth: { user, pass },
    ...(!secure && !isNear && { doSTARTTLS: true }),
    logger: false,
    disableAutoIdle: true,
    connectionTimeout: 20_000,
    socketTimeout: 60_000,
  })
  // What is being asked at that moment is refused with the same words.
  client.on('error', () => {})
  return client
}

/** The same mail has the same name, wherever it was cut off; a second account beside it has others. */
function nameOf({ host, user, mailbox }: MailServer, validity: bigint, uid: number): string {
  const place = createHash('sha256').update(`${user}@${host}/${mailbox}`).digest('hex').slice(0, 8)
  return `${String(uid).padStart(10, '0')}.${validity}.${place}`
}
