import { beforeAll, describe, expect, test } from 'vitest'
import { readPlanJson } from '#domains/plan/intake/json.ts'
import { ja } from '#domains/plan/messages/desk-ja.ts'
import { type Browser, browser } from '#testing/browser.ts'
import { people } from '#testing/people.ts'
import { formTo, onward, send } from './support/desk.ts'
import { demoFile, demoJson, pdfText, squeezed } from './support/files.ts'
import { formsIn, readable } from './support/html.ts'
import {
  type Entry,
  facts,
  itemIn,
  itemsIn,
  planIn,
  printedRow,
  printedRows,
} from './support/plan.ts'

const scan = 'tsushima-2012.txt'
const answers = demoJson<Readonly<Record<string, string>>>('tsushima-2012.answers.json')
const clean = readPlanJson(demoJson<unknown>('plan-2012.json'))
const titles = clean.rows.map((row) => row.content.title)
const { author, head, officer, other, viewer } = people

const renamed = '市民からの意見の収集方法の見直し'

let site: Browser
let intake = ''
beforeAll(async () => {
  site = await browser('2012-03-05T10:00:00+09:00')
})

const step = (name: string, year = 2012) => send(site, `/desk/plans/${year}/steps/${name}`)
const seen = async (path: string) => readable(await site.text(path))

/** The stages of one story: each starts where the one before it ended. */
describe('a scan becomes the plan of 2012, and that the plan of 2013', () => {
  test('the scan is handed in: what cannot be known is asked, and nothing is in the plan', async () => {
    await site.as(author)
    const file = new File([demoFile(scan)], scan, { type: 'text/plain' })
    intake = onward(await send(site, '/desk/plans/intake', { file }))
    const page = await site.text(intake)
    for (const key of Object.keys(answers)) expect(page).toContain(`name="answer.${key}"`)
    expect(new Set(page.match(/name="answer\.[^"]+"/g)).size).toBe(Object.keys(answers).length)
    // The original line stands beside its question.
    expect(readable(page)).toContain(squeezed('自治会、地域で'))
    expect((await site.get('/desk/plans/2012')).status).toBe(404)
  })

  test('it is not taken in while a question is open', async () => {
    const some = { 'answer.lead:3-1': '●', 'answer.title:1-1': '自治会、地域での啓発活動' }
    onward(await send(site, intake, some, formTo(intake)))
    const refused = await site.post(`${intake}/accept`)
    expect(refused.status).toBe(422)
    expect((await site.get('/desk/plans/2012')).status).toBe(404)
  })

  test('answered, it is the printed plan, word for word', async () => {
    const given = Object.fromEntries(Object.entries(answers).map(([k, v]) => [`answer.${k}`, v]))
    onward(await send(site, intake, given, formTo(intake)))
    onward(await send(site, intake, { with: ['addDepartments'] }, formTo('/accept')))
    expect(await printedRows(site.db, 2012)).toEqual(clean.rows.map(printedRow))
    const { title, subtitle, purpose, aim, goals } = await planIn(site.db, 2012)
    const { head: said } = clean
    expect({ title, subtitle, purpose, aim, goals }).toEqual({
      title: said.title,
      subtitle: said.subtitle,
      purpose: said.purpose,
      aim: said.aim,
      goals: said.goals,
    })
  })

  test('taken in a second time it changes nothing', async () => {
    const before = await facts(site.db)
    const file = new File([demoFile(scan)], scan)
    const again = onward(await send(site, '/desk/plans/intake', { file }))
    const given = Object.fromEntries(Object.entries(answers).map(([k, v]) => [`answer.${k}`, v]))
    onward(await send(site, again, given, formTo(again)))
    expect(onward(await send(site, again, {}, formTo('/accept')))).toContain('taken-in-same')
    const since = (await facts(site.db)).slice(before.length)
    expect(since.map((f) => f.fact)).toEqual([
      'plan.intake-received',
      'plan.intake-answered',
      'plan.intake-accepted',
    ])
  })

  test('the check page says what a careful colleague would', async () => {
    const said = await seen('/desk/plans/2012/check')
    for (const { code, title } of await itemsIn(site.db, 2012))
      expect(said).toContain(squeezed(`${code} ${title}`))
    for (const kind of ['no-owner', 'no-commitment', 'no-indicator'] as const)
      expect(said).toContain(squeezed(ja.remarks[kind]()))
  })

  test('a draft is nobody’s but the city hall’s', async () => {
    await site.as(people.resident)
    expect((await site.get('/plans/2012')).status).toBe(404)
    expect(await seen('/search?q=事例集')).not.toContain('協働(共働)事例集の作成')
    await site.as(viewer)
    expect((await site.get('/desk/plans/2012')).status).toBe(200)
  })

  test('who wrote may hand it to the council but not decide it', async () => {
    await site.as(viewer)
    expect((await site.post('/desk/plans/2012/steps/submit')).status).toBe(403)
    await site.as(author)
    onward(await step('submit'))
    expect((await site.post('/desk/plans/2012/steps/decide')).status).toBe(403)
    expect((await planIn(site.db, 2012)).state).toBe('council-review')
  })

  test('another person decides, and it is published', async () => {
    site.at('2012-03-26T10:00:00+09:00')
    await site.as(head)
    onward(await step('decide'))
    // Decided is not yet public.
    expect((await site.get('/plans/2012')).status).toBe(404)
    site.at('2012-04-02T10:00:00+09:00')
    await site.as(author)
    onward(await step('publish'))
    onward(await step('start'))
    await site.as(people.resident)
    const said = await seen('/plans/2012')
    for (const title of titles) expect(said).toContain(squeezed(title))
  })

  test('the PDF holds all fifteen items in order, in words that can be copied', async () => {
    const answer = await site.get('/plans/2012/plan.pdf')
    expect(answer.headers.get('content-type')).toBe('application/pdf')
    const text = await pdfText(new Uint8Array(await answer.arrayBuffer()))
    const places: number[] = []
    for (const title of titles)
      places.push(text.indexOf(squeezed(title), (places.at(-1) ?? -1) + 1))
    expect(places.every((place) => place >= 0)).toBe(true)
    expect(places).toHaveLength(15)
    for (const row of clean.rows) expect(text).toContain(squeezed(row.content.description))
  })

  test('published text is frozen: an item changes only by an amendment with its reason', async () => {
    site.at('2012-10-09T10:00:00+09:00')
    await site.as(other)
    const item = await itemIn(site.db, 2012, '2-2')
    const form = `/desk/plans/2012/items/${item.id}`
    const title = renamed
    expect((await site.post(form, { title })).status).toBe(403)
    await site.as(officer)
    expect((await send(site, form, { title }, formTo(form))).status).toBe(422)
    onward(await send(site, form, { title, reason: '方法を広げるため' }, formTo(form)))
    expect((await itemIn(site.db, 2012, '2-2')).title).toBe(item.title)
    await site.as(people.resident)
    expect(await seen('/plans/2012/amendments')).not.toContain('方法を広げるため')
  })

  test('who proposed an amendment does not approve it', async () => {
    await site.as(author)
    const item = await itemIn(site.db, 2012, '1-6')
    const form = `/desk/plans/2012/items/${item.id}`
    const sent = {
      description: '標語を学校からも募集します。',
      reason: '学校から申し出があったため',
    }
    onward(await send(site, form, sent, formTo(form)))
    const [own] = await site.db
      .selectFrom('plan_amendment')
      .select('id')
      .where('proposed_by', '=', author.id)
      .execute()
    const page = await site.text('/desk/plans/2012/amendments')
    const offered = formsIn(page, '').find(formTo(`${own?.id}/approve`))
    expect(offered?.buttons.map((b) => b.attributes.formaction)).toEqual([
      `/desk/plans/2012/amendments/${own?.id}/withdraw`,
    ])
    const refused = await site.post(`/desk/plans/2012/amendments/${own?.id}/approve`)
    expect(refused.status).toBe(422)
    expect((await itemIn(site.db, 2012, '1-6')).description).toBe(item.description)
  })

  test('approved by another, it is public with before and after', async () => {
    const before = [await itemIn(site.db, 2012, '1-6'), await itemIn(site.db, 2012, '2-2')] as const
    await site.as(head)
    for (const { id } of await site.db.selectFrom('plan_amendment').select('id').execute())
      onward(await send(site, '/desk/plans/2012/amendments', {}, formTo(`${id}/approve`)))
    await site.as(people.resident)
    const said = await seen('/plans/2012/amendments')
    expect(said).toContain(squeezed(before[0].description.slice(0, 8)))
    expect(said).toContain('を学校からも募集し')
    expect(said).toContain('学校から申し出があったため')
    expect(await seen('/plans/2012/items/2-2')).toContain(squeezed(renamed))
    expect(await pdfText(await bytes('/plans/2012/plan.pdf'))).toContain(
      '学校から申し出があったため',
    )
  })

  test('rolled over, every item is followed: renamed, merged, split, ended, continued', async () => {
    site.at('2013-01-15T10:00:00+09:00')
    await site.as(author)
    const items = await itemsIn(site.db, 2012)
    const id = (code: string) => items.find((item) => item.code === code)?.id ?? ''
    const fate = (code: string, fields: Readonly<Record<string, string>>) =>
      Object.fromEntries(Object.entries(fields).map(([k, v]) => [`${id(code)}.${k}`, v]))
    const fates = {
      ...fate('4-2', {
        relation: 'renamed',
        titles: '事業提案制度の導入準備',
        reason: '検討を終えた',
      }),
      ...fate('1-2', { relation: 'merged', into: id('2-1'), reason: '担当と時期が重なるため' }),
      ...fate('2-2', {
        relation: 'split',
        titles: '声への回答\n意見交換会',
        reason: '進め方が違うため',
      }),
      ...fate('1-5', { relation: 'ended', reason: '事例集が完成したため' }),
    }
    const way = onward(await send(site, '/desk/plans/2012/roll-over', fates, formTo('/roll-over')))
    expect(way).toContain('/desk/plans/2013')
    expect(await itemsIn(site.db, 2013)).toHaveLength(14)
    await site.as(people.resident)
    const life = await seen('/plans/2012/items/1-5')
    expect(life).not.toContain('事例集が完成したため')
  })

  test('the draft is out for comment, and anyone reads what became of every item', async () => {
    await site.as(author)
    onward(await step('openComment', 2013))
    await site.as(people.resident)
    const said = await seen('/plans/2013/became')
    for (const text of ['検討を終えた', '担当と時期が重なるため', '事例集が完成したため'])
      expect(said).toContain(text)
    const items = await itemsIn(site.db, 2013)
    for (const { title } of items) expect(said).toContain(squeezed(title))
    const compared = await seen('/plans/compare?from=2012&to=2013')
    expect(compared).toContain('事業提案制度の導入準備')
    expect(compared).toContain('意見交換会')
    expect(compared).toContain('進め方が違うため')
    const code = items.find(({ title }) => title === '事業提案制度の導入準備')?.code
    const life = await seen(`/plans/2013/items/${code}`)
    expect(life).toContain(squeezed(titles[12] ?? ''))
  })

  test('the ledger tells the whole story, in order, with who did it', async () => {
    const told = (await facts(site.db)).filter((f) => !f.fact.startsWith('staff.'))
    const item = (f: Entry) => f.fact === 'plan.item-added'
    expect(told.filter(item)).toHaveLength(15)
    expect(told.filter((f) => !item(f)).map((f) => [f.fact, f.actor])).toEqual([
      ['plan.intake-received', author.id],
      ['plan.intake-answered', author.id],
      ['plan.intake-answered', author.id],
      ['plan.created', author.id],
      ...Array.from({ length: 4 }, () => ['plan.head-changed', author.id]),
      ['plan.intake-accepted', author.id],
      ['plan.intake-received', author.id],
      ['plan.intake-answered', author.id],
      ['plan.intake-accepted', author.id],
      ['plan.submitted', author.id],
      ['plan.decided', head.id],
      ['plan.published', author.id],
      ['plan.started', author.id],
      ['plan.amendment-proposed', officer.id],
      ['plan.amendment-proposed', author.id],
      ['plan.amended', head.id],
      ['plan.amended', head.id],
      ['plan.rolled-over', author.id],
      ['plan.created', author.id],
      ['plan.comment-opened', author.id],
    ])
    expect(site.bugs).toEqual([])
  })
})

const bytes = async (path: string) => new Uint8Array(await (await site.get(path)).arrayBuffer())
