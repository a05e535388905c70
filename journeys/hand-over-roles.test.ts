import { beforeAll, describe, expect, test } from 'vitest'
import { workflow } from '#domains/handovers/workflow.ts'
import { dutyOf } from '#domains/staff/roles.ts'
import type { Actor } from '#platform/actor.ts'
import { must } from '#platform/must.ts'
import { type Browser, browser } from '#testing/browser.ts'
import { testDatabase } from '#testing/database.ts'
import { people } from '#testing/people.ts'
import { demoCity } from './support/city.ts'
import { onward } from './support/desk.ts'
import { facts, lastSeq } from './support/plan.ts'

/** 引継ぎ: each step, by everybody who has something to do with the section, and by some who have not. */
const serving = (id: string, role: 'section-staff' | 'section-head', section = '総務部') =>
  ({
    id: `per_${id}`,
    name: `見本 ${id}`,
    duties: [dutyOf(role, { sections: [section] })],
    department: section,
  }) as const satisfies Actor

const cast = {
  giver: serving('giver', 'section-staff'),
  receiver: serving('receiver', 'section-staff'),
  head: serving('kacho', 'section-head'),
  organiser: people.author,
  colleague: serving('colleague', 'section-staff'),
  auditor: people.viewer,
  bulletin: { id: 'per_bulletin', name: '広報', duties: [dutyOf('bulletin-editor')] },
  elsewhere: serving('elsewhere', 'section-head', '福祉部'),
  resident: people.resident,
} as const satisfies Record<string, Actor>
type Role = keyof typeof cast
const roles = Object.keys(cast) as Role[]

const deciders = ['giver', 'head', 'organiser'] as const
/** Who may take each step, in the order in which a hand-over goes. */
const steps: readonly (readonly [step: string, by: readonly Role[]])[] = [
  ['prepare', deciders],
  ['choose', deciders],
  ['note', deciders],
  ['pass', deciders],
  ['receive', ['receiver']],
  ['close', ['head', 'organiser']],
]

let site: Browser
beforeAll(async () => {
  site = await demoCity('2013-03-11T09:00:00+09:00')
})

test('the table here has every step of the flow, and the same people', () => {
  const known = new Map(steps)
  for (const [step, { by, to }] of Object.entries(workflow)) {
    // To pass one thing alone is to pass; looking is asked below.
    if (step === 'passOne' || /^read/.test(step)) continue
    expect([step, known.get(step)?.toSorted()]).toEqual([step, [...by].toSorted()])
    expect(to).not.toBe('nothing')
  }
  expect(known.size).toBe(Object.keys(workflow).filter((one) => !/^read|passOne/.test(one)).length)
})

/** Each of those who may, takes the steps of a hand-over of their own. */
describe.each(deciders)('where the %s takes the steps', (decider) => {
  const hour = 9 + 2 * deciders.indexOf(decider)
  const march = `2013-03-11T${String(hour).padStart(2, '0')}:00:00+09:00`
  const april = march.replace('03-11', '04-02')
  /** Each at a machine of their own: nobody signs in anew for every step. */
  const desks = new Map<Role, Browser>()
  const desk = (role: Role) => must(desks.get(role), role)
  const goes = decider === 'giver' ? cast.giver : serving(`goes${decider}`, 'section-staff')
  const actors: Readonly<Record<Role, Actor>> = { ...cast, giver: goes }
  let assignment = ''
  let path = ''
  beforeAll(async () => {
    for (const role of roles) {
      const own = await browser(march, await testDatabase())
      await own.as(actors[role])
      desks.set(role, own)
    }
    await site.db
      .updateTable('staff_assignment')
      .set({ until_on: '2013-03-31' })
      .where('user_id', '=', goes.id)
      .execute()
    const row = await site.db
      .selectFrom('staff_assignment')
      .select('id')
      .where('user_id', '=', goes.id)
      .executeTakeFirst()
    assignment = must(row, 'a post').id
  })
  const take = (role: Role, step: string) =>
    step === 'prepare'
      ? desk(role).post('/desk/handovers/prepare', { assignment })
      : desk(role).post(`${path}/${step}`, {
          successor: cast.receiver.id,
          note: '書類は棚にあります。',
        })

  test.each(steps)('%s', async (step, by) => {
    if (step === 'receive') for (const one of desks.values()) one.at(april)
    const since = await lastSeq(site.db)
    // Whoever has no post any more does not even come in: see journeys/april-first.test.ts.
    const left = step === 'receive' || step === 'close' ? ['giver'] : []
    for (const role of roles.filter((one) => !by.includes(one) && !left.includes(one))) {
      const answer = await take(role, step)
      expect([step, role, answer.status]).toEqual([step, role, role === 'resident' ? 303 : 403])
      if (role === 'resident') expect(onward(answer)).toMatch(/^\/sign-in/)
    }
    const done = async () =>
      (await facts(site.db, since)).filter(({ fact }) => fact.startsWith('handover.'))
    expect(await done()).toEqual([])
    const one = by.includes(decider) ? decider : must(by[0], 'somebody')
    const location = onward(await take(one, step))
    if (step === 'prepare') path = must(location.split('?')[0], 'an address')
    const [fact] = await done()
    expect(fact?.actor).toBe(actors[one].id)
  })

  test('it is over, and nobody takes any step again', async () => {
    for (const role of ['receiver', 'head', 'organiser'] as const) {
      for (const step of ['choose', 'note', 'pass', 'receive', 'close'])
        expect([403, 409, 422]).toContain((await take(role, step)).status)
    }
    expect([...desks.values()].flatMap(({ bugs }) => bugs)).toEqual([])
  })

  test('it is read by those whom it concerns, and by those who look after all', async () => {
    for (const [role, status] of [
      ['receiver', 200],
      ['head', 200],
      ['organiser', 200],
      ['colleague', 200],
      ['auditor', 200],
      ['elsewhere', 403],
      ['bulletin', 403],
      ['resident', 303],
    ] as const) {
      expect([role, (await desk(role).get(path)).status]).toEqual([role, status])
    }
  })
})
