import type { IsoDate } from '#platform/calendar.ts'
import type { Reader, Writer } from '#platform/database.ts'
import type { RosterId } from '../roster/stored.ts'
import type { StaffId } from '../staff.ts'

/** 招待 of one person by one roster, beside what is known of the person's ways in. */
export interface Invitation {
  readonly roster: RosterId
  readonly user: StaffId
  readonly name: string
  readonly email: string
  /** The day on which it goes out by itself; null: somebody sends it. */
  readonly dueOn: IsoDate | null
  readonly sends: number
  readonly sentAt: Date | null
  readonly withdrawnAt: Date | null
  /** A password, a passkey, or an account of the city's directory. */
  readonly hasWayIn: boolean
  /** Whether a link that was sent still opens its form. */
  readonly isOpen: boolean
  readonly lastAt: Date | null
}

export async function insertInvitation(
  tx: Writer,
  roster: RosterId,
  user: StaffId,
  dueOn: IsoDate | null,
): Promise<void> {
  await tx
    .insertInto('staff_invitation')
    .values({ roster_id: roster, user_id: user, due_on: dueOn })
    .execute()
}

/**
 * Counts one more sending, of the one that was read. Answers with its number, or null where somebody else was
 * first or it was withdrawn.
 */
export async function countSending(
  tx: Writer,
  { roster, user, sends }: Pick<Invitation, 'roster' | 'user' | 'sends'>,
  now: Date,
): Promise<number | null> {
  const row = await tx
    .updateTable('staff_invitation')
    .set({ sends: sends + 1, sent_at: now })
    .where('roster_id', '=', roster)
    .where('user_id', '=', user)
    .where('sends', '=', sends)
    .where('withdrawn_at', 'is', null)
    .returning('sends')
    .executeTakeFirst()
  return row?.sends ?? null
}

/** Those that were not withdrawn before; whom they were for. */
export async function withdraw(tx: Writer, roster: RosterId, now: Date): Promise<StaffId[]> {
  const rows = await tx
    .updateTable('staff_invitation')
    .set({ withdrawn_at: now })
    .where('roster_id', '=', roster)
    .where('withdrawn_at', 'is', null)
    .returning('user_id')
    .execute()
  return rows.map(({ user_id }) => user_id as StaffId)
}

export const invitationsOf = (db: Reader, roster: RosterId, now: Date): Promise<Invitation[]> =>
  read(db, now, (q) => q.where('i.roster_id', '=', roster))

/** Those whose day has come, and that nobody sent. */
export const dueInvitations = (db: Reader, today: IsoDate, now: Date): Promise<Invitation[]> =>
  read(db, now, (q) =>
    q.where('i.due_on', '<=', today).where('i.sends', '=', 0).where('i.withdrawn_at', 'is', null),
  )

type Query = ReturnType<typeof invitations>

function invitations(db: Reader, now: Date) {
  return db
    .selectFrom('staff_invitation as i')
    .innerJoin('staff_user as u', 'u.id', 'i.user_id')
    .selectAll('i')
    .select(['u.name', 'u.email'])
    .select((eb) => [
      eb
        .or([
          eb.exists(
            eb
              .selectFrom('staff_account as a')
              .select('a.id')
              .whereRef('a.user_id', '=', 'u.id')
              .where((a) =>
                a.or([a('a.password', 'is not', null), a('a.provider_id', '!=', 'credential')]),
              ),
          ),
          eb.exists(
            eb.selectFrom('staff_passkey as k').select('k.id').whereRef('k.user_id', '=', 'u.id'),
          ),
        ])
        .as('has_way_in'),
      eb
        .exists(
          eb
            .selectFrom('staff_pass as p')
            .select('p.hash')
            .whereRef('p.user_id', '=', 'u.id')
            .where('p.kind', '=', 'invitation')
            .where('p.used_at', 'is', null)
            .where('p.expires_at', '>', now),
        )
        .as('is_open'),
      eb
        .selectFrom('staff_device as d')
        .select((d) => d.fn.max('d.last_at').as('at'))
        .whereRef('d.user_id', '=', 'u.id')
        .as('last_at'),
    ])
    .orderBy('u.email')
}

async function read(db: Reader, now: Date, narrow: (q: Query) => Query): Promise<Invitation[]> {
  const rows = await narrow(invitations(db, now)).execute()
  return rows.map((row) => ({
    roster: row.roster_id as RosterId,
    user: row.user_id as StaffId,
    name: row.name,
    email: row.email,
    dueOn: row.due_on,
    sends: row.sends,
    sentAt: row.sent_at,
    withdrawnAt: row.withdrawn_at,
    hasWayIn: Boolean(row.has_way_in),
    isOpen: Boolean(row.is_open),
    lastAt: row.last_at,
  }))
}
