import type { RecipientId } from '../notice.ts'

/** What a link to leave stands for: one kind, or all that is not urgent. */
export interface Leave {
  readonly recipientId: RecipientId
  /** `*` is every kind. */
  readonly kind: string
}

type Mark = (text: string, purpose: string) => string
const purpose = 'notices.unsubscribe'

/** The token of a link that leaves. It says who and what in clear, and is bound by the installation's key. */
export const leaveToken = (leave: Leave, mark: Mark): string => {
  const what = `${leave.recipientId}~${leave.kind}`
  return `${Buffer.from(what).toString('base64url')}.${mark(what, purpose)}`
}

/** Nothing, for a token that we did not make. */
export function readLeave(token: string, mark: Mark): Leave | undefined {
  const [body = '', given = '', ...rest] = token.split('.')
  const what = Buffer.from(body, 'base64url').toString('utf8')
  const parts = /^([a-z]+_[a-z0-9_]{1,60})~([a-z*][a-z.-]{0,80})$/.exec(what)
  if (!parts || rest.length || !isSame(given, mark(what, purpose))) return undefined
  return { recipientId: parts[1] as RecipientId, kind: parts[2] ?? '' }
}

/** Compares without telling by its time how much was right. */
function isSame(a: string, b: string): boolean {
  let different = a.length ^ b.length
  for (let i = 0; i < b.length; i++) different |= (a.charCodeAt(i) || 0) ^ b.charCodeAt(i)
  return different === 0
}
