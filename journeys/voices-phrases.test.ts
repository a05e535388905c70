import { expect, test } from 'vitest'
import { clock } from '#domains/staff/roles.ts'
import { forgetPhrases } from '#domains/voices/actions/slips.ts'
import { must } from '#platform/must.ts'
import { demoCity } from './support/city.ts'

test('a phrase waits thirty days on the desk for whoever comes for their slip, and no longer', async () => {
  const site = await demoCity()
  const rows = await site.db.selectFrom('voice_entry').select('id').limit(2).execute()
  const [young, old] = [must(rows[0], 'an entry').id, must(rows[1], 'another').id]
  await site.db.updateTable('voice_entry').set({ phrase: '' }).execute()
  const now = +site.ctx(clock).now
  const waitsSince = (id: string, at: number) =>
    site.db
      .updateTable('voice_entry')
      .set({ phrase: 'sealed', typed_at: new Date(at) })
      .where('id', '=', id)
      .execute()
  const days = 30 * 86_400_000
  await waitsSince(young, now - days + 1000)
  await waitsSince(old, now - days - 1000)

  expect(await forgetPhrases(site.ctx(clock))).toBe(1)
  const left = await site.db
    .selectFrom('voice_entry')
    .select('id')
    .where('phrase', '<>', '')
    .execute()
  expect(left).toEqual([{ id: young }])
  expect(await forgetPhrases(site.ctx(clock))).toBe(0)
  expect(site.bugs).toEqual([])
})
