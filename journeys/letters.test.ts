import { execFileSync } from 'node:child_process'
import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import {
  gather,
  type LetterRoom,
  markPrinted,
  openLetters,
  putBack,
} from '#domains/notices/actions/letters.ts'
import { lettersPdf } from '#domains/notices/files.ts'
import { letterBatches, lettersWaiting } from '#domains/notices/store/letters.ts'
import { folderPost } from '#platform/mail/post.ts'
import { closePdf } from '#platform/pdf/pdf.ts'
import { siteProfile } from '#platform/site.ts'
import { type Browser, browser } from '#testing/browser.ts'
import { testDatabase } from '#testing/database.ts'
import { people } from '#testing/people.ts'
import { readable } from './support/html.ts'
import { changed, code, person, roomOf } from './support/post-room.ts'

const { author, officer } = people
const tuesday = '2026-11-24T09:00:00+09:00'
const folder = mkdtempSync(join(tmpdir(), 'tomoni-letters-'))
const at = (name: string, street: string) =>
  person(null, { letter: ['〒817-8510', `長崎県対馬市${street}`, `${name} 様`] })
const book = {
  res_hanako: at('津島 花子', '厳原町1番地'),
  res_jiro: at('見本 二郎', '美津島町2番地'),
  res_saki: { ...at('見本 咲', '豊玉町3番地'), locale: 'easy' as const },
}

let site: Browser
let house: ReturnType<typeof roomOf>
let room: LetterRoom
const told: string[] = []
beforeAll(async () => {
  const database = await testDatabase()
  house = roomOf(database, book, folderPost(folder))
  site = await browser(tuesday, database)
  room = {
    ...house.room,
    opened: async (_tx, _ctx, whose, why) => {
      told.push(`${whose} ${why}`.trim())
      return []
    },
  }
  await house.tell(tuesday, changed, ['res_hanako', 'res_jiro', 'res_saki'], { title: '項目1-1' })
  await house.tell(tuesday, changed, ['res_jiro'], { title: '項目2-2' }, { key: 'second' })
  await house.tell(tuesday, code, ['res_hanako'], { code: '482913' })
  await house.send(tuesday)
})
afterAll(closePdf)

async function printed(letters: Awaited<ReturnType<typeof openLetters>>['letters']) {
  const ctx = site.ctx(author)
  const bytes = await lettersPdf(letters, await siteProfile(ctx.db), ctx.now)
  const file = join(folder, 'letters.pdf')
  writeFileSync(file, bytes)
  const text = execFileSync('pdftotext', ['-raw', file, '-']).toString()
  return text
    .split('\f')
    .filter((page) => page.trim())
    .map((page) => page.replace(/\s+/g, ''))
}
const openings = () =>
  site.db
    .selectFrom('ledger')
    .select('detail')
    .where('fact', '=', 'notices.letters-opened')
    .orderBy('seq')
    .execute()

test('each letter of a batch is printed once, with its address, and only after the fact is written', async () => {
  const ctx = site.ctx(author)
  const groups = await lettersWaiting(ctx.db)
  expect(groups.map(({ kind, count }) => [kind, count])).toEqual([
    ['plan.amended', 4],
    ['residents.code', 1],
  ])
  const [first, second] = await Promise.allSettled([gather(ctx, null), gather(ctx, null)])
  const done = [first, second].filter((one) => one.status === 'fulfilled')
  expect(done).toHaveLength(1)
  const [{ value: id }] = done as [PromiseFulfilledResult<string>]
  expect(await openings()).toEqual([])
  await expect(markPrinted(ctx, id)).rejects.toThrow('not-printed')

  const { letters } = await openLetters(ctx, room, id)
  const pages = await printed(letters)
  expect(pages).toHaveLength(3)
  const whole = pages.join('')
  for (const one of ['津島花子様', '見本二郎様', '見本咲様', '厳原町1番地', '美津島町2番地'])
    expect(whole.split(one)).toHaveLength(2)
  const jiro = pages.find((page) => page.includes('二郎')) ?? ''
  expect(jiro).toContain('項目1-1の変更')
  expect(jiro).toContain('項目2-2の変更')
  expect(pages.find((page) => page.includes('津島花子'))).toContain('482913')
  expect(jiro).not.toContain('花子')
  expect(told.toSorted()).toEqual(['res_hanako', 'res_jiro', 'res_saki'])
  expect(await openings()).toEqual([{ detail: { purpose: 'print', letters: 3 } }])

  await markPrinted(ctx, id)
  await expect(markPrinted(ctx, id)).rejects.toThrow('wrong-state')
  await expect(openLetters(ctx, room, id)).rejects.toThrow('wrong-state')
  await expect(putBack(ctx, id)).rejects.toThrow('wrong-state')
  const again = await openLetters(ctx, room, id, '紙づまりで1通がぬれた')
  // The code was wiped when it was sent: its holder's letter says the rest.
  expect((await printed(again.letters)).join('')).not.toContain('482913')
  expect((await openings()).at(-1)?.detail).toMatchObject({
    purpose: 'reprint',
    reason: '紙づまりで1通がぬれた',
  })
  expect(await lettersWaiting(ctx.db)).toEqual([])
})

test('what lost its address, or is too late, is set aside and counted; a batch can be undone', async () => {
  const ctx = site.ctx(author)
  await house.tell(tuesday, changed, ['res_hanako'], { title: '三' }, { key: 'third' })
  await house.tell(tuesday, code, ['res_jiro'], { code: '111111' }, { key: 'late' })
  await house.tell(tuesday, changed, ['res_saki'], { title: '四' }, { key: 'fourth' })
  await house.send(tuesday)
  const undone = await gather(ctx, 'plan.amended')
  expect((await lettersWaiting(ctx.db)).map(({ kind }) => kind)).toEqual(['residents.code'])
  await putBack(ctx, undone)
  expect(await lettersWaiting(ctx.db)).toHaveLength(2)
  const id = await gather(ctx, null)
  const later = { ...ctx, now: new Date('2026-11-24T10:00:00+09:00') }
  const { res_saki: _gone, ...rest } = book
  const { addresses } = roomOf(await testDatabase(), rest, folderPost(folder)).room
  const { letters, left } = await openLetters(later, { ...room, addresses }, id)
  expect([letters.length, left]).toEqual([1, 2])
  const dropped = await site.db
    .selectFrom('notice_delivery')
    .select('last_error')
    .where('state', '=', 'dropped')
    .orderBy('last_error')
    .execute()
  expect(dropped.map((one) => one.last_error)).toEqual(['no-address', 'too-late'])
  expect((await letterBatches(ctx.db, 10)).map(({ state, letters: n }) => [state, n])).toEqual([
    ['waiting', 1],
    ['sent', 3],
  ])
})

test('the page says what waits, asks for a reason, and is the postmaster’s alone', async () => {
  await site.as(officer)
  expect((await site.get('/admin/letters')).status).toBe(403)
  await site.as(author)
  const [open, sent] = await letterBatches(site.db, 10)
  expect(readable(await site.text('/admin/letters'))).toContain('まとめたもの')
  const page = readable(await site.text(`/admin/letters/${open?.id}`))
  expect(page).toContain('封筒に入れ終わりましたか')
  expect(page).not.toContain('花子')
  const noReason = await site.post(`/admin/letters/${sent?.id}/again.pdf`, { reason: ' ' })
  expect(noReason.status).toBe(422)
  const put = await site.post(`/admin/letters/${open?.id}/printed`)
  expect(put.status).toBe(303)
  expect(readable(await site.text(`/en/admin/letters/${open?.id}`))).toContain('Printagain')
  expect(site.bugs).toEqual([])
})
