import { readFileSync } from 'node:fs'
import sharp from 'sharp'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { itemsOf } from '#domains/plan/index.ts'
import { throwAway } from '#domains/progress/actions/evidence.ts'
import { askGroup, printLink } from '#domains/progress/actions/groups.ts'
import { confirm, giveBack, submit } from '#domains/progress/actions/reports.ts'
import { picturesOf } from '#domains/progress/index.ts'
import { retentions } from '#domains/progress/jobs.ts'
import { emptyReport, type Report, type Round, type Scale } from '#domains/progress/progress.ts'
import { reportById, reports, versions } from '#domains/progress/store/reports.ts'
import { scaleById } from '#domains/progress/store/scales.ts'
import { clock } from '#domains/staff/roles.ts'
import { must } from '#platform/must.ts'
import { closePictures } from '#platform/picture.ts'
import { carryOut } from '#platform/retention.ts'
import type { Browser } from '#testing/browser.ts'
import { people } from '#testing/people.ts'
import { demoCity } from './support/city.ts'
import { readable, tagsIn } from './support/html.ts'
import { treeIn } from './support/plan.ts'
import { openedRound } from './support/progress.ts'
import { invalidIn, leftIn, untranslatedIn } from './support/sound.ts'

let site: Browser
let round: Round
let scale: Scale
let item: ReturnType<typeof itemsOf>[number]
let report: Report

/** A picture of its own colour, with the place where it was taken. */
const photo = async (background: string) =>
  new Uint8Array(
    await sharp({ create: { width: 900, height: 600, channels: 3, background } })
      .withExif({
        IFD0: { ImageDescription: '34.2028N' },
        IFD2: { DateTimeOriginal: '2013:03:10 10:00:00' },
      })
      .jpeg()
      .toBuffer(),
  )
const pdf = new Uint8Array(Buffer.from('%PDF-1.7\n1 0 obj<<>>endobj\ntrailer<<>>\n%%EOF\n'))
const named = (bytes: Uint8Array<ArrayBuffer>, name: string, type = '') =>
  new File([bytes], name, { type })
const row = (i: number, file: File, title: string, consent = true) => ({
  [`file${i}.file`]: file,
  [`file${i}.title`]: title,
  ...(consent && { [`file${i}.consent`]: 'yes' }),
})

beforeAll(async () => {
  site = await demoCity()
  round = await openedRound(site, 'final', '2013-03-15T09:00:00+09:00', '2013-03-29')
  scale = must(await scaleById(site.db, round.scaleId), 'its scale')
  item = must(
    itemsOf(await treeIn(site.db, 2012)).find(({ lead }) => lead !== 'city'),
    'an item that citizens share',
  )
  const all = await reports(site.db, { rounds: [round.id], items: [item.id] })
  report = must(
    all.find(({ side }) => side === 'city'),
    'the city’s',
  )
})
afterAll(closePictures)

const now = async (of: Pick<Report, 'id'>) => must(await reportById(site.db, of.id), 'it is there')
const onward = (answer: Response) => answer.headers.get('location') ?? ''
const desk = (of = report) => `/desk/progress/reports/${of.id}`
const filesIn = (html: string, prefix: string) =>
  [...html.matchAll(/(?:href|src)="([^"]*\/files\/evf_[^"]+)"/g)]
    .map(([, path = '']) => path)
    .filter((path) => path.startsWith(prefix))
const rows = () =>
  site.db.selectFrom('progress_file').selectAll().orderBy('added_at').orderBy('id').execute()
const bytesOf = async (path: string) => {
  const answer = await site.get(path)
  expect([path, answer.status]).toEqual([path, 200])
  return { headers: answer.headers, bytes: Buffer.from(await answer.arrayBuffer()) }
}
const said = () => ({
  ...emptyReport,
  value: must(scale.steps[0], 'a step').code,
  result: '浜の清掃をしました。',
  readings: item.indicators.map((i) => ({ name: i.name, actual: null, unmeasured: '未集計' })),
})
const hidden = (path: string) => site.get(path).then(({ status }) => status)
const publicItem = () => `/plans/2012/items/${item.code}`

describe('a section proves its report with pictures and files', () => {
  test('two of three are taken; the third says what is wrong and keeps its words', async () => {
    await site.as(people.author)
    expect(await site.text(desk())).toContain('写っている人の了解を得ています')
    const answer = await site.post(`${desk()}/files`, {
      ...row(0, named(await photo('#4477aa'), '浜 清掃.JPG'), '浜でごみを拾う参加者'),
      ...row(1, named(pdf, '../会議の記録.exe'), '会議の記録', false),
      ...row(2, named(await photo('#aa7744'), 'b.png', 'image/png'), '受付のようす', false),
    })
    expect(answer.status).toBe(422)
    const html = await answer.text()
    expect(readable(html)).toContain('写っている人の了解を確かめて')
    expect(html).toContain('value="受付のようす"')
    expect(await invalidIn(html)).toEqual([])
    const kept = await rows()
    const own = kept.filter(({ report_id }) => report_id === report.id)
    expect(own.map(({ kind, title, name }) => [kind, title, name]).sort()).toEqual([
      ['paper', '会議の記録', '会議の記録.pdf'],
      ['picture', '浜でごみを拾う参加者', '浜-清掃.jpg'],
    ])
    expect(own.find(({ kind }) => kind === 'picture')).toMatchObject({
      width: 900,
      height: 600,
      taken_on: '2013-03-10',
      consent: true,
    })
    const facts = await site.db
      .selectFrom('ledger')
      .selectAll()
      .where('fact', '=', 'progress.file-added')
      .where('subject_id', '=', report.id)
      .execute()
    expect(facts).toHaveLength(2)
    expect(JSON.stringify(facts)).not.toContain('参加者')
  })

  test('what is no evidence says why at its line, and nothing is kept of it', async () => {
    const before = (await rows()).length
    const svg = '<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>'
    const cases: readonly (readonly [File, string, string])[] = [
      [named(new Uint8Array(Buffer.from(svg)), 'a.png', 'image/png'), '絵', '読めない種類'],
      [named(new Uint8Array(Buffer.from('GIF89a;')), 'a.gif', 'image/gif'), '絵', '読めない種類'],
      [named((await photo('#123456')).slice(0, 700), 'a.jpg'), '半分', '壊れています'],
      [named(await photo('#4477aa'), 'same.jpg'), '同じもの', 'もう足してあります'],
      [named(pdf.slice(0, 9), 'a.pdf'), '半分', '壊れています'],
      [named(new Uint8Array(), 'empty.pdf'), '空', 'ファイルが空です'],
      [named(await photo('#654321'), 'a.jpg'), ' ', '何が写っているか、何の資料かを'],
    ]
    for (const [file, title, why] of cases) {
      const answer = await site.post(`${desk()}/files`, row(1, file, title))
      expect([file.name, answer.status]).toEqual([file.name, 422])
      expect([file.name, readable(await answer.text())]).toEqual([
        file.name,
        expect.stringContaining(why),
      ])
    }
    expect((await site.post(`${desk()}/files`, {})).status).toBe(422)
    expect(await rows()).toHaveLength(before)
  })

  test('six pictures are room enough', async () => {
    for (const [i, colour] of ['#110000', '#220000', '#330000', '#440000', '#550000'].entries()) {
      const one = row(0, named(await photo(colour), `${i}.jpg`), `写真 ${i}`)
      expect(onward(await site.post(`${desk()}/files`, one))).toContain('done=filesAdded&n=1')
    }
    const seventh = row(0, named(await photo('#660000'), '7.jpg'), '7枚目')
    const answer = await site.post(`${desk()}/files`, seventh)
    expect(answer.status).toBe(422)
    expect(readable(await answer.text())).toContain('写真は6枚までです')
    const extra = (await rows()).filter(({ title }) => /^写真 \d/.test(title))
    for (const { id } of extra)
      expect(onward(await site.post(`${desk()}/files/${id}/remove`))).toContain('fileRemoved')
    expect((await rows()).filter(({ removed_at }) => removed_at)).toHaveLength(5)
  })

  test('nobody else adds, takes off or sees anything before it is public', async () => {
    const [path = ''] = filesIn(await site.text(desk()), '/desk/')
    const [id = ''] = /evf_[a-z0-9]+/.exec(path) ?? []
    const open = path.replace('/desk', '')
    expect((await bytesOf(path)).headers.get('cache-control')).toBe('no-store')
    expect(await hidden(open)).toBe(404)
    const file = row(0, named(await photo('#777777'), 'x.jpg'), '絵')
    await site.as(people.viewer)
    expect(await hidden(path)).toBe(200)
    expect((await site.post(`${desk()}/files`, file)).status).toBe(403)
    expect((await site.post(`${desk()}/files/${id}/remove`)).status).toBe(403)
    await site.as(people.resident)
    expect(await hidden(path)).toBe(303)
    expect(await hidden(open)).toBe(404)
    expect(await site.text(publicItem())).not.toContain(id)
  })

  test('confirmed, they are public: small on the page, large by a press, without the place', async () => {
    const handed = await submit(site.ctx(people.author), await now(report), said())
    await site.as(people.author)
    const late = row(0, named(await photo('#888888'), 'x.jpg'), '遅い')
    expect((await site.post(`${desk()}/files`, late)).status).toBe(409)
    const kept = await versions(site.db, report.id)
    expect(must(kept.at(-1), 'a version').files).toHaveLength(2)
    await confirm(site.ctx(people.head), handed)
    await site.as(people.resident)
    for (const prefix of ['', '/easy', '/en', '/ko']) {
      const html = await site.text(`${prefix}${publicItem()}`)
      expect(await invalidIn(html)).toEqual([])
      expect(leftIn(html)).toEqual([])
      // Of what is ours on this page: who reads another language hears Japanese as Japanese.
      if (prefix === '/en' || prefix === '/ko')
        expect(untranslatedIn(html).filter((text) => /参加者|会議の記録/.test(text))).toEqual([])
      const shown = tagsIn(html, 'img').filter(
        ({ attributes }) => attributes.alt === '浜でごみを拾う参加者',
      )
      expect(shown).toHaveLength(1)
      expect(shown[0]?.attributes).toMatchObject({ width: '480', height: '320', loading: 'lazy' })
    }
    const html = await site.text(publicItem())
    const paths = [...new Set(filesIn(html, '/progress/files/'))].filter((path) =>
      path.includes('evf_'),
    )
    const small = must(
      paths.find((path) => path.endsWith('?size=small') && html.includes(path)),
      'a small picture',
    )
    const own = (await rows()).filter((one) => one.report_id === report.id && !one.removed_at)
    for (const { id, kind, name } of own) {
      const { headers, bytes } = await bytesOf(`/progress/files/${id}/${encodeURIComponent(name)}`)
      expect(headers.get('x-content-type-options')).toBe('nosniff')
      expect(headers.get('content-security-policy')).toBe("default-src 'none'; sandbox")
      expect(headers.get('cache-control')).toBe('no-cache')
      expect(headers.get('content-disposition')).toMatch(
        kind === 'picture' ? /^inline; filename\*/ : /^attachment; filename\*/,
      )
      expect(headers.get('content-type')).toBe(
        kind === 'picture' ? 'image/jpeg' : 'application/pdf',
      )
      if (kind === 'picture') {
        expect(bytes.includes('34.2028N')).toBe(false)
        expect((await sharp(bytes).metadata()).exif).toBeUndefined()
      } else expect(bytes).toEqual(Buffer.from(pdf))
      expect(await hidden(`/progress/files/${id}/other.jpg`)).toBe(404)
    }
    expect((await bytesOf(small)).bytes.length).toBeLessThan(60_000)
    const csv = await site.text('/progress/2012/progress.csv')
    expect(csv).toContain('写真と資料')
    for (const { id } of own) expect(csv).toContain(`/progress/files/${id}/`)
    const api = (await (await site.get('/api/v1/plans/2012/progress')).json()) as object
    expect(JSON.stringify(api)).toContain('浜でごみを拾う参加者')
    const pictures = await picturesOf(site.db, round.planId)
    expect(pictures[0]).toMatchObject({
      itemId: item.id,
      title: '浜でごみを拾う参加者',
      width: 900,
      by: report.asked,
    })
  })

  test('given back, they are nobody’s again; withdrawn with a reason, one leaves at once', async () => {
    const [picture] = (await rows()).filter((one) => one.kind === 'picture' && !one.removed_at)
    const own = must(picture, 'a picture')
    const mine = must(
      (await rows()).find(
        (one) => one.report_id === report.id && one.kind === 'picture' && !one.removed_at,
      ),
      own.id,
    )
    const path = `/progress/files/${mine.id}/${encodeURIComponent(mine.name)}`
    expect(await hidden(path)).toBe(200)
    await site.as(people.officer)
    expect((await site.post(`${desk()}/files/${mine.id}/remove`, { reason: 'x' })).status).toBe(403)
    await site.as(people.author)
    const without = await site.post(`${desk()}/files/${mine.id}/remove`, { reason: ' ' })
    expect(without.status).toBe(422)
    expect(await hidden(path)).toBe(200)
    const reason = '写っている人から申し出があったため'
    const done = await site.post(`${desk()}/files/${mine.id}/remove`, { reason })
    expect(onward(done)).toContain('fileRemoved')
    await site.as(people.resident)
    expect(await hidden(path)).toBe(404)
    expect(await site.text(publicItem())).not.toContain('浜でごみを拾う参加者')
    const paper = must(
      (await rows()).find((one) => one.report_id === report.id && one.kind === 'paper'),
      'a document',
    )
    const address = `/progress/files/${paper.id}/${encodeURIComponent(paper.name)}`
    expect(await hidden(address)).toBe(200)
    await giveBack(site.ctx(people.head), await now(report), '数を確かめてください')
    expect(await hidden(address)).toBe(404)
    expect(site.bugs).toEqual([])
  })
})

describe('a group adds them in the form where it writes', () => {
  let own: Report
  let link: string
  const write = async (step: string, more: Record<string, string | File> = {}) =>
    site.post(link, {
      version: String((await now(own)).version),
      step,
      value: must(scale.steps[0], 'a step').code,
      result: '浜を2回掃除しました。',
      ...Object.fromEntries(item.indicators.map((_, i) => [`reading${i}.unmeasured`, 'なし'])),
      ...more,
    })

  test('by its link, without an account; a fault keeps the text and what was right', async () => {
    const text = { name: '浜の会', mail: '', language: 'ja' } as const
    const ctx = site.ctx(people.author)
    own = await askGroup(ctx, round.id, item.id, text)
    link = `/progress/report/${(await printLink(ctx, own.id)).token}`
    await site.as(people.resident)
    for (const prefix of ['', '/easy', '/en', '/ko']) {
      const html = await site.text(`${prefix}${link}`)
      expect(await invalidIn(html)).toEqual([])
      expect(leftIn(html)).toEqual([])
      if (prefix === '/en' || prefix === '/ko') expect(untranslatedIn(html)).toEqual([])
    }
    const answer = await write('submit', {
      ...row(
        0,
        named(readFileSync('src/testing/scene.heic') as Uint8Array<ArrayBuffer>, 'a.heic'),
        '浜の絵',
      ),
      ...row(1, named(new Uint8Array(Buffer.from('<html>')), 'b.html'), '変なもの'),
    })
    expect(answer.status).toBe(422)
    const html = await answer.text()
    expect(html).toContain('浜を2回掃除しました。')
    expect(html).toContain('value="変なもの"')
    expect(readable(html)).toContain('外す浜の絵')
    expect(await now(own)).toMatchObject({
      state: 'drafting',
      content: { result: '浜を2回掃除しました。' },
    })
  })

  test('sees its own picture by the link, and by no other’s', async () => {
    const [path = ''] = filesIn(await site.text(link), link)
    const { headers } = await bytesOf(path)
    expect(headers.get('cache-control')).toBe('no-store')
    const other = await askGroup(site.ctx(people.author), round.id, item.id, {
      name: '別の会',
      mail: '',
      language: 'ja',
    })
    const theirs = `/progress/report/${(await printLink(site.ctx(people.author), other.id)).token}`
    expect(await hidden(path.replace(link, theirs))).toBe(404)
    expect(await hidden(path.replace(link, ''))).toBe(404)
    // What a group has begun is its own: the section sees it once it is handed in.
    await site.as(people.author)
    const id = must(/evf_[a-z0-9]+/.exec(path)?.[0], 'its id')
    expect(await site.text(`/desk/progress/groups/${own.id}`)).not.toContain(id)
    expect(await hidden(`/desk/progress/files/${id}/a.jpg`)).toBe(404)
    await site.as(people.resident)
  })

  test('takes one off, adds another and hands in with one press', async () => {
    const [gone = ''] = /evf_[a-z0-9]+/.exec(await site.text(link)) ?? []
    expect(onward(await write(`remove:${gone}`))).toContain('done=saved')
    expect(await site.text(link)).not.toContain(gone)
    const file = row(2, named(await photo('#99aabb'), 'c.jpg'), '掃除のあとの浜')
    expect(onward(await write('submit', file))).toContain('done=handedIn')
    await site.as(people.author)
    expect(await site.text(`/desk/progress/groups/${own.id}`)).toContain('掃除のあとの浜')
    const late = row(0, named(await photo('#aabbcc'), 'd.jpg'), '遅い')
    expect((await write('submit', late)).status).toBe(409)
    await confirm(site.ctx(people.head), await now(own))
    await site.as(people.resident)
    expect(await site.text(publicItem())).toContain('掃除のあとの浜')
    expect(site.bugs).toEqual([])
  })
})

test('thirty days after it was taken off, a file leaves the store, unless another is the same', async () => {
  const { localFiles } = await import('#platform/files.ts')
  const { mkdtempSync } = await import('node:fs')
  const files = localFiles(mkdtempSync('/tmp/tomoni-evidence-'))
  const removed = (await rows()).filter((one) => one.removed_at)
  expect(removed.length).toBeGreaterThan(5)
  const keys = new Map<string, string>()
  for (const { id } of removed)
    keys.set(id, await files.put(new TextEncoder().encode(id), 'evidence'))
  const [twin] = (await rows()).filter((one) => !one.removed_at)
  const shared = must(removed[0], 'one')
  const ctx = site.ctx(clock)
  await ctx.record(async (tx) => {
    for (const [id, key] of keys)
      await tx
        .updateTable('progress_file')
        .set({ key, small_key: '' })
        .where('id', '=', id)
        .execute()
    await tx
      .updateTable('progress_file')
      .set({ key: must(keys.get(shared.id), 'its key') })
      .where('id', '=', must(twin, 'a living one').id)
      .execute()
    return [undefined, { fact: 'test.keys', subject: 'x', basis: 'test' }]
  })
  const early = { ...ctx, now: new Date('2013-04-10T03:15:00+09:00') }
  expect(await throwAway(early, files)).toBe(0)
  const later = { ...ctx, now: new Date('2013-05-20T03:15:00+09:00') }
  await carryOut(later, retentions, async () => new Map())
  expect(await throwAway(later, files)).toBe(removed.length)
  expect(await throwAway(later, files)).toBe(0)
  for (const [id, key] of keys)
    expect([id, (await files.get(key)) !== undefined]).toEqual([id, id === shared.id])
  const left = (await rows()).filter((one) => one.removed_at)
  expect(left.every(({ title, name, key }) => `${title}${name}${key}` === '')).toBe(true)
})
