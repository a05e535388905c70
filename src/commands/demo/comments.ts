import type { PlanTree } from '#domains/plan/tree.ts'
import { clock } from '#domains/staff/roles.ts'
import { writeRows } from '#domains/voices/comment/actions/answer.ts'
import { makeCase, makeReady, takeDraft } from '#domains/voices/comment/actions/cases.ts'
import { conclude, publish, submit } from '#domains/voices/comment/actions/conclude.ts'
import { handIn } from '#domains/voices/comment/actions/hand.ts'
import { turn } from '#domains/voices/comment/actions/turn.ts'
import type { Basis, CommentCase } from '#domains/voices/comment/case.ts'
import type { CommentChannel } from '#domains/voices/comment/comment.ts'
import { caseById } from '#domains/voices/comment/store/cases.ts'
import { opinionsOf } from '#domains/voices/comment/store/comments.ts'
import { type Actor, anonymous } from '#platform/actor.ts'
import { addDays, type IsoDate } from '#platform/calendar.ts'
import type { Ctx } from '#platform/context.ts'
import { must } from '#platform/must.ts'
import { peopleOf } from './sections.ts'

interface DemoComment {
  readonly on: IsoDate
  readonly channel: CommentChannel
  readonly name: string
  readonly passage: number | null
  readonly text: string
  readonly gist?: string
  readonly category?: string
  readonly view?: string
  readonly changed?: string
  readonly sameAs?: number
}

/** demo/comments-2012.json: cases with what came in; one without `publishOn` is still open. */
export interface DemoCase {
  readonly title: string
  readonly basis: Basis
  readonly planYear?: number
  readonly reason: string
  readonly opensOn: IsoDate
  readonly closesOn: IsoDate
  /** A paragraph each; empty for the draft of the plan itself. */
  readonly draft: readonly string[]
  /** Paragraphs of the final text that differ, by number. */
  readonly changed: Readonly<Record<string, string>>
  readonly note: string
  readonly submitOn?: IsoDate
  readonly publishOn?: IsoDate
  readonly comments: readonly DemoComment[]
}

interface Cast {
  readonly on: (day: string, actor: Actor) => Ctx
  readonly author: Actor
}

const section = '協働推進課'
const contact = '対馬市 協働推進課\n電話 0920-00-0000 ファックス 0920-00-0001'

/** 意見募集 of a year: one that changed its draft, one that nobody answered, one that is open. */
export async function commentDemo(
  cast: Cast,
  cases: readonly DemoCase[],
  plan: PlanTree,
): Promise<void> {
  for (const said of cases) await one(cast, said, said.draft.length ? said.draft : draftOf(plan))
}

/** The plan as one comments on it: its measures as chapters, its items as paragraphs. */
const draftOf = ({ measures }: PlanTree): readonly string[] =>
  measures.flatMap(({ number, title, groups }) => [
    `# 施策${number} ${title}`,
    ...groups.flatMap(({ items }) =>
      items.map((item) => `${item.code} ${item.title}\n${item.description}`),
    ),
  ])

async function one(cast: Cast, said: DemoCase, draft: readonly string[]): Promise<void> {
  const { on, author } = cast
  const { title, basis, reason, opensOn, closesOn } = said
  const before = on(addDays(opensOn, -5), author)
  const made = await makeCase(before, {
    ...{ title, basis, reason, opensOn, closesOn, section, contact },
    planYear: said.planYear ?? null,
    shortReason: '',
  })
  const taken = await takeDraft(before, made, draft.join('\n\n'))
  await makeReady(before, taken)
  await turn(on(opensOn, clock))
  for (const comment of said.comments) await handOne(cast, made, comment)
  await writeAll(cast, made, said)
  if (said.publishOn && said.submitOn) await finish(cast, made, said, draft)
}

const handOne = ({ on, author }: Cast, { id }: CommentCase, said: DemoComment) =>
  handIn(on(said.on, said.channel === 'web' ? anonymous : author), id, {
    channel: said.channel,
    receivedOn: said.on,
    language: 'ja',
    tie: 'resident',
    passage: said.passage,
    original: { text: said.text, place: '' },
    person: { name: said.name, address: '見本市上の町1(見本)', mail: '' },
    contact: null,
  })

/** What the section has written so far. */
async function writeAll({ on, author }: Cast, { id }: CommentCase, said: DemoCase): Promise<void> {
  const day = said.submitOn ?? must(said.comments.at(-1), 'a comment').on
  const ctx = on(day, author)
  const rows = (await opinionsOf(ctx.db, id)).map((opinion, at) => {
    const {
      gist = '',
      category = '',
      view = '',
      changed = '',
      sameAs = null,
    } = must(said.comments[at], 'a comment')
    const { version, place } = opinion
    const answer = { gist, category, cityView: view, changed, sameAsNo: sameAs }
    return { id: opinion.id, version, place, ...answer }
  })
  // A result can be written only when the period is over, and comments are answered as they come.
  if (said.submitOn) await turn(on(addDays(said.closesOn, 1), clock))
  if (rows.length) await writeRows(ctx, id, rows)
}

async function finish(
  { on, author }: Cast,
  { id }: CommentCase,
  said: DemoCase,
  draft: readonly string[],
): Promise<void> {
  const office = on(must(said.submitOn, 'a day'), author)
  const now = async () => must(await caseById(office.db, id), 'the case')
  let no = 0
  const final = draft.map((text) => (text.startsWith('#') ? text : (said.changed[++no] ?? text)))
  const isChanged = Object.keys(said.changed).length > 0
  if (isChanged) await conclude(office, await now(), { final: final.join('\n\n'), note: said.note })
  await submit(office, await now())
  const { head } = await peopleOf(office, section)
  await publish(on(must(said.publishOn, 'a day'), head), await now())
}
