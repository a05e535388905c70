import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { beforeAll, expect, test } from 'vitest'
import { termsOn } from '#domains/audit/store.ts'
import { clock } from '#domains/staff/roles.ts'
import { carryOut, dueOf } from '#platform/retention.ts'
import type { Browser } from '#testing/browser.ts'
import { browser } from '#testing/browser.ts'
import { people } from '#testing/people.ts'
import { retentionRun } from '../src/commands/ledger.ts'
import { retentions } from '../src/retentions.ts'
import { tomoni } from './support/command.ts'
import { onward, send } from './support/desk.ts'
import { readable } from './support/html.ts'

let site: Browser
const folder = mkdtempSync(join(tmpdir(), 'tomoni-retention-'))
const page = '/desk/audit/retention'
const term = `${page}/staff.session`
const tokens = async () =>
  (await site.db.selectFrom('staff_session').select('token').orderBy('token').execute()).map(
    (row) => row.token,
  )

beforeAll(async () => {
  site = await browser('2013-02-20T09:00:00+09:00')
  await site.as(people.protector)
  const at = new Date('2013-02-10T09:00:00+09:00')
  const session = { user_id: people.protector.id, created_at: at, updated_at: at }
  const ends = ['02-15', '02-18', '02-19', '02-20']
  for (const day of ends)
    await site.db
      .insertInto('staff_session')
      .values({
        ...session,
        id: `ses_${day}`,
        token: `of ${day}`,
        expires_at: new Date(`2013-${day}T12:00:00+09:00`),
      })
      .execute()
})

test('the officer sets a longer term from tomorrow on, with a reason; never from today', async () => {
  const today = await send(site, term, { amount: '2', from: '2013-02-20', reason: '要綱の改正' })
  expect(today.status).toBe(422)
  const back = await today.text()
  expect(back).toContain('明日より後の日を入れてください')
  expect(back).toContain('要綱の改正')
  const empty = await send(site, term, { amount: '', from: '', reason: '' })
  expect(empty.status).toBe(422)
  expect((await empty.text()).match(/class="field wrong"/g)).toHaveLength(3)
  const set = await send(site, term, { amount: '2', from: '2013-02-21', reason: '要綱の改正' })
  const html = await site.text(onward(set))
  expect(html).toContain('新しい期間を決めました')
  expect(readable(html)).toContain('平成25年2月21日(木)から2日')
  const fact = await site.db
    .selectFrom('ledger')
    .select(['actor_id', 'detail'])
    .where('fact', '=', 'audit.term-set')
    .executeTakeFirstOrThrow()
  expect(fact).toEqual({
    actor_id: people.protector.id,
    detail: { before: 0, after: 2, unit: 'days', from: '2013-02-21' },
  })
})

test('the dry run shows exactly what the night then does, and the ledger keeps it', async () => {
  site.at('2013-02-21T03:15:00+09:00')
  const ctx = site.ctx(clock)
  const [sessions] = await dueOf(ctx, retentions, termsOn)
  expect(sessions?.kept).toEqual({ days: 2 })
  expect(sessions?.ids).toEqual(['ses_02-15', 'ses_02-18'])
  const before = await tokens()
  await site.as(people.viewer)
  expect(await site.text(page)).toMatch(/data-label="今夜片づけるもの">2件</)
  expect((await tokens()).filter((token) => token.startsWith('of '))).toHaveLength(4)
  const [done] = await carryOut(ctx, retentions, termsOn)
  expect(done?.ids).toEqual(sessions?.ids)
  const after = await tokens()
  expect(before.filter((token) => !after.includes(token))).toEqual(['of 02-15', 'of 02-18'])
  const facts = await site.db
    .selectFrom('ledger')
    .select(['actor_id', 'subject_id', 'detail'])
    .where('fact', '=', 'retention.carried-out')
    .execute()
  expect(facts).toEqual([
    {
      actor_id: 'sys_clock',
      subject_id: 'staff.session',
      detail: { count: 2, afterwards: 'delete', days: 2 },
    },
  ])
  const html = await site.text(page)
  expect(readable(html)).toContain('平成25年2月21日(木)2件')
  expect(html).toMatch(/data-label="今夜片づけるもの">0件</)
})

test('a night on which nothing is due leaves no entry', async () => {
  const count = () => site.db.selectFrom('ledger').select('seq').execute()
  const before = await count()
  await carryOut(site.ctx(clock), retentions, termsOn)
  expect(await count()).toEqual(before)
})

test('the command shows it without doing it, and does it', async () => {
  const due = async () => {
    const shown = await tomoni(site, retentionRun, folder, [], { 'dry-run': true, json: true })
    const classes = JSON.parse(shown.out) as readonly { name: string; count: number }[]
    return classes.find(({ name }) => name === 'staff.session')?.count
  }
  const before = await due()
  expect(before).toBeGreaterThan(0)
  expect(await due()).toBe(before)
  const ran = await tomoni(site, retentionRun, folder, [])
  expect(ran.out).toContain(`staff.session\t${before}件\t`)
  expect(await due()).toBe(0)
})

test('who may read cannot set, and who has no part in it sees nothing', async () => {
  await site.as(people.viewer)
  expect(await site.text(page)).not.toContain(term)
  expect((await site.get(term)).status).toBe(403)
  expect((await site.post(term, { amount: '0', from: '2013-03-01', reason: 'x' })).status).toBe(403)
  await site.as(people.officer)
  expect((await site.get(page)).status).toBe(403)
  await site.as(people.protector)
  expect((await site.get(`${page}/no.class`)).status).toBe(404)
  expect(site.bugs).toEqual([])
})
