import type { PlanTree } from '#domains/plan/tree.ts'
import { clock } from '#domains/staff/roles.ts'
import { readScan } from '#domains/voices/actions/scans.ts'
import { setTerms } from '#domains/voices/actions/terms.ts'
import { writeRows } from '#domains/voices/comment/actions/answer.ts'
import { addFile, makeCase, makeReady, takeDraft } from '#domains/voices/comment/actions/cases.ts'
import { confirmSheet, openToCompare } from '#domains/voices/comment/actions/check.ts'
import { conclude, publish, submit } from '#domains/voices/comment/actions/conclude.ts'
import { handIn } from '#domains/voices/comment/actions/hand.ts'
import { beginSheets, takeSheet } from '#domains/voices/comment/actions/sheets.ts'
import { turn } from '#domains/voices/comment/actions/turn.ts'
import type { Basis, CommentCase } from '#domains/voices/comment/case.ts'
import type { CommentChannel, PaperChannel } from '#domains/voices/comment/comment.ts'
import { caseById } from '#domains/voices/comment/store/cases.ts'
import { opinionsOf } from '#domains/voices/comment/store/comments.ts'
import { sheetById } from '#domains/voices/comment/store/sheets.ts'
import type { EntryId } from '#domains/voices/paper.ts'
import { nextWaiting } from '#domains/voices/store/entries.ts'
import { termsOn } from '#domains/voices/store/terms.ts'
import { type Actor, anonymous } from '#platform/actor.ts'
import { addDays, type IsoDate } from '#platform/calendar.ts'
import type { Ctx } from '#platform/context.ts'
import type { Files } from '#platform/files.ts'
import { must } from '#platform/must.ts'
import { peopleOf } from './sections.ts'
import { demoFile } from './voices.ts'

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
  /** A sheet of demo/comments, typed beside it; somebody else compares it at once, or has it still to do. */
  readonly scan?: string
  readonly check?: 'wanted' | 'compared'
}

/** A sheet that nobody has typed yet. */
interface DemoSheet {
  readonly on: IsoDate
  readonly channel: PaperChannel
  readonly scan: string
}

/** demo/comments-2012.json: cases with what came in; one without `publishOn` is still open. */
export interface DemoCase {
  readonly title: string
  readonly basis: Basis
  readonly planYear?: number
  readonly reason: string
  readonly opensOn: IsoDate
  readonly closesOn: IsoDate
  /** A paragraph each; empty for the draft of the plan itself, or where it was printed. */
  readonly draft: readonly string[]
  /** The draft as a document of demo/comments: what was printed, and what the product read out of it. */
  readonly printed?: { readonly name: string; readonly title: string }
  /** Paragraphs of the final text that differ, by number. */
  readonly changed: Readonly<Record<string, string>>
  readonly note: string
  readonly submitOn?: IsoDate
  readonly publishOn?: IsoDate
  readonly comments: readonly DemoComment[]
  readonly waiting?: readonly DemoSheet[]
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
  files: Files,
  cases: readonly DemoCase[],
  plan: PlanTree,
): Promise<void> {
  await wantSecondCheck(cast)
  for (const said of cases) await one(cast, files, said, draftIn(said, plan))
}

/** 二人目の確認, from the day on which the first sheet that is checked came. */
async function wantSecondCheck({ on, author }: Cast): Promise<void> {
  const from = '2013-02-18'
  const ctx = on(from, author)
  await setTerms(ctx, from, { ...(await termsOn(ctx.db, from)), secondCheck: true })
}

const file = (name: string) => demoFile(name, 'comments')

function draftIn({ draft, printed }: DemoCase, plan: PlanTree): readonly string[] {
  if (printed)
    return new TextDecoder()
      .decode(file(`${printed.name}.txt`))
      .trim()
      .split('\n\n')
  return draft.length ? draft : draftOf(plan)
}

/** The plan as one comments on it: its measures as chapters, its items as paragraphs. */
const draftOf = ({ measures }: PlanTree): readonly string[] =>
  measures.flatMap(({ number, title, groups }) => [
    `# 施策${number} ${title}`,
    ...groups.flatMap(({ items }) =>
      items.map((item) => `${item.code} ${item.title}\n${item.description}`),
    ),
  ])

async function one(
  cast: Cast,
  files: Files,
  said: DemoCase,
  draft: readonly string[],
): Promise<void> {
  const { on, author } = cast
  const { title, basis, reason, opensOn, closesOn } = said
  const before = on(addDays(opensOn, -5), author)
  const made = await makeCase(before, {
    ...{ title, basis, reason, opensOn, closesOn, section, contact },
    planYear: said.planYear ?? null,
    shortReason: '',
  })
  const taken = await takeDraft(before, made, draft.join('\n\n'))
  if (said.printed) {
    const { name, title: called } = said.printed
    const document = { name: `${called}.pdf`, mediaType: 'application/pdf' }
    await addFile(before, files, made.id, { ...document, bytes: file(`${name}.pdf`) })
  }
  await makeReady(before, taken)
  await turn(on(opensOn, clock))
  for (const comment of said.comments)
    if (comment.scan) await typeOne(cast, files, made, { ...comment, scan: comment.scan })
    else await handIn(ctxOf(cast, comment), made.id, { ...wayOf(comment), ...handedOf(comment) })
  for (const sheet of said.waiting ?? []) await beginOne(cast, files, made, sheet)
  await writeAll(cast, made, said)
  if (said.publishOn && said.submitOn) await finish(cast, made, said, draft)
}

const ctxOf = ({ on, author }: Cast, said: DemoComment) =>
  on(said.on, said.channel === 'web' ? anonymous : author)
const wayOf = ({ channel, on }: Pick<DemoComment, 'channel' | 'on'>) => ({
  channel,
  receivedOn: on,
})
const handedOf = (said: DemoComment) =>
  ({
    language: 'ja',
    tie: 'resident',
    passage: said.passage,
    original: { text: said.text, place: '' },
    person: { name: said.name, address: '見本市上の町1(見本)', mail: '' },
    contact: null,
  }) as const

/** The sheet as it came from the scanner. */
async function beginOne(
  { on }: Cast,
  files: Files,
  { id }: CommentCase,
  { on: day, channel, scan }: DemoSheet,
): Promise<{ readonly ctx: Ctx; readonly sheet: EntryId }> {
  const { clerk } = await peopleOf(on(day, anonymous), section)
  const ctx = on(day, clerk)
  const scanned = await readScan(files, file(`${scan}.jpg`))
  const batch = await beginSheets(ctx, id, { channel, receivedOn: day }, [scanned])
  return { ctx, sheet: must(await nextWaiting(ctx.db, batch, 0), 'a sheet') }
}

/** Typed by the section's clerk, and compared by the secretariat. */
async function typeOne(
  cast: Cast,
  files: Files,
  made: CommentCase,
  said: DemoComment & { readonly scan: string },
): Promise<void> {
  const channel = must(said.channel === 'web' ? undefined : said.channel, 'a way of paper')
  const { ctx, sheet } = await beginOne(cast, files, made, {
    on: said.on,
    channel,
    scan: said.scan,
  })
  await takeSheet(ctx, { id: sheet, version: 1 }, handedOf(said))
  if (said.check !== 'compared') return
  const office = cast.on(said.on, cast.author)
  await openToCompare(office, sheet)
  const { version } = must(await sheetById(office.db, sheet), 'the sheet')
  await confirmSheet(office, { id: sheet, version })
}

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
