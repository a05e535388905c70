import { Hono } from 'hono'
import type { Env } from '#design/env.ts'
import { chosenDistrict, districtChoices, districts } from '#domains/districts/index.ts'
import { localDate } from '#platform/calendar.ts'
import { fill } from '#platform/form.ts'
import { accept, no } from '#platform/result.ts'
import { self, signOutElsewhere } from '../actions/account.ts'
import { ownContacts } from '../actions/contacts.ts'
import {
  askNewMail,
  changeMail,
  forgetOwnContact,
  saveProfile,
  setPassword,
} from '../actions/own.ts'
import { hashPassword } from '../auth.ts'
import { codeForm, mailForm, newPasswordForm, profileForm } from '../forms.ts'
import { ContactsPage, ProfilePage, SecurityPage } from '../pages/own.tsx'
import { otherDistrict, tongues } from '../resident.ts'
import { readMail } from '../rules.ts'
import { passkeysOf } from '../store/passkeys.ts'
import { sessionsOf } from '../store/sessions.ts'
import { urls } from '../urls.ts'
import { isHere, stepUp } from './prove.tsx'
import {
  attempt,
  type Back,
  type C,
  type Given,
  isOver,
  keepTrip,
  onward,
  savedOn,
  sessionCookie,
  statusOf,
  takeTrip,
} from './visit.ts'

/** What a person says of themself, how they are reached, how they come in: one page each. */
export function ownRoutes(given: Given) {
  const trying = given.limiter('resident.own-code', { points: 30, seconds: 15 * 60 })
  const profilePath = urls.meDo('profile')
  const contactsPath = urls.meDo('contacts')
  const securityPath = urls.meDo('security')

  const profile = async (c: C, back: Back = {}) => {
    const { ctx, view } = c.var
    const resident = await self(ctx)
    const all = await districts(ctx.db)
    const today = localDate(ctx.now)
    const page = (
      <ProfilePage
        view={view}
        resident={resident}
        choices={districtChoices(all, today, view.locale)}
        district={chosenDistrict(all, resident.profile.district, today)}
        good={savedOn(view)}
        {...back}
      />
    )
    return c.html(page, statusOf(back))
  }
  const contacts = async (c: C, back: Back & { readonly code?: string | undefined } = {}) => {
    const { ctx, view } = c.var
    const own = await ownContacts(ctx, (await self(ctx)).id)
    const isFresh = await isHere(c)
    const isKept = isFresh && view.query.includes('kept=')
    const kept = isKept ? takeTrip<{ mail?: string }>(c)?.mail : undefined
    const page = (
      <ContactsPage
        view={view}
        contacts={own}
        isFresh={isFresh}
        good={savedOn(view)}
        {...(kept !== undefined && { raw: { mail: kept } })}
        {...back}
      />
    )
    return c.html(page, statusOf(back))
  }
  const security = async (c: C, back: Back = {}) => {
    const { ctx, view } = c.var
    const { id, hasPassword } = await self(ctx)
    const page = (
      <SecurityPage
        view={view}
        hasPassword={hasPassword}
        isFresh={await isHere(c)}
        passkeys={(await passkeysOf(ctx.db, id)).length}
        sessions={(await sessionsOf(ctx.db, id)).length}
        good={savedOn(view)}
        {...back}
      />
    )
    return c.html(page, statusOf(back))
  }

  return new Hono<Env>()
    .get(profilePath, (c) => profile(c))
    .post(profilePath, async (c) => {
      await self(c.var.ctx)
      const form = fill(profileForm, await c.req.parseBody({ all: true }))
      const { values } = form
      if (!values) return profile(c, form)
      const { nickname, district, ageBand } = values
      if (!(await mayBe(c, district)))
        return profile(c, { raw: form.raw, faults: { district: 'not-offered' } })
      const languages = tongues.filter((tongue) => values.languages.includes(tongue))
      await saveProfile(c.var.ctx, { nickname, district: district || null, ageBand, languages })
      return onward(c, `${profilePath}?done=1`)
    })
    .get(contactsPath, (c) => contacts(c, { code: c.req.query('code')?.slice(0, 40) }))
    .post(urls.meDo('forget'), async (c) => {
      const { kind } = await c.req.parseBody()
      if (kind !== 'phone' && kind !== 'letter') return accept(no({ kind: 'not-found' }))
      await forgetOwnContact(c.var.ctx, kind)
      return onward(c, `${contactsPath}?done=1`)
    })
    .post(urls.meDo('mail'), async (c) => {
      await self(c.var.ctx)
      const { raw } = fill(mailForm, await c.req.parseBody())
      // What was typed comes along: it goes into the cookie before the answer is made.
      if (!(await isHere(c))) keepTrip(c, { mail: raw.mail })
      const first = await stepUp(c, `${contactsPath}?kept=1`)
      if (first) return first
      const mail = readMail(raw.mail)
      if (!mail) return contacts(c, { raw, faults: { mail: 'bad-mail' } })
      const tried = await attempt(() => askNewMail(c.var.ctx, mail))
      return 'reason' in tried
        ? contacts(c, { raw, ...tried })
        : onward(c, `${contactsPath}?code=${tried.value}`)
    })
    .post(urls.meDo('mail/code'), async (c) => {
      await self(c.var.ctx)
      const { raw } = fill(codeForm, await c.req.parseBody())
      const code = raw.id.slice(0, 40)
      if (await isOver([[trying, given.networkOf(c)]]))
        return contacts(c, { code, reason: 'too-many' })
      const tried = await attempt(() => changeMail(c.var.ctx, raw.id, raw.code))
      return 'reason' in tried
        ? contacts(c, { code, ...tried })
        : onward(c, `${contactsPath}?done=1`)
    })
    .get(securityPath, (c) => security(c))
    .post(urls.meDo('password'), async (c) => {
      await self(c.var.ctx)
      const first = await stepUp(c, securityPath)
      if (first) return first
      const { raw, values } = fill(newPasswordForm, await c.req.parseBody())
      if (!values || [...raw.password].length < 12) return security(c, { reason: 'password' })
      await setPassword(c.var.ctx, await hashPassword(raw.password), sessionCookie(c) ?? '')
      return onward(c, `${securityPath}?done=1`)
    })
    .post(urls.meDo('elsewhere'), async (c) => {
      await signOutElsewhere(c.var.ctx, sessionCookie(c) ?? '')
      return onward(c, `${securityPath}?done=1`)
    })
}

/** One of the city's list, その他, nothing, or what the person had written before; any words without a list. */
async function mayBe(c: C, district: string): Promise<boolean> {
  const { ctx } = c.var
  const choices = districtChoices(await districts(ctx.db), localDate(ctx.now))
  if (!choices.length || district === '' || district === otherDistrict) return true
  if (choices.some(({ value }) => value === district)) return true
  return (await self(ctx)).profile.district === district
}
