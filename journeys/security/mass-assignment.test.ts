import { beforeAll, expect, test } from 'vitest'
import type { Browser } from '#testing/browser.ts'
import { people } from '#testing/people.ts'
import { demoCity } from '../support/city.ts'
import { formTo, onward, send } from '../support/desk.ts'
import { itemIn, planIn } from '../support/plan.ts'

/** Fields that some record has and no form may set. */
const smuggled = {
  id: 'itm_stolen',
  planId: 'pln_other',
  plan_id: 'pln_other',
  groupId: 'grp_other',
  group_id: 'grp_other',
  code: '9-9',
  position: '99',
  state: 'archived',
  authors: '',
  decidedBy: 'per_author',
  decided_by: 'per_author',
  decidedOn: '2000-01-01',
  publishedOn: '2000-01-01',
  fiscalYear: '2099',
  fiscal_year: '2099',
  role: 'secretariat',
  roles: 'secretariat',
  userId: 'per_head',
  actor: 'per_head',
  proposedBy: 'per_head',
  approvedBy: 'per_head',
  approvedOn: '2000-01-01',
  search: '',
  '__proto__.polluted': 'yes',
  'constructor.prototype.polluted': 'yes',
  ['__proto__']: 'yes',
}

let site: Browser
beforeAll(async () => {
  site = await demoCity()
  await site.as(people.author)
})

test('an item takes what its form names, and nothing else of a body', async () => {
  const before = await itemIn(site.db, 2013, '1-1')
  const form = `/desk/plans/2013/items/${before.id}`
  onward(await send(site, form, { ...smuggled, title: '新しい名前' }, formTo(form)))
  const after = await itemIn(site.db, 2013, '1-1')
  expect(after).toEqual({ ...before, title: '新しい名前', version: before.version + 1 })
})

test('so does the preface', async () => {
  const before = await planIn(site.db, 2013)
  expect(before.authors).toContain(people.author.id)
  const head = '/desk/plans/2013/head'
  onward(await send(site, head, { ...smuggled, subtitle: '新しい副題' }, formTo(head)))
  const after = await planIn(site.db, 2013)
  expect({ ...after, version: 0 }).toEqual({
    ...before,
    subtitle: '新しい副題',
    version: 0,
  })
})

test('a step of a plan’s life goes where the table says, whatever is sent with it', async () => {
  onward(await send(site, '/desk/plans/2013/steps/submit', smuggled))
  const plan = await planIn(site.db, 2013)
  expect(plan.state).toBe('council-review')
  expect(plan.fiscalYear).toBe(2013)
})

test('an amendment is proposed by who signed in, and approved by nobody yet', async () => {
  const item = await itemIn(site.db, 2012, '5-2')
  const form = `/desk/plans/2012/items/${item.id}`
  onward(await send(site, form, { ...smuggled, title: '別の名前', reason: '理由' }, formTo(form)))
  const row = await site.db
    .selectFrom('plan_amendment')
    .selectAll()
    .where('item_id', '=', item.id)
    .orderBy('proposed_at', 'desc')
    .executeTakeFirstOrThrow()
  expect([row.proposed_by, row.approved_by, row.approved_on]).toEqual([
    people.author.id,
    null,
    null,
  ])
  expect(Object.keys(row.after as object)).toEqual(['title'])
})

test('nobody becomes anybody by asking to', async () => {
  await site.as(people.viewer)
  expect((await site.get('/desk/plans/intake?role=secretariat&roles=secretariat')).status).toBe(403)
  await site.as(people.resident)
  await site.post('/sign-in', { email: 'x@example.jp', password: 'x', ...smuggled })
  expect((await site.get('/desk')).status).toBe(303)
  const roles = await site.db.selectFrom('staff_duty').select('user_id').execute()
  expect(roles.filter(({ user_id }) => user_id === 'per_stolen')).toEqual([])
  expect(Object.hasOwn(Object.prototype, 'polluted')).toBe(false)
  expect(site.bugs).toEqual([])
})

test('no page or file of the site opens accounts, and the library’s own addresses are not there', async () => {
  for (const path of [
    '/api/auth/sign-up/email',
    '/api/auth/sign-in/email',
    '/api/auth/get-session',
  ])
    for (const answer of [await site.get(path), await site.post(path, { email: 'a@b.jp' })])
      expect(answer.status).toBe(404)
})
