import type { Plan } from '#domains/plan/plan.ts'
import { treeOf } from '#domains/plan/store/tree.ts'
import { itemsOf } from '#domains/plan/tree.ts'
import * as answers from '#domains/progress/judging/actions/answers.ts'
import * as run from '#domains/progress/judging/actions/committee.ts'
import { give, saveVerdict, waive } from '#domains/progress/judging/actions/layers.ts'
import { handInMark } from '#domains/progress/judging/actions/marks.ts'
import { settleItem } from '#domains/progress/judging/actions/settle.ts'
import * as steps from '#domains/progress/judging/actions/steps.ts'
import type { Committee, Judgement, Verdict } from '#domains/progress/judging/judging.ts'
import { judgements } from '#domains/progress/judging/store/judgements.ts'
import { shares } from '#domains/progress/judging/store/members.ts'
import { remarks } from '#domains/progress/judging/store/remarks.ts'
import { scales } from '#domains/progress/store/scales.ts'
import { addMember } from '#domains/staff/actions.ts'
import { commandLine, dutyOf } from '#domains/staff/roles.ts'
import { actorOf } from '#domains/staff/store/people.ts'
import type { Actor } from '#platform/actor.ts'
import { localDate } from '#platform/calendar.ts'
import type { Ctx } from '#platform/context.ts'
import { must } from '#platform/must.ts'
import { memberOf } from './progress.ts'

interface Cast {
  readonly on: (day: string, actor: Actor) => Ctx
  readonly author: Actor
  readonly head: Actor
}
type Code = string

/** Invented seats, no people. */
const seats = [
  ['公募の委員 一(架空)', '公募'],
  ['公募の委員 二(架空)', '公募'],
  ['区長会の委員(架空)', '区長会の推薦'],
  ['市民活動の委員(架空)', '市民活動団体の推薦'],
  ['学識の委員(架空)', '学識経験者'],
] as const

interface DemoItem {
  readonly section: Verdict
  readonly secretariat: Verdict
  readonly marks: readonly [Verdict, Verdict]
  readonly meeting: Verdict
  readonly minority: readonly string[]
  readonly answer: readonly ['adopted' | 'partly' | 'not-adopted', string]
}
const said = (value: string, course: Verdict['course'], comment: string): Verdict => ({
  value,
  course,
  comment,
})

/** What the midterm looked at: four items of fifteen. */
const looked: Readonly<Record<Code, DemoItem>> = {
  '1-2': {
    section: said('実施中', 'continue', '広報紙に条例の連載を始め、ホームページにも載せた。'),
    secretariat: said('実施中', 'expand', '紙面だけでは届かない人がいる。CATVも使う。'),
    marks: [
      said('実施中', 'expand', '連載は読みやすい。集まりの場でも話してほしい。'),
      said('検討中', 'expand', '地区では条例の名前を知らない人が多い。'),
    ],
    meeting: said(
      '実施中',
      'expand',
      '広報紙を読まない人にも届くよう、地区の集まりで説明すること。',
    ),
    minority: ['知っている人の割合を測らないと、進んだとは言えない。'],
    answer: ['adopted', '地域マネージャーの会で説明の時間をとります。'],
  },
  '2-2': {
    section: said('検討中', 'continue', 'ほかの市の例を集めた。形はまだ決まっていない。'),
    secretariat: said('検討中', 'continue', '年度のうちに案を1つにまとめる。'),
    marks: [
      said('検討中', 'continue', '小さく始めて、続けながら直すのがよい。'),
      said('未着手', 'continue', '意見を出す人から見ると、まだ何も始まっていない。'),
    ],
    meeting: said('検討中', 'continue', '案を待たず、まず1つの地区で意見交換の場を開くこと。'),
    minority: [],
    answer: ['partly', '1つの地区で試しに開きます。時期は地区の行事と合わせて決めます。'],
  },
  '3-1': {
    section: said('実施中', 'expand', '職員の研修を1回行った。活動のない地区が残っている。'),
    secretariat: said('検討中', 'expand', '地区によって差が大きい。実施中とは言いにくい。'),
    marks: [
      said('検討中', 'expand', '顔を知らない地区がある。'),
      said('実施中', 'continue', '相談にすぐ来てくれて助かった。'),
    ],
    meeting: said('検討中', 'expand', '活動のない地区から先に、担当者を紹介すること。'),
    minority: ['うまくいっている地区のやり方を、ほかの地区に伝えてほしい。'],
    answer: ['adopted', '活動のない地区を先に回り、担当者を紹介します。'],
  },
  '4-1': {
    section: said('未着手', 'continue', '検討の会をまだ開いていない。'),
    secretariat: said('未着手', 'continue', '下半期に検討の会を開く。'),
    marks: [
      said('未着手', 'continue', '負担の決まりがないと、団体は計画を立てられない。'),
      said('未着手', 'continue', '検討の会に団体も入れてほしい。'),
    ],
    meeting: said('未着手', 'continue', '検討の会を年内に始め、市民の団体も加えること。'),
    minority: [],
    answer: ['not-adopted', '年内は難しいため、次の年度のはじめに開きます。団体には声をかけます。'],
  },
}

/** The password of everybody, and how it is kept. */
export interface Entry {
  readonly password: string
  readonly hash: (password: string) => Promise<string>
}

/** A finished midterm, small, and the committee of spring 2013 as it is being prepared. */
export async function judgingDemo(cast: Cast, plan: Plan, entry: Entry): Promise<void> {
  const { on, author } = cast
  const first = on('2012-10-15', author)
  const scale = must((await scales(first.db))[0], 'the scale of the year')
  const members = await enrolled(on('2012-10-15', commandLine), entry)
  const midterm = await run.openCommittee(first, plan.id, 'midterm', {
    name: '市民協働推進委員会',
    scaleId: scale.id,
    papersOn: '2012-10-29',
    marksDueOn: '2012-11-16',
    meetingOn: '2012-11-26',
    leastMembers: 2,
  })
  await judgeMidterm(cast, plan, midterm, members)
  const spring = await run.openCommittee(on('2013-03-01', author), plan.id, 'final', {
    name: '市民協働推進委員会',
    scaleId: scale.id,
    papersOn: '2013-04-15',
    marksDueOn: '2013-05-10',
    meetingOn: '2013-05-20',
    leastMembers: 2,
  })
  await seat(on('2013-03-01', author), spring.id, members)
  await run.propose(on('2013-03-01', author), spring.id)
  const drafts = (await judgements(first.db, spring.id)).filter(({ layer }) => layer === 'section')
  const codes = await codesOf(first, plan)
  for (const one of drafts) {
    const known = looked[codes.get(one.itemId) ?? '']
    const writer = known && (await writerFor(cast, on('2013-03-05', author), one))
    if (known && writer) await saveVerdict(on('2013-03-05', writer), one, known.section)
  }
}

async function enrolled(ctx: Ctx, { password, hash }: Entry): Promise<readonly Actor[]> {
  const made: Actor[] = []
  for (const [at, [name]] of seats.entries()) {
    const email = `iin-${at + 1}@tsushima.example`
    const person = { email, name, role: 'reviewer', department: '' } as const
    const { id } = await addMember(ctx, person, password, hash)
    made.push({ id, name, duties: [] })
  }
  return made
}

async function seat(ctx: Ctx, id: Committee['id'], members: readonly Actor[]): Promise<void> {
  for (const [at, member] of members.entries())
    await run.appoint(ctx, id, member.id as `per_${string}`, seats[at]?.[1] ?? '')
}

const codesOf = async ({ db }: Ctx, plan: Plan) =>
  new Map<string, Code>(itemsOf(await treeOf(db, plan)).map(({ id, code }) => [id, code]))

/** Somebody of the section who may write for it; the secretariat’s own people where it is theirs. */
async function writerFor({ author }: Cast, ctx: Ctx, { asked }: Judgement) {
  const own = await actorOf(ctx.db, author.id, localDate(ctx.now))
  return own?.department === asked ? own : memberOf(ctx, asked)
}

async function judgeMidterm(
  cast: Cast,
  plan: Plan,
  { id }: Committee,
  members: readonly Actor[],
): Promise<void> {
  const { on, author, head } = cast
  const day = on('2012-10-22', author)
  const codes = await codesOf(day, plan)
  const reason = '中間点検では、重点の4項目をみるため'
  for (const judgement of await judgements(day.db, id)) {
    const known = looked[codes.get(judgement.itemId) ?? '']
    const { layer, itemId } = judgement
    const isOwn = layer === 'secretariat'
    const writer = known && (isOwn ? author : await writerFor(cast, day, judgement))
    if (known && writer) await give(on('2012-10-22', writer), judgement, known[layer])
    else
      await waive(day, id, { layer, itemId, reason: known ? '報告が間に合わなかったため' : reason })
  }
  const rest = [...codes].filter(([, code]) => !looked[code]).map(([item]) => item)
  for (const item of rest)
    await waive(day, id, { layer: 'committee', itemId: item as Judgement['itemId'], reason })
  await seat(day, id, members)
  await run.propose(day, id)
  await steps.sendPapers(on('2012-10-29', author), id)
  await steps.beginMarking(on('2012-10-29', author), id)
  const divided = await shares(day.db, id)
  for (const [item, code] of codes) {
    const known = looked[code]
    if (!known) continue
    const own = divided.filter(({ itemId }) => itemId === item)
    for (const [at, share] of own.entries()) {
      const member = members.find((one) => one.id === share.userId)
      const mark = known.marks[at]
      if (!member || !mark) continue
      const duties = [dutyOf('reviewer', { schemes: [id] })]
      await handInMark(on('2012-11-12', { ...member, duties }), id, share.itemId, mark)
    }
  }
  await steps.beginMeeting(on('2012-11-26', author), id)
  for (const [item, code] of codes) {
    const known = looked[code]
    if (known)
      await settleItem(
        on('2012-11-26', author),
        id,
        item as Judgement['itemId'],
        known.meeting,
        known.minority,
        '',
      )
  }
  await steps.settle(on('2012-11-26', author), id)
  await steps.askAnswers(on('2012-11-27', author), id)
  await answerAll({ on, author, head }, id, codes)
  await steps.publish(on('2012-12-14', author), id)
}

async function answerAll(
  { on, author, head }: Cast,
  id: Committee['id'],
  codes: ReadonlyMap<string, Code>,
): Promise<void> {
  const ctx = on('2012-12-03', author)
  const unit = (await actorOf(ctx.db, author.id, '2012-12-03'))?.department ?? ''
  for (const remark of await remarks(ctx.db, { committee: id })) {
    const known = must(looked[codes.get(remark.itemId) ?? ''], 'an item that was looked at')
    const [stance, reason] = known.answer
    const own = remark.section === unit ? remark : await answers.reassign(ctx, remark, unit)
    const sent = await answers.submitAnswer(ctx, own, { stance, reason, follow: null })
    await answers.approve(on('2012-12-10', head), sent)
  }
}
