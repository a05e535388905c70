import { post } from '#domains/notices/index.ts'
import { localDate } from '#platform/calendar.ts'
import type { Ctx } from '#platform/context.ts'
import type { Fact } from '#platform/ledger.ts'
import { overdue } from '../kinds.ts'
import { serves } from '../rules/year.ts'
import { appointments } from '../store/appointments.ts'
import { untoldTasks, updateTask } from '../store/tasks.ts'
import { urls } from '../urls.ts'
import { headOf, peopleOf, sectionsOn } from './sections.ts'

const basis = '協働推進員設置要綱(職務)'

/** Told once, on the morning after: to the liaisons of the section and its head. */
export async function tellOverdue(ctx: Ctx): Promise<void> {
  const today = localDate(ctx.now)
  if (!(await untoldTasks(ctx.db, today)).length) return
  await ctx.record(async (tx) => {
    const late = await untoldTasks(tx, today)
    const sections = await sectionsOn(tx, today)
    const nameOf = (id: string) => sections.find((d) => d.id === id)?.name ?? ''
    const serving = (await appointments(tx)).filter((a) => serves(a, today))
    for (const task of late) {
      const liaisons = serving.filter((a) => a.department === task.department)
      const head = headOf(await peopleOf(tx, task.department, today))
      const to = [...liaisons.flatMap((a) => a.user ?? []), ...(head ? [head.user] : [])]
      await post(tx, ctx, overdue, {
        to: [...new Set(to)] as `per_${string}`[],
        thing: task.id,
        path: urls.duty(task.id),
        said: { section: nameOf(task.department), ...task.title, due: task.dueOn },
        key: `liaisons.overdue:${task.id}:${today}`,
      })
      await updateTask(tx, { ...task, toldOn: today })
    }
    const facts = late.map(
      (task): Fact => ({
        fact: 'liaison.duty-overdue',
        subject: task.id,
        basis,
        detail: { section: task.department, year: task.fiscalYear, duty: task.kind },
      }),
    )
    const [first, ...rest] = facts
    const none: Fact = { fact: 'liaison.duty-overdue', subject: 'liaisons', basis }
    return [undefined, first ?? none, ...rest]
  })
}
