import { beforeAll, expect, test } from 'vitest'
import { prepareAll } from '#domains/handovers/actions/hand.ts'
import { tellLate } from '#domains/handovers/actions/remind.ts'
import { postMorning } from '#domains/notices/actions/morning.ts'
import { clock, dutyOf } from '#domains/staff/roles.ts'
import type { Actor } from '#platform/actor.ts'
import { type Browser, browser } from '#testing/browser.ts'
import { people } from '#testing/people.ts'
import { belongings } from '../src/belongings.ts'
import { dues, staffOf } from '../src/post-room.ts'
import { formTo, onward, send } from './support/desk.ts'
import { readable } from './support/html.ts'

/** 引継ぎの遅れ: first whoever goes is reminded, then the head and the successor; in the list of the section too. */
const person = (id: string, name: string, role: 'section-staff' | 'section-head') =>
  ({
    id: `per_${id}`,
    name,
    duties: [dutyOf(role, { sections: ['総務部'] })],
    department: '総務部',
  }) as const satisfies Actor
const goes = person('goes', '上県花子', 'section-staff')
const comes = person('comes', '佐護三郎', 'section-staff')
const head = person('soumukacho', '総務課長', 'section-head')

let site: Browser
beforeAll(async () => {
  site = await browser('2013-03-01T09:00:00+09:00')
  for (const one of [people.author, head, goes, comes, people.other]) await site.as(one)
  const set = (id: string, span: { from_on?: string; until_on?: string }) =>
    site.db
      .updateTable('staff_assignment')
      .set({ ...span, post: '係長' })
      .where('user_id', '=', id)
      .execute()
  await set(goes.id, { until_on: '2013-03-31' })
  await set(comes.id, { from_on: '2013-04-01' })
})

const day = (date: string) => site.at(`${date}T06:00:00+09:00`)
const night = async (date: string) => {
  day(date)
  await prepareAll(site.ctx(clock), belongings)
  return tellLate(site.ctx(clock))
}
const desk = async (who: Actor) => {
  await site.as(who)
  return readable(await site.text('/desk'))
}
const told = async (kind: string) => {
  const rows = await site.db
    .selectFrom('notice')
    .innerJoin('notice_recipient as r', 'r.notice_id', 'notice.id')
    .select('r.recipient_id')
    .where('notice.kind', '=', kind)
    .orderBy('r.recipient_id')
    .execute()
  return rows.map((row) => row.recipient_id)
}
const pass = '総務部上県花子さんの引継ぎを渡す'
const receive = '総務部上県花子さんの引継ぎを受け取る'

test('more than two weeks ahead nobody is bothered', async () => {
  expect(await night('2013-03-16')).toBe(0)
  expect(await desk(goes)).not.toContain(pass)
})

test('from two weeks ahead it stands among what whoever goes has to do, and they are told once', async () => {
  expect(await night('2013-03-18')).toBe(1)
  expect(await night('2013-03-19')).toBe(0)
  expect(await told('handovers.ending')).toEqual([goes.id])
  expect(await desk(goes)).toContain(pass)
  // Whoever comes has no way in before their first day.
  for (const other of [head, people.author, people.other])
    expect(await desk(other)).not.toContain(pass)
})

test('and in the morning digest, and in the list of the section', async () => {
  day('2013-03-21')
  await postMorning(site.ctx(clock), await staffOf(site.db, '2013-03-21'), dues)
  expect(await told('notices.morning')).toContain(goes.id)
  await site.as(head)
  const { department_id } = await site.db
    .selectFrom('staff_assignment')
    .select('department_id')
    .where('user_id', '=', goes.id)
    .executeTakeFirstOrThrow()
  const section = readable(await site.text(`/desk/liaisons/sections/${department_id}`))
  expect(section).toContain(pass)
  expect(section).toContain('これから')
})

test('after the last day the head is asked, and head, giver and successor are told once', async () => {
  expect(await night('2013-04-01')).toBe(1)
  expect(await night('2013-04-02')).toBe(0)
  expect(await told('handovers.late')).toEqual([comes.id, goes.id, head.id])
  const said = await desk(head)
  expect(said).toContain('期限を過ぎた')
  expect(said).toContain(pass)
  expect(await desk(comes)).not.toContain(pass)
})

test('where a section has no head, its deputy is asked and told, else the secretariat; both read why', async () => {
  expect(await desk(people.author)).not.toContain(pass)
  const rank = (to: 'head' | 'deputy' | 'member') =>
    site.db
      .updateTable('staff_assignment')
      .set({ rank: to })
      .where('user_id', '=', head.id)
      .execute()
  // As on the first night: nobody was told yet.
  const again = async () => {
    await site.db.deleteFrom('notice').where('kind', '=', 'handovers.late').execute()
    expect(await night('2013-04-02')).toBe(1)
    return told('handovers.late')
  }
  await rank('deputy')
  expect(await desk(people.author)).not.toContain(pass)
  expect(await desk(head)).toContain(`${pass}(所属長がいないため)`)
  expect(await again()).toEqual([comes.id, goes.id, head.id])
  await rank('member')
  expect(await desk(people.author)).toContain(`${pass}(所属長も代理もいないため)`)
  const asked = await again()
  expect(asked).toContain(people.author.id)
  expect(asked).not.toContain(head.id)
  await site.as(people.author)
  expect(readable(await site.text('/desk/notices'))).toContain(
    'いま所属長も代理もいないので、事務局にお知らせしています',
  )
  await rank('head')
})

test('passed, it waits for the successor; two weeks later for both; received, for the head; closed, for nobody', async () => {
  await site.as(head)
  const { id } = await site.db.selectFrom('handover').select('id').executeTakeFirstOrThrow()
  const path = `/desk/handovers/${id}`
  onward(await send(site, path, {}, formTo(/\/pass$/)))
  expect(await desk(comes)).toContain(receive)
  expect(await desk(head)).not.toContain(receive)
  expect(await night('2013-04-15')).toBe(1)
  expect(await night('2013-04-16')).toBe(0)
  expect(await desk(head)).toContain(receive)
  await site.as(comes)
  onward(await send(site, path, {}, formTo(/\/receive$/)))
  expect(await desk(comes)).not.toContain(receive)
  expect(await desk(head)).toContain('の引継ぎを終える')
  onward(await send(site, path, {}, formTo(/\/close$/)))
  expect(await desk(head)).not.toContain('引継ぎを終える')
  expect(await night('2013-05-01')).toBe(0)
  expect(site.bugs).toEqual([])
})
