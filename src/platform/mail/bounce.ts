import PostalMime from 'postal-mime'
import { isAddressGone } from './post.ts'

/** What a report of the mail system says of one of our mails (RFC 3464). */
export interface Bounce {
  /** ml_… of the mail that came back. */
  readonly mailId: string
  readonly kind: 'gone' | 'refused' | 'later' | 'nothing'
  /** 5.1.1 */
  readonly status: string
}

/** A megabyte: a report carries at most the mail that it is about, and ours are short. */
const limit = 2 ** 20

/**
 * Reads a report of non-delivery. Nothing, where it is none, or is about no mail of ours: anybody can send
 * one, so that only what names a Message-ID of ours counts, and the id cannot be guessed.
 */
export async function readBounce(bytes: Uint8Array): Promise<Bounce | undefined> {
  if (bytes.length > limit) return undefined
  const mail = await PostalMime.parse(bytes, { forceRfc822Attachments: true })
  const textOf = (type: RegExp) =>
    mail.attachments
      .filter(({ mimeType }) => type.test(mimeType))
      .map(({ content }) =>
        typeof content === 'string' ? content : new TextDecoder().decode(content),
      )
      .join('\n')
  const report = textOf(/^message\/(delivery-status|global-delivery-status)$/i)
  const original = textOf(/^(message\/rfc822|text\/rfc822-headers|message\/global-headers)$/i)
  const mailId = /^(?:original-envelope-id|message-id):\s*<?(ml_[a-z0-9]{20})@/im.exec(
    original,
  )?.[1]
  const action = /^action:\s*(\w+)/im.exec(report)?.[1]?.toLowerCase()
  const status = /^status:\s*([245]\.\d{1,3}\.\d{1,3})/im.exec(report)?.[1] ?? ''
  if (!mailId || !action) return undefined
  // Delivered, relayed, or still being tried by the server that has it: nothing for us to do.
  if (action !== 'failed') return { mailId, kind: 'nothing', status }
  if (!status.startsWith('5') || status === '5.2.2') return { mailId, kind: 'later', status }
  return { mailId, kind: isAddressGone(status) ? 'gone' : 'refused', status }
}
