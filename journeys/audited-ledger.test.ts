import { mkdtempSync } from 'node:fs'
import { readFile, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { beforeAll, describe, expect, test } from 'vitest'
import { subjectWords } from '#domains/audit/messages/subjects.ts'
import type { Actor } from '#platform/actor.ts'
import { readCsv } from '#platform/csv.ts'
import { must } from '#platform/must.ts'
import type { Browser } from '#testing/browser.ts'
import { people } from '#testing/people.ts'
import { ledgerExport, ledgerHead, ledgerVerify } from '../src/commands/ledger.ts'
import { retentions } from '../src/retentions.ts'
import { demoCity } from './support/city.ts'
import { tomoni, tomoniAlone } from './support/command.ts'
import { readable } from './support/html.ts'

let site: Browser
const folder = mkdtempSync(join(tmpdir(), 'tomoni-ledger-'))
const headShape = /"root":"([0-9a-f]{64})"/

const note = (
  fact: `${string}.${string}`,
  subject: string,
  detail = {},
  actor: Actor = people.author,
) => site.ctx(actor).record(async () => [undefined, { fact, subject, basis: '要綱', detail }])

beforeAll(async () => {
  site = await demoCity()
  await note('resident.address-opened', 'res_a1', { purpose: '通知を郵送するため' }, people.head)
  await note('plan.edited', 'pln_x', { name: '=HYPERLINK("http://evil")' })
})

test('what an entry is of is an id, a day, or said in words: in Japanese and in English', async () => {
  await note('notices.sent', 'notices')
  await note('audit.purged', 'progress.file')
  const rows = await site.db.selectFrom('ledger').select('subject_id').distinct().execute()
  const bare = rows.map((row) => row.subject_id).filter((one) => !/^[a-z]+(_|:\d)|^\d/.test(one))
  expect(bare).toContain('notices')
  for (const one of bare)
    for (const tongue of ['ja', 'en'] as const)
      expect(subjectWords[tongue][one], `${one} in ${tongue}`).toBeTruthy()
  await site.as(people.head)
  expect(readable(await site.text('/desk/ledger?subject=notices'))).toContain('お知らせの全体')
  expect(readable(await site.text('/en/desk/ledger?subject=notices'))).toContain('Allnotices')
  const { name, said } = must(retentions[0], 'a class that is thrown away')
  await note('audit.purged', name)
  const path = `/desk/ledger?subject=${encodeURIComponent(name)}`
  expect(readable(await site.text(path))).toContain(readable(said.ja.what))
})

describe('an auditor checks an exported ledger', () => {
  let root = ''

  test('the city publishes the head of the day once, for everyone to read', async () => {
    const first = await tomoni(site, ledgerHead, folder, [], { publish: true })
    expect(first.out).toMatch(/^2013-03-06 の見出しを公表しました。\nいま \d+件、根 [0-9a-f]{64}\n/)
    const again = await tomoni(site, ledgerHead, folder, [], { publish: true })
    expect(again.out).toMatch(/^2013-03-06 の見出しは、もう公表してあります。/)
    await site.as(people.resident)
    const json = await site.text('/api/v1/ledger/heads')
    root = must(headShape.exec(json)?.[1], 'a root')
    expect(JSON.parse(json)).toMatchObject({
      heads: [{ day: '2013-03-06', root }, { day: '2013-03-05' }],
    })
    const page = await site.text('/ledger/heads')
    expect(page).toContain(root)
    expect(readable(page)).toContain('平成25年3月6日(水)')
    for (const path of ['/easy/ledger/heads', '/en/ledger/heads', '/ko/ledger/heads'])
      expect(await site.text(path)).toContain(root)
  })

  test('that no head followed for days is said', async () => {
    site.at('2013-03-20T09:00:00+09:00')
    expect(await site.text('/ledger/heads')).toContain('それより後の見出しが公表されていません')
    site.at('2013-03-07T09:00:00+09:00')
    expect(await site.text('/ledger/heads')).not.toContain('それより後の見出しが公表されていません')
    site.at('2013-03-06T09:00:00+09:00')
  })

  test('the export fits, and fits the published head', async () => {
    const file = { output: 'ledger.jsonl' }
    expect((await tomoni(site, ledgerExport, folder, [], file)).code).toBe(0)
    const lines = (await readFile(join(folder, 'ledger.jsonl'), 'utf8')).trim().split('\n')
    const found = await tomoniAlone(ledgerVerify, folder, ['ledger.jsonl'], { head: root })
    expect(found.err).toBe('')
    expect(found.code).toBe(0)
    expect(found.out).toContain(`${lines.length - 1}件、改変なし\n`)
    expect(found.out).toContain(`2013-03-06 の見出しと合う`)
    const json = await tomoniAlone(ledgerVerify, folder, ['ledger.jsonl'], { json: true })
    expect(JSON.parse(json.out)).toMatchObject({ ok: true, entries: lines.length - 1, misfits: [] })
  })

  test('one byte was changed: the entry is named', async () => {
    const text = await readFile(join(folder, 'ledger.jsonl'), 'utf8')
    const lines = text.split('\n')
    const at = lines.findIndex((line) => line.includes('"plan.published"'))
    const line = must(lines[at], 'a publication')
    const seq = must(/"seq":(\d+)\}$/.exec(line)?.[1], 'its number')
    const changed = lines.with(at, line.replace('plan.published', 'plan.publishee')).join('\n')
    expect(Buffer.byteLength(changed)).toBe(Buffer.byteLength(text))
    await writeFile(join(folder, 'changed.jsonl'), changed)
    const found = await tomoniAlone(ledgerVerify, folder, ['changed.jsonl'])
    expect(found).toEqual({
      code: 1,
      out: '',
      err: `${at + 1}行目 記録 ${seq} (seq): 内容が変わっています\n`,
    })
    const json = await tomoniAlone(ledgerVerify, folder, ['changed.jsonl'], { json: true })
    expect(json.code).toBe(1)
    expect(JSON.parse(json.out)).toMatchObject({
      ok: false,
      misfits: [{ what: 'changed', line: at + 1, seq: Number(seq) }],
    })
  })

  test('a head that the file knows nothing of is said; a wrong call is wrong usage', async () => {
    const other = await tomoniAlone(ledgerVerify, folder, ['ledger.jsonl'], {
      head: '0'.repeat(64),
    })
    expect(other.code).toBe(1)
    expect(other.err).toContain('どの見出しとも違います')
    expect((await tomoniAlone(ledgerVerify, folder, [])).code).toBe(2)
    expect((await tomoniAlone(ledgerVerify, folder, ['ledger.jsonl'], { head: 'x' })).code).toBe(2)
    const day = await tomoni(site, ledgerExport, folder, [], { from: '2013-02-30', output: 'x' })
    expect(day.code).toBe(2)
  })
})

describe('the ledger on the desk', () => {
  beforeAll(() => site.as(people.viewer))
  const rows = (html: string) => html.split('<tbody>')[1]?.match(/<tr/g)?.length ?? 0

  test('says people, facts and details in words, newest first', async () => {
    const html = await site.text('/desk/ledger')
    expect(html).toContain('件の記録があります。新しいものから並べています。')
    expect(html).toContain('計画を直した')
    expect(html).toContain('台帳の見出しを公表した')
    expect(html).toContain('>コマンド</a>')
    const numbers = [...html.matchAll(/<td class="number"[^>]*>(\d+)</g)].map(([, n]) => Number(n))
    expect(numbers).toEqual(numbers.toSorted((a, b) => b - a))
  })

  test('is filtered by person, subject, kind and days, and pages keep the filter', async () => {
    const byHead = await site.text('/desk/ledger?person=per_head&kind=resident.')
    expect(rows(byHead)).toBe(1)
    expect(byHead).toContain('1件の記録があります')
    expect(rows(await site.text('/desk/ledger?subject=pln_x'))).toBe(1)
    expect(rows(await site.text('/desk/ledger?from=2013-03-06&until=2013-03-06&kind=plan.'))).toBe(
      1,
    )
    expect(await site.text('/desk/ledger?until=1960-01-01')).toContain('条件を減らすか')
    const all = await site.text('/desk/ledger')
    const older = must(/href="(\/desk\/ledger\?before=\d+)"/.exec(all)?.[1], 'an older page')
    expect(rows(await site.text(older))).toBeGreaterThan(0)
  })

  test('a day that is none comes back at its field', async () => {
    const answer = await site.get('/desk/ledger?from=2013-02-30&person=per_head')
    expect(answer.status).toBe(422)
    expect(await answer.text()).toContain('ある日付を入力してください')
  })

  test.each([
    "person=x' or '1'='1",
    'kind=%25',
    'kind=_lan.',
    "kind=plan.' union select 1 --",
    'subject=pln_x%27%3B drop table ledger%3B --',
    'subject=%5C',
    'kind=%5C',
  ])('what is typed is text and nothing else: %s', async (query) => {
    const html = await site.text(`/desk/ledger?${query.replaceAll(' ', '%20')}`)
    expect(html).toContain('この条件に当てはまる記録はありません')
    expect(site.bugs).toEqual([])
  })

  test('every opening of sealed data is listed with its purpose', async () => {
    // Among those of the demo city's year, for letters and calls, stands the one noted here.
    const all = await site.text('/desk/ledger/opened')
    expect(rows(all)).toBeGreaterThan(20)
    // An opening of something else is none: a case for comment has begun, nobody was looked at.
    expect(all).not.toContain('意見募集を始めた')
    const html = await site.text('/desk/ledger/opened?person=per_head')
    expect(rows(html)).toBe(1)
    expect(html).toContain('通知を郵送するため')
    expect(html).toContain('per_head')
    expect(html).toContain('res_a1')
    expect(await site.text('/desk/ledger/opened?person=per_other')).toContain(
      '封を開けた記録はありません',
    )
  })

  test('the CSV holds what is asked for, and no formula', async () => {
    const answer = await site.get('/desk/ledger/ledger.csv?subject=pln_x')
    expect(answer.headers.get('content-disposition')).toContain('2013-03-06-ledger.csv')
    await note('plan.edited', '=1+1')
    const csv = await site.get('/desk/ledger/ledger.csv?kind=plan.edited')
    const bytes = Buffer.from(await csv.arrayBuffer())
    const text = bytes.toString()
    const { rows } = readCsv(bytes)
    expect(rows.map(({ cells }) => cells[6])).toContain('=1+1')
    expect(text).toContain(`'=1+1`)
    expect(text).not.toMatch(/(^|,)"?[=+@]/m)
    expect(text.match(/\ufeff/g)).toHaveLength(1)
  })

  test('the file of the desk is the one that can be checked', async () => {
    const text = await site.text('/desk/ledger/ledger.jsonl?until=2013-02-01')
    await writeFile(join(folder, 'desk.jsonl'), text)
    const found = await tomoniAlone(ledgerVerify, folder, ['desk.jsonl'])
    expect(found.code).toBe(0)
  })

  test('who has no part in it sees neither the page nor its files, nor the entry of the menu', async () => {
    await site.as(people.officer)
    for (const path of ['', '/opened', '/ledger.csv', '/ledger.jsonl'])
      expect((await site.get(`/desk/ledger${path}`)).status).toBe(403)
    expect(await site.text('/desk')).not.toContain('/desk/ledger')
    expect(site.bugs).toEqual([])
  })
})
