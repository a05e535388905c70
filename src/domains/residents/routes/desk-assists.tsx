import { Hono } from 'hono'
import type { Env } from '#design/env.ts'
import { fill } from '#platform/form.ts'
import { found } from '#platform/result.ts'
import { confirmAtCounter } from '../actions/checks.ts'
import { masked, ownContacts } from '../actions/contacts.ts'
import { assistOf, endAssist } from '../actions/counter.ts'
import { addToReceipt, changeContact, endFollow } from '../actions/receipts.ts'
import { additionForm, contactForm, counterCheckForm } from '../forms.ts'
import { AssistPage } from '../pages/desk/assist.tsx'
import { type Assist, nicknameOf } from '../resident.ts'
import { readContact } from '../rules.ts'
import { residentById } from '../store/people.ts'
import { receiptById } from '../store/receipts.ts'
import { urls } from '../urls.ts'
import { attempt, type C, onward } from './visit.ts'

interface Back {
  readonly raw?: Readonly<Record<string, string>>
  readonly faults?: Readonly<Record<string, string>>
  readonly reason?: string
}
const acts = ['add', 'contact', 'residence'] as const
type ActName = (typeof acts)[number]

const assistPage = async (c: C, assist: Assist, act: ActName | null, back: Back = {}) => {
  const { ctx, view } = c.var
  const receipt = (await receiptById(ctx.db, assist.owner))?.receipt
  const account = receipt ? undefined : await residentById(ctx.db, assist.owner)
  const contacts = (await ownContacts(ctx, assist.owner)).map(masked)
  const good = new URLSearchParams(view.query).get('done') ?? undefined
  const status = back.reason !== undefined || back.faults ? 422 : 200
  return c.html(
    <AssistPage
      view={view}
      assist={assist}
      masked={contacts}
      act={act}
      raw={back.raw ?? {}}
      faults={back.faults ?? {}}
      {...(receipt && { receipt })}
      nickname={account ? nicknameOf(account) : ''}
      reason={back.reason}
      good={good}
    />,
    status,
  )
}

/** 代わりの手続き: one act a page, within the thirty minutes. */
export const assistRoutes = new Hono<Env>()
  .get(urls.deskDo('assists/:id'), async (c) =>
    assistPage(c, await assistOf(c.var.ctx, c.req.param('id') ?? ''), null),
  )
  .get(urls.deskDo('assists/:id/:act{(?:add|contact|residence)}'), async (c) => {
    const act = found(acts.find((one) => one === c.req.param('act')))
    return assistPage(c, await assistOf(c.var.ctx, c.req.param('id') ?? ''), act)
  })
  .post(urls.deskDo('assists/:id/end'), async (c) => {
    await endAssist(c.var.ctx, c.req.param('id') ?? '')
    return onward(c, urls.desk)
  })
  .post(urls.deskDo('assists/:id/stop'), async (c) => {
    const { ctx } = c.var
    const assist = await assistOf(ctx, c.req.param('id') ?? '')
    await endFollow(ctx, found(await receiptById(ctx.db, assist.owner)).receipt, { assist })
    return onward(c, urls.deskDo(`assists/${assist.id}?done=stopped`))
  })
  .post(urls.deskDo('assists/:id/:act{(?:add|contact|residence)}'), async (c) => {
    const { ctx } = c.var
    const assist = await assistOf(ctx, c.req.param('id') ?? '')
    const done = (word: string) => onward(c, urls.deskDo(`assists/${assist.id}?done=${word}`))
    const body = await c.req.parseBody()
    const act = found(acts.find((one) => one === c.req.param('act')))
    if (act === 'residence') {
      const form = fill(counterCheckForm, body)
      const { values, raw } = form
      if (!values) return assistPage(c, assist, act, form)
      const person = { name: values.name, born: values.born, address: values.address }
      const tried = await attempt(() => confirmAtCounter(ctx, assist, values.document, person))
      return 'reason' in tried ? assistPage(c, assist, act, { raw, ...tried }) : done('confirmed')
    }
    const { receipt } = found(await receiptById(ctx.db, assist.owner))
    if (act === 'add') {
      const form = fill(additionForm, body)
      const { values } = form
      if (!values) return assistPage(c, assist, act, form)
      const tried = await attempt(() => addToReceipt(ctx, receipt, values.text, { assist }))
      return 'reason' in tried
        ? assistPage(c, assist, act, { raw: form.raw, ...tried })
        : done('added')
    }
    const form = fill(contactForm, body)
    const { contact, faults } = form.values
      ? readContact(form.values)
      : { contact: null, faults: form.faults }
    if (Object.keys(faults).length) return assistPage(c, assist, act, { raw: form.raw, faults })
    const tried = await attempt(() => changeContact(ctx, receipt, contact, { assist }))
    return 'reason' in tried
      ? assistPage(c, assist, act, { raw: form.raw, ...tried })
      : done('changed')
  })
