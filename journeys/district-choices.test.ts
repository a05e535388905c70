import { beforeAll, expect, test } from 'vitest'
import { add, close } from '#domains/districts/actions.ts'
import { districtNamed, districts } from '#domains/districts/index.ts'
import { addMember } from '#domains/staff/actions/members.ts'
import { actorOf } from '#domains/staff/store/people.ts'
import { type Actor, holds } from '#platform/actor.ts'
import { must } from '#platform/must.ts'
import { type Browser, browser } from '#testing/browser.ts'
import { people } from '#testing/people.ts'
import { onward } from './support/desk.ts'
import { readable } from './support/html.ts'
import { enter, sendFrom } from './support/residents.ts'

/** 地区 where somebody chooses one: a resident's own page, and the duty of a member of staff. */
let site: Browser
let manager: Actor['id']
const merged = '2013-05-01'
beforeAll(async () => {
  site = await browser('2013-02-01T09:00:00+09:00')
})

const idOf = async (name: string) => must(districtNamed(await districts(site.db), name), name).id
const profile = (district: string) =>
  sendFrom(site, '/me/profile', /\/profile$/, { nickname: 'はな', district })
const chosen = async (): Promise<string | null> =>
  JSON.parse(await site.text('/me/data.json')).profile.district
const option = (html: string, value: string) =>
  new RegExp(`<option value="${value}"( selected(="")?)?>`).exec(html)?.[0]

test('without a list a district is written in words, and stays so when the city has one', async () => {
  await enter(site, 'hana@example.jp')
  expect((await profile('北の浜')).status).toBe(303)
  for (const name of ['厳原', '峰'])
    await add(site.ctx(people.author), { name, reading: '', en: '', ko: '', from: '2012-04-01' })
  expect(option(await site.text('/me/profile'), '北の浜')).toContain('selected')
  expect((await profile('北の浜')).status).toBe(303)
  expect(await chosen()).toBe('北の浜')
})

test('with a list nothing else can be said, but その他 can, in the reader’s words', async () => {
  const refused = await profile('南の港')
  expect(refused.status).toBe(422)
  expect(await refused.text()).toContain('はな')
  expect(await chosen()).toBe('北の浜')
  expect((await profile('other')).status).toBe(303)
  expect(option(await site.text('/me/profile'), 'other')).toContain('selected')
  expect(await chosen()).toBe('その他')
  // What was written before is gone with the choice: nobody can say it again.
  expect((await profile('北の浜')).status).toBe(422)
})

const newColleague = async () =>
  (
    await addMember(
      site.ctx(people.author),
      { name: '地区担当', email: 'chiku@example.jp', role: 'reviewer', department: null },
      'あおぞら くるま めだか 3058',
      async (password) => `not a password: ${password.length}`,
    )
  ).id

const grant = (over: Readonly<Record<string, string>>) =>
  site.post(`/desk/staff/people/${manager}/duties`, {
    ...{ role: 'area-manager', department: '', scheme: '', from: '2013-02-01', until: '' },
    ...{ reason: '地区担当の指名', ...over },
  })

test('a duty’s district is one of the list; another is refused with all that was typed', async () => {
  await site.as(people.author)
  manager = await newColleague()
  const page = await site.text(`/desk/staff/people/${manager}?do=grant`)
  expect(option(page, await idOf('峰'))).toBeDefined()
  const refused = await grant({ district: '北の浜' })
  expect(refused.status).toBe(422)
  expect(await refused.text()).toContain('地区担当の指名')
  expect(onward(await grant({ district: await idOf('峰') }))).toContain('granted')
  expect(readable(await site.text(`/desk/staff/people/${manager}`))).toContain('峰')
})

test('when its district is merged the duty goes along, from that day and not before', async () => {
  const [mine, izuhara] = [await idOf('峰'), await idOf('厳原')]
  await close(site.ctx(people.author), mine, 1, { last: '2013-04-30', into: izuhara })
  const reads = async (day: string, district: string) => {
    const actor = must(await actorOf(site.db, manager, day), 'the manager')
    return holds(actor, 'words.reader', { districts: [district] })
  }
  expect(await reads('2013-04-30', mine)).toBe(true)
  expect(await reads('2013-04-30', izuhara)).toBe(false)
  expect(await reads(merged, izuhara)).toBe(true)
  // What was filed under the old name is still theirs.
  expect(await reads(merged, mine)).toBe(true)
  site.at(`${merged}T09:00:00+09:00`)
  await site.as(people.author)
  expect(readable(await site.text(`/desk/staff/people/${manager}`))).toContain('厳原')
})
