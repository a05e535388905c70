import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { beforeAll, describe, expect, test } from 'vitest'
import { proposeAmendment } from '#domains/plan/actions/amend.ts'
import { beginClosing } from '#domains/plan/actions/life.ts'
import { plans } from '#domains/plan/store/plans.ts'
import { itemById } from '#domains/plan/store/tree.ts'
import { remarkPrompts } from '#domains/progress/judging/actions/carry.ts'
import { appoint } from '#domains/progress/judging/actions/committee.ts'
import { evaluatePlan } from '#domains/progress/judging/actions/evaluate.ts'
import type { Committee, Share } from '#domains/progress/judging/judging.ts'
import { committees } from '#domains/progress/judging/store/committees.ts'
import { judgements, waivers } from '#domains/progress/judging/store/judgements.ts'
import { shares } from '#domains/progress/judging/store/members.ts'
import { remarks } from '#domains/progress/judging/store/remarks.ts'
import { dutyOf } from '#domains/staff/roles.ts'
import type { Actor } from '#platform/actor.ts'
import { must } from '#platform/must.ts'
import type { Browser } from '#testing/browser.ts'
import { people } from '#testing/people.ts'
import {
  judgingClose,
  judgingExport,
  judgingList,
  judgingMissing,
  judgingPack,
} from '../src/commands/judging.ts'
import { demoCity } from './support/city.ts'
import { tomoni } from './support/command.ts'
import { inFolder, pdfText } from './support/files.ts'
import { readable } from './support/html.ts'

const desk = '/desk/progress/judging'
let site: Browser
/** The judging of the year's end as the demonstration prepares it, and the midterm as it was published. */
let spring: Committee
let midterm: Committee
const secretariat = () => site.ctx(people.author)

beforeAll(async () => {
  site = await demoCity()
  const all = await committees(site.db)
  spring = must(
    all.find(({ state }) => state === 'preparing'),
    'one that is prepared',
  )
  midterm = must(
    all.find(({ occasion }) => occasion === 'midterm'),
    'the midterm',
  )
  await site.as(people.author)
})

const hidden = (html: string, name: string) =>
  [...html.matchAll(new RegExp(`name="${name}" value="([^"]*)"`, 'g'))].map(([, value]) => value)

describe('pages that people find their way on', () => {
  test('each item of which something is missing leads to where it is given', async () => {
    const html = await site.text(`${desk}/missing/2012`)
    const part = html.slice(html.indexOf('id="missing"'), html.indexOf('</main>'))
    for (const page of ['/desk/progress/reports/rpt_', `${desk}/items/jdg_`, '/meeting/itm_'])
      expect(part).toContain(page)
    expect(part).not.toMatch(/<li><span lang="ja">\d-\d/u)
  })

  test('members who joined together stand by their names', async () => {
    const html = await site.text(`${desk}/${midterm.id}`)
    const [one, two] = [html.indexOf('公募の委員 一'), html.indexOf('公募の委員 二')]
    expect(one).toBeGreaterThan(0)
    expect(two).toBeGreaterThan(one)
  })
})

describe('what was said is found once, and in its place', () => {
  test('comments to be answered stand as the plan has its items', async () => {
    const html = await site.text(`${desk}/answers`)
    const codes = [...html.matchAll(/<span lang="ja">(\d-\d) /gu)].map(([, code]) => code)
    expect(codes.length).toBeGreaterThan(2)
    expect(codes).toEqual(codes.toSorted())
  })

  test('the committee’s words of an item are printed once, with the answer under them', async () => {
    const html = readable(await site.text('/plans/2012/judgement'))
    const words = '広報紙を読まない人にも届くよう、地区の集まりで説明すること。'
    expect(html.split(words)).toHaveLength(2)
    expect(html).toContain('地域マネージャーの会で説明の時間をとります。')
    expect(html).toContain('知っている人の割合を測らないと、進んだとは言えない。')
  })
})

describe('nothing typed is lost', () => {
  test('two people write one judgement: the second sees both, and saves theirs by pressing again', async () => {
    const one = must(
      (await judgements(site.db, spring.id)).find((j) => j.layer === 'secretariat'),
      'a judgement of the secretariat',
    )
    const page = `${desk}/items/${one.id}`
    const typed = { value: '実施中', course: 'expand', does: 'save' }
    const seen = { version: String(one.version) }
    const first = await site.post(page, { ...typed, ...seen, comment: '先の人の言葉' })
    expect(first.status).toBe(303)
    const late = { ...typed, ...seen, comment: '後の人の言葉' }
    const second = await site.post(page, late)
    expect(second.status).toBe(409)
    const html = await second.text()
    expect(html).toContain('ほかの人が先に保存しました')
    expect(html).toContain('後の人の言葉</textarea>')
    expect(html).toMatch(/<del>.*先/)
    const [version = ''] = hidden(html, 'version')
    expect((await site.post(page, { ...late, version })).status).toBe(303)
    const now = (await judgements(site.db, spring.id)).find(({ id }) => id === one.id)
    expect(now?.verdict.comment).toBe('後の人の言葉')
  })

  test('what cannot be saved any more is handed back to be copied', async () => {
    const one = must(
      (await judgements(site.db, spring.id)).find(
        (j) => j.layer === 'secretariat' && j.state === 'drafting' && j.version === 1,
      ),
      'another one',
    )
    const page = `${desk}/items/${one.id}`
    const whole = { value: '実施中', comment: '先に出した。', course: 'continue', version: '1' }
    expect((await site.post(page, { ...whole, does: 'give' })).status).toBe(303)
    const late = await site.post(page, { ...whole, comment: '間に合わなかった言葉', does: 'save' })
    expect(late.status).toBe(409)
    const html = await late.text()
    expect(html).toContain('保存できませんでした')
    expect(html).toContain('間に合わなかった言葉')
  })

  test('the days of a year: whoever comes second gets their own back beside the others’', async () => {
    const page = `${desk}/${spring.id}`
    const { name, scaleId, papersOn, marksDueOn, meetingOn } = spring
    const days = { name, scaleId, papersOn, marksDueOn, meetingOn, leastMembers: '2' }
    const [version = ''] = hidden(await site.text(page), 'version')
    const first = await site.post(page, { ...days, version, meetingOn: '2013-05-21' })
    expect(first.status).toBe(303)
    const second = await site.post(page, { ...days, version, name: '別の名前の委員会' })
    expect(second.status).toBe(409)
    const html = await second.text()
    expect(html).toContain('value="別の名前の委員会"')
    expect(html).toContain('ほかの人が先に保存しました')
  })

  test('the division is not overwritten unseen', async () => {
    const page = `${desk}/${spring.id}/division`
    const [version = ''] = hidden(await site.text(page), 'version')
    const [cell] = await shares(site.db, spring.id)
    const { itemId, userId } = must(cell, 'a share')
    const ticks = { version, [`of.${itemId}`]: userId }
    expect((await site.post(page, ticks)).status).toBe(303)
    const late = await site.post(page, ticks)
    expect(late.status).toBe(409)
    expect(await late.text()).toContain('付けた印は次のとおりです')
    await site.post(`${page}/propose`)
  })
})

describe('a refusal comes back to its page', () => {
  const at = () => `${desk}/${spring.id}`
  const item = async () => must((await shares(site.db, spring.id))[0], 'a share').itemId
  const refused = async (path: string, fields: Record<string, string>) => {
    const answer = await site.post(path, fields)
    expect([path, answer.status]).toEqual([path, 422])
    return answer.text()
  }

  test('a layer left out without its reason, with what was chosen', async () => {
    const chosen = await item()
    const html = await refused(`${at()}/waive`, { layer: 'section', itemId: chosen, reason: '' })
    expect(html).toContain(`<option value="${chosen}" selected`)
    expect(html).toContain('href="#f-waive-reason"')
  })

  test('a member excused without a reason; a member added twice', async () => {
    const [share] = await shares(site.db, spring.id)
    const { itemId, userId } = must(share, 'a share')
    const html = await refused(`${at()}/recuse`, { itemId, userId, reason: '' })
    expect(html).toContain(`<option value="${itemId}" selected`)
    const twice = await refused(`${at()}/members`, { userId, capacity: '公募の人' })
    expect(twice).toContain('その人は、もう委員です')
    expect(twice).toContain('value="公募の人"')
  })

  test('papers that lack something, a year without a committee and without a reason', async () => {
    const html = await refused(`${at()}/steps/send-papers`, {})
    expect(html).toContain('評価か分担が足りない項目があります (')
    await refused(`${at()}/steps/skip`, { reason: '' })
  })
})

describe('taken back, with a reason that the ledger keeps', () => {
  const factsOf = async (fact: string) =>
    (await site.db.selectFrom('ledger').select('detail').where('fact', '=', fact).execute()).map(
      ({ detail }) => JSON.stringify(detail),
    )

  test('a layer that was left out is asked for again', async () => {
    const at = `${desk}/${spring.id}`
    await site.post(`${at}/waive`, { layer: 'committee', itemId: '', reason: '間違えて省いた' })
    const [made] = await waivers(site.db, spring.id)
    const waiver = must(made, 'what was left out').id
    const bare = await site.post(`${at}/unwaive`, { waiver, reason: '' })
    expect(bare.status).toBe(422)
    expect(await bare.text()).toContain(`id="f-${waiver}-reason"`)
    const undone = await site.post(`${at}/unwaive`, { waiver, reason: '委員会を開くことにした' })
    expect(undone.status).toBe(303)
    expect(await waivers(site.db, spring.id)).toEqual([])
    expect((await factsOf('judging.layer-asked-again')).join()).toContain('委員会を開くことにした')
  })

  test('a member who was excused looks at the item again; nobody puts themselves back', async () => {
    const at = `${desk}/${spring.id}`
    const [share] = await shares(site.db, spring.id)
    const { itemId, userId } = must(share, 'a share')
    await site.post(`${at}/recuse`, { itemId, userId, reason: '団体の役員のため' })
    const cell = async () =>
      (await shares(site.db, spring.id)).find((s) => s.itemId === itemId && s.userId === userId)
    expect((await cell())?.recused?.reason).toBe('団体の役員のため')
    const bare = await site.post(`${at}/unrecuse`, { itemId, userId, reason: '' })
    expect(bare.status).toBe(422)
    await site.post(`${at}/unrecuse`, { itemId, userId, reason: '項目を取り違えた' })
    expect((await cell())?.recused).toBeNull()
    expect((await factsOf('judging.recusal-undone')).join()).toContain('項目を取り違えた')
  })

  test('both are the secretariat’s to do', async () => {
    await site.as(people.officer)
    const body = { waiver: 'wav_x', reason: 'なし' }
    expect((await site.post(`${desk}/${spring.id}/unwaive`, body)).status).toBe(403)
    await site.as(people.author)
  })
})

describe('a member reads in four languages', () => {
  const said = {
    '': ['委員のページ', '採点を出す', '区分を選んでください'],
    '/easy': ['ページ', 'ほかの <ruby>委員', '選'],
    '/en': ['Member’s page', 'Hand in the mark', 'Please'],
    '/ko': ['위원 페이지', '채점 제출하기', '선택'],
  } as const
  const citizen: Actor = { id: 'per_citizen', name: '委員', duties: [dutyOf('reviewer')] }
  let itemId: Share['itemId']

  beforeAll(async () => {
    await site.as(citizen)
    await appoint(secretariat(), spring.id, 'per_citizen', '公募')
    itemId = must((await shares(site.db, spring.id))[0], 'a share').itemId
    const cell = { committee_id: spring.id, item_id: itemId, user_id: 'per_citizen' }
    await site.db.insertInto('progress_share').values(cell).execute()
    const marking = site.db.updateTable('progress_committee').set({ state: 'marking' })
    await marking.where('id', '=', spring.id).execute()
  })

  test.each(Object.keys(said) as (keyof typeof said)[])('(%s)', async (tongue) => {
    const page = `${tongue}${desk}/${spring.id}/mine/${itemId}`
    const html = await site.text(page)
    for (const word of said[tongue].slice(0, 2)) expect(html).toContain(word)
    const refused = await site.post(page, {
      value: '',
      comment: '私の意見',
      course: '',
      does: 'give',
    })
    expect(refused.status).toBe(422)
    const back = await refused.text()
    expect(back).toContain('私の意見</textarea>')
    expect(back).toContain(said[tongue][2])
    const leave = await site.post(`${tongue}${desk}/${spring.id}/recuse`, {
      itemId,
      userId: 'per_citizen',
      reason: '',
    })
    expect(leave.status).toBe(422)
    expect(await leave.text()).toContain('id="f-recuse-reason"')
  })
})

describe('from a remark to the next year', () => {
  const adopted = async () =>
    (await remarks(site.db, { committee: midterm.id })).filter(
      ({ answer }) => answer.stance === 'adopted' && !answer.follow,
    )

  test('one button makes an item of the next plan of it, and the published page leads there', async () => {
    await site.as(people.author)
    const [remark] = await adopted()
    const { id, version, text } = must(remark, 'an adopted remark')
    expect(await site.text(`${desk}/answers`)).toContain(`${desk}/answers/${id}`)
    const page = await site.text(`${desk}/answers/${id}`)
    expect(page).toContain('2013年度の計画の項目にする')
    const made = await site.post(`${desk}/answers/${id}/carry`, { version: String(version) })
    expect(made.status).toBe(303)
    const form = await site.text(made.headers.get('location') ?? '')
    expect(form).toContain(`委員会の意見: ${text}`)
    const again = await site.post(`${desk}/answers/${id}/carry`, { version: String(version) })
    expect(again.status).toBe(409)
    const code = /\/items\/([0-9-]+)">[^<]*2013|平成25年度の項目 ([0-9-]+) になりました/.exec(
      await site.text('/plans/2012/judgement'),
    )
    expect(code).not.toBeNull()
    const data = JSON.parse(await site.text('/api/v1/plans/2012/judgements'))
    const led = data.items.flatMap((one: { remarks: readonly { led: unknown }[] }) =>
      one.remarks.flatMap((r) => (r.led ? [r.led] : [])),
    )
    expect(led).toEqual([expect.objectContaining({ kind: 'item', fiscalYear: 2013 })])
  })

  test('the other button begins a change of this year’s item, and the answer points at it', async () => {
    const [remark] = await adopted()
    const { id, text, itemId } = must(remark, 'another adopted remark')
    const way = `/desk/plans/2012/items/${itemId}?from=${id}`
    expect(await site.text(`${desk}/answers/${id}`)).toContain(way)
    const form = await site.text(way)
    expect(form).toContain(`委員会の意見: ${text}`)
    expect(hidden(form, 'from')).toEqual([id])
    const item = must(await itemById(site.db, itemId), 'the item')
    const content = { ...item, description: `${item.description}地区でも説明する。` }
    const change = await proposeAmendment(secretariat(), itemId, content, '意見を受けて')
    await remarkPrompts.became(secretariat(), id, change.id)
    const now = (await remarks(site.db, { committee: midterm.id })).find((r) => r.id === id)
    expect(now?.answer.follow).toEqual({ kind: 'amendment', id: change.id })
    expect(now?.state).toBe('approved')
    expect(await remarkPrompts.reason(secretariat(), id)).toBeNull()
  })

  test('what was not adopted goes nowhere', async () => {
    const other = must(
      (await remarks(site.db, { committee: midterm.id })).find(
        ({ answer }) => answer.stance === 'not-adopted',
      ),
      'one that was not',
    )
    const { id, version } = other
    const answer = await site.post(`${desk}/answers/${id}/carry`, { version: String(version) })
    expect(answer.status).toBe(422)
    expect(await answer.text()).toContain('採用か一部採用の回答だけ')
  })
})

describe('anyone', () => {
  test.each([
    ['', '評価が分かれています', '中間点検を公表しました'],
    ['/easy', '<ruby>評価', 'を <ruby>出'],
    ['/en', 'The layers', 'Judgement published (Midterm'],
    ['/ko', '평가가 서로 다릅니다', '중간 점검을(를) 공표했습니다'],
  ])(
    'reads on the item’s page what three layers said, where they differ (%s)',
    async (tongue, differs, told) => {
      await site.as(people.resident)
      const page = await site.text(`${tongue}/plans/2012/items/3-1`)
      expect(page).toContain('id="judgement"')
      if (tongue !== '/en') expect(page).toContain(differs)
      expect(page).toContain(told)
      expect(page).toContain('活動のない地区から先に、担当者を紹介すること。')
    },
  )

  test('takes published judgements by address, and nothing of what is not', async () => {
    const { judgings } = JSON.parse(await site.text('/api/v1/judgements'))
    expect(judgings).toEqual([
      expect.objectContaining({ fiscalYear: 2012, occasion: 'midterm', differing: 1 }),
    ])
    expect((await site.get('/api/v1/plans/2013/judgements')).status).toBe(404)
    expect(await site.text('/api/v1/openapi.json')).toContain('/plans/{year}/judgements')
  })
})

describe('by command', () => {
  test('list, pack and export say what the pages say', async () => {
    await inFolder(async (folder) => {
      const list = await tomoni(site, judgingList, folder, [], { year: '2012' })
      expect(list.out).toContain('中間点検\t市民協働推進委員会\t公表した')
      const flags = { year: '2012', occasion: 'midterm' }
      await tomoni(site, judgingPack, folder, [], { ...flags, output: 'pack.pdf' })
      const pack = await pdfText(new Uint8Array(await readFile(join(folder, 'pack.pdf'))))
      expect(pack).toContain('評価報告書')
      await tomoni(site, judgingExport, folder, [], { year: '2012', output: 'out.csv' })
      expect(await readFile(join(folder, 'out.csv'), 'utf8')).toContain('一部採用')
    })
  })

  test('no door closes a year that lacks something', async () => {
    const plan = must(
      (await plans(site.db)).find(({ fiscalYear }) => fiscalYear === 2012),
      'the plan',
    )
    const lacks = await tomoni(site, judgingMissing, '.', [], { year: '2012' })
    expect([lacks.code, lacks.out]).toEqual([1, expect.stringContaining('評価がまだ公表されて')])
    await beginClosing(secretariat(), plan.id)
    const refusal = { refusal: { reason: 'evaluation-incomplete' } }
    await expect(evaluatePlan(secretariat(), plan.id)).rejects.toMatchObject(refusal)
    const closed = await tomoni(site, judgingClose, '.', [], { year: '2012' })
    expect([closed.code, closed.err]).toEqual([1, 'refused evaluation-incomplete 1-1'])
    await site.as(people.author)
    expect((await site.post('/desk/plans/2012/steps/evaluate')).status).toBe(422)
    expect(site.bugs).toEqual([])
  })
})
