import type { Ctx } from '#platform/context.ts'
import type { Reader, Writer } from '#platform/database.ts'
import type { Fact } from '#platform/ledger.ts'
import { accept, found, no } from '#platform/result.ts'
import type { Seal } from '#platform/seal.ts'
import { nothing, permit } from '#platform/workflow.ts'
import {
  type Cadence,
  cadences,
  type Habit,
  type Kind,
  type Kinds,
  type Locale,
  type Notice,
  type RecipientId,
  usualHabit,
  type Words,
} from '../notice.ts'
import { cadenceOf, everyKind } from '../rules/choice.ts'
import { readLeave } from '../rules/leave.ts'
import { byThing } from '../rules/together.ts'
import { dueAt } from '../rules/when.ts'
import { dropAll } from '../store/deliveries.ts'
import * as store from '../store/notices.ts'
import { reschedule, waitingOf } from '../store/outbox.ts'
import * as preferences from '../store/preferences.ts'
import { standing, workflow } from '../workflow.ts'

export interface ListedNotice extends Notice {
  readonly readAt: Date | null
  readonly words: Words
}

const longest = 300

/** A person's own notices in words: by thing, newest first. */
export async function noticesOf(
  db: Reader,
  kinds: Kinds,
  id: RecipientId,
  locale: Locale,
): Promise<readonly (readonly [thing: string, notices: readonly ListedNotice[]])[]> {
  const listed = await store.listOf(db, id, longest)
  const told = listed.flatMap((notice) => {
    const kind = kinds.get(notice.kind)
    return kind && !kind.secret ? [{ ...notice, words: kind.words(locale, notice.said) }] : []
  })
  return byThing(told)
}

export const unreadOf = (db: Reader, id: RecipientId): Promise<number> => store.unreadCount(db, id)

/** Only one's own: another's id changes nothing. */
export async function markRead(ctx: Ctx, ids: readonly string[] | 'all'): Promise<void> {
  accept(permit(workflow, 'read', standing(ctx.actor), nothing))
  const id = ctx.actor.id as RecipientId
  if (!(await store.unreadCount(ctx.db, id)) || !ids.length) return
  await ctx.record(async (tx) => {
    const count = await store.setRead(tx, id, ids, ctx.now)
    const { basis } = workflow.read
    return [undefined, { fact: 'notices.read', subject: id, basis, detail: { count } }]
  })
}

export interface Preference {
  readonly kind: Kind
  readonly cadence: Cadence
}

export interface Preferences {
  readonly kinds: readonly Preference[]
  readonly habit: Habit
}

const concerns = (kind: Kind, id: RecipientId) =>
  kind.audience === 'both' || kind.audience === (id.startsWith('per_') ? 'staff' : 'residents')

/** What a person gets of each kind, and how. */
export async function preferencesOf(
  db: Reader,
  kinds: Kinds,
  id: RecipientId,
): Promise<Preferences> {
  const own = (await preferences.chosen(db, [id])).get(id)
  const mine = [...kinds.values()].filter((kind) => concerns(kind, id))
  return {
    kinds: mine.map((kind) => ({ kind, cadence: cadenceOf(kind, own) })),
    habit: await preferences.habitOf(db, id),
  }
}

/** Keeps what a person chose. What waits already goes by the new choice; urgent kinds cannot be chosen. */
export async function setPreferences(
  ctx: Ctx,
  kinds: Kinds,
  wishes: Readonly<Record<string, string>>,
  habit: Habit,
): Promise<void> {
  accept(permit(workflow, 'choose', standing(ctx.actor), nothing))
  const id = ctx.actor.id as RecipientId
  const chosen = [...kinds.values()].flatMap((kind) => {
    const cadence = cadences.find((one) => one === wishes[kind.name])
    return cadence && concerns(kind, id) && !kind.urgent ? [[kind.name, cadence] as const] : []
  })
  if (!chosen.length) accept(no({ kind: 'refused', reason: 'nothing-to-change' }))
  await keep(ctx, kinds, id, chosen, habit, 'notices.chosen', workflow.choose.basis)
}

/** What a link from a mail stands for; not found, when we did not make it. */
export const leaveOf = (seal: Seal, token: string) =>
  found(readLeave(token, (text, purpose) => seal.mark(text, purpose)))

/** What else leaving means to the chapter that knows the person, in the same transaction. */
export type Leaving = (tx: Writer, ctx: Ctx, whose: RecipientId) => Promise<readonly Fact[]>

/** Leaves, by the link of a mail alone: no session, no password (RFC 8058). A second time changes nothing. */
export async function leave(
  ctx: Ctx,
  kinds: Kinds,
  token: string,
  leaving: Leaving = async () => [],
): Promise<void> {
  const { recipientId, kind } = leaveOf(ctx.seal, token)
  accept(permit(workflow, 'unsubscribe', standing(ctx.actor, true), nothing))
  const own = (await preferences.chosen(ctx.db, [recipientId])).get(recipientId)
  const left = kind === everyKind ? [everyKind, ...(own?.keys() ?? [])] : [kind]
  if (left.every((name) => own?.get(name) === 'never')) return
  const habit = await preferences.habitOf(ctx.db, recipientId)
  const wishes = [...new Set(left)].map((name) => [name, 'never'] as const)
  const { basis } = workflow.unsubscribe
  await keep(ctx, kinds, recipientId, wishes, habit, 'notices.unsubscribed', basis, leaving)
}

async function keep(
  ctx: Ctx,
  kinds: Kinds,
  id: RecipientId,
  wishes: readonly (readonly [kind: string, cadence: Cadence])[],
  habit: Habit,
  fact: 'notices.chosen' | 'notices.unsubscribed',
  basis: string,
  leaving: Leaving = async () => [],
): Promise<void> {
  await ctx.record(async (tx) => {
    for (const [kind, cadence] of wishes) await preferences.choose(tx, id, kind, cadence)
    if (fact === 'notices.chosen') await preferences.saveHabit(tx, id, habit ?? usualHabit)
    const own = (await preferences.chosen(tx, [id])).get(id)
    for (const waiting of await waitingOf(tx, id)) {
      const kind = kinds.get(waiting.kind)
      const cadence = kind ? cadenceOf(kind, own) : waiting.cadence
      if (cadence === 'never') await dropAll(tx, [waiting.id], 'not-wanted', ctx.now)
      else if (cadence !== waiting.cadence) {
        const at = dueAt(cadence, id, habit.weekday, ctx.now)
        await reschedule(tx, waiting.id, cadence, at)
      }
    }
    const detail = Object.fromEntries(wishes)
    return [undefined, { fact, subject: id, basis, detail }, ...(await leaving(tx, ctx, id))]
  })
}
