import { type Context, Hono } from 'hono'
import type { Env } from '#design/env.ts'
import { at } from '#design/view.ts'
import { dayStart, localDate } from '#platform/calendar.ts'
import { blank, type Filled, fill } from '#platform/form.ts'
import { isTrapped } from '#platform/honeypot.ts'
import type { Limit, Limiter } from '#platform/limits.ts'
import { found, Refused } from '#platform/result.ts'
import type { Rush } from '#platform/rush.ts'
import { siteProfile } from '#platform/site.ts'
import { permit } from '#platform/workflow.ts'
import { appeal } from '../actions/decide.ts'
import { flag, flaggable } from '../actions/flag.ts'
import { ownAppeal } from '../actions/open.ts'
import type { Registry } from '../actions/registry.ts'
import type { Subject } from '../case.ts'
import { appealForm, flagForm } from '../forms.ts'
import { AppealPage, FiguresPage, FlagPage, ThanksPage } from '../pages/public.tsx'
import { caseById } from '../store/cases.ts'
import { decisionsOf } from '../store/decisions.ts'
import { counts } from '../store/figures.ts'
import { guidelines } from '../store/guidelines.ts'
import { openingsOf } from '../store/openings.ts'
import { defaultTerms, groundsOn } from '../terms.ts'
import { urls } from '../urls.ts'
import { standing, workflow } from '../workflow.ts'
import { guidelinesIn } from './words.ts'

/** What stands at the door of public forms; the shell makes it. */
export interface Doorkeeper {
  readonly networkOf: (c: Context) => string
  readonly limiterOf: (name: string, limit: Limit) => Limiter
  /** Whether the form is flooded, and the work that is asked for then. */
  readonly rushOf: (form: typeof formName) => Rush
}

type Here = Context<Env>
const formName = 'moderation.flag'

/** The figures in public, and the form by which anybody says that something should be looked at. */
export function publicRoutes(registry: Registry, door: Doorkeeper) {
  const byNetwork = door.limiterOf('moderation.flag', defaultTerms.flags)
  const rush = door.rushOf(formName)

  interface Shown {
    readonly form?: Filled<ReturnType<typeof flagForm>>
    readonly unproven?: boolean
    readonly wait?: number
  }
  async function form(c: Here, subject: Subject, shown: Shown, status: 200 | 422 | 429 = 200) {
    const { ctx, view } = c.var
    const { kind } = await flaggable(ctx.db, registry, subject)
    const grounds = groundsOn(localDate(ctx.now)).map(({ key }) => key)
    return c.html(
      <FlagPage
        view={view}
        subject={subject}
        kind={kind}
        path={await kind.pathOf(ctx.db, subject.id)}
        grounds={grounds}
        form={blank(flagForm(grounds))}
        challenge={shown.unproven || (await rush.isOn()) ? rush.task(ctx.now) : undefined}
        {...shown}
      />,
      status,
    )
  }

  return new Hono<Env>()
    .get(urls.figures, async (c) => {
      const { ctx, view } = c.var
      const [all, text, site] = await Promise.all([
        counts(ctx.db),
        guidelines(ctx.db),
        siteProfile(ctx.db),
      ])
      return c.html(
        <FiguresPage
          view={view}
          counts={all}
          guidelines={guidelinesIn(view.locale, text)}
          unit={site.unit[view.locale]}
        />,
      )
    })
    .get(urls.flag, (c) => form(c, subjectOf(c.req.query()), {}))
    .post(urls.flag, async (c) => {
      const { ctx, view } = c.var
      const body = await c.req.parseBody()
      const subject = subjectOf(body)
      await flaggable(ctx.db, registry, subject)
      const thanks = () => c.redirect(at(view, urls.thanks), 303)
      const isFlooded = await rush.count()
      if (isTrapped(body)) return thanks()
      const grounds = groundsOn(localDate(ctx.now)).map(({ key }) => key)
      const filled = fill(flagForm(grounds), body)
      const { values } = filled
      if (!values) return form(c, subject, { form: filled }, 422)
      if (isFlooded && !(await rush.isProven(body, ctx.now)))
        return form(c, subject, { form: filled, unproven: true }, 422)
      const taken = await byNetwork.take(door.networkOf(c))
      if (!taken.ok) {
        c.header('retry-after', String(taken.retryAfter))
        return form(c, subject, { form: filled, wait: Math.ceil(taken.retryAfter / 60) }, 429)
      }
      await flag(ctx, registry, subject, values.ground, values.note)
      return thanks()
    })
    .get(urls.thanks, (c) => c.html(<ThanksPage view={c.var.view} />))
    .get(urls.appeal(':id'), (c) => appealAt(c))
    .post(urls.appeal(':id'), async (c) => {
      const filled = fill(appealForm, await c.req.parseBody())
      if (!filled.values) return appealAt(c, filled)
      const { id } = await ownCase(c)
      await appeal(c.var.ctx, registry, id, filled.values.text)
      return c.redirect(at(c.var.view, `${urls.appeal(id)}?done=1`), 303)
    })
}

const subjectOf = (from: Readonly<Record<string, unknown>>): Subject => ({
  kind: String(from.kind ?? ''),
  id: String(from.id ?? ''),
})

/** To everybody but its author a case does not exist here. */
async function ownCase(c: Here) {
  const of = found(await caseById(c.var.ctx.db, c.req.param('id') ?? ''))
  if (!standing(c.var.ctx.actor, of).has('author')) throw new Refused({ kind: 'not-found' })
  return of
}

async function appealAt(c: Here, form?: Filled<typeof appealForm>) {
  const { ctx, view } = c.var
  const of = await ownCase(c)
  const may = permit(workflow, 'appeal', standing(ctx.actor, of), of).ok
  const inTime = of.appealUntil !== null && localDate(ctx.now) <= of.appealUntil
  const hidden = (await decisionsOf(ctx, of.id)).findLast(({ action }) => action === 'hide')
  const done = of.state === 'appealed' && c.req.query('done') === '1'
  const own = of.appealedAt !== null && {
    text: ownAppeal(ctx, of),
    openings: (await openingsOf(ctx, of.id)).filter((one) => one.at >= (of.appealedAt ?? one.at)),
  }
  return c.html(
    <AppealPage
      view={view}
      id={of.id}
      form={form ?? blank(appealForm)}
      reason={hidden?.reason ?? ''}
      until={of.appealUntil === null ? null : dayStart(of.appealUntil)}
      state={done ? 'done' : may && inTime ? 'open' : 'over'}
      {...(own && { own })}
    />,
    form ? 422 : 200,
  )
}
