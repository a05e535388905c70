import { randomBytes } from 'node:crypto'

/** An id carries its kind in its text: `itm_4f7k…` can never be taken for a plan. */
export type Id<Kind extends string> = `${Kind}_${string}`

const letters = '23456789abcdefghjkmnpqrstuvwxyz'

/** 20 random characters of an alphabet without look-alikes: about 99 bits. */
export function newId<Kind extends string>(kind: Kind): Id<Kind> {
  let text = ''
  while (text.length < 20) {
    for (const byte of randomBytes(32)) {
      if (byte < 248 && text.length < 20) text += letters[byte % 31]
    }
  }
  return `${kind}_${text}`
}

/** The id that a keyed mark (`seal.mark`) leads to, as long as a drawn one: what comes twice is known by it. */
export function idFrom<Kind extends string>(kind: Kind, mark: string): Id<Kind> {
  let rest = BigInt(`0x${Buffer.from(mark, 'base64url').toString('hex')}`)
  let text = ''
  while (text.length < 20) {
    text += letters[Number(rest % 31n)]
    rest /= 31n
  }
  return `${kind}_${text}`
}

export function isId<Kind extends string>(kind: Kind, text: string): text is Id<Kind> {
  return text.startsWith(`${kind}_`) && /^[a-z]+_[a-z0-9]{1,40}$/.test(text)
}
