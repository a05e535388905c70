import { beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { claim } from '#domains/moderation/actions/decide.ts'
import { flag } from '#domains/moderation/index.ts'
import { caseById } from '#domains/moderation/store/cases.ts'
import type { Actor } from '#platform/actor.ts'
import { type Browser, browser } from '#testing/browser.ts'
import { moderators, notesToModerate } from '#testing/moderation.ts'
import { people } from '#testing/people.ts'
import { formTo, send } from '../support/desk.ts'
import { readable } from '../support/html.ts'
import { facts, lastSeq } from '../support/plan.ts'

const { notes, registry } = notesToModerate()
const { first, second, reader } = moderators
let site: Browser
let n = 0
beforeAll(async () => {
  site = await browser('2026-11-22T09:00:00+09:00', undefined, { moderated: registry })
})
beforeEach(() => site.as(first))

async function flagged(by?: Actor) {
  n += 1
  notes.set(`b${n}`, { text: `宣伝 ${n}`, author: 'res_seller' })
  const subject = { kind: 'test.note', id: `b${n}` }
  const { id } = await flag(site.ctx(people.resident), registry, subject, 'advertising', '')
  if (by) await claim(site.ctx(by), registry, id)
  return id
}
const stateOf = async (id: string) => (await caseById(site.db, id))?.state
const bulk = (action: string, cases: readonly string[], more = {}) =>
  send(site, '/desk/moderation', { action, cases, ...more }, formTo('/bulk'))
const why = { ground: 'advertising', reason: '宣伝は載せられません。' }

describe('several at once', () => {
  test('are each looked at as if alone: what may not be is passed over and named', async () => {
    const mine = [await flagged(first), await flagged(first)]
    const [theirs, closed, unclaimed] = [
      await flagged(second),
      await flagged(first),
      await flagged(),
    ]
    await bulk('keep', [closed], why)
    expect(await stateOf(closed)).toBe('kept')
    const before = await lastSeq(site.db)
    const strange = ['mod_nobody', "mod_x' or 1=1", '../x']
    const answer = await bulk('hide', [...mine, theirs, closed, unclaimed, ...strange], why)
    const page = readable(await answer.text())
    expect(answer.status).toBe(200)
    expect(page).toContain('2件を終えました')
    expect(page).toContain('6件はできませんでした')
    for (const id of [theirs, closed, unclaimed]) expect(page).toContain(id)
    for (const id of mine) expect(await stateOf(id)).toBe('hidden')
    expect(await stateOf(theirs)).toBe('claimed')
    expect(await stateOf(closed)).toBe('kept')
    expect(await stateOf(unclaimed)).toBe('flagged')
    expect((await facts(site.db, before)).map(({ fact }) => fact)).toEqual([
      'moderation.hidden',
      'moderation.hidden',
    ])
  })

  test('need a reason as a single one does', async () => {
    const id = await flagged(first)
    const page = readable(await (await bulk('hide', [id])).text())
    expect(page).toContain('1件はできませんでした')
    expect(await stateOf(id)).toBe('claimed')
  })

  test('none chosen, and an action that there is not, change nothing', async () => {
    const id = await flagged()
    expect((await bulk('claim', [])).status).toBe(422)
    expect((await bulk('overturn', [id])).status).toBe(422)
    expect(await stateOf(id)).toBe('flagged')
  })

  test('the same one twice counts once', async () => {
    const id = await flagged()
    expect(readable(await (await bulk('claim', [id, id])).text())).toContain('1件を終えました')
  })
})

test.each([
  ['a reader', reader],
  ['a section', people.officer],
])('%s cannot send the form at all', async (_who, person) => {
  const id = await flagged()
  await site.as(person)
  const answer = await site.post('/desk/moderation/bulk', { action: 'claim', cases: id })
  expect(answer.status).toBe(403)
  expect(await stateOf(id)).toBe('flagged')
})
