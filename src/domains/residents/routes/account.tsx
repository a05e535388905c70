import { Hono } from 'hono'
import type { Env } from '#design/env.ts'
import { fill } from '#platform/form.ts'
import { found } from '#platform/result.ts'
import {
  linkService,
  type SignedIn,
  signInByCode,
  signInByPassword,
  signInByService,
  signOut,
} from '../actions/account.ts'
import { askCode } from '../actions/codes.ts'
import { keepQuestion, signInByPasskey } from '../actions/passkeys.ts'
import { isPassword } from '../auth.ts'
import { codeForm, mailForm, passkeyForm, passwordForm } from '../forms.ts'
import { messages } from '../messages/public.ts'
import { comeBack, setOut, type Trip } from '../oidc.ts'
import { AccountPage, CodePage, PasswordPage } from '../pages/account.tsx'
import { readSigned } from '../passkey.ts'
import { readMail } from '../rules.ts'
import { urls } from '../urls.ts'
import { askToSign, ownerIn, signedBy } from '../webauthn.ts'
import { stepUp } from './prove.tsx'
import {
  attempt,
  type Back,
  type C,
  dropSession,
  type Given,
  isOver,
  keepQuestionId,
  keepSession,
  keepTrip,
  onward,
  sessionCookie,
  takeQuestionId,
  takeTrip,
} from './visit.ts'

const quarter = 15 * 60

/** 入る・登録する. Nothing here answers differently for an address that has an account. */
export function accountRoutes(given: Given) {
  const asking = given.limiter('resident.code-asked', { points: 20, seconds: 60 * 60 })
  const trying = given.limiter('resident.code-tried', { points: 60, seconds: quarter })
  const byPasskey = given.limiter('resident.passkey', { points: 120, seconds: quarter })
  const byAccount = given.limiter('resident.password', { points: 8, seconds: quarter })

  const page = (
    c: C,
    more: Back & { readonly good?: string | undefined } = {},
    status: 200 | 422 | 429 = 200,
  ) => {
    const services = given.services.map(({ name, title }) => ({
      name,
      title: title[c.var.view.locale],
    }))
    return c.html(
      <AccountPage
        view={c.var.view}
        services={services}
        raw={more.raw ?? {}}
        faults={more.faults ?? {}}
        reason={more.reason}
        good={more.good}
      />,
      status,
    )
  }
  const entered = (c: C, { token }: SignedIn) => {
    keepSession(c, token)
    return onward(c, urls.me)
  }
  const service = (c: C) => found(given.services.find(({ name }) => name === c.req.param('name')))
  const backOf = (name: string) => `${given.origin}${urls.service(name)}/back`

  return new Hono<Env>()
    .get(urls.account, (c) => {
      if (c.var.ctx.actor.id.startsWith('res_')) return onward(c, urls.me)
      const isClosed = c.req.query('closed') !== undefined
      return page(c, isClosed ? { good: messages[c.var.view.locale].me.closed } : {})
    })
    .post(urls.accountDo('mail'), async (c) => {
      const { ctx, view } = c.var
      const form = fill(mailForm, await c.req.parseBody())
      const mail = readMail(form.raw.mail)
      if (!mail) return page(c, { raw: form.raw, faults: { mail: 'bad-mail' } }, 422)
      if (await isOver([[asking, given.networkOf(c)]]))
        return page(c, { raw: form.raw, reason: 'too-many' }, 429)
      const tried = await attempt(() =>
        askCode(ctx, { act: 'sign-in', subject: 'new', mail, locale: view.locale }),
      )
      if ('reason' in tried) return page(c, { raw: form.raw, ...tried }, 422)
      return onward(c, urls.accountDo(`code?id=${tried.value}`))
    })
    .get(urls.accountDo('code'), (c) =>
      c.html(<CodePage view={c.var.view} id={(c.req.query('id') ?? '').slice(0, 40)} />),
    )
    .post(urls.accountDo('code'), async (c) => {
      const { ctx, view } = c.var
      const { raw } = fill(codeForm, await c.req.parseBody())
      const back = (reason: string, status: 422 | 429) =>
        c.html(<CodePage view={view} id={raw.id.slice(0, 40)} reason={reason} />, status)
      if (await isOver([[trying, given.networkOf(c)]])) return back('too-many', 429)
      const tried = await attempt(() => signInByCode(ctx, raw.id, raw.code, sessionCookie(c)))
      return 'reason' in tried ? back(tried.reason, 422) : entered(c, tried.value)
    })
    .get(urls.accountDo('password'), (c) => c.html(<PasswordPage view={c.var.view} raw={{}} />))
    .post(urls.accountDo('password'), async (c) => {
      const { ctx, view } = c.var
      const { raw } = fill(passwordForm, await c.req.parseBody())
      const back = (reason: string, status: 422 | 429) =>
        c.html(
          <PasswordPage view={view} raw={{ mail: raw.mail.slice(0, 254) }} reason={reason} />,
          status,
        )
      const mail = readMail(raw.mail) ?? ''
      const pair = `${given.networkOf(c)} ${mail}`
      if (
        await isOver([
          [trying, given.networkOf(c)],
          [byAccount, pair],
        ])
      )
        return back('too-many', 429)
      const signed = await signInByPassword(ctx, mail, sessionCookie(c), (hash) =>
        isPassword(hash, raw.password.slice(0, 200)),
      )
      if (!signed) return back('sign-in', 422)
      await byAccount.forgive(pair)
      return entered(c, signed)
    })
    .post(urls.accountDo('passkey/ask'), async (c) => {
      if (await isOver([[byPasskey, given.networkOf(c)]])) return c.json({ error: 'too-many' }, 429)
      const options = await askToSign(given.origin)
      keepQuestionId(c, await keepQuestion(c.var.ctx, options.challenge, null))
      return c.json(options)
    })
    .post(urls.accountDo('passkey'), async (c) => {
      const { raw } = fill(passkeyForm, await c.req.parseBody())
      const answer = readSigned(raw.response)
      if (await isOver([[byPasskey, given.networkOf(c)]]))
        return page(c, { reason: 'too-many' }, 429)
      const asked = {
        question: takeQuestionId(c),
        credential: answer?.id ?? '',
        owner: answer ? ownerIn(answer) : '',
      }
      const tried = await attempt(() =>
        signInByPasskey(c.var.ctx, asked, sessionCookie(c), async (challenge, key) =>
          answer ? signedBy(given.origin, challenge, answer, key) : null,
        ),
      )
      return 'reason' in tried ? page(c, tried, 422) : entered(c, tried.value)
    })
    .get(urls.service(':name'), async (c) => {
      // One more way into an open account: only for whoever has just shown that it is theirs.
      const first = c.var.ctx.actor.id.startsWith('res_')
        ? await stepUp(c, urls.meDo('security'))
        : undefined
      if (first) return first
      const { url, trip } = await setOut(service(c), backOf(service(c).name))
      keepTrip(c, trip)
      return c.redirect(url, 303)
    })
    .get(`${urls.service(':name')}/back`, async (c) => {
      const { ctx, view } = c.var
      const one = service(c)
      const trip = takeTrip<Trip>(c)
      const query = new URLSearchParams(view.query)
      const vouched =
        trip && (await comeBack(one, trip, backOf(one.name), query).catch(() => undefined))
      if (!vouched) return page(c, { reason: 'service' }, 422)
      const said = { provider: one.name, ...vouched }
      if (ctx.actor.id.startsWith('res_')) {
        await linkService(ctx, said)
        return onward(c, urls.me)
      }
      return entered(c, await signInByService(ctx, said, view.locale, sessionCookie(c)))
    })
    .post(urls.accountDo('leave'), async (c) => {
      const token = sessionCookie(c)
      if (token) await signOut(c.var.ctx, token)
      dropSession(c)
      return onward(c, urls.account)
    })
}
