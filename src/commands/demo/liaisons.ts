import { prepareAll } from '#domains/handovers/actions/hand.ts'
import { appoint, ask, name } from '#domains/liaisons/actions/appoint.ts'
import { record, saveInventory } from '#domains/liaisons/actions/duties.ts'
import { sectionsOn } from '#domains/liaisons/actions/sections.ts'
import { invite, markAttendance, planTraining, report } from '#domains/liaisons/actions/train.ts'
import { tasks } from '#domains/liaisons/store/tasks.ts'
import { commandLine } from '#domains/staff/roles.ts'
import { actorOf } from '#domains/staff/store/people.ts'
import { serviceBetween } from '#domains/staff/store/serving.ts'
import type { Actor } from '#platform/actor.ts'
import type { Ctx } from '#platform/context.ts'
import { must } from '#platform/must.ts'
import { belongings } from '../../belongings.ts'

/** These two have nobody yet. */
const without = ['建設課', '警防課']
const year = 2012

/**
 * Liaisons of 2012: most sections have one, two have none; duties done and overdue, one training with
 * attendance. By the same actions that people take.
 */
export async function liaisonDemo(
  on: (day: string, actor: Actor) => Ctx,
  author: Actor,
): Promise<void> {
  const first = on('2012-03-08', author)
  const begin = '2012-04-01'
  const served = await serviceBetween(first.db, begin, begin)
  const sections = (await sectionsOn(first.db, begin)).flatMap((section) => {
    const here = served.filter((one) => one.department === section.id)
    const person = here.findLast((one) => one.rank === 'member') ?? here.at(-1)
    return person && !without.includes(section.name) ? [{ section, person: person.user }] : []
  })
  const ids = sections.map(({ section }) => section.id)
  const asked = await ask(first, ids, year)
  const staff: Actor[] = []
  for (const [at, one] of asked.entries()) {
    const { person } = must(
      sections.find(({ section }) => section.id === one.department),
      'a section',
    )
    const ctx = on('2012-04-02', author)
    await name(ctx, one.id, person)
    await appoint(ctx, one.id)
    const who = must(await actorOf(ctx.db, person, '2012-04-02'), 'a liaison')
    staff.push(who)
    // Two thirds keep their days; the others are late, as everywhere.
    if (at % 3 !== 2) await workOf(on, who, one.department)
  }
  const planned = await planTraining(on('2012-06-01', author), {
    title: '協働入門研修',
    level: 'beginner',
    heldOn: '2012-07-10',
    place: '対馬市交流センター',
    materials: '市民協働推進指針を読んできてください。',
  })
  await invite(on('2012-06-01', author), planned.id)
  const came = staff.slice(0, 4)
  await markAttendance(
    on('2012-07-11', author),
    planned.id,
    came.map((one) => one.id),
  )
  const [writer] = came
  if (writer)
    await report(
      on('2012-07-12', writer),
      planned.id,
      '相談をはじめに受ける人が決まっていることが大事だとわかりました。課の電話の横に名簿をはります。',
    )
}

/** 平成25年度: asked ahead of April; some heads have named somebody, who waits to be appointed. */
export async function nextYearDemo(
  on: (day: string, actor: Actor) => Ctx,
  author: Actor,
): Promise<void> {
  const ctx = on('2013-02-25', author)
  const begin = '2013-04-01'
  const served = await serviceBetween(ctx.db, begin, begin)
  const sections = (await sectionsOn(ctx.db, begin)).slice(0, 6)
  const asked = await ask(
    ctx,
    sections.map(({ id }) => id),
    year + 1,
  )
  for (const one of asked.slice(0, 3)) {
    const person = served.find(({ department }) => department === one.department)
    if (person) await name(on('2013-03-04', author), one.id, person.user)
  }
}

/** The hand-overs of April 2013, prepared a month ahead as the nightly job does it. */
export async function handOverDemo(on: (day: string, actor: Actor) => Ctx): Promise<void> {
  const ctx = on('2013-03-01', commandLine)
  await prepareAll(ctx, belongings)
}

async function workOf(on: (day: string, actor: Actor) => Ctx, who: Actor, department: string) {
  const ctx = on('2012-08-20', who)
  await saveInventory(
    ctx,
    { department, fiscalYear: year, version: 0 },
    [
      {
        work: '広報紙の記事づくり',
        now: '職員だけで取材しています',
        partner: '高校、地域マネージャー',
        form: 'coHosting',
        season: '毎月',
        remark: 'まず1つの号でためします',
      },
    ],
    true,
  )
  const cases = (await tasks(ctx.db, year, department)).find((t) => t.kind === 'cases')
  if (!cases) return
  const note = '地区の清掃と名所の案内板づくりを、区と課でいっしょに行いました。'
  await record(on('2012-12-10', who), cases.id, { note, count: null, link: '', file: null })
}
