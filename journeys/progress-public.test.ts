import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { beforeAll, describe, expect, test } from 'vitest'
import { saveDraft, submit } from '#domains/progress/actions/reports.ts'
import { ja } from '#domains/progress/messages/public-ja.ts'
import { emptyReport } from '#domains/progress/progress.ts'
import { type ItemStanding, standings } from '#domains/progress/rules/year.ts'
import { reports } from '#domains/progress/store/reports.ts'
import { readCsv } from '#platform/csv.ts'
import { must } from '#platform/must.ts'
import type { Browser } from '#testing/browser.ts'
import { people } from '#testing/people.ts'
import { demoCity } from './support/city.ts'
import { openedRound } from './support/progress.ts'
import { invalidIn, leftIn, untranslatedIn } from './support/sound.ts'

let site: Browser
beforeAll(async () => {
  site = await demoCity()
})

interface Told {
  readonly counts: Readonly<Record<ItemStanding, number>>
  readonly items: readonly {
    readonly code: string
    readonly title: string
    readonly standing: ItemStanding
    readonly reports: readonly { readonly period: string; readonly result: string }[]
  }[]
}
const json = async (path: string) => (await site.get(path)).json() as Promise<unknown>
const told = async () => (await json('/api/v1/plans/2012/progress')) as Told
const csvRows = async () => {
  const answer = await site.get('/progress/2012/progress.csv')
  const [head, ...rows] = readCsv(new Uint8Array(await answer.arrayBuffer())).rows
  return rows.map(({ cells }) =>
    Object.fromEntries((head?.cells ?? []).map((name, i) => [name, cells[i] ?? ''])),
  )
}
/** The letters of the pack as somebody copies them out of it. */
async function packText(): Promise<string> {
  const folder = mkdtempSync(join(tmpdir(), 'tomoni-pack-'))
  const file = join(folder, 'pack.pdf')
  const answer = await site.get('/progress/2012/pack.pdf')
  expect(answer.headers.get('content-type')).toBe('application/pdf')
  writeFileSync(file, new Uint8Array(await answer.arrayBuffer()))
  const text = execFileSync('pdftotext', ['-raw', file, '-']).toString()
  rmSync(folder, { recursive: true })
  return text.replace(/\s+/g, '')
}
const textOf = (html: string) => html.replace(/<[^>]+>/g, ' ').replace(/\s+/g, ' ')

describe('one truth', () => {
  test('the figures of page, list, table, data and pack are the same', async () => {
    const { counts, items } = await told()
    const page = await site.text('/progress/2012')
    const rows = await csvRows()
    const pack = await packText()
    expect(items).toHaveLength(15)
    for (const standing of standings) {
      const n = counts[standing]
      expect(items.filter((one) => one.standing === standing)).toHaveLength(n)
      const inCsv = rows.filter((row) => row.進み具合 === ja.standings[standing])
      expect(new Set(inCsv.map((row) => row.番号)).size).toBe(n)
      const list = await site.text(`/progress/2012/items?standing=${standing}`)
      expect(list.match(/<li class="entry">/g) ?? []).toHaveLength(n)
      if (n === 0) continue
      expect(page).toContain(
        `<a href="/progress/2012/items?standing=${standing}">${ja.standingWords[standing]}ものが${n}件</a>`,
      )
      expect(pack).toContain(`${ja.standings[standing]}`)
    }
    const used = standings.filter((one) => counts[one] > 0)
    expect(pack).toContain(`${ja.allItems}${used.map((one) => counts[one]).join('')}15`)
  })

  test('every figure of a drawing stands in the table beside it', async () => {
    const page = await site.text('/progress/2012')
    const charts = page.split('<figure class="chart">').slice(1)
    expect(charts.length).toBeGreaterThanOrEqual(4)
    for (const chart of charts) {
      const drawn = [...chart.matchAll(/data-value="(\d+)"/g)].map(([, n]) => n)
      const links = [...chart.matchAll(/<td class="number"[^>]*><a [^>]*>(\d+)<\/a>/g)]
      expect(links.map(([, n]) => n)).toEqual(expect.arrayContaining(drawn))
    }
  })

  test('each figure leads to just the items that it counts', async () => {
    const page = await site.text('/progress/2012')
    const links = [...page.matchAll(/<td class="number"[^>]*><a href="([^"]+)">(\d+)<\/a>/g)]
    expect(links.length).toBeGreaterThan(10)
    for (const [, path = '', n = ''] of links) {
      const list = await site.text(path.replaceAll('&amp;', '&'))
      expect(list.match(/<li class="entry">/g) ?? [], path).toHaveLength(Number(n))
    }
  })
})

describe('an item that nobody has reported on', () => {
  test('is named as such, with its section, its rule and what the section says', async () => {
    const { items } = await told()
    const silent = must(
      items.find(({ standing }) => standing === 'unreported'),
      'a silent item',
    )
    expect(silent.reports).toEqual([])
    const page = textOf(await site.text(`/plans/2012/items/${silent.code}`))
    expect(page).toContain(ja.standings.unreported)
    expect(page).toContain(ja.alarmRules.silent(120))
    expect(page).toContain(ja.noReport)
    const waiting = await site.text('/progress/2012/items?waiting=all')
    expect(waiting).toContain(`/plans/2012/items/${silent.code}"`)
    const line = must(
      (await csvRows()).find((row) => row.番号 === silent.code),
      'a line',
    )
    expect(line.したこと).toBe('')
  })
})

describe('what is not confirmed', () => {
  test('is said nowhere: neither page, list, feed, table, data, pack nor search', async () => {
    const next = await openedRound(site, 'final', '2013-03-15T09:00:00+09:00', '2013-03-29')
    const [one, two] = await reports(site.db, { rounds: [next.id] })
    const before = await told()
    const drafted = { ...emptyReport, value: '中止', result: '下書きの秘密XQZ' }
    await saveDraft(site.ctx(people.author), must(one, 'a report'), drafted)
    const handed = must(two, 'a report')
    const blank = handed.content.readings.map((r) => ({ ...r, unmeasured: '未集計XQZ' }))
    const content = { ...emptyReport, value: '実施済', result: '未確認の秘密XQZ', readings: blank }
    await submit(site.ctx(people.author), handed, content)
    expect((await told()).counts).toEqual(before.counts)
    const paths = [
      '/',
      '/progress',
      '/progress/2012',
      '/progress/2012/items',
      '/progress/2012/progress.csv',
      '/progress/feed.atom',
      '/api/v1/progress',
      '/api/v1/plans/2012/progress',
      '/search?q=秘密XQZ',
      '/plans/2012',
      '/open-data',
      ...before.items.map(({ code }) => `/plans/2012/items/${code}`),
    ]
    for (const path of paths) {
      const said = (await site.text(path))
        .replaceAll('value="秘密XQZ"', '')
        .replaceAll('「秘密XQZ」', '')
      expect(said, path).not.toContain('の秘密XQZ')
      expect(said, path).not.toContain('未集計XQZ')
    }
    expect(await packText()).not.toContain('XQZ')
  })

  test('a plan that is not in force has no progress', async () => {
    for (const path of ['/progress/2013', '/progress/2013/items', '/api/v1/plans/2013/progress'])
      expect((await site.get(path)).status, path).toBe(404)
  })
})

describe('the list', () => {
  test('takes conditions together, passes over what it does not know, and says what to do when empty', async () => {
    const all = await site.text('/progress/2012/items?standing=nonsense&measure=x')
    expect(all.match(/<li class="entry">/g)).toHaveLength(15)
    const { items } = await told()
    const both = await site.text('/progress/2012/items?standing=on-track&measure=1')
    const wanted = items.filter((i) => i.standing === 'on-track' && i.code.startsWith('1-'))
    expect(both.match(/<li class="entry">/g) ?? []).toHaveLength(wanted.length)
    const none = await site.text('/progress/2012/items?standing=not-assessable')
    expect(none).toContain(ja.nothing)
    expect(none).toContain('href="/progress/2012/items"')
  })
})

describe('the feed', () => {
  test('has one entry a confirmed report, in UTC, and is well formed', async () => {
    const answer = await site.get('/progress/feed.atom')
    expect(answer.headers.get('content-type')).toMatch(/^application\/atom\+xml/)
    const xml = await answer.text()
    const { items } = await told()
    const count = items.flatMap((one) => one.reports).length
    expect(xml.match(/<entry>/g)).toHaveLength(count)
    expect(new Set(xml.match(/<id>[^<]+<\/id>/g)).size).toBe(count + 1)
    for (const [, moment = ''] of xml.matchAll(/<updated>([^<]+)</g))
      expect(moment).toMatch(/^\d{4}-\d\d-\d\dT15:00:00\.000Z$/)
    expect(xml).not.toMatch(/&(?!amp;|lt;|gt;|quot;)/)
    const open: string[] = []
    for (const [, close, name = '', , empty] of xml.matchAll(/<(\/?)([a-z]+)( [^<>]*?)?(\/?)>/g))
      if (close) expect(open.pop()).toBe(name)
      else if (!empty) open.push(name)
    expect(open).toEqual([])
  })
})

describe('four languages', () => {
  test.each(['', '/easy', '/en', '/ko'])(
    '%s: sound pages with the same figures',
    async (prefix) => {
      const { counts } = await told()
      for (const path of [
        '/progress',
        '/progress/2012/items',
        '/plans/2012/items/1-1',
        '/plans/2012',
        '/',
      ]) {
        const html = await site.text(`${prefix}${path === '/' && prefix ? '' : path}`)
        expect(await invalidIn(html), path).toEqual([])
        expect(leftIn(html), path).toEqual([])
        if (prefix === '/en' || prefix === '/ko') expect(untranslatedIn(html), path).toEqual([])
      }
      const page = await site.text(`${prefix}/progress`)
      const [overall = ''] = page.split('id="chart-overall-name"').slice(1)
      const [drawing = ''] = overall.split('</svg>')
      for (const one of standings)
        expect(drawing.includes(`data-key="${one}" data-value="${counts[one]}"`)).toBe(
          counts[one] > 0,
        )
    },
  )
})
