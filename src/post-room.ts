import { join } from 'node:path'
import { handoverDues, handoverNotices } from '#domains/handovers/index.ts'
import { liaisonDues, liaisonNotices } from '#domains/liaisons/index.ts'
import { dues as moderationDues } from '#domains/moderation/dues.ts'
import { toldAuthor, writtenAuthor } from '#domains/moderation/messages/told.ts'
import { dues as newsletterDues } from '#domains/newsletters/dues.ts'
import { newsletterKinds, subscriberAddresses } from '#domains/newsletters/index.ts'
import type { LetterRoom } from '#domains/notices/actions/letters.ts'
import type { Dues } from '#domains/notices/actions/morning.ts'
import { addressBook, type PostRoom } from '#domains/notices/actions/room.ts'
import { ownKinds } from '#domains/notices/kinds.ts'
import { kindsOf, type RecipientId } from '#domains/notices/notice.ts'
import { dues as planDues } from '#domains/plan/dues.ts'
import { newsKind } from '#domains/plan/kinds.ts'
import { dues as progressDues } from '#domains/progress/dues.ts'
import { groupAddresses, progressNotices } from '#domains/progress/index.ts'
import { dues as judgingDues } from '#domains/progress/judging/dues.ts'
import { kinds as judgingKinds } from '#domains/progress/judging/kinds.ts'
import { publicationKinds } from '#domains/publications/kinds.ts'
import { noteOpening } from '#domains/residents/actions/counter.ts'
import { residentAddresses, residentKinds } from '#domains/residents/index.ts'
import { accountKinds } from '#domains/staff/notices.ts'
import { staffAddresses } from '#domains/staff/store/addresses.ts'
import { actorsOn } from '#domains/staff/store/people.ts'
import { dues as commentDues } from '#domains/voices/comment/dues.ts'
import * as commentKinds from '#domains/voices/comment/kinds.ts'
import { dues as voiceDues } from '#domains/voices/dues.ts'
import * as voiceKinds from '#domains/voices/kinds.ts'
import { mailKinds } from '#domains/voices/mail-kinds.ts'
import { followedUp, replied, voiceNews } from '#domains/voices/sender-kinds.ts'
import { type Actor, holds } from '#platform/actor.ts'
import type { Reader } from '#platform/database.ts'
import { isId } from '#platform/id.ts'
import { readMailbox } from '#platform/mail/mailbox.ts'
import { folderPost, smtpPost } from '#platform/mail/post.ts'
import type { Config } from './config.ts'

/** Everything that can be told, by every chapter. */
export const kinds = kindsOf([
  ownKinds,
  accountKinds,
  liaisonNotices,
  handoverNotices,
  residentKinds,
  [newsKind],
  newsletterKinds,
  progressNotices,
  judgingKinds,
  Object.values(voiceKinds),
  Object.values(commentKinds),
  [replied, followedUp, voiceNews],
  mailKinds,
  publicationKinds,
  [toldAuthor, writtenAuthor],
])

/** Everybody who can be written to. */
export const addresses = addressBook([
  staffAddresses,
  residentAddresses,
  subscriberAddresses,
  groupAddresses,
])

/** Residents see in their own pages that an address of theirs was opened for a letter. */
export const addressOpened: NonNullable<LetterRoom['opened']> = async (tx, ctx, whose, why) => {
  if (!isId('res', whose) && !isId('rcp', whose)) return []
  return [(await noteOpening(tx, ctx, whose, 'letter', why, ['letter'])).fact]
}

/** What may wait for a member of staff in the morning. */
export const dues: readonly Dues[] = [
  planDues,
  progressDues,
  judgingDues,
  liaisonDues,
  handoverDues,
  newsletterDues,
  voiceDues,
  commentDues,
  moderationDues,
]

/** Everyone who serves on that day, with what they may do. */
export const staffOf: (db: Reader, today: string) => Promise<readonly Actor[]> = actorsOn

/** Who looks after the post today. */
export const postmasters = async (db: Reader, today: string): Promise<readonly RecipientId[]> =>
  (await staffOf(db, today))
    .filter((actor) => holds(actor, 'notices.postmaster'))
    .map(({ id }) => id as RecipientId)

/** Where mails lie that nobody sends. */
export const mailFolder = (dataDir: string) => join(dataDir, 'outbox')

/** The post room of one city: through the server of SMTP_URL, or into a folder. */
export function postRoom(
  config: Pick<Config, 'smtpUrl' | 'mailFrom' | 'origin'>,
  dataDir: string,
): PostRoom {
  return {
    kinds,
    addresses,
    post: config.smtpUrl ? smtpPost(config.smtpUrl) : folderPost(mailFolder(dataDir)),
    from: readMailbox(config.mailFrom),
    origin: config.origin,
    postmasters,
  }
}
