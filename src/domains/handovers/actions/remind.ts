import { post } from '#domains/notices/index.ts'
import { actorsOn, serviceBetween } from '#domains/staff/index.ts'
import { localDate } from '#platform/calendar.ts'
import type { Ctx } from '#platform/context.ts'
import { ending, late } from '../kinds.ts'
import { askedOf } from '../rules/asked.ts'
import { answersFor } from '../rules/stands-in.ts'
import { defaultTerms } from '../terms.ts'
import { urls } from '../urls.ts'
import { standing, workflow } from '../workflow.ts'
import { leavers } from './look.ts'

/** Told already: the transaction ends without a write, and so without a fact. */
class Told extends Error {
  override name = 'Told'
}

/**
 * By night, once for each: two weeks ahead to whoever goes; on the day after the last one, where nothing was
 * passed, to the head, and to whoever went and comes; and where it was not received in time, to the successor
 * and the head. A section without a head is answered for by its deputy, else by the secretariat.
 */
export async function tellLate(ctx: Ctx): Promise<number> {
  const today = localDate(ctx.now)
  const service = await serviceBetween(ctx.db, today, today)
  const staff = await actorsOn(ctx.db, today)
  let told = 0
  for (const { serving, endsOn, section, handover, suggested } of await leavers(ctx.db, today)) {
    // The night's list makes one for everybody who goes; a thing to be told of has an id.
    if (!handover) continue
    const [asked] = askedOf({ endsOn, handover }, defaultTerms, today)
    if (!asked || asked.kind === 'decision') continue
    const isLate = asked.kind === 'overdue'
    // The successor was told as it was passed on, and has it among the day's things.
    if (!isLate && asked.who !== 'giver') continue
    const answers = answersFor(serving.department, service)
    const about = {
      section: { id: serving.department, name: section },
      user: serving.user,
      successor: handover.successor,
      serves: false,
    }
    const inCharge =
      answers === 'secretariat'
        ? staff.filter((one) => standing(one, about).has('organiser')).map(({ id }) => id)
        : service
            .filter((s) => s.department === serving.department && s.rank === answers)
            .map(({ user }) => user)
    const others = asked.what === 'pass' ? [serving.user, suggested?.user] : []
    const to = isLate ? [...inCharge, handover.successor, ...others] : [serving.user]
    const said = { name: serving.name, section, on: asked.on, what: asked.what, answers }
    const kind = isLate ? late : ending
    await ctx
      .record(async (tx) => {
        const id = await post(tx, ctx, kind, {
          to: to.filter((one) => one !== null && one !== undefined) as `per_${string}`[],
          thing: handover.id,
          path: urls.one(handover.id),
          said,
          key: `${kind.name}:${serving.id}:${asked.what}`,
        })
        if (!id) throw new Told()
        told += 1
        const { basis } = asked.what === 'pass' ? workflow.pass : workflow.receive
        const detail = { section: serving.department, ends: endsOn, what: asked.what, late: isLate }
        return [undefined, { fact: 'handover.reminded', subject: handover.id, basis, detail }]
      })
      .catch((thrown: unknown) => {
        if (!(thrown instanceof Told)) throw thrown
      })
  }
  return told
}
