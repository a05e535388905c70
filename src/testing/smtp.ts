import type { AddressInfo } from 'node:net'
import PostalMime, { type Email } from 'postal-mime'
import { SMTPServer } from 'smtp-server'

/** What a real server does with a mail; by default it takes it. */
export interface Behaviour {
  /** 4xx or 5xx to a recipient, with its words. */
  readonly recipient?: (address: string) => { readonly code: number; readonly text: string } | null
  /** After the text: `silent` never answers, `broken` takes it over and hangs up without a word. */
  readonly data?: 'take' | 'silent' | 'broken' | { readonly code: number; readonly text: string }
  /** Says nothing at all, not even its greeting. */
  readonly mute?: boolean
}

export interface Received {
  readonly to: string
  readonly from: string
  readonly raw: Buffer
  readonly mail: Email
}

class Reply extends Error {
  readonly responseCode: number
  constructor({ code, text }: { readonly code: number; readonly text: string }) {
    super(text)
    this.responseCode = code
  }
}

/** A real SMTP server on a free port of this machine, which keeps what it was given. */
export async function smtpServer() {
  let behaviour: Behaviour = {}
  const received: Received[] = []
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['AUTH', 'STARTTLS'],
    disableReverseLookup: true,
    logger: false,
    onConnect(_session, done) {
      if (!behaviour.mute) done()
    },
    onRcptTo({ address }, _session, done) {
      const refusal = behaviour.recipient?.(address)
      done(refusal ? new Reply(refusal) : undefined)
    },
    onData(stream, session, done) {
      const chunks: Buffer[] = []
      stream.on('data', (chunk: Buffer) => chunks.push(chunk))
      stream.on('end', () => {
        void (async () => {
          const { data = 'take' } = behaviour
          if (data === 'silent') return
          if (typeof data === 'object') return done(new Reply(data))
          const raw = Buffer.concat(chunks)
          const { mailFrom, rcptTo } = session.envelope
          for (const { address } of rcptTo)
            received.push({
              to: address,
              from: mailFrom ? mailFrom.address : '',
              raw,
              mail: await PostalMime.parse(raw),
            })
          if (data === 'broken') for (const one of server.connections) one.close()
          else done()
        })()
      })
    },
  })
  server.on('error', () => {})
  const listen = (port: number) =>
    new Promise<number>((resolve, reject) => {
      server.server.once('error', reject)
      server.listen(port, '127.0.0.1', () => resolve((server.server.address() as AddressInfo).port))
    })
  const port = await listen(0)
  return {
    url: `smtp://127.0.0.1:${port}`,
    received,
    behave: (how: Behaviour) => {
      behaviour = how
    },
    /** Those that came since the last time. */
    taken: () => received.splice(0),
    close: () => new Promise<void>((done) => server.close(() => done())),
  }
}
