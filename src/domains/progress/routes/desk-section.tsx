import { Hono } from 'hono'
import type { Env } from '#design/env.ts'
import { at } from '#design/view.ts'
import { type Body, within } from '#platform/form.ts'
import { isId } from '#platform/id.ts'
import { Refused } from '#platform/result.ts'
import { linesOf, type RoundDesk } from '../actions/look.ts'
import { saveDraft, sayUnchanged, submit } from '../actions/reports.ts'
import { type ReportTyped, readReport, reportTyped } from '../forms.ts'
import { deskWords } from '../messages/desk.ts'
import type { Conflict } from '../pages/desk/conflict.tsx'
import { SectionPage } from '../pages/desk/section.tsx'
import type { Entered } from '../pages/desk/section-writing.tsx'
import { emptyReport, type ReportContent } from '../progress.ts'
import { readContent } from '../report-shape.ts'
import {
  isWritable,
  type Line,
  mergeReports,
  reportChanges,
  reportFields,
  unchangedReasons,
} from '../rules/desk.ts'
import { urls } from '../urls.ts'
import {
  attempt,
  bodyOf,
  type DeskContext,
  deskOf,
  mayExplain,
  mustRead,
  mustWorkIn,
  offersOf,
  onward,
  roundAt,
  said,
  sayReason,
} from './desk-lookup.ts'
import { whereOf } from './where.ts'

/** /desk/progress/rounds/:id/section?name=: all items of one section, written in one form. */
export const sectionRoutes = new Hono<Env>()
  .get(`${urls.round(':id')}/section`, async (c) => {
    const desk = await roundAt(c)
    return showSection(c, desk, sectionIn(c, desk), new Map())
  })
  .post(`${urls.round(':id')}/section`, async (c) => {
    const desk = await roundAt(c)
    const section = sectionIn(c, desk)
    mustWorkIn(c, section)
    const body = await bodyOf(c)
    const [does = '', one] = said(body, 'do').split(':')
    const outcomes = new Map<string, Outcome>()
    // One after the other: each is a change of its own, and one that fails takes no other with it.
    for (const line of writableIn(c, desk, section, body)) {
      const { id } = line.report
      const wants = does === 'submit' && !one ? 'ready' : one === id ? does : 'save'
      outcomes.set(id, await entered(c, line, within(body, id), wants))
    }
    const all = [...outcomes.values()]
    const count = (kind: Outcome['kind']) => all.filter((each) => each.kind === kind).length
    if (all.some(({ kind }) => kind === 'wrong')) {
      const stale = all.some((each) => each.kind === 'wrong' && (each.conflict || each.lost))
      return showSection(c, await roundAt(c), section, outcomes, stale ? 409 : 422)
    }
    if (does === 'files' && one && isId('rpt', one) && outcomes.has(one))
      return c.redirect(at(c.var.view, `${urls.report(one)}#files`), 303)
    const back = urls.section(desk.round.id, section)
    if (count('unchanged')) return onward(c, back, 'unchanged')
    if (count('submitted')) return onward(c, back, 'submitted', count('submitted'))
    return count('saved') ? onward(c, back, 'saved', count('saved')) : onward(c, back, 'same')
  })

/** The section of the address: one that this round asks, and that this person may read. */
export function sectionIn(c: DeskContext, desk: RoundDesk): string {
  const name = c.req.query('name') ?? ''
  mustRead(c, name)
  const known = desk.lines.some(({ report }) => report.asked === name)
  if (!known && desk.round.state !== 'planned') throw new Refused({ kind: 'not-found' })
  return name
}

export const cityLines = (desk: RoundDesk, section: string): readonly Line[] =>
  linesOf(desk, section).filter(({ report }) => report.side === 'city')

const mayWrite = (c: DeskContext, desk: RoundDesk, line: Line) =>
  desk.round.state === 'open' && isWritable(line.report) && offersOf(c, line).has('saveDraft')

/** Items that came with the form: those that may be written now, and those that could when it was drawn. */
const writableIn = (c: DeskContext, desk: RoundDesk, section: string, body: Body) =>
  cityLines(desk, section).filter(
    (line) =>
      `${line.report.id}.version` in body &&
      (mayWrite(c, desk, line) || (desk.round.state === 'open' && !isWritable(line.report))),
  )

type Outcome =
  | { readonly kind: 'same' | 'saved' | 'submitted' | 'unchanged' }
  | ({ readonly kind: 'wrong' } & Pick<Entered, 'typed' | 'refused' | 'conflict' | 'lost'>)

/** One item of the form: kept, handed in, or brought back with what is in the way. */
async function entered(c: DeskContext, line: Line, body: Body, wants: string): Promise<Outcome> {
  const { report, item } = line
  const typed = readReport(body, item)
  const base = readContent(body.base) ?? report.content
  const changed = typed.content ? reportChanges(base, typed.content).length > 0 : true
  if (!isWritable(report)) return changed ? { kind: 'wrong', lost: typed } : { kind: 'same' }
  if (!typed.content) return { kind: 'wrong', typed }
  const version = Number(said(body, 'version'))
  const settled = settle(line, body, base, typed.content, version)
  if ('conflict' in settled) return { kind: 'wrong', ...settled }
  const { content } = settled
  const seen = { id: report.id, version: report.version }
  const isNew = reportChanges(report.content, content).length > 0
  // Everything that is ready: what nobody has written in stays asked for, what has no value yet a draft.
  const isReady = content.value !== '' && (isNew || report.state !== 'requested')
  const handsIn = wants === 'submit' || (wants === 'ready' && isReady)
  const again = (reason: string, place: string): Outcome => ({
    kind: 'wrong',
    typed: { ...reportTyped(content, item), main: typed.main },
    refused: { place, text: sayReason(c, reason) },
  })
  if (wants === 'unchanged') {
    const kept = isNew ? await saveDraft(c.var.ctx, seen, content) : seen
    const done = await attempt(() => sayUnchanged(c.var.ctx, kept, unchangedWords(typed)))
    if ('done' in done) return { kind: 'unchanged' }
    return again(done.refusal.reason, done.refusal.place ?? 'unchanged')
  }
  if (handsIn) {
    const done = await attempt(() => submit(c.var.ctx, seen, content))
    if ('done' in done) return { kind: 'submitted' }
    // What was typed is kept whatever is in the way of handing it in.
    if (isNew) await saveDraft(c.var.ctx, seen, content)
    return again(done.refusal.reason, done.refusal.place ?? 'value')
  }
  if (!isNew) return { kind: 'same' }
  await saveDraft(c.var.ctx, seen, content)
  return { kind: 'saved' }
}

/** Where somebody else saved first: both people's changes, or the places where a person has to choose. */
function settle(
  { report, item }: Line,
  body: Body,
  base: ReportContent,
  mine: ReportContent,
  version: number,
):
  | { readonly content: ReportContent }
  | { readonly typed: ReportTyped; readonly conflict: Conflict } {
  const theirs = report.content
  const asked = reportFields.filter((field) => said(body, 'conflicts').split(',').includes(field))
  const chosen = Object.fromEntries(
    asked.map((field) => [field, said(body, `choose.${field}`)] as const),
  )
  const missing = asked.filter((field) => chosen[field] !== 'mine' && chosen[field] !== 'theirs')
  if (version === report.version && missing.length === 0) {
    const took = asked.filter((field) => chosen[field] === 'theirs')
    return { content: { ...mine, ...pick(theirs, took) } }
  }
  const { merged, theirChanges, conflicts } = mergeReports(base, theirs, mine)
  if (version !== report.version && theirChanges.length === 0) return { content: mine }
  const fields = version === report.version ? asked : conflicts
  const again = version === report.version ? mine : merged
  const conflict: Conflict = { base, theirs, mine, theirChanges, fields, chosen, missing }
  return { typed: reportTyped(again, item), conflict }
}

const pick = (
  content: ReportContent,
  fields: readonly (keyof ReportContent)[],
): Partial<ReportContent> => Object.fromEntries(fields.map((field) => [field, content[field]]))

/** 変わりなし: the reason that was chosen, and the own words beside it. */
function unchangedWords({ main }: ReportTyped): string {
  const words = deskWords({ locale: 'ja' }).reasons
  const key = unchangedReasons.find((one) => one === main.raw.why)
  const chosen = key && key !== 'other' ? words[key] : ''
  const own = main.raw.unchanged.trim()
  return [chosen, own].filter(Boolean).join('。')
}

async function showSection(
  c: DeskContext,
  desk: RoundDesk,
  section: string,
  outcomes: ReadonlyMap<string, Outcome>,
  status: 200 | 409 | 422 = 200,
  fileFault?: string,
) {
  const lines = cityLines(desk, section)
  const entries = openFirst(lines).map((line): Entered => {
    const outcome = outcomes.get(line.report.id)
    const wrong = outcome?.kind === 'wrong' ? outcome : undefined
    const { kind: _kind, ...kept } = wrong ?? { kind: 'wrong' }
    const typed = mayWrite(c, desk, line) && {
      typed: reportTyped(line.report.content ?? emptyReport, line.item),
    }
    return { line, ...typed, ...kept }
  })
  return c.html(
    <SectionPage
      {...deskOf(c)}
      plan={desk.plan}
      round={desk.round}
      scale={desk.scale}
      where={await whereOf(c)}
      section={section}
      entries={entries}
      cameBack={outcomes.size > 0}
      mayExplain={mayExplain(c, section)}
      mayConfirm={lines.some((line) => offersOf(c, line).has('confirm'))}
      {...(fileFault !== undefined && { fileFault })}
    />,
    status,
  )
}

/** What is still to be written comes first; within both parts the plan's order stays. */
const openFirst = (lines: readonly Line[]): readonly Line[] =>
  lines.toSorted((a, b) => Number(isWritable(b.report)) - Number(isWritable(a.report)))

/** The same page with a fault at its file. */
export const withFileFault = (c: DeskContext, desk: RoundDesk, section: string, text: string) =>
  showSection(c, desk, section, new Map(), 422, text)
