import type { Ctx } from '#platform/context.ts'
import type { Writer } from '#platform/database.ts'
import { newId } from '#platform/id.ts'
import type { ContactKind, OwnerId, SealedContact } from '../resident.ts'
import { plainName } from '../rules/register.ts'
import type { PlainContact } from '../rules.ts'
import { contactsOf, ownersMarked, putContact } from '../store/contacts.ts'
import { sealedIn } from '../store/sealed.ts'

/** What finds a contact again: the whole mail or number; of a letter the name alone. */
export const contactMark = (ctx: Pick<Ctx, 'seal'>, kind: ContactKind, text: string) =>
  ctx.seal.mark(kind === 'letter' ? plainName(text.split('\n')[0] ?? '') : text, `resident.${kind}`)

/** Receipts and accounts to which this mail or number belongs. */
export const ownersOfContact = (
  ctx: Pick<Ctx, 'db' | 'seal'>,
  { kind, text }: PlainContact,
): Promise<readonly string[]> => ownersMarked(ctx.db, kind, contactMark(ctx, kind, text))

/** Closes a contact and keeps it. A mail counts as confirmed only when a code has come back. */
export async function keepContact(
  tx: Writer,
  ctx: Ctx,
  owner: OwnerId,
  { kind, text }: PlainContact,
  confirmed: boolean,
): Promise<void> {
  const id = newId('con')
  await putContact(tx, {
    id,
    owner,
    kind,
    sealed: ctx.seal.seal(text, sealedIn.contact.place(id)),
    mark: contactMark(ctx, kind, text),
    confirmedAt: confirmed ? ctx.now : null,
    createdAt: ctx.now,
  })
}

export interface OpenContact {
  readonly kind: ContactKind
  readonly text: string
  readonly isConfirmed: boolean
}

const open = (
  ctx: Pick<Ctx, 'seal'>,
  { id, kind, sealed, confirmedAt }: SealedContact,
): OpenContact => ({
  kind,
  text: ctx.seal.open(sealed, sealedIn.contact.place(id)),
  isConfirmed: confirmedAt !== null,
})

/** For the person themself, and for sending to them. Everybody else goes through `openContacts`. */
export const ownContacts = async (
  ctx: Pick<Ctx, 'db' | 'seal'>,
  owner: string,
): Promise<OpenContact[]> => (await contactsOf(ctx.db, owner)).map((contact) => open(ctx, contact))

/** h…@example.jp, 0…4567: enough to say on the telephone that it is the right one. */
export function masked({ kind, text }: Pick<OpenContact, 'kind' | 'text'>): string {
  if (kind === 'mail') return text.replace(/^(.).*(?=@)/, '$1…')
  if (kind === 'phone') return text.replace(/^(.).*(?=.{4}$)/, '$1…')
  return `〒${(text.split('\n')[1] ?? '').slice(0, 3)}-…`
}
