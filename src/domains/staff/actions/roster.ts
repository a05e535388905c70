import { type IsoDate, localDate } from '#platform/calendar.ts'
import type { Ctx } from '#platform/context.ts'
import type { Reader } from '#platform/database.ts'
import { newId } from '#platform/id.ts'
import type { Fact } from '#platform/ledger.ts'
import { accept, found, no, Refused } from '#platform/result.ts'
import { storable } from '#platform/storable.ts'
import { nothing, permit } from '#platform/workflow.ts'
import { roleWords } from '../role-words.ts'
import { roleNames } from '../roles.ts'
import {
  changesAnything,
  markOf,
  type RosterDifference,
  rosterDifference,
  unanswered,
} from '../roster/difference.ts'
import type { RosterIntake } from '../roster/sources.ts'
import { type Choices, noChoices, type RosterId, type StoredRoster } from '../roster/stored.ts'
import { isOn } from '../staff.ts'
import { allDepartments, lockOrganisation } from '../store/organisation.ts'
import { allPeople } from '../store/people.ts'
import { assignmentsOf, customRoles, grantedDuties } from '../store/posts.ts'
import * as store from '../store/rosters.ts'
import { standing, workflow } from '../workflow.ts'
import { askIn, type Invitations, withdrawInvitations } from './roster-invite.ts'
import { undone } from './roster-undo.ts'
import { written } from './roster-write.ts'

const longestFileName = 200

export const mayTakeIn = ({ actor }: Pick<Ctx, 'actor'>) =>
  accept(permit(workflow, 'takeInRoster', standing(actor), nothing))

/** Ids of the roles that a roster may name, by the word of the city hall; the city's own as of that day. */
export async function roleIds(db: Reader, on: IsoDate): Promise<ReadonlyMap<string, string>> {
  const own = (await customRoles(db)).filter(
    (role) => isOn(role, on) && (role.reach === 'city' || role.reach === 'section'),
  )
  return new Map([
    ...roleNames.flatMap((name) => [[name, name] as const, [roleWords.ja[name], name] as const]),
    ...own.map((role) => [role.name, role.id] as const),
  ])
}

/** Keeps what was handed in. Nothing of it counts yet. */
export async function receiveRoster(
  ctx: Ctx,
  effectiveOn: IsoDate,
  fileName: string,
  { source, reading }: RosterIntake,
  original: string | null,
): Promise<StoredRoster> {
  mayTakeIn(ctx)
  const roster: StoredRoster = {
    id: newId('rst'),
    version: 1,
    effectiveOn,
    source,
    fileName: storable(fileName).slice(0, longestFileName),
    original,
    reading,
    choices: noChoices,
    receivedAt: ctx.now,
    receivedBy: ctx.actor.id,
    acceptedAt: null,
    acceptedBy: null,
    changes: 0,
    undo: [],
    withdrawnAt: null,
  }
  return ctx.record(async (tx) => {
    await store.insertRoster(tx, roster)
    const detail = { rows: reading.rows.length, faults: reading.faults.length, on: effectiveOn }
    return [roster, fact('staff.roster-received', roster.id, detail)]
  })
}

const { basis } = workflow.takeInRoster
const fact = (name: Fact['fact'], subject: string, detail: Fact['detail'] = {}): Fact => ({
  fact: name,
  subject,
  basis,
  detail,
})

/** What the roster would change, seen from the city as it is now. */
export async function rosterPreview(
  db: Reader,
  roster: Pick<StoredRoster, 'reading' | 'effectiveOn' | 'choices'>,
  today: IsoDate,
): Promise<RosterDifference> {
  const { reading, effectiveOn, choices } = roster
  const known = {
    tree: await allDepartments(db),
    people: await allPeople(db, effectiveOn),
    assignments: await assignmentsOf(db),
    grants: await grantedDuties(db),
    custom: await customRoles(db),
  }
  return rosterDifference(reading, effectiveOn, today, known, choices)
}

/** Keeps what was chosen: what becomes of unknown and of emptied sections, and who leaves. */
export const chooseInRoster = (ctx: Ctx, id: RosterId, choices: Choices): Promise<StoredRoster> =>
  ctx.record(async (tx) => {
    mayTakeIn(ctx)
    const roster = stillOpen(await store.rosterById(tx, id))
    const next = { ...roster, choices }
    await store.updateRoster(tx, next)
    const detail = { leaving: choices.leave.length, sections: Object.keys(choices.unknown).length }
    return [next, fact('staff.roster-answered', id, detail)]
  })

function stillOpen(roster: StoredRoster | undefined): StoredRoster {
  const one = found(roster)
  if (one.acceptedAt || one.withdrawnAt) throw new Refused({ kind: 'stale' })
  return one
}

export interface AcceptOptions {
  /** The mark of the difference that was looked at; another one is stale. */
  readonly mark?: string
  /** When those who get an account by it are asked in; without it nobody is. */
  readonly invitations?: Invitations
}

/**
 * Writes a roster, whole or not at all: dated rows that count from their day on, without anybody's doing.
 * Whoever is moved by it themselves does not accept it. The same roster a second time changes nothing.
 */
export const acceptRoster = (
  ctx: Ctx,
  id: RosterId,
  options: AcceptOptions = {},
): Promise<number> =>
  ctx
    .record(async (tx) => {
      mayTakeIn(ctx)
      await lockOrganisation(tx)
      const roster = stillOpen(await store.rosterById(tx, id))
      const today = localDate(ctx.now)
      const difference = await rosterPreview(tx, roster, today)
      const about = { people: touched(difference) }
      accept(permit(workflow, 'acceptRoster', standing(ctx.actor, about), nothing))
      if (options.mark !== undefined && options.mark !== markOf(difference))
        throw new Refused({ kind: 'stale' })
      const [broken] = difference.faults
      const [open] = [...difference.open, ...unanswered(difference).map(({ name }) => name)]
      if (broken)
        accept(no({ kind: 'refused', reason: `roster-${broken.fault}`, place: broken.place }))
      if (open) accept(no({ kind: 'refused', reason: 'questions-open', place: open }))
      if (!changesAnything(difference)) throw new Unchanged()
      const { facts, undo, opened } = await written(tx, ctx, roster, difference)
      const { invitations } = options
      const asked = invitations ? await askIn(tx, ctx, roster, opened, invitations) : []
      const accepted = { acceptedAt: ctx.now, acceptedBy: ctx.actor.id }
      await store.updateRoster(tx, { ...roster, ...accepted, changes: facts.length, undo })
      const detail = { changes: facts.length, on: roster.effectiveOn }
      return [facts.length, fact('staff.roster-accepted', id, detail), ...facts, ...asked]
    })
    .catch((thrown: unknown) => {
      if (thrown instanceof Unchanged) return 0
      throw thrown
    })

/** Whom a roster gives or takes something. */
export const touched = ({ people, leftOut }: RosterDifference): string[] => [
  ...people.flatMap((change) => change.person?.id ?? []),
  ...leftOut.filter((one) => one.leaves).map((one) => one.person.id),
]

/** Nothing differs: the transaction ends without a write, and so without a fact. */
class Unchanged extends Error {
  override name = 'Unchanged'
}

/** Before its day an accepted roster is taken back, row by row; one that nobody accepted is just laid aside. */
export const withdrawRoster = (ctx: Ctx, id: RosterId) =>
  ctx.record(async (tx) => {
    mayTakeIn(ctx)
    await lockOrganisation(tx)
    const roster = found(await store.rosterById(tx, id))
    if (roster.withdrawnAt) throw new Refused({ kind: 'stale' })
    if (roster.acceptedAt && roster.effectiveOn <= localDate(ctx.now))
      accept(no({ kind: 'refused', reason: 'roster-in-force', place: roster.effectiveOn }))
    await undone(tx, ctx, roster)
    const unasked = await withdrawInvitations(tx, ctx, id)
    await store.updateRoster(tx, { ...roster, withdrawnAt: ctx.now })
    const detail = { changes: roster.changes, on: roster.effectiveOn }
    return [undefined, fact('staff.roster-withdrawn', id, detail), ...unasked]
  })
