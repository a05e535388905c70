import { type Context, Hono } from 'hono'
import type { Env } from '#design/env.ts'
import { Notice } from '#design/notice.tsx'
import { at } from '#design/view.ts'
import { residentUrls } from '#domains/residents/index.ts'
import { localDate } from '#platform/calendar.ts'
import { blank, fill } from '#platform/form.ts'
import { isTrapped } from '#platform/honeypot.ts'
import { newId } from '#platform/id.ts'
import type { Limit } from '#platform/limits.ts'
import { found, Refused } from '#platform/result.ts'
import { boxed } from '#platform/web.ts'
import { stopped } from '../../actions/stopped.ts'
import { attempt } from '../../routes/desk-lookup.ts'
import { departmentNames, siteOf } from '../../routes/look.ts'
import { type Doorkeeper, formIn, handSent } from '../../routes/write.tsx'
import { sendIn } from '../actions/hand.ts'
import { type CommentCase, hasResult, isAnnounced } from '../case.ts'
import { type ResultFile, resultFiles } from '../files.ts'
import { writeForm } from '../forms.ts'
import { CasePage } from '../pages/case.tsx'
import { ListPage } from '../pages/list.tsx'
import { ResultPage } from '../pages/result.tsx'
import { day, wordsOf } from '../pages/words.tsx'
import { WritePage, type WriteProps } from '../pages/write.tsx'
import { mailContact } from '../rules/contact.ts'
import { isInTime } from '../rules/period.ts'
import { announcedCases, caseFiles, caseNumbered, passagesOf } from '../store/cases.ts'
import { publicResultOf } from '../store/result.ts'
import { termsOn } from '../store/terms.ts'
import { urls } from '../urls.ts'

type C = Context<Env>

/** A school or a city hall is one network. */
const perNetwork: Limit = { points: 60, seconds: 60 * 60 }
const number = ':number{[0-9]{4}-[0-9]+}'

/** Before its first day there is nothing here, and no trace of it. */
async function caseAt(c: C): Promise<CommentCase> {
  const one = await caseNumbered(c.var.ctx.db, c.req.param('number') ?? '')
  if (!one || !isAnnounced(one)) throw new Refused({ kind: 'not-found' })
  return one
}

async function resultAt(c: C) {
  const one = await caseAt(c)
  if (!hasResult(one)) throw new Refused({ kind: 'not-found' })
  return { one, ...(await publicResultOf(c.var.ctx.db, one)) }
}

const isOpenOn = (c: C, one: CommentCase) =>
  one.state === 'open' && isInTime(localDate(c.var.ctx.now), one)

/** 意見募集: everything that anyone may read of it, and the form. */
export function publicRoutes(door: Doorkeeper) {
  const byNetwork = door.limiterOf('voices.comment', perNetwork)
  const rush = door.rushOf('voices.send')

  type Typed = Pick<WriteProps, 'form'> & Partial<WriteProps>
  async function form(c: C, one: CommentCase, typed: Typed, status: 200 | 422 | 429 = 200) {
    const { ctx, view } = c.var
    const asksWork = typed.isUnproven || (await rush.isOn())
    const challenge = asksWork ? rush.task(ctx.now) : undefined
    const draft = await passagesOf(ctx.db, one.id, 'draft')
    const passage = draft.find(({ no }) => no === Number(typed.form.raw.passage || '0'))
    const { asksName } = await termsOn(ctx.db, one.opensOn)
    const fresh = { formKey: newId('frm'), refused: {} }
    const shown = { view, one, passage, asksName, challenge, ...fresh, ...typed }
    return c.html(<WritePage {...shown} />, status)
  }

  async function send(c: C, one: CommentCase) {
    const { ctx, view } = c.var
    const body = await c.req.parseBody({ all: true })
    // A program is led on as well; nothing is kept.
    if (isTrapped(body)) return c.redirect(at(view, residentUrls.receipt), 303)
    const key = formIn(body)
    const typed = { form: fill(writeForm, body), ...(key && { formKey: key }) }
    const contact = mailContact(typed.form.raw.mail)
    const isBad = contact === undefined
    if (!typed.form.values || isBad)
      return form(c, one, { ...typed, ...(isBad && { refused: { mail: 'bad-mail' } }) }, 422)
    const isFlooded = await rush.count()
    if (isFlooded && !(await rush.isProven(body, ctx.now)))
      return form(c, one, { ...typed, isUnproven: true }, 422)
    const taken = await byNetwork.take(door.networkOf(c))
    if (!taken.ok) {
      c.header('retry-after', String(taken.retryAfter))
      return form(c, one, { ...typed, wait: Math.ceil(taken.retryAfter / 60) }, 429)
    }
    const { passage, place, text, tie, name, address, mail } = typed.form.values
    const handed = await attempt(() =>
      sendIn(
        ctx,
        one.id,
        {
          channel: 'web',
          receivedOn: localDate(ctx.now),
          language: view.locale,
          tie,
          passage,
          original: { text, place },
          person: { name, address, mail },
          contact,
        },
        key,
      ),
    )
    if ('done' in handed) return handSent(c, door, handed.done)
    const { reason, place: at_ = 'text' } = handed.refusal
    if (reason === stopped) return form(c, one, { ...typed, stopped: at_ }, 422)
    return form(c, one, { ...typed, refused: { [at_]: reason } }, 422)
  }

  return new Hono<Env>()
    .get(urls.list, async (c) =>
      c.html(<ListPage view={c.var.view} cases={await announcedCases(c.var.ctx.db)} />),
    )
    .get(urls.one(number), async (c) => {
      const { ctx, view } = c.var
      const one = await caseAt(c)
      return c.html(
        <CasePage
          view={view}
          one={one}
          draft={await passagesOf(ctx.db, one.id, 'draft')}
          files={await caseFiles(ctx.db, one.id)}
          departmentName={await departmentNames(c)}
          isOpen={isOpenOn(c, one)}
        />,
      )
    })
    .get(urls.write(number), async (c) => {
      const one = await caseAt(c)
      if (!isOpenOn(c, one)) return c.redirect(at(c.var.view, urls.one(one.number)), 303)
      // Each form has a key of its own; a browser may keep what was typed.
      c.header('cache-control', 'private, no-cache')
      return form(c, one, { form: blank(writeForm, { passage: c.req.query('p') ?? '' }) })
    })
    .post(urls.write(number), async (c) => {
      const one = await caseAt(c)
      return send(c, one)
    })
    .get(urls.result(number), async (c) =>
      c.html(<ResultPage view={c.var.view} {...(await resultAt(c))} />),
    )
    .get('/comments/:number{[0-9]{4}-[0-9]+}/:file{result\\.(pdf|csv|xlsx)}', async (c) => {
      const kind = (c.req.param('file') ?? '').split('.')[1] as ResultFile
      const { type, make } = resultFiles[kind]
      const printed = { ...(await resultAt(c)), site: await siteOf(c) }
      return c.body(await make(printed), 200, {
        'content-type': type,
        'content-disposition': `attachment; filename="comments-${printed.one.number}.${kind}"`,
      })
    })
    .get(urls.file(number, ':id'), async (c) => {
      const one = await caseAt(c)
      const all = await caseFiles(c.var.ctx.db, one.id)
      const file = found(all.find(({ id }) => id === c.req.param('id')))
      return c.body(found(await c.var.files.get(file.key)), 200, {
        'content-type': file.mediaType,
        'content-disposition': `attachment; filename*=UTF-8''${encodeURIComponent(file.name)}`,
        'content-security-policy': boxed,
      })
    })
}

/** Beside the draft of a plan: that comments are taken, and where. */
export async function commentBesideYear(c: C, fiscalYear: number) {
  const { view, ctx, recall } = c.var
  const announced = await recall('comments announced', () => announcedCases(ctx.db))
  const open = announced.find((one) => one.planYear === fiscalYear && isOpenOn(c, one))
  if (!open) return null
  const t = wordsOf(view)
  return (
    <Notice view={view}>
      <p>
        {t.invited(day(view, open.closesOn))}{' '}
        <a href={at(view, urls.one(open.number))}>{t.invitedLink}</a>
      </p>
    </Notice>
  )
}
