import { randomBytes } from 'node:crypto'
import { beforeEach, expect, test } from 'vitest'
import { sealedIn } from '#domains/residents/store/sealed.ts'
import { commandLine } from '#domains/staff/roles.ts'
import type { Actor } from '#platform/actor.ts'
import type { Ctx } from '#platform/context.ts'
import { must } from '#platform/must.ts'
import { rotate, sealOpen, verifySeals } from '#platform/rotation.ts'
import { type SealKey, sealWith } from '#platform/seal.ts'
import type { SealedColumn } from '#platform/sealed.ts'
import { contextOf } from '#testing/browser.ts'
import { emptyDatabase, testDatabase } from '#testing/database.ts'
import { sealOneOfEach, typed } from '#testing/sealed.ts'
import { sealedColumns } from '../sealed.ts'
import { sealRotate, sealVerify } from './seal.ts'

const root = randomBytes(32)
const old: SealKey = { name: '2025', bytes: randomBytes(32) }
const fresh: SealKey = { name: '2026', bytes: randomBytes(32) }
const now = new Date('2026-05-01T09:00:00+09:00')
const database = await testDatabase()
const { db } = database
const under = (keys: readonly [SealKey, ...SealKey[]], actor: Actor = commandLine): Ctx => ({
  ...contextOf(db, actor, now),
  seal: sealWith(keys, root),
})
const [before, both, after] = [under([old]), under([fresh, old]), under([fresh])]
const wrong = (found: Awaited<ReturnType<typeof verifySeals>>) =>
  found.filter((one) => one.old || one.broken.length)

async function run(command: typeof sealRotate, ctx: Ctx, flags: Record<string, boolean> = {}) {
  const lines: string[] = []
  const io = { cwd: '', out: (l: string) => lines.push(l), err: (l: string) => lines.push(l) }
  const call = { io, args: [], flags }
  const code = await command.run(call, { database, ctx, filesDir: '', origin: 'http://localhost' })
  return { code, text: lines.join('') }
}

beforeEach(async () => {
  await emptyDatabase(database)
  await sealOneOfEach((actor) => under([old], actor))
})

test('after a rotation everything opens without the old key, and nothing did before', async () => {
  expect(wrong(await verifySeals(before, sealedColumns))).toEqual([])
  const early = await verifySeals(after, sealedColumns)
  for (const { name, all, broken } of early) expect([name, broken.length]).toEqual([name, all])
  for (const { name, all } of early) expect(all, `${name} holds something`).toBeGreaterThan(0)

  const counted = await run(sealRotate, both, { 'dry-run': true })
  expect(counted.text).toContain('resident_contact.sealed\t古い鍵 3件')
  expect((await run(sealVerify, after)).code).toBe(1)

  expect((await run(sealRotate, both)).code).toBe(0)
  const late = await verifySeals(after, sealedColumns)
  expect(wrong(late)).toEqual([])
  expect(late.map(({ all }) => all)).toEqual(early.map(({ all }) => all))
  expect((await run(sealVerify, after)).code).toBe(0)
  const [contact] = await db.selectFrom('resident_contact').selectAll().execute()
  const { id, sealed } = must(contact, 'a contact')
  expect(Object.values(typed)).toContain(after.seal.open(sealed, sealedIn.contact.place(id)))
})

test('what was sealed anew stands in the ledger, by column and number only', async () => {
  await rotate(both, sealedColumns)
  const facts = await db
    .selectFrom('ledger')
    .select(['subject_id', 'detail'])
    .where('fact', '=', 'seal.rotated')
    .execute()
  expect(facts.map((f) => f.subject_id).toSorted()).toEqual(
    sealedColumns.map(({ name }) => name).toSorted(),
  )
  expect(facts.find((f) => f.subject_id === 'resident_contact.sealed')?.detail).toEqual({
    count: 3,
  })
})

test('stopped half-way, it goes on from there', async () => {
  const once: SealedColumn = {
    ...sealedIn.contact,
    after: async (reader, id) => (id ? [] : await sealedIn.contact.after(reader, '', 1)),
  }
  await rotate(both, [once])
  expect(await verifySeals(both, [sealedIn.contact])).toMatchObject([{ all: 3, old: 2 }])
  const done = await rotate(both, sealedColumns)
  expect(done.get('resident_contact.sealed')).toEqual({ count: 2, broken: [] })
  const again = await rotate(both, sealedColumns)
  expect([...again.values()].every(({ count }) => count === 0)).toBe(true)
})

test('what somebody writes meanwhile stays theirs', async () => {
  let theirs = ''
  const busy: SealedColumn = {
    ...sealedIn.contact,
    after: async (reader, id, limit) => {
      const rows = await sealedIn.contact.after(reader, id, limit)
      const [first] = rows
      if (!first) return rows
      theirs = both.seal.seal('09205200000', sealedIn.contact.place(first.id))
      await both.record(async (tx) => {
        await sealedIn.contact.put(tx, first, theirs)
        return [undefined, { fact: 'resident.contact-changed', subject: first.id, basis: 'test' }]
      })
      return rows
    },
  }
  expect((await rotate(both, [busy])).get('resident_contact.sealed')?.count).toBe(2)
  const rows = await db.selectFrom('resident_contact').select('sealed').execute()
  expect(rows.map(({ sealed }) => sealed)).toContain(theirs)
})

test('a text moved to another person’s row is found, named by its row only, and stops nothing', async () => {
  const contacts = () => db.selectFrom('resident_contact').selectAll().orderBy('id').execute()
  const [a, b] = await contacts()
  await db
    .updateTable('resident_contact')
    .set({ sealed: must(a, 'a contact').sealed })
    .where('id', '=', must(b, 'another').id)
    .execute()
  const { code, text } = await run(sealRotate, both)
  expect(code).toBe(1)
  expect(text).toContain(`開けない 1件: ${b?.id}`)
  expect(await verifySeals(both, [sealedIn.contact])).toMatchObject([
    { all: 3, old: 1, broken: [b?.id] },
  ])
})

test('what lay open before its column was sealed is sealed at the next start, each text once', async () => {
  const columns = sealedColumns.filter(({ wasOpen }) => wasOpen)
  expect(columns.map(({ name }) => name)).toEqual(
    expect.arrayContaining(['resident_check.reason', 'moderation_decision.reason']),
  )
  const check = await db
    .selectFrom('resident_check')
    .select('id')
    .where('reason', '<>', '')
    .executeTakeFirstOrThrow()
  const open = '隣の家の人の話による'
  await db.updateTable('resident_check').set({ reason: open }).where('id', '=', check.id).execute()
  // As it lay before: a decision keeps its words, so a new one stands for the old ones.
  const { id: caseId } = await db
    .selectFrom('moderation_case')
    .select('id')
    .executeTakeFirstOrThrow()
  const row = { id: 'mde_before', case_id: caseId, at: now, by_id: 'per_x', action: 'warn' }
  await db
    .insertInto('moderation_decision')
    .values({ ...row, reason: open })
    .execute()
  expect((await run(sealVerify, both)).code).toBe(1)

  expect(await sealOpen(both, sealedColumns)).toBe(2)
  expect(await sealOpen(both, sealedColumns)).toBe(0)
  const [kept] = await db
    .selectFrom('resident_check')
    .select('reason')
    .where('id', '=', check.id)
    .execute()
  expect(both.seal.open(must(kept, 'the check').reason, sealedIn.check.place(check.id))).toBe(open)
  expect((await run(sealVerify, both)).code).toBe(0)

  // Nothing else of a decision can be changed, sealed or not, nor its reason turned back into open words.
  const change = (set: Record<string, string>) =>
    db.updateTable('moderation_decision').set(set).where('id', '=', 'mde_before').execute()
  await expect(change({ reason: open })).rejects.toThrow('refuses update')
  await expect(change({ action: 'keep', reason: 's1.x.y.z' })).rejects.toThrow('refuses update')
})
