import { Hono } from 'hono'
import type { Env } from '#design/env.ts'
import { blank, type Filled, fill } from '#platform/form.ts'
import { isId } from '#platform/id.ts'
import { found, type Refusal } from '#platform/result.ts'
import {
  acceptRoster,
  chooseInRoster,
  mayTakeIn,
  receiveRoster,
  roleIds,
  rosterPreview,
  touched,
  withdrawRoster,
} from '../actions/roster.ts'
import { invitationTimes, inviteAgain } from '../actions/roster-invite.ts'
import { rosterWorkbook } from '../files.ts'
import { readChoices, rosterForm } from '../forms.ts'
import { deskWords } from '../messages/desk.ts'
import { refusalWords } from '../pages/desk/fields.tsx'
import { RosterCheckPage } from '../pages/desk/roster-check.tsx'
import { RostersPage } from '../pages/desk/rosters.tsx'
import { commandLine } from '../roles.ts'
import { markOf } from '../roster/difference.ts'
import { readRoster } from '../roster/sources.ts'
import type { StoredRoster } from '../roster/stored.ts'
import { isOn } from '../staff.ts'
import { invitationsOf } from '../store/invitations.ts'
import { allDepartments } from '../store/organisation.ts'
import { namesOf } from '../store/people.ts'
import { customRoles } from '../store/posts.ts'
import * as store from '../store/rosters.ts'
import { deskUrls } from '../urls.ts'
import {
  attempt,
  bodyOf,
  dayOf,
  deskOf,
  may,
  mustBeAllowed,
  onward,
  roleNames,
  type StaffContext,
  todayOf,
} from './lookup.ts'

/** /desk/staff/roster: hand in, look at what would change, choose, accept; take back before the day. */
export const rosterRoutes = new Hono<Env>()
  .get('/roster', (c) => list(c, blank(rosterForm)))
  .get('/roster/template.xlsx', async (c) => {
    mayTakeIn(c.var.ctx)
    const bytes = await rosterWorkbook(c.var.ctx.db, dayOf(c))
    return c.body(bytes, 200, {
      'content-type': 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
      'content-disposition': 'attachment; filename="roster.xlsx"',
    })
  })
  .post('/roster', async (c) => {
    mayTakeIn(c.var.ctx)
    const { ctx, view, files } = c.var
    const body = await bodyOf(c)
    const form = fill(rosterForm, body)
    const file = body.file instanceof File && body.file.size > 0 ? body.file : null
    if (!form.values || !file) {
      const { r } = deskWords(view)
      return list(c, form, file ? undefined : r.noFile, 422)
    }
    const { on } = form.values
    const bytes = new Uint8Array(await file.arrayBuffer())
    const ids = await roleIds(ctx.db, on)
    const read = await attempt(() => readRoster(file.name, bytes, ids))
    if ('refusal' in read) return list(c, form, refusalWords(view, read.refusal), 422)
    const original = await files.put(bytes)
    const { id } = await receiveRoster(ctx, on, file.name, read.done, original)
    return c.redirect(deskUrls.roster(id), 303)
  })
  .get('/roster/:id', async (c) => check(c, await rosterAt(c)))
  .get('/roster/:id/original', async (c) => {
    const { original, fileName } = await rosterAt(c)
    const bytes = found(original === null ? undefined : await c.var.files.get(original))
    // Never shown as a page of ours, whatever is in it.
    return c.body(bytes, 200, {
      'content-type': 'application/octet-stream',
      'content-disposition': `attachment; filename*=UTF-8''${encodeURIComponent(fileName)}`,
    })
  })
  .post('/roster/:id', async (c) => {
    const roster = await rosterAt(c)
    const { unknown, emptied, sameNames } = await rosterPreview(c.var.ctx.db, roster, todayOf(c))
    const choices = readChoices(await bodyOf(c), {
      unknown: unknown.map((one) => one.name),
      emptied: emptied.map((one) => one.id),
      people: sameNames.map((one) => one.key),
    })
    await chooseInRoster(c.var.ctx, roster.id, choices)
    return onward(c, deskUrls.roster(roster.id), 'chosen')
  })
  .post('/roster/:id/accept', async (c) => {
    const roster = await rosterAt(c)
    const { mark, invite } = await bodyOf(c)
    const when = invitationTimes.find((time) => time === invite) ?? 'on-day'
    const options = { mark: String(mark ?? ''), invitations: { when, origin: originOf(c) } }
    const done = await attempt(() => acceptRoster(c.var.ctx, roster.id, options))
    if ('refusal' in done) return check(c, await rosterAt(c), done.refusal)
    return onward(c, deskUrls.roster(roster.id), done.done ? 'accepted' : 'same')
  })
  .post('/roster/:id/invite', async (c) => {
    const roster = await rosterAt(c)
    mustBeAllowed(c, 'manageAccess')
    const { user = [] } = await bodyOf(c)
    const users = [user].flat().map(String)
    const sent = await inviteAgain(c.var.ctx, roster.id, users, originOf(c))
    return onward(c, deskUrls.roster(roster.id), sent ? 'invited' : 'nobodyInvited')
  })
  .post('/roster/:id/withdraw', async (c) => {
    const roster = await rosterAt(c)
    const done = await attempt(() => withdrawRoster(c.var.ctx, roster.id))
    if ('refusal' in done) return check(c, roster, done.refusal)
    return onward(c, deskUrls.roster(roster.id), 'withdrawn')
  })

/** Of the configuration: never what a browser says of itself. */
const originOf = (c: StaffContext): string => c.var.view.origin

async function rosterAt(c: StaffContext): Promise<StoredRoster> {
  mayTakeIn(c.var.ctx)
  const id = c.req.param('id') ?? ''
  return found(isId('rst', id) ? await store.rosterById(c.var.ctx.db, id) : undefined)
}

/** Who is no colleague: the command line, which takes in rosters as well. */
const unnamed = (c: StaffContext, id: string) =>
  id === commandLine.id ? deskWords(c.var.view).r.byCommand : id

async function list(
  c: StaffContext,
  form: Filled<typeof rosterForm>,
  fileFault?: string,
  status: 200 | 422 = 200,
) {
  mayTakeIn(c.var.ctx)
  const { db } = c.var.ctx
  const all = await store.rosters(db)
  const names = await namesOf(db, [...new Set(all.map((one) => one.receivedBy))])
  return c.html(
    <RostersPage
      {...deskOf(c)}
      rosters={all}
      nameOf={(id) => names.get(id) ?? unnamed(c, id)}
      form={form}
      {...(fileFault !== undefined && { fileFault })}
    />,
    status,
  )
}

async function check(c: StaffContext, roster: StoredRoster, refusal?: Refusal) {
  const { ctx } = c.var
  const today = todayOf(c)
  const difference = await rosterPreview(ctx.db, roster, today)
  const names = await namesOf(ctx.db, [roster.receivedBy])
  const tree = await allDepartments(ctx.db)
  return c.html(
    <RosterCheckPage
      {...deskOf(c)}
      roster={roster}
      difference={difference}
      mark={markOf(difference)}
      receivedBy={names.get(roster.receivedBy) ?? unnamed(c, roster.receivedBy)}
      sections={tree.filter((one) => isOn(one, roster.effectiveOn))}
      roleOf={roleNames(c, await customRoles(ctx.db))}
      hasBegun={roster.effectiveOn <= today}
      invitations={await invitationsOf(ctx.db, roster.id, ctx.now)}
      mayInvite={may(c, 'manageAccess')}
      isOwn={touched(difference).includes(ctx.actor.id)}
      {...(refusal && { refusal })}
    />,
    refusal ? (refusal.kind === 'stale' ? 409 : 422) : 200,
  )
}
