import { expect, test } from 'vitest'
import type { Actor } from '#platform/actor.ts'
import { browser } from '#testing/browser.ts'
import { people } from '#testing/people.ts'
import { followersDemo, residentDemo } from './residents.ts'

test('the demo has residents of every kind, and none of their words lies open', async () => {
  const site = await browser()
  const on = (day: string, actor: Actor) => {
    site.at(`${day}T10:00:00+09:00`)
    return site.ctx(actor)
  }
  await followersDemo(on, '2012-04-03', '2013-03-05')
  await residentDemo(on, people.author)
  const receipts = await site.db.selectFrom('resident_receipt').selectAll().execute()
  const persons = await site.db.selectFrom('resident_person').selectAll().execute()
  const checks = await site.db.selectFrom('resident_check').select(['way', 'state']).execute()
  expect(receipts.length + persons.length).toBeGreaterThanOrEqual(25)
  expect(checks.map((c) => c.way).toSorted()).toEqual([
    'counter',
    'letter',
    'letter',
    'register',
    'register',
  ])
  const contacts = await site.db.selectFrom('resident_contact').selectAll().execute()
  const ledger = await site.db.selectFrom('ledger').select(['fact', 'detail']).execute()
  expect(JSON.stringify([contacts, ledger])).not.toMatch(/example\.jp|見本|0920000/)
  // Whoever opened the contact read what was added to it too, and the person is told so.
  const openings = await site.db.selectFrom('resident_opening').select('fields').execute()
  expect(openings.map(({ fields }) => fields)).toContainEqual(['phone', 'addition'])
})
