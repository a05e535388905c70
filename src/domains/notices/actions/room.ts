import type { Reader } from '#platform/database.ts'
import type { Mailbox } from '#platform/mail/mailbox.ts'
import type { Post } from '#platform/mail/post.ts'
import type { Seal } from '#platform/seal.ts'
import type { Address, Kinds, Notice, RecipientId, Said } from '../notice.ts'
import { sealedIn } from '../store/sealed.ts'

/** Whoever knows people answers for them; ids that one does not know are simply not in its answer. */
export type AddressBook = (
  db: Reader,
  seal: Seal,
  ids: readonly RecipientId[],
) => Promise<ReadonlyMap<RecipientId, Address>>

/** 発送室 — what sending needs beside the database, put together by the shell. */
export interface PostRoom {
  readonly kinds: Kinds
  readonly addresses: AddressBook
  readonly post: Post
  /** The city's unit, as mails come from it. Without a name it is the site's. */
  readonly from: Mailbox
  readonly origin: string
  /** Who is told of addresses that cannot be reached. */
  readonly postmasters: (db: Reader, today: string) => Promise<readonly RecipientId[]>
}

/** Several books as one: staff, residents, subscribers. */
export const addressBook =
  (books: readonly AddressBook[]): AddressBook =>
  async (db, seal, ids) => {
    const all = await Promise.all(books.map((book) => book(db, seal, ids)))
    return new Map(all.flatMap((one) => [...one]))
  }

/** What a notice says, opened where it was sealed; null when that has been wiped. */
export function saidOf(notice: Notice, secret: boolean, seal: Pick<Seal, 'open'>): Said | null {
  if (!secret) return notice.said
  if (notice.sealed === null) return null
  return JSON.parse(seal.open(notice.sealed, sealedIn.said.place(notice.id))) as Said
}

/** The address as a mark: for saying that it cannot be reached, without keeping it. */
export const addressMark = (seal: Pick<Seal, 'mark'>, address: string): string =>
  seal.mark(address.toLowerCase(), 'notices.address')
