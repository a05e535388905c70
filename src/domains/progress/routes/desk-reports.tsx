import { Hono } from 'hono'
import type { Env } from '#design/env.ts'
import { departments } from '#domains/staff/index.ts'
import { blank, fill } from '#platform/form.ts'
import { isId } from '#platform/id.ts'
import { accept, found, Refused } from '#platform/result.ts'
import { nothing, permit } from '#platform/workflow.ts'
import { removeFile } from '../actions/evidence.ts'
import { linesOf, type RoundDesk } from '../actions/look.ts'
import * as actions from '../actions/reports.ts'
import { wholeOf } from '../actions/reports.ts'
import type { FileId } from '../evidence.ts'
import { giveBackForm, reassignForm } from '../forms.ts'
import { deskWords } from '../messages/desk.ts'
import { QueuePage, type QueueProps } from '../pages/desk/queue.tsx'
import { ReportPage, type ReportProps } from '../pages/desk/report.tsx'
import type { Report } from '../progress.ts'
import { mayDeskSee } from '../rules/evidence.ts'
import { filesOf } from '../store/evidence.ts'
import { versions } from '../store/reports.ts'
import { urls } from '../urls.ts'
import { standing, workflow } from '../workflow.ts'
import {
  attempt,
  bodyOf,
  type DeskContext,
  deskOf,
  mayAct,
  mustWorkIn,
  namer,
  offersOf,
  onward,
  reportAt,
  roundAt,
  said,
  sayReason,
  several,
} from './desk-lookup.ts'
import { sectionIn } from './desk-section.tsx'
import { deskFiles, emptyRows, fileIn, handOut, missingFile, takeFiles } from './evidence.ts'
import { whereOf } from './where.ts'

const one = '/desk/progress/reports/:id'

/** What waits for the head of a section, and each report with its history. */
export const reportRoutes = new Hono<Env>()
  .get(`${urls.round(':id')}/queue`, async (c) => {
    const desk = await roundAt(c)
    return queue(c, desk, sectionIn(c, desk), {})
  })
  .post(`${urls.round(':id')}/queue`, async (c) => {
    const desk = await roundAt(c)
    const section = sectionIn(c, desk)
    mustWorkIn(c, section)
    const body = await bodyOf(c)
    const w = deskWords(c.var.view)
    const chosen = several(body, 'report')
    const does = said(body, 'do') === 'giveBack' ? 'giveBack' : 'confirm'
    const form = fill(giveBackForm, body)
    const reasonFault = does === 'giveBack' && !form.values
    const faults = [
      ...(chosen.length ? [] : [{ name: 'report', text: w.noneChosen }]),
      ...(reasonFault ? [{ name: 'reason', text: sayReason(c, 'reason-needed') }] : []),
    ]
    if (faults.length) return queue(c, desk, section, { chosen, form, faults }, 422)
    const failed: { code: string; text: string }[] = []
    // Each is checked like a single one; what cannot be done is named and takes no other with it.
    for (const { report, item } of waitingIn(desk, section)) {
      if (!chosen.includes(report.id)) continue
      const seen = { id: report.id, version: Number(said(body, `${report.id}.version`)) }
      const text = await why(c, () =>
        does === 'giveBack'
          ? actions.giveBack(c.var.ctx, seen, form.values?.reason ?? '')
          : actions.confirm(c.var.ctx, seen),
      )
      if (text !== null) failed.push({ code: item.code, text })
    }
    if (failed.length) return queue(c, await roundAt(c), section, { failed, form }, 409)
    const done = does === 'giveBack' ? 'returned' : 'confirmed'
    return onward(c, urls.queue(desk.round.id, section), done, chosen.length)
  })
  .get(one, (c) => show(c, {}))
  .post(`${one}/confirm`, async (c) => {
    const { id } = (await reportAt(c)).report
    await actions.confirm(c.var.ctx, { id, version: await versionIn(c) })
    return onward(c, urls.report(id), 'confirmed')
  })
  .post(`${one}/take-back`, async (c) => {
    const { id } = (await reportAt(c)).report
    await actions.takeBack(c.var.ctx, { id, version: await versionIn(c) })
    return onward(c, urls.report(id), 'taken')
  })
  .post(`${one}/give-back`, async (c) => {
    const whole = await reportAt(c)
    mayAct(c, 'giveBack', whole)
    const { id } = whole.report
    const givingBack = fill(giveBackForm, await bodyOf(c))
    if (!givingBack.values) return show(c, { givingBack }, 422)
    const seen = { id, version: await versionIn(c) }
    await actions.giveBack(c.var.ctx, seen, givingBack.values.reason)
    return onward(c, urls.report(id), 'returned')
  })
  .post(urls.files(':id'), async (c) => {
    const whole = await reportAt(c)
    mayAct(c, 'addFile', whole)
    const { id } = whole.report
    const { added, rows } = await takeFiles(c, id, await bodyOf(c))
    if (rows) return show(c, { rows }, 422)
    return added
      ? onward(c, `${urls.report(id)}`, 'filesAdded', added)
      : show(c, { rows: missingFile() }, 422)
  })
  .post(urls.takeOff(':id', ':file'), async (c) => {
    const { report } = await reportAt(c)
    const { id } = report
    const file = found(await fileOf(c, report))
    const reason = said(await bodyOf(c), 'reason').slice(0, 300)
    const done = await attempt(() => removeFile(c.var.ctx, file, reason))
    if ('done' in done) return onward(c, urls.report(id), 'fileRemoved')
    const text = sayReason(c, done.refusal.reason)
    return show(c, { withdrawing: { id: file, text } }, 422)
  })
  .get('/desk/progress/files/:id/:name', async (c) => {
    deskOf(c)
    const file = await fileIn(c)
    const { report, sections } = await wholeOf(c.var.ctx.db, file.reportId)
    const about = { sections }
    if (!mayDeskSee(report, file)) throw new Refused({ kind: 'not-found' })
    accept(permit(workflow, 'readWork', standing(c.var.ctx.actor, about), nothing))
    return handOut(c, file)
  })
  .post(`${one}/reassign`, async (c) => {
    const whole = await reportAt(c)
    mayAct(c, 'reassign', whole)
    const { id } = whole.report
    const reassigning = fill(reassignForm, await bodyOf(c))
    const { values } = reassigning
    const known = (await sectionNames(c)).some((name) => name === values?.asked)
    if (!values) return show(c, { reassigning }, 422)
    if (!known)
      return show(c, { reassigning: { ...reassigning, faults: { asked: 'not-offered' } } }, 422)
    await actions.reassign(c.var.ctx, { id, version: await versionIn(c) }, values.asked)
    return onward(c, urls.report(id), 'reassigned')
  })

/** The file of the address, where it belongs to this report. */
async function fileOf(c: DeskContext, report: Report): Promise<FileId | undefined> {
  const id = c.req.param('file') ?? ''
  if (!isId('evf', id)) return undefined
  return (await deskFiles(c, report)).find((one) => one.id === id)?.id
}

const versionIn = async (c: DeskContext) => Number(said(await bodyOf(c), 'version'))

/** Why one of several could not be done; null when it was. */
async function why(c: DeskContext, act: () => Promise<unknown>): Promise<string | null> {
  try {
    await act()
    return null
  } catch (thrown) {
    if (!(thrown instanceof Refused)) throw thrown
    const { refusal } = thrown
    return sayReason(c, refusal.kind === 'refused' ? refusal.reason : refusal.kind)
  }
}

const waitingIn = (desk: RoundDesk, section: string) =>
  linesOf(desk, section).filter(({ report }) => report.state === 'submitted')

async function queue(
  c: DeskContext,
  desk: RoundDesk,
  section: string,
  typed: Partial<QueueProps>,
  status: 200 | 409 | 422 = 200,
) {
  const waiting = waitingIn(desk, section)
  const proved = await filesOf(
    c.var.ctx.db,
    waiting.map(({ report }) => report.id),
  )
  const lines = waiting.map((line) => {
    const offers = offersOf(c, line)
    const files = proved.filter(({ reportId }) => reportId === line.report.id).length
    return {
      ...line,
      files,
      mayConfirm: offers.has('confirm'),
      mayGiveBack: offers.has('giveBack'),
    }
  })
  return c.html(
    <QueuePage
      {...deskOf(c)}
      plan={desk.plan}
      round={desk.round}
      scale={desk.scale}
      where={await whereOf(c)}
      section={section}
      lines={lines}
      chosen={[]}
      form={blank(giveBackForm)}
      faults={[]}
      failed={[]}
      {...typed}
    />,
    status,
  )
}

const sectionNames = async (c: DeskContext): Promise<readonly string[]> => {
  const all = await departments(c.var.ctx.db, deskOf(c).today)
  return all.filter(({ kind }) => kind !== 'collective').map(({ name }) => name)
}

async function show(
  c: DeskContext,
  typed: Partial<Pick<ReportProps, 'givingBack' | 'reassigning' | 'rows' | 'withdrawing'>>,
  status: 200 | 422 = 200,
) {
  const whole = await reportAt(c)
  const kept = await versions(c.var.ctx.db, whole.report.id)
  const nameOf = await namer(
    c,
    kept.map(({ by }) => by),
  )
  return c.html(
    <ReportPage
      {...deskOf(c)}
      {...whole}
      where={await whereOf(c)}
      offers={offersOf(c, whole)}
      handedIn={kept.map((one) => ({ ...one, by: nameOf(one.by) })).toReversed()}
      departments={await sectionNames(c)}
      files={await deskFiles(c, whole.report)}
      rows={emptyRows()}
      givingBack={blank(giveBackForm)}
      reassigning={blank(reassignForm)}
      {...typed}
    />,
    status,
  )
}
