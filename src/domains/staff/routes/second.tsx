import { Hono } from 'hono'
import type { Env } from '#design/env.ts'
import { at } from '#design/view.ts'
import { localDate } from '#platform/calendar.ts'
import { plain } from '#platform/ruby.ts'
import { base32, otpauth } from '#platform/totp.ts'
import {
  addedPasskey,
  addTotp,
  type Enrolled,
  offeredSecret,
  shownCode,
} from '../actions/factors.ts'
import { proveByCode, signIn } from '../actions/sign-in.ts'
import type { KeyAnswer } from '../auth.ts'
import { CodesPage, EnrolPage, SecondPage } from '../pages/second.tsx'
import { hasSecondFactor, isFresh, stageAfter } from '../session.ts'
import type { StaffId } from '../staff.ts'
import { credentialOf } from '../store/credentials.ts'
import { factorsOf } from '../store/factors.ts'
import { actorOf } from '../store/people.ts'
import { urls } from '../urls.ts'
import { attempts } from './attempts.ts'
import {
  type Desk,
  fullSession,
  type Gate,
  give,
  type Here,
  halfSession,
  leadOn,
  originOf,
  sessionIn,
  stepUp,
  textIn,
  withinSite,
  words,
} from './entry.ts'
import { showSignIn } from './sign-in.tsx'

/** What an app is shown of a secret. */
export async function offer(c: Desk, session: Here) {
  const { ctx, view } = c.var
  const secret = base32(offeredSecret(ctx.seal, session.token))
  const account = (await credentialOf(ctx.db, session.user))?.email ?? session.user
  return { secret, address: otpauth(secret, plain(view.site.name), account) }
}

/** Codes are shown as the answer to the form: kept nowhere, not even until the next page. */
export function showEnrolled(gate: Gate, c: Desk, { opened, codes }: Enrolled) {
  if (!codes) return leadOn(gate, c, opened)
  give(gate, c, opened)
  const onward = opened.stage === 'password' ? urls.newPassword : opened.onward
  const shown = codes.map(shownCode)
  return c.html(<CodesPage view={c.var.view} t={words(c)} codes={shown} onward={onward} />)
}

const keyAnswer = (text: string): KeyAnswer | null => {
  try {
    const given: unknown = JSON.parse(text)
    const sound =
      typeof given === 'object' && given !== null && 'id' in given && 'response' in given
    return sound ? (given as KeyAnswer) : null
  } catch {
    return null
  }
}

export function secondRoutes(gate: Gate) {
  const { auth } = gate
  const askLimit = attempts(gate, 'passkey')

  async function showSecond(c: Desk, session: Here, onward: string, fault?: string) {
    const { ctx, view } = c.var
    const factors = await factorsOf(ctx.db, session.user)
    const again = session.stage === 'full'
    const status = fault === undefined ? 200 : 422
    const has = hasSecondFactor(factors)
    if (!again && !has) {
      const offered = await offer(c, session)
      return c.html(
        <EnrolPage view={view} t={words(c)} onward={onward} fault={fault} {...offered} />,
        status,
      )
    }
    return c.html(
      <SecondPage
        view={view}
        t={words(c)}
        onward={onward}
        fault={fault}
        again={again}
        hasCode={factors.totpSince !== null || (has && factors.backupCodes > 0)}
        hasPasskey={factors.passkeys.length > 0}
        hasOnlyPassword={!has && factors.hasPassword}
      />,
      status,
    )
  }

  const over = (c: Desk) => {
    c.header('set-cookie', auth.cookies.noSession(), { append: true })
    return c.redirect(at(c.var.view, `${urls.signIn}?said=over`), 303)
  }

  const afterBoth = (session: Here) => stageAfter(auth.policy, 'both', session.mustChange)

  return new Hono<Env>()
    .get(urls.second, async (c) => {
      const session = halfSession(c)
      if (!session) return c.redirect(at(c.var.view, urls.signIn), 303)
      return showSecond(c, session, session.onward)
    })
    .post(urls.second, async (c) => {
      const { ctx, view } = c.var
      const session = halfSession(c)
      if (!session) return c.redirect(at(view, urls.signIn), 303)
      const typed = textIn(await c.req.parseBody(), 'code').slice(0, 40)
      const from = originOf(gate, c)
      const { onward } = session
      const stage = afterBoth(session)
      if (!hasSecondFactor(await factorsOf(ctx.db, session.user))) {
        const enrolled = await addTotp(ctx, { session, from, onward, stage }, typed)
        if (!enrolled) return showSecond(c, session, onward, words(c).enrolWrong)
        return showEnrolled(gate, c, enrolled)
      }
      const proof = await proveByCode(ctx, session, typed, from, onward, stage)
      if (proof === 'wrong') return showSecond(c, session, onward, words(c).codeWrong)
      if (proof === 'over') return over(c)
      return leadOn(gate, c, proof)
    })
    .get(urls.again, (c) => showSecond(c, fullSession(c), withinSite(c.req.query('onward'), c)))
    .post(urls.again, async (c) => {
      const { ctx } = c.var
      const session = fullSession(c)
      const body = await c.req.parseBody()
      const onward = withinSite(textIn(body, 'onward'), c)
      const from = originOf(gate, c)
      if (hasSecondFactor(await factorsOf(ctx.db, session.user))) {
        const typed = textIn(body, 'code').slice(0, 40)
        const proof = await proveByCode(ctx, session, typed, from, onward, 'full')
        if (proof === 'wrong') return showSecond(c, session, onward, words(c).codeWrong)
        if (proof === 'over') return over(c)
        return leadOn(gate, c, proof)
      }
      const known = await credentialOf(ctx.db, session.user)
      const taken = await askLimit(ctx.db, known?.email ?? '', gate.addressOf(c), from)
      if (!taken.ok) return showSignIn(gate, c, { onward, wait: taken.wait })
      const given = textIn(body, 'password').slice(0, 1000)
      if (!known?.hash || !(await auth.passwords.verify(given, known.hash)))
        return showSecond(c, session, onward, words(c).wrong)
      await taken.forgive()
      const entry = { user: session.user, way: session.way, stage: 'full' as const, from, onward }
      return leadOn(gate, c, await signIn(ctx, { ...entry, replaces: session }))
    })
    .post(urls.askPasskey, async (c) => {
      const { options, cookies } = await auth.passkeys.ask(c.req.raw.headers)
      for (const cookie of cookies) c.header('set-cookie', cookie, { append: true })
      return c.json(options)
    })
    .post(urls.passkey, async (c) => {
      const { ctx } = c.var
      const body = await c.req.parseBody()
      const onward = withinSite(textIn(body, 'onward'), c)
      const from = originOf(gate, c)
      const taken = await askLimit(ctx.db, '', gate.addressOf(c), from)
      if (!taken.ok) return showSignIn(gate, c, { onward, wait: taken.wait })
      const response = keyAnswer(textIn(body, 'response'))
      const owner = response && (await auth.passkeys.check(response, c.req.raw.headers))
      const session = sessionIn(c)
      const actor = owner && (await actorOf(ctx.db, owner, localDate(ctx.now)))
      // A key of somebody else is no proof of the person whose session this is.
      if (!actor || (session && session.user !== owner))
        return showSignIn(gate, c, { onward, said: 'passkeyWrong' })
      const user = actor.id as StaffId
      const mustChange =
        session?.mustChange ?? (await credentialOf(ctx.db, user))?.mustChange ?? false
      const stage = session?.stage === 'full' ? 'full' : stageAfter(auth.policy, 'both', mustChange)
      const entry = { user, way: 'passkey' as const, stage, from, onward, replaces: session }
      return leadOn(gate, c, await signIn(ctx, entry))
    })
    .post(urls.askNewPasskey, async (c) => {
      const session = await mayMake(c)
      if (!session) return c.json({ error: 'not-allowed' }, 403)
      const { options, cookies } = await auth.passkeys.askNew(session.user, c.req.raw.headers)
      for (const cookie of cookies) c.header('set-cookie', cookie, { append: true })
      return c.json(options)
    })
    .post(urls.newPasskey, async (c) => {
      const { ctx, view } = c.var
      const first = c.var.session?.stage === 'full' ? stepUp(c, urls.account) : undefined
      if (first) return first
      const session = await mayMake(c)
      if (!session) return c.redirect(at(view, urls.signIn), 303)
      const body = await c.req.parseBody()
      const name = textIn(body, 'name').trim().slice(0, 60)
      const response = keyAnswer(textIn(body, 'response'))
      const made = response && (await auth.passkeys.add(response, name, c.req.raw.headers))
      const onward = session.stage === 'full' ? at(view, urls.account) : session.onward
      if (!made || made.user !== session.user) {
        if (session.stage === 'full') return c.redirect(`${onward}?said=keyFailed`, 303)
        const offered = await offer(c, session)
        return c.html(
          <EnrolPage view={view} t={words(c)} onward={onward} keyFailed {...offered} />,
          422,
        )
      }
      const stage = session.stage === 'full' ? 'full' : afterBoth(session)
      const change = { session, from: originOf(gate, c), onward, stage } as const
      return showEnrolled(gate, c, await addedPasskey(ctx, change))
    })

  /** The first factor of a half session, or one more soon after a proof. */
  async function mayMake(c: Desk): Promise<Here | undefined> {
    const { ctx, session } = c.var
    if (session?.stage === 'full')
      return isFresh(fullSession(c), ctx.now) ? fullSession(c) : undefined
    const half = halfSession(c)
    return half && !hasSecondFactor(await factorsOf(ctx.db, half.user)) ? half : undefined
  }
}
