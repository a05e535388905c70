import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { beforeAll, expect, test } from 'vitest'
import { clock } from '#domains/staff/roles.ts'
import { makeCase, makeReady, takeDraft } from '#domains/voices/comment/actions/cases.ts'
import { originalOf, senderOf } from '#domains/voices/comment/actions/sender.ts'
import { turn } from '#domains/voices/comment/actions/turn.ts'
import type { CommentCase } from '#domains/voices/comment/case.ts'
import { commentsOf, opinionsOf } from '#domains/voices/comment/store/comments.ts'
import { urls } from '#domains/voices/comment/urls.ts'
import { must } from '#platform/must.ts'
import { type Browser, browser } from '#testing/browser.ts'
import { people } from '#testing/people.ts'
import { commentsAdd } from '../src/commands/comments.ts'
import { tomoni } from './support/command.ts'
import { inFolder } from './support/files.ts'
import { readable } from './support/html.ts'
import { invalidIn, untranslatedIn } from './support/sound.ts'
import { typedOver } from './support/workbook.ts'

/** 意見募集: what other counters gathered comes as one table. Commands work on 2013-03-06. */
let site: Browser
let one: CommentCase
beforeAll(async () => {
  site = await browser('2013-02-01T09:00:00+09:00')
  const office = site.ctx(people.author)
  const made = await makeCase(office, {
    title: '市民協働の指針(案)',
    basis: 'plan',
    reason: '指針を新しくします。',
    section: people.officer.department,
    contact: '見本市',
    planYear: null,
    opensOn: '2013-02-01',
    closesOn: '2013-03-31',
    shortReason: '',
  })
  one = await makeReady(office, await takeDraft(office, made, '# 一\n\n進めます。\n\n決めます。'))
  await turn(site.ctx(clock))
  site.at('2013-03-06T09:00:00+09:00')
  await site.as(people.officer)
})

const workbook = (bytes: Uint8Array<ArrayBuffer>) => new File([bytes], 'comments.xlsx')
const handed = () => commentsOf(site.db, one.id)
const row = (n: number, cells: Readonly<Record<string, string>>) => ({
  [`A${n}`]: '2013-03-01',
  [`B${n}`]: '電話',
  [`C${n}`]: '夜にも開いてください。',
  [`D${n}`]: '2',
  [`F${n}`]: '市内で働いている',
  [`G${n}`]: '見本 海',
  [`H${n}`]: '見本市1-1',
  ...cells,
})

test('a table is looked through cell by cell, taken in once, and the same file adds nothing', async () => {
  const page = urls.bulk(one.id)
  expect(await invalidIn(await site.text(page))).toEqual([])
  const empty = new Uint8Array(await (await site.get(urls.template(one.id))).arrayBuffer())
  const wrong = {
    ...row(4, { A4: '2013-01-31', D4: '9', F4: '旅の人' }),
    ...row(5, { A5: '2013-04-01', G5: '', I5: 'hanako' }),
    ...row(6, { C6: 'あ'.repeat(5001) }),
  }
  const told = await site.post(page, { file: workbook(typedOver(empty, wrong)) })
  expect(told.status).toBe(422)
  const faults = await told.text()
  expect(await invalidIn(faults)).toEqual([])
  const cells = readable(faults).match(/意見[A-I][4-6]/g)
  expect(cells).toEqual(['A4', 'F4', 'D4', 'A5', 'G5', 'I5', 'C6'].map((cell) => `意見${cell}`))
  expect(readable(faults)).toContain('募集期間の外の日です')
  expect(await handed()).toEqual([])

  // Two people with the same words are two; nothing is taken in before somebody says so.
  const right = typedOver(empty, {
    ...row(4, {}),
    ...row(5, {}),
    ...row(6, { I6: 'umi@example.jp' }),
  })
  const looked = await (await site.post(page, { file: workbook(right) })).text()
  expect(looked).toContain('新しい意見 3通')
  expect(await handed()).toEqual([])
  const accept = must(
    /action="(\/desk\/comments\/[^"]+\/bulk\/voice-[^"]+)"/.exec(looked)?.[1],
    'it',
  )
  expect(untranslatedIn(await site.text(`/en${accept}`))).toEqual([])
  expect((await site.post(accept)).status).toBe(303)
  const taken = await handed()
  expect(taken.map(({ channel, tie, receivedOn }) => [channel, tie, receivedOn])).toEqual(
    Array.from({ length: 3 }, () => ['phone', 'worker', '2013-03-01']),
  )
  expect((await opinionsOf(site.db, one.id)).map(({ no, passage }) => [no, passage])).toEqual([
    [1, 2],
    [2, 2],
    [3, 2],
  ])
  const ctx = site.ctx(people.officer)
  const { id } = must(taken[0], 'a comment')
  expect((await originalOf(ctx, id)).text).toBe('夜にも開いてください。')
  expect((await senderOf(ctx, id)).name).toBe('見本 海')
  // The table with its names is gone; handed in again it adds nobody.
  expect((await site.get(accept)).status).toBe(404)
  const again = await (await site.post(page, { file: workbook(right) })).text()
  expect(again).toContain('前に受け付けたので足さない意見 3通')
  expect(await handed()).toHaveLength(3)
  expect(site.bugs).toEqual([])
})

test('who takes nothing in finds no table, and a scan may be as large as a copier makes it', async () => {
  await site.as(people.author)
  expect((await site.get(urls.bulk(one.id))).status).toBe(200)
  await site.as(people.viewer)
  expect((await site.get(urls.bulk(one.id))).status).toBe(403)
  expect((await site.get(urls.template(one.id))).status).toBe(403)
  await site.as(people.officer)
  const heavy = new File([new Uint8Array(3 * 2 ** 20)], 'scan.pdf')
  const fields = { channel: 'letter', receivedOn: '2013-03-01', as: 'one', files: heavy }
  const answer = await site.post(urls.take(one.id), fields)
  // No page that can be read, but no page that is too large.
  expect(answer.status).toBe(422)
})

test('at a terminal: by the number of the case, once, each wrong cell named', async () => {
  const head =
    '届いた日,提出の方法,意見,案の段落の番号,どこについての意見か,市との関わり,名前,住所,メール'
  const line = (text: string, way = '電子メール') =>
    `2013/3/4,${way},${text},,1章,市内に住んでいる,見本 空,見本市2-2,sora@example.jp`
  const before = (await handed()).length
  await inFolder(async (folder) => {
    const add = (flags: object, ...args: readonly string[]) =>
      tomoni(site, commentsAdd, folder, args, { ...flags })
    await writeFile(join(folder, 'a.csv'), [head, line('賛成です')].join('\r\n'))
    const first = await add({ json: true }, one.number, 'a.csv')
    expect([first.code, JSON.parse(first.out)]).toEqual([0, { taken: 1, known: 0 }])
    expect((await add({}, one.number, 'a.csv')).out).toContain('足さない意見 1通')
    await writeFile(
      join(folder, 'b.csv'),
      [head, line('反対です'), line('ほか', '鳩')].join('\r\n'),
    )
    const refused = await add({}, one.number, 'b.csv')
    expect([refused.code, refused.err]).toEqual([1, 'CSV B3\t一覧から選んでください。\t鳩\n'])
    expect((await add({}, '1999-1', 'a.csv')).code).toBe(2)
  })
  expect(await handed()).toHaveLength(before + 1)
})
