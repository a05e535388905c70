import { departments, serviceBetween } from '#domains/staff/index.ts'
import type { Belonging, Belongings, Orphan, Outcome } from '#platform/belongings.ts'
import { addDays, fiscalYearOf, localDate } from '#platform/calendar.ts'
import type { Ctx } from '#platform/context.ts'
import type { Reader } from '#platform/database.ts'
import type { Fact } from '#platform/ledger.ts'
import { permit } from '#platform/workflow.ts'
import type { AppointmentId, TaskId } from '../liaison.ts'
import { serves } from '../rules/year.ts'
import { appointmentById, appointments, appointmentsOf } from '../store/appointments.ts'
import { taskById, tasks } from '../store/tasks.ts'
import { termsOn } from '../store/terms.ts'
import { urls } from '../urls.ts'
import { type LiaisonAction, standing, workflow } from '../workflow.ts'
import { leaveWithin, succeedWithin } from './appoint.ts'
import { handOnWithin } from './duties.ts'
import { yearOf } from './look.ts'

/** Whether whoever hands over may do so here; what they may not do is left for those who may. */
async function may(
  db: Reader,
  ctx: Ctx,
  action: LiaisonAction,
  department: string,
  subject: { readonly state: string },
): Promise<boolean> {
  const section = (await departments(db, localDate(ctx.now))).find((d) => d.id === department)
  return section !== undefined && permit(workflow, action, standing(ctx.actor, section), subject).ok
}

/** Being a liaison beyond the day on which one goes, and what nobody acts on. */
const offices: Belongings = {
  kind: 'liaison',
  name: { ja: '協働推進員', en: 'Liaison' },
  async ofPerson(db, person, on) {
    const held = (await appointmentsOf(db, person)).filter(
      (a) => a.state === 'appointed' && serves(a, on) && a.until > on,
    )
    return held.map(
      (a): Belonging => ({
        id: a.id,
        title: '協働推進員',
        path: urls.section(a.department),
        department: a.department,
        since: a.from,
        note: { ja: `任期 ${a.until} まで`, en: `Term until ${a.until}` },
      }),
    )
  },
  async pass(tx, ctx, { ids, to, lastDay }) {
    const outcomes = new Map<string, Outcome>()
    const facts: Fact[] = []
    const next = addDays(lastDay, 1)
    const there = await serviceBetween(tx, next, next)
    for (const id of ids) {
      const office = await appointmentById(tx, id as AppointmentId)
      const mine = there.some((s) => s.user === to && s.department === office?.department)
      if (!office || !mine || !(await may(tx, ctx, 'leave', office.department, office))) {
        outcomes.set(id, 'left')
        continue
      }
      facts.push(await leaveWithin(tx, ctx, office.id, lastDay))
      const already = (await appointmentsOf(tx, to)).some(
        (a) => a.department === office.department && a.state === 'appointed' && a.until >= next,
      )
      // The secretariat appoints whom the one who goes has named.
      if (!already) facts.push(await succeedWithin(tx, ctx, office, to, next))
      outcomes.set(id, already ? 'passed' : 'proposed')
    }
    return { outcomes, facts }
  },
  async withoutOwner(db, on) {
    const year = fiscalYearOf(on)
    const lines = await yearOf(db, year, on)
    const all = await appointments(db)
    const terms = await termsOn(db, on)
    return lines.flatMap((line): Orphan[] => {
      const { section, seats, pending } = line
      const of = { kind: 'liaison', department: section.id, path: urls.section(section.id) }
      const last = all
        .filter((a) => a.department === section.id && a.appointedOn !== null && a.until < on)
        .at(-1)
      const nobody: Orphan = {
        ...of,
        id: section.id,
        title: { ja: '協働推進員', en: 'Liaison' },
        since: last ? addDays(last.until, 1) : null,
        why: last
          ? { ja: '任期が終わり、次の人がいません。', en: 'The term is over and nobody followed.' }
          : { ja: 'まだ、だれも任命されていません。', en: 'Nobody has ever been appointed.' },
      }
      const unanswered = pending
        .filter((a) => a.state === 'asked' && addDays(a.askedOn, terms.remindAfterDays) <= on)
        .map(
          (a): Orphan => ({
            ...of,
            id: a.id,
            title: { ja: '協働推進員の推薦の依頼', en: 'Request to name a liaison' },
            since: a.askedOn,
            why: { ja: '返事がありません。', en: 'There is no answer.' },
          }),
        )
      const quiet = seats
        .filter((seat) => seat.quiet)
        .map(
          (seat): Orphan => ({
            ...of,
            id: seat.appointment.id,
            title: seat.name,
            since: seat.appointment.from,
            why: {
              ja: `任命から${terms.quietAfterDays}日を過ぎて、まだ何も記録がありません。`,
              en: `Nothing has been recorded for more than ${terms.quietAfterDays} days.`,
            },
          }),
        )
      return [...(seats.length ? [] : [nobody]), ...unanswered, ...quiet]
    })
  },
}

/** The year's duties of the section for which this liaison answers. */
const duties: Belongings = {
  kind: 'liaison-duty',
  name: { ja: '協働推進員のおつとめ', en: 'Liaison’s duty' },
  async ofPerson(db, person, on) {
    const year = fiscalYearOf(on)
    const serving = (await appointments(db)).filter((a) => serves(a, on))
    const sections = serving.filter((a) => a.user === person).map((a) => a.department)
    const alone = (department: string) =>
      serving.filter((a) => a.department === department).length === 1
    const list = (await tasks(db, year)).filter(
      (t) =>
        t.state === 'open' &&
        (t.owner === person ||
          (t.owner === null && sections.includes(t.department) && alone(t.department))),
    )
    return list.map(
      (t): Belonging => ({
        id: t.id,
        title: t.title.ja,
        path: urls.duty(t.id),
        department: t.department,
        since: null,
        note: { ja: `期限 ${t.dueOn}`, en: `Due ${t.dueOn}` },
      }),
    )
  },
  async pass(tx, ctx, { ids, to, lastDay }) {
    const outcomes = new Map<string, Outcome>()
    const facts: Fact[] = []
    for (const id of ids) {
      const task = await taskById(tx, id as TaskId)
      if (!task || !(await may(tx, ctx, 'handOn', task.department, task))) {
        outcomes.set(id, 'left')
        continue
      }
      facts.push(await handOnWithin(tx, ctx, task.id, to, `引継ぎで渡しました(${lastDay}まで在課)`))
      outcomes.set(id, 'passed')
    }
    return { outcomes, facts }
  },
  async withoutOwner() {
    return []
  },
}

export const belongings: readonly Belongings[] = [offices, duties]
