import { beforeAll, describe, expect, test } from 'vitest'
import { proposeAmendment } from '#domains/plan/actions/amend.ts'
import { addItem, saveItem } from '#domains/plan/actions/edit.ts'
import { create, sendBack } from '#domains/plan/actions/life.ts'
import { explainNew } from '#domains/plan/actions/roll-over.ts'
import { contentOf } from '#domains/plan/rules/content.ts'
import type { Browser } from '#testing/browser.ts'
import { people } from '#testing/people.ts'
import { demoCity } from '../support/city.ts'
import { crawl } from '../support/crawl.ts'
import { pdfText, squeezed } from '../support/files.ts'
import { readable } from '../support/html.ts'
import { itemIn, itemsIn, planIn, treeIn } from '../support/plan.ts'

/** Words that stand only where nobody outside may read. */
const secret = '秘密の灯台'
const inside = '内々の係長'
const proposed = '起案中の鐘楼'
const { author } = people

let site: Browser
let hidden: { readonly id: string; readonly code: string }
beforeAll(async () => {
  site = await demoCity()
  const ctx = site.ctx(author)
  // Next year's plan goes back to be written on; what it says of this year's items goes with it.
  await sendBack(ctx, (await planIn(site.db, 2013)).id, '書き直すため')
  const item = await itemIn(site.db, 2013, '1-1')
  await saveItem(ctx, item.id, item.version, {
    ...contentOf(item),
    title: secret,
    description: `${secret}をつくります。`,
  })
  hidden = { id: item.id, code: item.code }
  const tree = await treeIn(site.db, 2013)
  const group = tree.measures[0]?.groups[0]
  if (group) {
    const added = await addItem(ctx, tree.plan.id, group.id, { title: `${secret}の二` })
    await explainNew(ctx, tree.plan.id, added.id, `${secret}の理由`)
  }
  const future = await create(ctx, 2014, { title: `${secret}の計画` })
  expect(future.state).toBe('drafting')
  // A published item whose people are the city hall's, and whose amendment nobody has approved.
  const old = await itemIn(site.db, 2012, '1-1')
  await site.db
    .updateTable('plan_item')
    .set({ owner: inside, deputy: inside })
    .where('id', '=', old.id)
    .execute()
  await proposeAmendment(ctx, old.id, { ...contentOf(old), title: proposed }, `${proposed}のため`)
  site.site.forget()
})

const words = [secret, inside, proposed] as const
const told = (text: string) => words.filter((word) => squeezed(text).includes(word))

describe('what is being written is nobody’s yet', () => {
  test('no public page in any language says a word of it', async () => {
    const start = [
      '/',
      '/easy',
      '/en',
      '/ko',
      '/plans/2012',
      '/sitemap.xml',
      '/plans/2012/amendments',
    ]
    const pages = await crawl(site, start, (path) => !/\/desk/.test(path))
    expect(pages.size).toBeGreaterThan(100)
    const said = [...pages.values()].flatMap(({ path, html }) =>
      told(readable(html) + html).map((word) => `${word} ${path}`),
    )
    expect(said).toEqual([])
    expect([...pages.keys()].filter((path) => /\/plans\/201[34](\/|$)/.test(path))).toEqual([])
  })

  test.each([
    '/plans/2013',
    '/en/plans/2013',
    '/plans/2014',
    '/plans/2013/items/1-1',
    '/plans/2013/amendments',
    '/plans/2013/became',
    '/plans/2013/plan.pdf',
    '/plans/2013/plan.xlsx',
    '/plans/2013/plan.csv',
    '/plans/2013/plan.json',
    '/api/v1/plans/2013',
  ])('%s does not exist', async (path) => {
    const answer = await site.get(path)
    expect(answer.status).toBe(404)
    expect(told(await answer.text())).toEqual([])
  })

  test('an item of it has no address in the API either', async () => {
    const answer = await site.get(`/api/v1/items/${hidden.id}`)
    expect(answer.status).toBe(404)
    expect(await answer.text()).not.toContain(hidden.id)
  })

  test.each([
    '/search?q=秘密',
    '/search?q=灯台',
    '/search?q=起案中',
    '/search?q=内々',
    '/plans/2012?text=起案中',
    '/plans/2012?text=内々',
  ])('%s finds nothing of it', async (path) => {
    const page = readable(await site.text(path)).replaceAll(
      /[「“]?(秘密|灯台|起案中|内々)[」”]?/g,
      '',
    )
    expect(page).not.toMatch(/灯台|鐘楼|係長/)
    expect(await site.text(path)).not.toMatch(/items\/1-1"/)
  })

  test('comparing with it is comparing with nothing', async () => {
    for (const path of ['/plans/compare?from=2012&to=2013', '/plans/compare?from=2013&to=2014']) {
      const page = await site.text(path)
      expect(told(readable(page))).toEqual([])
      expect(page).not.toContain('value="2013"')
    }
  })

  test('what it says became of published items is not said before it is public', async () => {
    const { lines } = JSON.parse(
      JSON.stringify({ lines: await site.db.selectFrom('plan_lineage').selectAll().execute() }),
    ) as { lines: readonly { reason: string }[] }
    const reasons = lines.map(({ reason }) => squeezed(reason)).filter(Boolean)
    expect(reasons.length).toBeGreaterThan(5)
    for (const item of await itemsIn(site.db, 2012)) {
      const page = squeezed(readable(await site.text(`/plans/2012/items/${item.code}`)))
      expect(reasons.filter((reason) => page.includes(reason))).toEqual([])
      const answer = await site.get(`/api/v1/items/${item.id}`)
      const { life, amendments } = (await answer.json()) as {
        life: { fiscalYear: number }[]
        amendments: unknown
      }
      expect(life.map(({ fiscalYear }) => fiscalYear)).toEqual([2012])
      expect(told(JSON.stringify(amendments))).toEqual([])
    }
  })

  test('the files of the published year hold neither names of staff nor what is only proposed', async () => {
    for (const path of [
      '/plans/2012/plan.json',
      '/plans/2012/plan.csv',
      '/api/v1/plans/2012',
      '/api/v1/plans',
    ])
      expect(told(await site.text(path))).toEqual([])
    const pdf = await (await site.get('/plans/2012/plan.pdf')).arrayBuffer()
    expect(told(await pdfText(new Uint8Array(pdf)))).toEqual([])
    const xlsx = await (await site.get('/plans/2012/plan.xlsx')).arrayBuffer()
    const { readWorkbook } = await import('#platform/spreadsheet.ts')
    const sheets = await readWorkbook(new Uint8Array(xlsx))
    const cells = sheets.flatMap((s) =>
      s.rows.flatMap((r) => [...r.cells.values()].map((c) => c.text)),
    )
    expect(told(cells.join('\n'))).toEqual([])
    expect(cells.length).toBeGreaterThan(100)
  })

  test('a page that was kept is forgotten when the plan goes back to be written on', async () => {
    expect((await site.get('/plans/2013')).status).toBe(404)
    const home = await site.text('/')
    expect(home).not.toContain('/plans/2013')
  })
})
