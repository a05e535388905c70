import { beforeAll, describe, expect, test } from 'vitest'
import { beginClosing } from '#domains/plan/actions/life.ts'
import { plans } from '#domains/plan/store/plans.ts'
import { confirm, submit } from '#domains/progress/actions/reports.ts'
import {
  aboutRemark,
  approve,
  giveBack,
  submitAnswer,
} from '#domains/progress/judging/actions/answers.ts'
import * as run from '#domains/progress/judging/actions/committee.ts'
import { give } from '#domains/progress/judging/actions/layers.ts'
import {
  handInMark,
  markFromPaper,
  saveDraftMark,
} from '#domains/progress/judging/actions/marks.ts'
import { settleItem } from '#domains/progress/judging/actions/settle.ts'
import * as steps from '#domains/progress/judging/actions/steps.ts'
import type { Committee, Share } from '#domains/progress/judging/judging.ts'
import { committeeById } from '#domains/progress/judging/store/committees.ts'
import { judgements } from '#domains/progress/judging/store/judgements.ts'
import { shares } from '#domains/progress/judging/store/members.ts'
import { remarks } from '#domains/progress/judging/store/remarks.ts'
import { standing } from '#domains/progress/judging/workflow.ts'
import { emptyReport } from '#domains/progress/progress.ts'
import { reports } from '#domains/progress/store/reports.ts'
import { dutyOf } from '#domains/staff/roles.ts'
import type { Actor } from '#platform/actor.ts'
import { must } from '#platform/must.ts'
import type { Browser } from '#testing/browser.ts'
import { people } from '#testing/people.ts'
import { demoCity } from './support/city.ts'
import { pdfText } from './support/files.ts'
import { openedRound } from './support/progress.ts'

let site: Browser
let committee: Committee
const secretariat = () => site.ctx(people.author)
const head = () => site.ctx(people.head)
const verdict = { value: '実施中', comment: '計画どおりに進めた。', course: 'continue' } as const

const outside = (n: number): Actor => ({
  id: `per_member${n}`,
  name: `委員${n}`,
  duties: [dutyOf('reviewer')],
})
const five = [1, 2, 3, 4, 5].map(outside)
/** As the site knows them once they are appointed. */
const as = (n: number) =>
  site.ctx({ ...outside(n), duties: [dutyOf('reviewer', { schemes: [committee.id] })] })
const now = async () => must(await committeeById(site.db, committee.id), 'it is there')
const divided = () => shares(site.db, committee.id)
const shareOf = async (n: number) => (await divided()).filter((s) => s.userId === `per_member${n}`)

beforeAll(async () => {
  site = await demoCity()
  for (const one of five) await site.as(one)
  const round = await openedRound(site, 'final', '2013-03-15T09:00:00+09:00', '2013-03-29')
  for (const report of await reports(site.db, { rounds: [round.id] })) {
    const readings = report.content.readings.map((one) => ({ ...one, unmeasured: '集計前のため' }))
    const content = { ...emptyReport, value: '実施中', result: '説明会を3回開いた。', readings }
    await confirm(head(), await submit(secretariat(), report, content))
  }
  const plan = must(
    (await plans(site.db)).find((p) => p.fiscalYear === 2012),
    'the plan of 2012',
  )
  await site.db.deleteFrom('progress_judgement').where('committee_id', 'in', finals()).execute()
  await site.db.deleteFrom('progress_share').where('committee_id', 'in', finals()).execute()
  await site.db.deleteFrom('progress_member').where('committee_id', 'in', finals()).execute()
  await site.db.deleteFrom('progress_committee').where('occasion', '=', 'final').execute()
  committee = await run.openCommittee(secretariat(), plan.id, 'final', {
    name: '推進委員会',
    scaleId: round.scaleId,
    papersOn: '2013-04-10',
    marksDueOn: '2013-05-10',
    meetingOn: '2013-05-20',
    leastMembers: 2,
  })
})
/** The demonstration prepares a judging of its own; this one takes its place. */
const finals = () =>
  site.db.selectFrom('progress_committee').select('id').where('occasion', '=', 'final')

describe('the city’s own layers', () => {
  test('begin with the newest report, and papers wait until all have spoken', async () => {
    const own = await judgements(site.db, committee.id)
    expect(own).toHaveLength(30)
    const asked = own.filter(({ layer }) => layer === 'section')
    expect(asked.map((one) => one.verdict.value)).toEqual(asked.map(() => '実施中'))
    await expect(steps.sendPapers(secretariat(), committee.id)).rejects.toMatchObject({
      refusal: { reason: 'papers-incomplete' },
    })
  })

  test('a section speaks for its own items only, and says where they are to go', async () => {
    const own = await judgements(site.db, committee.id)
    const officer = site.ctx(people.officer)
    const mine = must(
      own.find((j) => j.layer === 'section' && j.asked === people.officer.department),
      'an item of the section',
    )
    const secretariats = must(
      own.find((j) => j.layer === 'secretariat'),
      'one',
    )
    await expect(give(officer, secretariats, verdict)).rejects.toMatchObject({
      refusal: { kind: 'not-allowed' },
    })
    await expect(give(officer, mine, { ...verdict, course: null })).rejects.toMatchObject({
      refusal: { reason: 'course-needed', place: 'course' },
    })
    expect((await give(officer, mine, verdict)).state).toBe('given')
    for (const one of await judgements(site.db, committee.id)) {
      if (one.state === 'given') continue
      const section = dutyOf('section-head', { sections: [one.asked] })
      const who = one.layer === 'section' ? { ...people.officer, duties: [section] } : people.author
      const value = one.layer === 'section' ? '実施中' : '検討中'
      await give(site.ctx(who), one, { ...verdict, value })
    }
  })
})

describe('the committee', () => {
  test('shares fifteen items evenly among five, two for each', async () => {
    for (const one of five)
      await run.appoint(secretariat(), committee.id, one.id as `per_${string}`, '公募')
    await run.propose(secretariat(), committee.id)
    const list = await divided()
    expect(list).toHaveLength(30)
    const counts = five.map(({ id }) => list.filter((s) => s.userId === id).length)
    expect(counts).toEqual([6, 6, 6, 6, 6])
  })

  test('a member with an interest leaves the item, which then needs another', async () => {
    const [share] = await shareOf(5)
    const at = must(share, 'an item of the fifth')
    await expect(run.recuse(as(5), committee.id, at, ' ')).rejects.toMatchObject({
      refusal: { reason: 'reason-needed' },
    })
    await expect(run.recuse(as(4), committee.id, at, 'ほかの人のこと')).rejects.toMatchObject({
      refusal: { reason: 'not-oneself' },
    })
    await run.recuse(as(5), committee.id, at, '自分の団体の事業のため')
    await expect(steps.sendPapers(secretariat(), committee.id)).rejects.toMatchObject({
      refusal: { reason: 'papers-incomplete' },
    })
    await run.propose(secretariat(), committee.id)
    const here = (await divided()).filter(({ itemId }) => itemId === at.itemId)
    expect(here.filter((s) => !s.recused)).toHaveLength(2)
    expect(here.find((s) => s.recused)?.userId).toBe('per_member5')
  })

  test('gets its papers: pages, PDF and a sheet of paper, and nothing before that', async () => {
    const page = `/desk/progress/judging/${committee.id}/mine`
    await site.as(outside(1))
    expect((await site.get(page)).status).toBe(404)
    await steps.sendPapers(secretariat(), committee.id)
    expect((await site.get(page)).status).toBe(200)
    for (const file of ['papers.pdf', 'sheet.pdf']) {
      const answer = await site.get(`/desk/progress/judging/${committee.id}/${file}`)
      expect(answer.headers.get('content-type')).toBe('application/pdf')
    }
    expect(await site.text('/desk/notices')).toContain(`href="${page}">分担の項目の採点を`)
  })
})

const secret = '誰にもまだ見せない言葉'
/** An item that the first and another member look at. */
let both: { item: Share['itemId']; other: number }

describe('blind marks', () => {
  beforeAll(async () => {
    await steps.beginMarking(secretariat(), committee.id)
    const list = await divided()
    const mine = must(
      (await shareOf(1)).find((s) => !s.recused),
      'an item of the first',
    )
    const partner = must(
      list.find((s) => s.itemId === mine.itemId && s.userId !== mine.userId && !s.recused),
      'a second member',
    )
    both = { item: mine.itemId, other: Number(partner.userId.slice(-1)) }
    await handInMark(as(1), committee.id, both.item, { ...verdict, comment: secret })
  })

  /** Every address of the site that can be read, with what stands in this judging. */
  const addresses = () => {
    const fill = (path: string) =>
      path
        .replace(':id{cmt_[a-z0-9]+}', committee.id)
        .replace(':item', both.item)
        .replace(':member', 'per_member1')
        .replace(/:year(\{[^}]*\})+/, '2012')
        .replace(/:code(\{[^}]*\})?/, '1-1')
        .replace(/:\w+(\{[^}]*\})*/g, committee.id)
    const all = site.site.site.routes.filter(({ method }) => method === 'GET')
    return [...new Set(all.map(({ path }) => fill(path)))].filter((path) => !path.includes('*'))
  }
  const textsFor = async () => {
    const found: string[] = []
    for (const path of addresses()) {
      const answer = await site.get(path)
      const isPdf = answer.headers.get('content-type') === 'application/pdf'
      const text = isPdf
        ? await pdfText(new Uint8Array(await answer.arrayBuffer()))
        : await answer.text()
      if (text.includes(secret)) found.push(path)
    }
    return found
  }

  test('no address shows another’s words to a member who has not marked the item', async () => {
    await site.as(outside(both.other))
    expect(addresses().length).toBeGreaterThan(100)
    expect(await textsFor()).toEqual([])
  })

  test('nor to the secretariat, a section, or the public', async () => {
    for (const who of [people.author, people.officer, people.resident]) {
      await site.as(who)
      expect(await textsFor()).toEqual([])
    }
  })

  test('nor does the ledger hold a word or a value of it', async () => {
    const facts = await site.db
      .selectFrom('ledger')
      .select('detail')
      .where('fact', 'like', 'judging.mark%')
      .execute()
    expect(facts.length).toBeGreaterThan(0)
    expect(JSON.stringify(facts)).not.toMatch(new RegExp(`${secret}|実施中`))
  })

  test('a draft is not enough; once one’s own is in, the others’ are there', async () => {
    const page = `/desk/progress/judging/${committee.id}/mine/${both.item}`
    await site.as(outside(both.other))
    await site.post(page, { value: '検討中', comment: '', course: '', does: 'save' })
    expect(await site.text(page)).not.toContain(secret)
    const refused = await site.post(page, { value: '', comment: '', course: '', does: 'give' })
    expect(refused.status).toBe(422)
    const given = await site.post(page, { value: '検討中', comment: '', course: '', does: 'give' })
    expect(given.status).toBe(303)
    const html = await site.text(given.headers.get('location') ?? '')
    expect(html).toContain(secret)
    // On a phone the way on stands where one is, not below all that was read already.
    expect(html.indexOf('次の項目')).toBeGreaterThan(0)
    expect(html.indexOf('次の項目')).toBeLessThan(html.indexOf('計画していたこと'))
  })

  test('what is handed in stays as it is, and nobody marks what is not theirs', async () => {
    await expect(handInMark(as(1), committee.id, both.item, verdict)).rejects.toMatchObject({
      refusal: { reason: 'mark-is-given' },
    })
    const recused = must(
      (await divided()).find((s) => s.recused),
      'a recusal',
    )
    await expect(saveDraftMark(as(5), committee.id, recused.itemId, verdict)).rejects.toMatchObject(
      { refusal: { kind: 'not-allowed' } },
    )
  })

  test('the day after the last day all lie open, and the day can no longer be moved', async () => {
    site.at('2013-05-11T09:00:00+09:00')
    const rest = must(
      (await shareOf(1)).find((s) => !s.recused && s.itemId !== both.item),
      'another item of the first',
    )
    await expect(handInMark(as(1), committee.id, rest.itemId, verdict)).rejects.toMatchObject({
      refusal: { reason: 'marks-due-passed' },
    })
    await site.as(people.author)
    const page = `/desk/progress/judging/${committee.id}/meeting/${both.item}`
    expect(await site.text(page)).toContain(secret)
    const { version, ...text } = await now()
    await expect(
      run.editCommittee(
        secretariat(),
        { id: committee.id, version },
        { ...text, marksDueOn: '2013-05-15' },
      ),
    ).rejects.toMatchObject({ refusal: { reason: 'marks-lie-open' } })
  })

  test('a sheet of paper is typed in by the secretariat and shown as such', async () => {
    const rest = must(
      (await shareOf(1)).find((s) => !s.recused && s.itemId !== both.item),
      'another item of the first',
    )
    await markFromPaper(secretariat(), committee.id, rest.itemId, 'per_member1', verdict, '')
    const page = `/desk/progress/judging/${committee.id}/meeting/${rest.itemId}`
    expect(await site.text(page)).toContain('紙で受け取り')
  })
})

describe('the meeting and the answers', () => {
  test('every item is settled; a minority’s words are kept beside the committee’s', async () => {
    site.at('2013-05-20T09:00:00+09:00')
    await steps.beginMeeting(secretariat(), committee.id)
    await expect(steps.settle(secretariat(), committee.id)).rejects.toMatchObject({
      refusal: { reason: 'items-unsettled' },
    })
    const items = new Set((await divided()).map(({ itemId }) => itemId))
    await site.as(people.author)
    const onward = (item: Share['itemId']) =>
      site.text(`/desk/progress/judging/${committee.id}/meeting/${item}?done=settled`)
    for (const item of items) {
      const minority = item === both.item ? ['別の地区でも開いてほしい。'] : []
      await settleItem(secretariat(), committee.id, item, verdict, minority, '')
      const rest = await onward(item)
      const isLast = item === [...items].at(-1)
      expect(rest).toContain(isLast ? 'すべてまとまりました' : '次の項目')
    }
    await steps.settle(secretariat(), committee.id)
    expect(await remarks(site.db, { committee: committee.id })).toHaveLength(16)
  })

  test('publication stops while one answer is missing: by the rule, and by the database', async () => {
    await steps.askAnswers(secretariat(), committee.id)
    const all = await remarks(site.db, { committee: committee.id })
    for (const [at, remark] of all.entries()) {
      const writer = site.ctx(sectionOf(remark.section, 'section-staff', 'per_writer'))
      const said = {
        stance: 'adopted',
        reason: '次の年度の計画に入れます。',
        follow: null,
      } as const
      await expect(submitAnswer(writer, remark, { ...said, stance: null })).rejects.toMatchObject({
        refusal: { place: 'stance' },
      })
      const sent = await submitAnswer(writer, remark, said)
      if (at === 0) continue
      await approve(site.ctx(sectionOf(remark.section, 'section-head', 'per_chief')), sent)
    }
    await expect(steps.publish(secretariat(), committee.id)).rejects.toMatchObject({
      refusal: { reason: 'answers-missing' },
    })
    await expect(
      site.db
        .updateTable('progress_committee')
        .set({ state: 'published', published_on: '2013-06-01' })
        .where('id', '=', committee.id)
        .execute(),
    ).rejects.toThrow(/check constraint/)
  })

  test('whoever wrote an answer does not approve it; given back, it says why', async () => {
    const last = must(
      (await remarks(site.db, { committee: committee.id })).find((r) => r.state === 'submitted'),
      'one that waits',
    )
    const chief = sectionOf(last.section, 'section-head', 'per_writer')
    expect(standing(chief, aboutRemark(last, '')).has('approver')).toBe(false)
    await expect(approve(site.ctx(chief), last)).rejects.toMatchObject({
      refusal: { kind: 'not-allowed' },
    })
    const other = site.ctx(sectionOf(last.section, 'section-head', 'per_chief'))
    const back = await giveBack(other, last, '根拠を書いてください。')
    const item = await site.db
      .selectFrom('plan_item as i')
      .innerJoin('plan as p', 'p.id', 'i.plan_id')
      .select('i.id')
      .where('p.fiscal_year', '=', 2013)
      .executeTakeFirstOrThrow()
    const follow = { kind: 'item', id: item.id } as const
    const writer = site.ctx(sectionOf(last.section, 'section-staff', 'per_writer'))
    const said = { stance: 'partly', reason: '要綱に合わせて広げます。', follow } as const
    await expect(
      submitAnswer(writer, back, { ...said, follow: { kind: 'item', id: both.item } }),
    ).rejects.toMatchObject({ refusal: { reason: 'follow-unknown' } })
    await approve(other, await submitAnswer(writer, back, said))
  })

  test('the plan is evaluated when nothing is missing, and not before', async () => {
    const { planId } = committee
    await beginClosing(secretariat(), planId)
    await site.as(people.author)
    const step = '/desk/plans/2012/steps/evaluate'
    expect(await site.text(step)).toContain('評価がまだ公表されていません')
    expect((await site.post(step)).status).toBe(422)
    await steps.publish(secretariat(), committee.id)
    expect((await site.post(step)).status).toBe(303)
    expect((await plans(site.db)).find(({ id }) => id === planId)?.state).toBe('evaluated')
  })

  test.each(['', '/easy', '/en', '/ko'])(
    'anyone reads all layers and answers (%s)',
    async (tongue) => {
      await site.as(people.resident)
      const page = await site.text(`${tongue}/plans/2012/judgement`)
      expect(page).toContain('<blockquote lang="ja"><p>別の地区でも開いてほしい。')
      expect(page).toContain('要綱に合わせて広げます。')
      expect(page).not.toContain(secret)
      expect(page).not.toContain('委員1')
    },
  )

  test('CSV, JSON and the PDF pack say the same', async () => {
    const json = JSON.parse(await site.text('/plans/2012/judgement/judgement.json'))
    const final = json.items.filter((one: { occasion: string }) => one.occasion === 'final')
    expect(final).toHaveLength(15)
    expect(final[0].layers.section.label).toBe('実施中')
    expect(final[0].layers.secretariat.label).toBe('検討中')
    const csv = await site.text('/plans/2012/judgement/judgement.csv')
    expect(csv).toContain('要綱に合わせて広げます。')
    const pack = await site.get('/plans/2012/judgement/judgement.pdf')
    expect(pack.headers.get('content-type')).toBe('application/pdf')
    expect(site.bugs).toEqual([])
  })
})

const sectionOf = (
  section: string,
  role: 'section-staff' | 'section-head',
  id: `per_${string}`,
): Actor => ({ id, name: section, duties: [dutyOf(role, { sections: [section] })] })
