import { Hono } from 'hono'
import type { Env } from '#design/env.ts'
import { namesOf } from '#domains/staff/index.ts'
import { blank, type Filled, fill } from '#platform/form.ts'
import { isId } from '#platform/id.ts'
import { found, type Refusal, Refused } from '#platform/result.ts'
import { answer, preview, receive, takeInReading, withdraw } from '../actions/intake.ts'
import { intakeForm, within } from '../forms.ts'
import { sinceLastYear } from '../intake/last-year.ts'
import { applyAnswers } from '../intake/questions.ts'
import { rowsOf } from '../intake/rows.ts'
import type { Answers } from '../intake/sheet.ts'
import { type Intake, readFile, readText } from '../intake/sources.ts'
import { deskWords } from '../messages/desk.ts'
import { IntakePage, type IntakePageProps } from '../pages/desk/intake.tsx'
import { IntakeCheckPage } from '../pages/desk/intake-check.tsx'
import type { IntakeCheckProps } from '../pages/desk/intake-props.ts'
import { intakeById, type StoredIntake } from '../store/intakes.ts'
import { planOf } from '../store/plans.ts'
import { treeOf } from '../store/tree.ts'
import { urls } from '../urls.ts'
import {
  attempt,
  bodyOf,
  type DeskContext,
  deskOf,
  mustBeAllowedToCreate,
  offers,
  onward,
  rosterOf,
} from './lookup.ts'

/** /desk/plans/intake: hand in, look at what was read, answer, take in. Nothing is in the plan before. */
export const intakeRoutes = new Hono<Env>()
  .get('/intake', (c) => show(c, blank(intakeForm)))
  .post('/intake', async (c) => {
    mustBeAllowedToCreate(c)
    const { ctx, view, files } = c.var
    const { d } = deskWords(view)
    const body = await bodyOf(c)
    const form = fill(intakeForm, body)
    if (!form.values) return show(c, form, {})
    const { year, pasted } = form.values
    const file = body.file instanceof File && body.file.size > 0 ? body.file : null
    if (!file && !pasted) return show(c, form, { file: d.intake.nothing })
    const read = await attempt(async (): Promise<Intake> => {
      if (!file) return readText(pasted)
      return readFile(file.name, new Uint8Array(await file.arrayBuffer()))
    })
    if ('refusal' in read) return show(c, form, { file: sayRefusal(c, read.refusal) })
    const original = file ? await files.put(new Uint8Array(await file.arrayBuffer())) : null
    const received = await attempt(() => receive(ctx, year, file?.name ?? '', read.done, original))
    if ('refusal' in received) return show(c, form, { year: d.intake.yearNeeded })
    return onward(c, urls.intakeOne(received.done.id))
  })
  .get('/intake/:id', async (c) => check(c, await intakeAt(c), {}))
  .get('/intake/:id/original', async (c) => {
    const { original, fileName } = await intakeAt(c)
    const bytes = found(original === null ? undefined : await c.var.files.get(original))
    // Never shown as a page of ours, whatever is in it.
    return c.body(bytes, 200, {
      'content-type': 'application/octet-stream',
      'content-disposition': `attachment; filename*=UTF-8''${encodeURIComponent(fileName)}`,
    })
  })
  .post('/intake/:id', async (c) => {
    const intake = await intakeAt(c)
    const body = await bodyOf(c)
    const [typed, kept] = [within(body, 'answer'), within(body, 'keep')]
    const answers = Object.fromEntries(
      intake.reading.questions.map(({ key, seen }) => {
        const text = String(typed[key] ?? '').trim()
        return [key, text || (kept[key] ? seen : '')]
      }),
    )
    const given = Object.fromEntries(Object.entries(answers).filter(([, text]) => text))
    const { invalid } = applyAnswers(intake.reading, given)
    const wrong = new Set(invalid.map((one) => one.key))
    const valid = Object.fromEntries(Object.entries(answers).filter(([key]) => !wrong.has(key)))
    const saved = await answer(c.var.ctx, intake.id, valid)
    if (!invalid.length) return onward(c, urls.intakeOne(intake.id), 'answered')
    return check(c, saved, { answers: { ...saved.answers, ...answers }, invalid }, 422)
  })
  .post('/intake/:id/accept', async (c) => {
    const { ctx } = c.var
    const intake = await intakeAt(c)
    const { with: given } = await bodyOf(c)
    const chosen = (Array.isArray(given) ? given : [given]).filter((v) => typeof v === 'string')
    const { reading, answers, fiscalYear, id } = intake
    if (intake.acceptedAt) throw new Refused({ kind: 'stale' })
    const options = {
      answers,
      removeMissing: chosen.includes('removeMissing'),
      addDepartments: chosen.includes('addDepartments'),
    }
    const taken = await attempt(() => takeInReading(ctx, fiscalYear, reading, options, id))
    if ('refusal' in taken) return check(c, intake, { refused: true, chosen }, 422)
    const { changes } = taken.done
    const done = changes ? 'taken-in' : 'taken-in-same'
    return onward(c, `${urls.deskYear(fiscalYear)}?n=${changes}`, done)
  })
  .post('/intake/:id/withdraw', async (c) => {
    const { id } = await intakeAt(c)
    await withdraw(c.var.ctx, id)
    return onward(c, urls.desk, 'withdrawn')
  })

async function show(
  c: DeskContext,
  form: Filled<typeof intakeForm>,
  faults?: NonNullable<IntakePageProps['faults']>,
) {
  mustBeAllowedToCreate(c)
  return c.html(
    <IntakePage {...deskOf(c)} form={form} {...(faults && { faults })} />,
    faults ? 422 : 200,
  )
}

function sayRefusal(c: DeskContext, refusal: Refusal): string {
  if (refusal.kind !== 'refused') return ''
  return deskWords(c.var.view).d.intake.refusals[refusal.reason] ?? refusal.reason
}

async function intakeAt(c: DeskContext): Promise<StoredIntake> {
  mustBeAllowedToCreate(c)
  const id = c.req.param('id') ?? ''
  return found(isId('tak', id) ? await intakeById(c.var.ctx.db, id) : undefined)
}

async function check(
  c: DeskContext,
  intake: StoredIntake,
  props: Partial<IntakeCheckProps>,
  status: 200 | 422 = 200,
) {
  const { ctx } = c.var
  const { fiscalYear, reading, receivedBy } = intake
  const answers: Answers = intake.answers
  const { reading: settled, open } = applyAnswers(reading, answers)
  const plan = (await planOf(ctx.db, fiscalYear)) ?? null
  const before = await planOf(ctx.db, fiscalYear - 1)
  const names = await namesOf(ctx.db, [receivedBy])
  return c.html(
    <IntakeCheckPage
      {...deskOf(c)}
      intake={intake}
      settled={settled}
      answers={answers}
      invalid={[]}
      open={open.length}
      plan={plan}
      difference={await preview(ctx, fiscalYear, settled, await rosterOf(c))}
      since={before ? sinceLastYear(rowsOf(await treeOf(ctx.db, before)), settled.rows) : null}
      receivedBy={names.get(receivedBy) ?? receivedBy}
      bar={plan && !offers(c, plan).has('takeIn') ? 'state' : null}
      {...props}
    />,
    status,
  )
}
