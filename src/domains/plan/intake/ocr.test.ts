import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { readPlanJson } from './json.ts'
import { readScan } from './ocr.ts'
import { applyAnswers } from './questions.ts'
import type { Reading } from './sheet.ts'

const demo = (name: string) =>
  readFileSync(new URL(`../../../../demo/tsushima-2012.${name}`, import.meta.url), 'utf8')
const scan = demo('txt')
const answers = JSON.parse(demo('answers.json'))
const clean = JSON.parse(demo('json'))

const keys = (reading: Reading) => reading.questions.map((question) => question.key)
const seed = readScan(scan)
/** Replaces once and insists that there was something to replace. */
function changed(from: string, to: string | ((all: string) => string), text = scan): string {
  const result = text.replace(from, typeof to === 'string' ? () => to : to)
  expect(result).not.toBe(text)
  return result
}
const extra = (reading: Reading) => keys(reading).filter((key) => !keys(seed).includes(key))
const byCode = (reading: Reading, code: string) => reading.rows.find((row) => row.code === code)

describe('the scan of a whole plan', () => {
  test('gives every measure, heading and item', () => {
    expect(seed.faults).toEqual([])
    expect(seed.rows.map((row) => row.code)).toEqual(
      '1-1 1-2 1-3 1-4 1-5 1-6 2-1 2-2 3-1 3-2 3-3 4-1 4-2 5-1 5-2'.split(' '),
    )
    expect(new Set(seed.rows.map((row) => row.group)).size).toBe(11)
    expect(seed.head.fiscalYear).toBe(2012)
    expect(seed.head.goals).toHaveLength(3)
  })

  test('asks what a careful clerk would ask, and nothing else', () => {
    expect(seed.questions.map((q) => [q.key, q.reason])).toEqual([
      ['aim', 'text-broken'],
      ['audience:1-1', 'audience-unreadable'],
      ['title:1-1', 'title-cut'],
      ['description:1-3', 'table-head-broken'],
      ['audience:1-5', 'audience-unreadable'],
      ['title:1-5', 'table-head-broken'],
      ['audience:1-6', 'audience-unreadable'],
      ['title:1-6', 'table-head-broken'],
      ['lead:3-1', 'mark-missing'],
      ['audience:4-1', 'audience-unreadable'],
      ['description:4-2', 'text-broken'],
      ['audience:5-1', 'audience-unreadable'],
      ['group:5-1', 'text-broken'],
      ['lead:5-1', 'mark-missing'],
      ['title:5-1', 'table-head-broken'],
      ['description:5-1', 'table-head-broken'],
      ['audience:5-2', 'audience-unreadable'],
    ])
  })

  test('shows the original lines beside each question', () => {
    for (const { original, place } of seed.questions) {
      for (const line of original.split('\n')) expect(scan).toContain(line)
      expect(place).toMatch(/^\d+行目(〜\d+行目)?$/)
    }
    const cut = seed.questions.find((q) => q.key === 'title:1-1')
    expect(cut).toMatchObject({ place: '26行目', seen: '自治会、地域で' })
    const woven = seed.questions.find((q) => q.key === 'title:5-1')
    expect(woven?.seen).toBe('24年度アクションプランの策定')
    expect(woven?.original).toContain('2 4年度アクションプラン ションプラン')
  })

  test('never takes noise for an audience or a mark', () => {
    expect(byCode(seed, '1-1')?.group.audience).toBeNull()
    expect(byCode(seed, '1-3')?.group.audience).toBe('staff')
    expect(byCode(seed, '4-2')?.group.audience).toBe('citizens')
    expect(seed.rows.filter((row) => row.content.lead === null).map((row) => row.code)).toEqual([
      '3-1',
      '5-1',
    ])
  })

  test('shows the lines that became nothing', () => {
    expect(seed.skipped?.map((line) => line.place)).toEqual(['14行目', '51行目', '66行目'])
  })

  test('with the right answers equals the clean transcription', () => {
    const { reading, open, invalid } = applyAnswers(seed, answers)
    expect(open).toEqual([])
    expect(invalid).toEqual([])
    const expected = readPlanJson(clean)
    expect(reading.head).toEqual(expected.head)
    const marks: Record<string, string> = { '3-1': 'city', '5-1': 'both' }
    expect(reading.rows.map(({ place, ...row }) => row)).toEqual(
      expected.rows.map(({ place, ...row }) => ({
        ...row,
        content: { ...row.content, lead: row.content.lead ?? marks[row.code] },
      })),
    )
  })
})

describe('other scans', () => {
  test('another year, in full-width digits', () => {
    const text = scan
      .replaceAll('平成24年度', '令和８年度')
      .replace(/施策 ?(\d)/g, (_, n) => `施策${String.fromCharCode(Number(n) + 0xff10)}`)
    const reading = readScan(text)
    expect(reading.head.fiscalYear).toBe(2026)
    expect(reading.rows).toHaveLength(15)
    expect(keys(reading)).toEqual(keys(seed))
  })

  test('other marks lost or unreadable are asked with what stands there', () => {
    const lost = readScan(changed('0\t地域コミュニティの組織', '\t地域コミュニティの組織'))
    expect(lost.rows).toHaveLength(15)
    expect(extra(lost)).toEqual(['lead:3-2'])
    const odd = readScan(changed('•\t広報紙', 'Q\t広報紙'))
    expect(extra(odd)).toEqual(['lead:2-1'])
    expect(odd.questions.find((q) => q.key === 'lead:2-1')?.seen).toBe('Q')
  })

  test('whichever mark is lost, its item is found and asked, and no other', () => {
    const marked = seed.rows.filter((row) => row.content.lead !== null)
    for (const row of marked) {
      const lines = scan.split('\n')
      const [from = 0, to = from] = [...row.place.matchAll(/\d+/g)].map((m) => Number(m[0]))
      const text = lines
        .map((line, i) => (i + 1 >= from && i + 1 <= to ? line.replace(/^[0•]\t/, '\t') : line))
        .join('\n')
      const reading = readScan(text)
      expect(extra(reading), row.code).toEqual([`lead:${row.code}`])
      expect(reading.rows.map((r) => r.content.title)).toEqual(
        seed.rows.map((r) => r.content.title),
      )
    }
  })

  test('each way of scanning a mark is read', () => {
    for (const [mark, lead] of Object.entries({
      '◎': 'both',
      O: 'both',
      o: 'both',
      '０': 'both',
      '◯': 'both',
      〇: 'both',
      '●': 'city',
      '・': 'city',
      '★': 'citizens',
      '☆': 'citizens',
    })) {
      const reading = readScan(changed('•\t広報紙', `${mark}\t広報紙`))
      expect(byCode(reading, '2-1')?.content.lead, mark).toBe(lead)
    }
  })

  test("the plan's own legend goes before the looks", () => {
    const text = scan.replaceAll('●市が主体', '○市が主体').replaceAll('•\t', '○\t')
    expect(byCode(readScan(text), '2-1')?.content.lead).toBe('city')
    expect(byCode(readScan(text), '1-1')?.content.lead).toBe('both')
  })

  test('an item and a measure more', () => {
    const row = '★\t広場での語り合い\t公園で語り合いの場を設けます。\t市民課\t\t\n'
    const more = readScan(changed('\n施策3', `${row}\n施策3`).replace('\n\n★\t', '\n★\t'))
    expect(byCode(more, '2-3')?.content).toMatchObject({
      lead: 'citizens',
      departments: ['市民課'],
    })
    expect(extra(more)).toEqual([])
    const measure = `\n\n施策6 若者と歩む\n\n■職員\t■学校と話し合います。\n\t項目\tアクションプランの内容\t関係部署\n•\t出前講座\t学校で市の仕事を話します。\t教育課\n`
    const sixth = readScan(scan + measure)
    expect(sixth.rows).toHaveLength(16)
    expect(byCode(sixth, '6-1')).toMatchObject({
      measure: { number: 6, title: '若者と歩む' },
      group: { audience: 'staff' },
      content: { lead: 'city', title: '出前講座', departments: ['教育課'] },
    })
    expect(extra(sixth)).toEqual([])
  })

  test('other departments, learnt from the document', () => {
    const text = scan
      .replaceAll('地域再生推進本部', '未来づくり課')
      .replaceAll('関係各部', '総務チーム')
    const reading = readScan(text)
    expect(keys(reading)).toEqual(keys(seed))
    expect(byCode(reading, '5-1')?.content.departments).toEqual(['未来づくり課', '総務チーム'])
  })

  test('a name that a line break cuts is joined, two unknown offices are asked', () => {
    const cut = readScan(
      changed('周知に取り組みます。\t地域再生推進本部', '周知に取り組みます。\t地域再生 推進本部'),
    )
    expect(byCode(cut, '1-2')?.content.departments).toEqual(['地域再生推進本部'])
    expect(extra(cut)).toEqual([])
    const two = readScan(
      changed('周知に取り組みます。\t地域再生推進本部', '周知に取り組みます。\t水産部 港湾課'),
    )
    expect(extra(two)).toEqual(['departments:1-2'])
  })

  test('a line that lost its tabs inside a table is joined and asked', () => {
    const text = changed(
      '周知に取り組みます。\t地域再生推進本部\t\t\n',
      (all) => `${all}広報も行います。\n`,
    )
    const reading = readScan(text)
    expect(byCode(reading, '1-2')?.content.description).toMatch(
      /周知に取り組みます。広報も行います。$/,
    )
    expect(extra(reading)).toEqual(['description:1-2'])
  })

  test('a heading whose ■ is lost is still a heading, and asked', () => {
    const reading = readScan(changed('■事業の成果', '事業の成果'))
    expect(byCode(reading, '3-2')?.group.text).toMatch(/^事業の成果/)
    expect(extra(reading)).toEqual(['group:3-2'])
  })

  test('a heading cut into cells, and a head that lost two labels, are asked', () => {
    const cut = readScan(changed('■コミュニティの再生と', '■コミュニティの再生と\t'))
    expect(byCode(cut, '3-1')?.group.text).toBe(byCode(seed, '3-1')?.group.text)
    expect(extra(cut)).toEqual(['group:3-1'])
    const head = '\t項目\tアクションプランの内容\t関係部署\t\t\n•\t広報紙'
    const lost = readScan(changed(head, '\t項\t\t関係部署\t\t\n•\t広報紙'))
    expect(extra(lost)).toEqual(['title:2-1', 'description:2-1'])
  })

  test('a known name needs no ending of an office', () => {
    expect(keys(readScan(scan.replaceAll('関係各部', '関係者')))).toEqual(keys(seed))
  })

  test('a page number is no part of a table that lost its columns', () => {
    const reading = readScan(changed('の策定\n', 'の策定\n\n- 5 -\n'))
    expect(byCode(reading, '5-1')?.content.title).toBe('24年度アクションプランの策定')
    expect(reading.skipped?.map((line) => line.text)).toContain('- 5 -')
  })

  test('a number broken by a space is joined only if the document vouches for it', () => {
    const reading = readScan(scan.replaceAll('24年度', '本年度'))
    expect(byCode(reading, '5-1')?.content.title).not.toMatch(/^24/)
    expect(keys(reading)).toContain('title:5-1')
  })

  test('two items in a table without columns', () => {
    const body = `■夏の集い\n\n項目 内容 関係部署\n\n◎ 海辺の集い 海辺で集いを開きます。\n\n観光課\n\n● 山の集い 山で集いを開きます。\n\n林務課\n`
    const reading = readScan(`施策1 集う\n\n${body}`)
    expect(
      reading.rows.map(({ content: c }) => [c.lead, c.title, c.description, ...c.departments]),
    ).toEqual([
      ['both', '海辺の集い', '海辺で集いを開きます。', '観光課'],
      ['city', '山の集い', '山で集いを開きます。', '林務課'],
    ])
    expect(keys(reading)).toEqual(['title:1-1', 'description:1-1', 'title:1-2', 'description:1-2'])
  })

  test('pieces that make sense in more than one way are not put together', () => {
    const reading = readScan(
      '施策1 集う\n\n■夏\n\n項目 内容 関係部署\n\n朝 昼 夜を守ります。\n\n観光課\n',
    )
    expect(reading.rows[0]?.content.title).toBe('')
    expect(keys(reading)).toEqual(['lead:1-1', 'title:1-1', 'description:1-1'])
  })

  test('a measure number that does not rise is counted and asked', () => {
    const reading = readScan(changed('施策3', '施策8'))
    expect(reading.rows.map((row) => row.code)).toContain('8-1')
    expect(keys(reading)).toContain('measure:9-1')
  })

  test('Windows lines, page breaks and page numbers', () => {
    const text = changed('\n施策3', '\n- 2 -\n\f\n施策3').replaceAll('\n', '\r\n')
    const reading = readScan(text)
    expect(reading.rows).toHaveLength(15)
    expect(keys(reading)).toEqual(keys(seed))
  })

  test('text that is no plan, and a heading without items, are faults', () => {
    expect(readScan('').faults).toMatchObject([{ fault: 'nothing-found' }])
    expect(readScan('回覧板\n今月の行事').faults).toMatchObject([{ fault: 'nothing-found' }])
    const lone = readScan(changed('施策3', '■誰も知らない方針\n\n施策3'))
    expect(lone.faults).toMatchObject([{ fault: 'nothing-found', found: '誰も知らない方針' }])
  })
})

test('no word of this city stands in the readers', () => {
  const here = new URL('.', import.meta.url)
  const sources = readdirSync(here).filter((name) => /(?<!\.test)\.ts$/.test(name))
  for (const name of sources) {
    const text = readFileSync(new URL(name, here), 'utf8').replace(/\/\*[\s\S]*?\*\/|\/\/.*/g, '')
    expect(text, name).not.toMatch(
      /対馬|つしま|地域再生|関係各部|協働|共働|協賃|協作|毎年|自治会、|24年度/,
    )
  }
})
