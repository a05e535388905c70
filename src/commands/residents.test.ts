import { randomBytes } from 'node:crypto'
import { expect, test } from 'vitest'
import { ownContacts } from '#domains/residents/actions/contacts.ts'
import { follow } from '#domains/residents/actions/receipts.ts'
import { anonymous } from '#platform/actor.ts'
import type { Ctx } from '#platform/context.ts'
import { type SealKey, sealWith } from '#platform/seal.ts'
import { contextOf } from '#testing/browser.ts'
import { testDatabase } from '#testing/database.ts'
import { rotate, sealed, verifySeals } from './residents.ts'

const root = randomBytes(32)
const old: SealKey = { name: '2025', bytes: randomBytes(32) }
const fresh: SealKey = { name: '2026', bytes: randomBytes(32) }
const now = new Date('2026-05-01T09:00:00+09:00')
const counts = (found: Awaited<ReturnType<typeof verifySeals>>) =>
  found.map(({ all, old, broken }) => [all, old, broken.length])

test('what an old key sealed is sealed anew, also after a stop, and opens without the old key', async () => {
  const { db } = await testDatabase()
  const under = (...keys: [SealKey, ...SealKey[]]): Ctx => ({
    ...contextOf(db, anonymous, now),
    seal: sealWith(keys, root),
  })
  const before = under(old)
  const contact = { kind: 'phone', text: '0920521234' } as const
  const made = []
  for (let i = 0; i < 3; i++)
    made.push(await follow(before, { subject: 'plan:2013', channel: 'web', locale: 'ja', contact }))
  const both = under(fresh, old)
  expect(counts(await verifySeals(both))[0]).toEqual([3, 3, 0])

  // Stopped after the first batch: the first row is done, and nothing is lost.
  const [contacts] = sealed
  const first = contacts && {
    ...contacts,
    after: async (...[reader, id]: Parameters<typeof contacts.after>) =>
      id ? [] : await contacts.after(reader, '', 1),
  }
  await rotate(both, first ? [first] : [])
  expect(counts(await verifySeals(both))[0]).toEqual([3, 2, 0])

  expect((await rotate(both)).get('resident_contact.sealed')).toBe(2)
  expect((await rotate(both)).get('resident_contact.sealed')).toBe(0)
  const after = under(fresh)
  expect(counts(await verifySeals(after))[0]).toEqual([3, 0, 0])
  for (const { receipt } of made)
    expect((await ownContacts(after, receipt.id))[0]?.text).toBe(contact.text)
})

test('a text that was moved to another person’s row is found, and named by its row only', async () => {
  const { db } = await testDatabase()
  const [a, b] = await db
    .selectFrom('resident_contact')
    .select(['id', 'sealed'])
    .orderBy('id')
    .execute()
  await db
    .updateTable('resident_contact')
    .set({ sealed: a?.sealed ?? '' })
    .where('id', '=', b?.id ?? '')
    .execute()
  const found = await verifySeals({
    ...contextOf(db, anonymous, now),
    seal: sealWith([fresh], root),
  })
  expect(found[0]?.broken).toEqual([b?.id])
})
