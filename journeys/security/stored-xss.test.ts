import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { approveAmendment, proposeAmendment } from '#domains/plan/actions/amend.ts'
import { decide, publish } from '#domains/plan/actions/life.ts'
import { filled } from '#domains/plan/files.ts'
import { emptyContent, type ItemContent } from '#domains/plan/item.ts'
import { contentOf } from '#domains/plan/rules/content.ts'
import { addDepartments } from '#domains/staff/actions.ts'
import { type Browser, browser } from '#testing/browser.ts'
import { people } from '#testing/people.ts'
import { crawl } from '../support/crawl.ts'
import { formTo, onward, send } from '../support/desk.ts'
import { pdfText } from '../support/files.ts'
import { itemIn, planIn } from '../support/plan.ts'
import { leftIn, liveIn } from '../support/sound.ts'

/** One text that runs in a tag, in an attribute, in a reading, in a script and in a sheet. */
const bad = `"><script>alert(1)</script><img src=x onerror=alert(1)>'{<b>|y}{x|"onx="}`
const short = `<img src=x onerror=1>`
const named = (field: string) => `${field}${bad}`

const words = {
  title: named('t'),
  description: named('d'),
  citizenRole: named('c'),
  cityRole: named('m'),
}
const content: ItemContent = {
  ...emptyContent,
  lead: 'both',
  title: named('題'),
  description: named('内容'),
  departments: [`${short}部`],
  owner: named('係長').slice(0, 100),
  deputy: short,
  commitment: 'consider',
  citizenRole: named('市民'),
  cityRole: named('市'),
  indicators: [
    { name: bad.slice(0, 100), unit: '<b>x</b>', baseline: 1, target: 2, direction: 'up' },
  ],
  schedule: { q1: bad, q2: bad, q3: bad, q4: bad },
  articles: [`${short}条`],
  translations: { easy: words, en: words, ko: words },
}

const plan = {
  fiscalYear: 2012,
  title: named('計画'),
  subtitle: named('副題'),
  purpose: named('目的'),
  aim: named('ねらい'),
  goals: [named('目標'), bad],
  levels: { measure: '<b>施策</b>', group: '<i>方針', item: `"'>項目` },
  translations: { en: { title: bad, subtitle: bad, purpose: bad, aim: bad, goals: [bad, bad] } },
  measures: [
    {
      number: 1,
      title: named('施策'),
      translations: { en: { title: bad } },
      headings: [
        {
          audience: 'citizens',
          text: named('方針'),
          translations: { en: { text: bad } },
          items: [{ ...content, number: '1-1' }],
        },
      ],
    },
  ],
}

const { author, head } = people
let site: Browser
beforeAll(async () => {
  site = await browser('2012-03-05T10:00:00+09:00')
  await site.as({ ...author, name: named('主査') })
  await addDepartments(site.ctx(author), [
    { name: `${short}部`, kind: 'section', translations: { en: bad } },
  ])
})
afterAll(async () => {
  // Whatever the pages showed, nothing may have broken while they did.
  expect(site.bugs).toEqual([])
})

async function unsafe(start: readonly string[], within: (path: string) => boolean) {
  const pages = await crawl(site, start, within)
  expect(pages.size).toBeGreaterThan(start.length)
  return [...pages.values()].flatMap(({ path, html, status }) => {
    if (status >= 400) return [`${status} ${path}`]
    return liveIn(html).map((tag) => `${path}: ${tag}`)
  })
}

describe('a text that would run comes in by every way and stays a text', () => {
  test('by a file, whose name is one too', async () => {
    const file = new File([JSON.stringify(plan)], `${short}.json`)
    const way = onward(await send(site, '/desk/plans/intake', { file }))
    expect(await unsafe(['/desk', way], (path) => path.startsWith('/desk'))).toEqual([])
    onward(await send(site, way, {}, formTo('/accept')))
    const item = await itemIn(site.db, 2012, '1-1')
    expect(item.title).toBe(content.title)
    expect(item.schedule).toEqual(content.schedule)
  })

  test('by the forms of the desk', async () => {
    const item = await itemIn(site.db, 2012, '1-1')
    const form = `/desk/plans/2012/items/${item.id}`
    onward(await send(site, form, { title: `改${bad}` }, formTo(form)))
    expect((await itemIn(site.db, 2012, '1-1')).title).toBe(`改${bad}`)
    const faulty = await send(
      site,
      form,
      { title: `${bad}${'x'.repeat(300)}`, budgetYen: bad },
      formTo(form),
    )
    expect(faulty.status).toBe(422)
    expect(liveIn(await faulty.text())).toEqual([])
  })

  test('seen by colleagues on every page of the desk', async () => {
    for (const locale of ['', '/en'])
      expect(await unsafe([`${locale}/desk`], (path) => path.startsWith(`${locale}/desk`))).toEqual(
        [],
      )
    expect(await site.text('/desk/ledger')).toContain('plan.item-changed')
  })

  test('seen by anyone once it is published and amended, in every language', async () => {
    await site.as(author)
    onward(await send(site, '/desk/plans/2012/steps/submit'))
    const { id } = await planIn(site.db, 2012)
    await decide(site.ctx(head), id)
    await publish(site.ctx(head), id)
    const item = await itemIn(site.db, 2012, '1-1')
    const changed = { ...contentOf(item), description: bad, cityRole: `新${bad}` }
    const amendment = await proposeAmendment(site.ctx(author), item.id, changed, named('理由'))
    await approveAmendment(site.ctx(head), amendment.id)
    const all = ['/', '/easy', '/en', '/ko', '/search?q=計画', '/plans/2012/amendments']
    expect(await unsafe(all, (path) => !/\/desk|plan\.(pdf|xlsx)/.test(path))).toEqual([])
    await site.as(author)
    expect(await unsafe(['/desk'], (path) => path.startsWith('/desk'))).toEqual([])
  })

  test('no reading is left half set, whatever braces somebody typed', async () => {
    for (const path of ['/plans/2012', '/easy/plans/2012/items/1-1'])
      expect(leftIn(await site.text(path)).filter((one) => !one.includes('on[a-z]'))).toEqual([])
  })
})

describe('in files it is a text as well', () => {
  test('JSON and the API give it back as it was, and are never taken for a page', async () => {
    for (const path of ['/plans/2012/plan.json', '/api/v1/plans/2012', '/api/v1/openapi.json']) {
      const answer = await site.get(path)
      expect(answer.headers.get('content-type')).toMatch(/^application\/json/)
      expect(answer.headers.get('x-content-type-options')).toBe('nosniff')
    }
    const { title } = (await (await site.get('/api/v1/plans/2012')).json()) as { title: string }
    expect(title).toBe(plan.title)
  })

  test('the PDF prints it', async () => {
    const bytes = new Uint8Array(await (await site.get('/plans/2012/plan.pdf')).arrayBuffer())
    expect(await pdfText(bytes)).toContain('<script>alert(1)</script>')
    expect(Buffer.from(bytes).toString('latin1')).not.toMatch(
      /\/JavaScript|\/JS\b|\/Launch|\/OpenAction\s*<</,
    )
  })

  test('the workbook and the CSV hold it and hand the file out as a download', async () => {
    for (const format of ['xlsx', 'csv'] as const) {
      const answer = await site.get(`/plans/2012/plan.${format}`)
      expect(answer.headers.get('content-disposition')).toMatch(
        /^attachment; filename="plan-2012\./,
      )
      expect(answer.status).toBe(200)
    }
    const text = new TextDecoder().decode(
      await filled(site.db, await planIn(site.db, 2012), 'csv', 'public'),
    )
    expect(text).toContain('""><script>alert(1)</script>')
  })
})
