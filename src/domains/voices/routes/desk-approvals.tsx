import { Hono } from 'hono'
import type { Env } from '#design/env.ts'
import { blank, fill } from '#platform/form.ts'
import { isId } from '#platform/id.ts'
import { found, Refused } from '#platform/result.ts'
import { offered } from '#platform/workflow.ts'
import * as actions from '../actions/points.ts'
import { queueForm } from '../forms/work.ts'
import { QueuePage, type QueueProps } from '../pages/work/queue.tsx'
import { reachOf } from '../rules/reach.ts'
import { pointById } from '../store/points.ts'
import { termsOn } from '../store/terms.ts'
import { deskPoints } from '../store/work.ts'
import { urls } from '../urls.ts'
import { standing, workflow } from '../workflow.ts'
import { bodyOf, type DeskContext, deskOf, onward, said, sayReason } from './desk-lookup.ts'

/** 決裁: what waits for the head of a section, one by one or several. */
export const approvalRoutes = new Hono<Env>()
  .get(urls.approvals, (c) => queue(c, {}))
  .post(urls.approvals, (c) => approveSeveral(c))

const mostWaiting = 50

async function queue(
  c: DeskContext,
  typed: Partial<Pick<QueueProps, 'form' | 'faults' | 'failed'>>,
  status: 200 | 409 | 422 = 200,
) {
  const desk = deskOf(c)
  if (!desk.isHead && !desk.isOffice) throw new Refused(notAllowed)
  const { db, actor } = c.var.ctx
  const wanted = { reach: reachOf(actor), states: ['submitted'] as const }
  const waiting = await deskPoints(db, wanted, { by: 'due', limit: mostWaiting })
  const lines: QueueProps['lines'][number][] = []
  for (const { id, number, receivedOn } of waiting) {
    const point = found(await pointById(db, id))
    const { dispositions } = await termsOn(db, receivedOn)
    const stands = standing(actor, { sections: [point.section], point })
    lines.push({
      point,
      number,
      disposition: dispositions.find(({ key }) => key === point.answer.disposition)?.ja ?? '',
      mayApprove: offered(workflow, stands, point).has('approve'),
      isOwn: 'submittedBy' in point && point.submittedBy === actor.id,
    })
  }
  return c.html(
    <QueuePage
      {...desk}
      lines={lines}
      form={blank(queueForm)}
      faults={[]}
      failed={[]}
      {...typed}
    />,
    status,
  )
}

const notAllowed = {
  kind: 'not-allowed',
  action: 'approve',
  basis: workflow.approve.basis,
} as const

/** Each is checked like a single one; what cannot be done is named and takes no other with it. */
async function approveSeveral(c: DeskContext) {
  const desk = deskOf(c)
  if (!desk.isHead && !desk.isOffice) throw new Refused(notAllowed)
  const body = await bodyOf(c)
  const form = fill(queueForm, body)
  const isBack = said(body, 'do') === 'giveBack'
  const chosen = (form.values?.point ?? []).flatMap((id) => (isId('vpt', id) ? [id] : []))
  const reason = form.values?.reason ?? ''
  const faults = [
    ...(chosen.length ? [] : [{ name: 'point', text: sayReason(c, 'none-chosen') }]),
    ...(isBack && !reason ? [{ name: 'reason', text: sayReason(c, 'reason-needed') }] : []),
  ]
  if (faults.length) return queue(c, { form, faults }, 422)
  const failed: { what: string; text: string }[] = []
  for (const id of chosen) {
    const seen = { id, version: Number(said(body, `${id}.version`)) }
    try {
      await (isBack ? actions.giveBack(c.var.ctx, seen, reason) : actions.approve(c.var.ctx, seen))
    } catch (thrown) {
      if (!(thrown instanceof Refused)) throw thrown
      const { refusal } = thrown
      const point = await pointById(c.var.ctx.db, id)
      const why = refusal.kind === 'refused' ? refusal.reason : refusal.kind
      failed.push({ what: point?.gist ?? id, text: sayReason(c, why) })
    }
  }
  if (failed.length) return queue(c, { form, failed }, 409)
  return onward(c, urls.approvals, isBack ? 'returned' : 'approved')
}
