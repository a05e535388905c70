import { savePassword } from '#domains/staff/store/credentials.ts'
import { departments } from '#domains/staff/store/organisation.ts'
import { actorOf } from '#domains/staff/store/people.ts'
import { serviceBetween } from '#domains/staff/store/serving.ts'
import type { Actor } from '#platform/actor.ts'
import { localDate } from '#platform/calendar.ts'
import type { Ctx } from '#platform/context.ts'
import { must } from '#platform/must.ts'

/** Who writes in a section on that day, and who decides for it. */
export async function peopleOf(
  ctx: Pick<Ctx, 'db' | 'now'>,
  section: string,
): Promise<{ readonly clerk: Actor; readonly head: Actor }> {
  const today = localDate(ctx.now)
  const place = (await departments(ctx.db, today)).find(({ name }) => name === section)
  const served = (await serviceBetween(ctx.db, today, today)).filter(
    ({ department }) => department === place?.id,
  )
  const actor = async (one: (typeof served)[number] | undefined) =>
    must(one && (await actorOf(ctx.db, one.user, today)), `somebody of ${section}`)
  return {
    clerk: await actor(served.find(({ rank }) => rank !== 'head')),
    head: await actor(served.find(({ rank }) => rank === 'head')),
  }
}

/** Opens the desk to a visitor who wants to answer as a section does: its clerk and its head, with the demo's password. */
export async function letIn(
  ctx: Ctx,
  section: string,
  password: string,
  hash: (password: string) => Promise<string>,
): Promise<void> {
  const { clerk, head } = await peopleOf(ctx, section)
  const hashed = await hash(password)
  for (const { id } of [clerk, head])
    await ctx.record(async (tx) => {
      await savePassword(tx, id, hashed, false, ctx.now)
      const detail = { by: 'invitation' }
      return [undefined, { fact: 'staff.password-set', subject: id, basis: 'デモの用意', detail }]
    })
}
