import { type Context, Hono } from 'hono'
import type { Env } from '#design/env.ts'
import { at } from '#design/view.ts'
import { localDate } from '#platform/calendar.ts'
import { blank, type Filled, fill } from '#platform/form.ts'
import { isTrapped } from '#platform/honeypot.ts'
import { newId } from '#platform/id.ts'
import type { Limit, Limiter } from '#platform/limits.ts'
import { isAddress } from '#platform/mail/mailbox.ts'
import { found, Refused } from '#platform/result.ts'
import { confirm, subscribe } from '../actions/subscribe.ts'
import { codeForm, subscribeForm } from '../forms.ts'
import { feed } from '../pages/feed.ts'
import { ArchivePage, IssuePage } from '../pages/public.tsx'
import { ConfirmPage, DonePage, SubscribePage } from '../pages/subscribe.tsx'
import { plainMail } from '../rules.ts'
import { publicIssue, publicIssues } from '../store/issues.ts'
import { termsOn } from '../store/terms.ts'
import { working } from '../terms.ts'
import { urls } from '../urls.ts'
import { districtsIn } from './districts.ts'

/** What stands at the door of public forms; the shell makes it. */
export interface Doorkeeper {
  readonly networkOf: (c: Context) => string
  readonly limiterOf: (name: string, limit: Limit) => Limiter
}

type Here = Context<Env>
const size = 20

/** The archive for everyone, and the way onto the list. */
export function publicRoutes(door: Doorkeeper) {
  const perNetwork = door.limiterOf('newsletters.ask', working.perNetwork)
  const perAddress = door.limiterOf('newsletters.address', working.perAddress)
  const guesses = door.limiterOf('newsletters.guess', working.guesses)

  interface Shown {
    readonly form?: Filled<ReturnType<typeof subscribeForm>>
    readonly badMail?: boolean
    readonly wait?: number
  }
  async function ask(c: Here, shown: Shown = {}, status: 200 | 422 | 429 = 200) {
    const { ctx, view } = c.var
    const terms = await termsOn(ctx.db, localDate(ctx.now))
    const { choices } = await districtsIn(c)
    const form = blank(subscribeForm(choices), { language: view.locale })
    return c.html(<SubscribePage {...{ view, terms, choices, form }} {...shown} />, status)
  }

  return new Hono<Env>()
    .get(urls.list, async (c) => {
      const asked = Number(c.req.query('page') ?? 1)
      const page = Number.isInteger(asked) && asked > 0 && asked < 10_000 ? asked : 1
      const { list, count } = await publicIssues(c.var.ctx.db, page, size)
      const pages = Math.max(1, Math.ceil(count / size))
      return c.html(<ArchivePage view={c.var.view} issues={list} page={page} pages={pages} />)
    })
    .get(urls.feed, async (c) => {
      const { list } = await publicIssues(c.var.ctx.db, 1, size)
      return c.body(feed(c.var.view, list), 200, {
        'content-type': 'application/atom+xml; charset=utf-8',
      })
    })
    .get(urls.subscribe, (c) => ask(c))
    .post(urls.subscribe, async (c) => {
      const { ctx, view } = c.var
      const body = await c.req.parseBody({ all: true })
      const onward = (id: string) => c.redirect(at(view, urls.confirm(id)), 303)
      if (isTrapped(body)) return onward(newId('sub'))
      const { choices } = await districtsIn(c)
      const form = fill(subscribeForm(choices), body)
      const { values } = form
      const badMail = form.raw.mail.trim() !== '' && !isAddress(plainMail(form.raw.mail))
      if (!values || badMail) return ask(c, { form, badMail }, 422)
      const taken = await perNetwork.take(door.networkOf(c))
      if (!taken.ok) {
        c.header('retry-after', String(taken.retryAfter))
        return ask(c, { form, wait: Math.ceil(taken.retryAfter / 60) }, 429)
      }
      const { mail, topics, district, language: locale } = values
      const maySend = async (mark: string) => (await perAddress.take(mark)).ok
      return onward(await subscribe(ctx, mail, { locale, topics, district }, maySend))
    })
    .get(urls.confirm(':id'), (c) => {
      c.header('cache-control', 'no-store')
      const id = c.req.param('id') ?? ''
      return c.html(<ConfirmPage view={c.var.view} id={id} form={blank(codeForm)} />)
    })
    .post(urls.confirm(':id'), async (c) => {
      const { ctx, view } = c.var
      const id = c.req.param('id') ?? ''
      const form = fill(codeForm, await c.req.parseBody())
      const back = (wrong: boolean) => c.html(<ConfirmPage {...{ view, id, form, wrong }} />, 422)
      if (!form.values) return back(false)
      if (!(await guesses.take(door.networkOf(c))).ok) return back(true)
      try {
        await confirm(ctx, id, form.values.code)
      } catch (thrown) {
        if (thrown instanceof Refused && thrown.refusal.kind === 'refused') return back(true)
        throw thrown
      }
      return c.redirect(at(view, urls.done), 303)
    })
    .get(urls.done, (c) => c.html(<DonePage view={c.var.view} />))
    .get(urls.issue(':id'), async (c) => {
      const issue = found(await publicIssue(c.var.ctx.db, c.req.param('id') ?? ''))
      return c.html(<IssuePage view={c.var.view} issue={issue} />)
    })
}
