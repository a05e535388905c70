import { Hono } from 'hono'
import type { Env } from '#design/env.ts'
import { type Body, blank, type Fields, type Filled, fill } from '#platform/form.ts'
import { isId } from '#platform/id.ts'
import { Refused } from '#platform/result.ts'
import * as actions from '../actions/points.ts'
import { retriage, settle } from '../actions/retriage.ts'
import type { PointStep } from '../actions/step.ts'
import * as forms from '../forms/work.ts'
import { PointPage } from '../pages/work/point.tsx'
import type { AskingStep, PointProps } from '../pages/work/point-steps.tsx'
import { type Answer, noAnswer, type PointId } from '../point.ts'
import { publicText } from '../rules/redaction.ts'
import { objectionsOf } from '../store/objections.ts'
import { sealedIn } from '../store/sealed.ts'
import { similarTo } from '../store/similar.ts'
import { templatesOf } from '../store/templates.ts'
import { termsOn } from '../store/terms.ts'
import { urls } from '../urls.ts'
import type { VoiceAction } from '../workflow.ts'
import { approvalRoutes } from './desk-approvals.tsx'
import {
  attempt,
  bodyOf,
  type DeskContext,
  deskOf,
  mustOffer,
  onward,
  originalOf,
  pointAt,
  said,
  sayReason,
  sectionNames,
  versionIn,
  type WorkedPoint,
} from './desk-lookup.ts'
import { placeRoutes } from './desk-places.tsx'
import { nextPoint } from './next.ts'
import { placingIn } from './placing.ts'

const one = ':id{vpt_[a-z0-9]+}' as PointId

/** Answering: each point with its steps, what waits for a head, and the places beside. */
export const answerRoutes = new Hono<Env>()
  .route('/', placeRoutes)
  .route('/', approvalRoutes)
  .get(urls.point(one), async (c) => show(c, await pointAt(c), {}))
  .post(urls.point(one), async (c) => {
    const worked = await pointAt(c)
    const body = await bodyOf(c)
    const does = said(body, 'do') === 'submit' ? 'submit' : 'draft'
    mustOffer(worked, does, worked.point)
    const answer = fill(forms.answerForm, body)
    if (said(body, 'do') === 'template')
      return show(c, worked, {
        answer: await withTemplate(c, worked, answer, said(body, 'template')),
      })
    if (!answer.values) return show(c, worked, { answer }, 422)
    const seen = { id: worked.point.id, version: versionIn(body) }
    const done = await attempt(() =>
      (does === 'submit' ? actions.submit : actions.draft)(c.var.ctx, seen, answerFrom(answer)),
    )
    if ('done' in done)
      return onward(c, urls.point(seen.id), does === 'submit' ? 'submitted' : 'drafted')
    const field = answerFields[done.refusal.place ?? ''] ?? 'text'
    const text = sayReason(c, done.refusal.reason)
    return show(c, worked, { answer, refused: { field, text } }, 422)
  })
  .post(urls.pointStep(one, ':step{take-back|approve|reopen}'), async (c) => {
    const { point } = await pointAt(c)
    const seen = { id: point.id, version: versionIn(await bodyOf(c)) }
    const name = c.req.param('step')
    const step = plain[name === 'approve' || name === 'reopen' ? name : 'take-back']
    await step.take(c.var.ctx, seen)
    return onward(c, urls.point(seen.id), step.done)
  })
  .post(
    urls.pointStep(one, ':step{give-back|reassign|circulate|transfer|decline|correct|settle}'),
    async (c) => {
      const worked = await pointAt(c)
      const name = c.req.param('step') as AskingStep
      const { action, form: fields, done: told, take } = asking[name]
      mustOffer(
        worked,
        action,
        action === 'retriage' || action === 'settle' ? worked.voice : worked.point,
      )
      const body = await bodyOf(c)
      const form: Filled<Fields> = fill<Fields>(fields, body)
      const typed = { forms: { [name]: form }, among: name }
      if (!form.values) return show(c, worked, typed, 422)
      const to = form.values.section
      if (
        typeof to === 'string' &&
        to !== worked.point.section &&
        !(await sectionNames(c)).includes(to)
      )
        return show(
          c,
          worked,
          { ...typed, refused: { field: 'section', text: sayReason(c, 'route-section') } },
          422,
        )
      const done = await attempt(() =>
        take(c, { id: worked.point.id, version: versionIn(body) }, body),
      )
      if ('done' in done) return onward(c, urls.point(worked.point.id), told)
      const { place = 'reason', reason } = done.refusal
      return show(
        c,
        worked,
        { ...typed, refused: { field: place, text: sayReason(c, reason) } },
        422,
      )
    },
  )

const plain = {
  'take-back': { take: actions.takeBack, done: 'taken-back' },
  approve: { take: actions.approve, done: 'approved' },
  reopen: { take: actions.reopen, done: 'reopened' },
} as const

const answerFields: Readonly<Record<string, string>> = {
  text: 'text',
  disposition: 'disposition',
  'promised.text': 'promise',
  'promised.followUpOn': 'followUpOn',
}

function answerFrom({ values }: Filled<typeof forms.answerForm>): Answer {
  if (!values) return noAnswer
  const { text, disposition, promise, followUpOn } = values
  const promised = promise || followUpOn ? { text: promise, followUpOn: followUpOn ?? '' } : null
  return { text, disposition, promised }
}

interface Asking {
  readonly action: VoiceAction
  readonly form: Fields
  readonly done: string
  readonly take: (
    c: DeskContext,
    seen: { readonly id: PointId; readonly version: number },
    body: Body,
  ) => Promise<PointStep>
}

const text = (body: Body, name: string) => said(body, name).trim()

/** Each step that asks for something: what the table of the chapter calls it, its form, and what it does. */
const asking: Readonly<Record<AskingStep, Asking>> = {
  'give-back': {
    action: 'giveBack',
    form: forms.reasonForm,
    done: 'returned',
    take: ({ var: { ctx } }, seen, body) => actions.giveBack(ctx, seen, text(body, 'reason')),
  },
  reassign: {
    action: 'reassign',
    form: forms.reassignForm,
    done: 'reassigned',
    take: ({ var: { ctx } }, seen, body) => actions.reassign(ctx, seen, text(body, 'section')),
  },
  circulate: {
    action: 'circulate',
    form: forms.reasonForm,
    done: 'circulated',
    take: ({ var: { ctx } }, seen, body) => actions.circulate(ctx, seen, text(body, 'reason')),
  },
  transfer: {
    action: 'transfer',
    form: forms.transferForm,
    done: 'transferred',
    take: ({ var: { ctx } }, seen, body) =>
      actions.transfer(ctx, seen, text(body, 'to'), text(body, 'reason')),
  },
  decline: {
    action: 'decline',
    form: forms.declineForm,
    done: 'declined',
    take: ({ var: { ctx } }, seen, body) =>
      actions.decline(ctx, seen, text(body, 'ground'), text(body, 'reason')),
  },
  correct: {
    action: 'retriage',
    form: forms.correctForm,
    done: 'retriaged',
    take: ({ var: { ctx } }, seen, body) => {
      const { values } = fill(forms.correctForm, body)
      if (!values) throw new Refused({ kind: 'refused', reason: 'gist-empty', place: 'gist' })
      return retriage(ctx, seen, values)
    },
  },
  settle: {
    action: 'settle',
    form: forms.settleForm,
    done: 'settled',
    take: ({ var: { ctx } }, seen, body) => {
      const objection = said(body, 'objection')
      if (!isId('vob', objection)) throw new Refused({ kind: 'not-found' })
      const gist = said(body, 'outcome') === 'changed' ? text(body, 'gist') : null
      return settle(ctx, seen, { objection, gist, reason: text(body, 'reason') })
    },
  },
}

type Typed = Partial<Pick<PointProps, 'answer' | 'refused' | 'among'>> & {
  readonly forms?: Partial<PointProps['forms']>
}

/** The chosen template goes beneath what is there: nothing that somebody wrote goes away. */
async function withTemplate(
  c: DeskContext,
  { point }: WorkedPoint,
  answer: Filled<typeof forms.answerForm>,
  chosen: string,
): Promise<Filled<typeof forms.answerForm>> {
  const templates = await templatesOf(c.var.ctx.db, [point.section])
  const template = templates.find(({ id }) => id === chosen)
  const text = [answer.raw.text.trimEnd(), template?.text].filter(Boolean).join('\n')
  return { ...answer, raw: { ...answer.raw, text }, faults: {} }
}

async function show(c: DeskContext, worked: WorkedPoint, typed: Typed, status: 200 | 422 = 200) {
  const { point, voice, offers, mayReadOriginal } = worked
  const { db, seal } = c.var.ctx
  const templates = await templatesOf(db, [point.section])
  const { text: written, disposition, promised } = point.answer
  const objection = (await objectionsOf(db, [point.id])).find(({ settled }) => !settled)
  const similar = offers.has('draft') ? await similarTo(db, point.gist, 5) : []
  const { gist, kind, topic, section } = point
  return c.html(
    <PointPage
      placing={await placingIn(c)}
      {...deskOf(c)}
      point={point}
      voice={voice}
      original={await originalOf(c, voice, mayReadOriginal)}
      offers={offers}
      terms={await termsOn(db, voice.receivedOn)}
      sections={await sectionNames(c)}
      answer={
        typed.answer ??
        blank(forms.answerForm, {
          text: written,
          disposition,
          promise: promised?.text ?? '',
          followUpOn: promised?.followUpOn ?? '',
        })
      }
      refused={typed.refused}
      among={typed.among}
      forms={{
        'give-back': blank(forms.reasonForm),
        reassign: blank(forms.reassignForm),
        circulate: blank(forms.reasonForm),
        transfer: blank(forms.transferForm),
        decline: blank(forms.declineForm),
        correct: blank(forms.correctForm, { gist, kind, topic, section }),
        settle: blank(forms.settleForm, { gist }),
        ...typed.forms,
      }}
      similar={similar.map((near) => ({
        number: near.number,
        gist: publicText(near.gist),
        answer: publicText(near.answer),
      }))}
      templates={templates}
      isTyped={typed.answer !== undefined}
      upNext={await nextPoint(c, point.id)}
      objection={
        objection && mayReadOriginal
          ? {
              id: objection.id,
              text: seal.open(objection.sealed, sealedIn.objection.place(objection.id)),
            }
          : null
      }
    />,
    status,
  )
}
