import { mkdir, readdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { beforeAll, expect, test } from 'vitest'
import { originalOf } from '#domains/voices/actions/opened.ts'
import { triage } from '#domains/voices/actions/triage.ts'
import type { VoiceId } from '#domains/voices/voice.ts'
import { type Browser, browser } from '#testing/browser.ts'
import { people } from '#testing/people.ts'
import { voicesFigures, voicesOverdue } from '../src/commands/voices-desk.ts'
import { voicesAdd, voicesInbox } from '../src/commands/voices-paper.ts'
import { tomoni } from './support/command.ts'
import { inFolder } from './support/files.ts'
import { ours, split, taken } from './support/voices-desk.ts'

/** 市民の声 at a terminal; the commands' own day is 2013-03-06. */
let site: Browser
beforeAll(async () => {
  site = await browser('2013-03-06T09:00:00+09:00')
})

const voices = () =>
  site.db.selectFrom('voice').select(['id', 'channel', 'received_on', 'may_publish']).execute()

const head =
  '届いた日,届いた方法,声の内容,場所,地区,年代,差出人,名前,郵便番号,住所,電話,メール,回答の方法,名前を出さずに公表してよいか'
const row = (day: string, text: string, channel = 'アンケート') =>
  `${day},${channel},${text},,,20代,個人,,,,,,いらない(受付番号で見る),よい`
const sheet = (...rows: readonly string[]) => [head, ...rows].join('\r\n')

test('a survey is added from its sheet, once, and what it says lies sealed', async () => {
  await inFolder(async (folder) => {
    const add = (flags = {}, ...files: readonly string[]) =>
      tomoni(site, voicesAdd, folder, files, flags)
    await writeFile(
      join(folder, 'a.csv'),
      sheet(row('2013/2/3', '夜も開けて'), row('2013/2/4', '船を増やして')),
    )
    const first = await add({ json: true }, 'a.csv')
    expect([first.code, first.err, JSON.parse(first.out)]).toEqual([0, '', { taken: 2, known: 0 }])
    const again = await add({ json: true }, 'a.csv')
    expect([again.code, JSON.parse(again.out)]).toEqual([0, { taken: 0, known: 2 }])
    const more = sheet(row('2013/2/3', '夜も開けて'), row('2013/2/5', '公園が好き'))
    await writeFile(join(folder, 'b.csv'), more)
    expect((await add({}, 'b.csv')).out).toContain('1件')
  })
  const all = await voices()
  expect(all.map(({ channel, may_publish }) => [channel, may_publish])).toEqual(
    Array.from({ length: 3 }, () => ['survey', true]),
  )
  const texts: string[] = []
  for (const { id } of all)
    texts.push((await originalOf(site.ctx(people.author), id as VoiceId)).text)
  expect(new Set(texts)).toEqual(new Set(['公園が好き', '夜も開けて', '船を増やして']))
  const sealed = await site.db.selectFrom('voice_original').select('sealed').execute()
  expect(JSON.stringify(sealed)).not.toContain('公園')
})

test('one wrong cell and nothing of the sheet is added: each is named, in words and for programs', async () => {
  const before = (await voices()).length
  await inFolder(async (folder) => {
    const wrong = sheet(
      row('2月3日', '日がおかしい'),
      row('2013/2/3', 'よい行'),
      row('2013/4/1', '先の日', '伝書鳩'),
    )
    await writeFile(join(folder, 'c.csv'), wrong)
    const said = await tomoni(site, voicesAdd, folder, ['c.csv'])
    expect([said.code, said.out]).toEqual([1, ''])
    for (const text of ['A2', '日付として読めません', '2月3日', 'B4', '伝書鳩'])
      expect(said.err).toContain(text)
    const { code, out } = await tomoni(site, voicesAdd, folder, ['c.csv'], { json: true })
    const { faults } = JSON.parse(out)
    expect(code).toBe(1)
    expect(faults).toContainEqual(
      expect.objectContaining({ cell: 'A2', reason: 'not-a-date', found: '2月3日' }),
    )
    expect(faults.map(({ cell }: { cell: string }) => cell)).toEqual(['A2', 'A4', 'B4'])
    expect((await tomoni(site, voicesAdd, folder, [])).code).toBe(2)
  })
  expect((await voices()).length).toBe(before)
})

test('what is overdue is said by section and day, and the exit code lets a timer tell somebody', async () => {
  const overdue = (flags = {}) => tomoni(site, voicesOverdue, '.', [], flags)
  const told = async (): Promise<readonly object[]> =>
    JSON.parse((await overdue({ json: true })).out)
  // The survey's came a month ago, on three days of which two have the same deadline: a Sunday moves on.
  const surveys = await told()
  expect(surveys).toEqual([
    { section: '', dueOn: '2013-02-18', count: 2 },
    { section: '', dueOn: '2013-02-19', count: 1 },
  ])
  await split(site, '今日の声。', [ours])
  expect(await told()).toEqual(surveys)
  const late = await taken(site, '遅れた声。', { receivedOn: '2013-02-12' })
  const outlined = { gist: '遅れた論点', kind: 'request', topic: 'traffic', section: ours } as const
  await triage(site.ctx(people.author), late, [outlined])
  expect(await told()).toContainEqual({ section: ours, dueOn: '2013-02-26', count: 1 })
  const { code, out } = await overdue()
  expect(code).toBe(1)
  expect(out).toContain(`2013-02-26\t${ours}\t1\n`)
  expect(out).toContain('(論点に分けていない声)')
  expect(out).not.toContain(late.number)
})

test('figures of a year add up, in words and for programs, and a year is a number', async () => {
  const figures = (flags = {}) => tomoni(site, voicesFigures, '.', [], flags)
  const { code, out } = await figures({ json: true })
  const said = JSON.parse(out)
  expect([code, said.fiscalYear]).toEqual([0, 2012])
  const points = (await site.db.selectFrom('voice_point').select('id').execute()).length
  expect(said.outcomes.open).toBe(points)
  expect((await figures()).out).toContain(`届いた論点\t${points}\n`)
  expect(JSON.parse((await figures({ year: '2011', json: true })).out).outcomes.open).toBe(0)
  const wrong = await figures({ year: '平成24' })
  expect([wrong.code, wrong.out]).toEqual([2, ''])
})

test('the inbox is read by a command as it is by the clock: a mail is one voice', async () => {
  await inFolder(async (folder) => {
    const files = join(folder, 'files')
    const inbox = join(folder, 'voices-mail')
    await mkdir(join(inbox, 'new'), { recursive: true })
    const lines = [
      'From: a@example.jp',
      'Subject: koe',
      'Message-ID: <one@example.jp>',
      '',
      'Hello.',
    ]
    await writeFile(join(inbox, 'new', '1.mail'), lines.join('\r\n'))
    await writeFile(join(inbox, 'new', '2.mail'), lines.join('\r\n'))
    const before = (await voices()).length
    const read = await tomoni(site, voicesInbox, files, [], { json: true })
    expect([read.code, JSON.parse(read.out)]).toEqual([
      0,
      { taken: 1, automatic: 0, unreadable: 0, again: 1 },
    ])
    expect((await voices()).length).toBe(before + 1)
    expect(await readdir(join(inbox, 'new'))).toEqual([])
    expect((await tomoni(site, voicesInbox, files, [])).out).toContain('前に読んだもの 0通')
  })
})
