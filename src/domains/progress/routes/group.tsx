import { type Context, Hono } from 'hono'
import type { Env } from '#design/env.ts'
import type { Child } from '#design/page.tsx'
import { at } from '#design/view.ts'
import type { Reader } from '#platform/database.ts'
import type { Body } from '#platform/form.ts'
import { isTrapped } from '#platform/honeypot.ts'
import type { Limit, Limiter } from '#platform/limits.ts'
import { Refused } from '#platform/result.ts'
import { removeFile } from '../actions/evidence.ts'
import { behindLink } from '../actions/groups.ts'
import {
  type Seen,
  saveDraft,
  sayUnchanged,
  submit,
  takeBack,
  type Whole,
} from '../actions/reports.ts'
import { type ReportTyped, readReport, reportTyped } from '../forms.ts'
import { urls } from '../group-urls.ts'
import { messages } from '../messages/public.ts'
import { DoorPage, GroupPage, type GroupPageProps } from '../pages/group.tsx'
import { GroupSheetPage } from '../pages/group-sheet.tsx'
import type { ReportContent } from '../progress.ts'
import { lastSaid } from '../rules/desk.ts'
import { isOpen } from '../rules/groups.ts'
import { differences, saysTheSame, standsAsBefore, stepOf } from '../rules/report.ts'
import { filesOf } from '../store/evidence.ts'
import { hearingOf, notesOn } from '../store/groups.ts'
import { reports } from '../store/reports.ts'
import { rounds } from '../store/rounds.ts'
import { emptyRows, fileIn, handOut, type Taken, takeFiles } from './evidence.ts'
import { whereOf } from './where.ts'

/** What stands at the door of public forms; the shell makes it. */
export interface Doorkeeper {
  readonly networkOf: (c: Context) => string
  readonly limiterOf: (name: string, limit: Limit) => Limiter
}

/** How a page came back that asked for another look. */
interface Returned {
  readonly raw: Readonly<Record<string, string>>
  readonly faults: Readonly<Record<string, string>>
}

/** What moderation tells whoever holds a link, and takes from them; the shell joins it. */
export interface LookedAfter {
  readonly story: (
    c: Here,
    report: string,
    told: { readonly base: string } & Partial<Returned>,
  ) => Promise<Child>
  /** Under this end of the link's address; answers what is wrong, with what was typed. */
  readonly place: string
  readonly appeal: (
    c: Here,
    report: { readonly id: string },
    body: Body,
  ) => Promise<Returned | undefined>
}

type Here = Context<Env>

/** Of a person who saves often; a program that hammers is stopped. */
const perNetwork: Limit = { points: 120, seconds: 10 * 60 }
/** Links that do not open, by network: nobody types 43 letters wrong so often. */
const misses: Limit = { points: 60, seconds: 60 * 60 }

const dones = ['saved', 'handedIn', 'takenBack'] as const

/** Way in for groups. Each address opens one report; looking at it changes nothing. */
export function groupRoutes(door: Doorkeeper, lookedAfter: LookedAfter) {
  const posts = door.limiterOf('progress.group', perNetwork)
  const wrong = door.limiterOf('progress.group-miss', misses)

  /** Wrong, dead and withdrawn links get one answer, and so does whoever tries too many. */
  async function opened(c: Here): Promise<Whole | undefined> {
    c.header('cache-control', 'no-store')
    c.header('x-robots-tag', 'noindex')
    const network = door.networkOf(c)
    if ((await wrong.used(network)) >= misses.points) return undefined
    try {
      return await behindLink(c.var.ctx, c.req.param('token') ?? '')
    } catch (thrown) {
      if (!(thrown instanceof Refused) || thrown.refusal.kind !== 'not-found') throw thrown
      await wrong.take(network)
      return undefined
    }
  }
  const dead = (c: Here) => c.html(<DoorPage view={c.var.view} dead />, 404)

  async function page(
    c: Here,
    whole: Whole,
    typed: ReportTyped,
    more: Partial<GroupPageProps> = {},
    status: 200 | 409 | 422 | 429 = 200,
    back?: Returned,
  ) {
    const { ctx, view } = c.var
    const { report } = whole
    const hearing = (await hearingOf(ctx.db, report.id)) ?? null
    const notes = await notesOn(ctx.db, [report.id])
    const token = c.req.param('token') ?? ''
    const beside = await besideOf(ctx.db, whole, messages[view.locale].sides.city)
    const where = await whereOf(c)
    const files = await filesOf(ctx.db, [report.id])
    const rows = emptyRows()
    const story = await lookedAfter.story(c, report.id, { base: urls.report(token), ...back })
    const isAsBefore = standsAsBefore(report, await lastOf(ctx.db, whole))
    const shown = { files, rows, isAsBefore, where, hearing, notes, story, ...beside }
    const props = { view, token, ...whole, typed, ...shown, ...more }
    return c.html(<GroupPage {...props} />, status)
  }
  const said = ({ report, item }: Whole) => {
    const { content } = report
    return reportTyped(content, item, { unchanged: content.unchanged })
  }

  return new Hono<Env>()
    .get(urls.door, (c) => c.html(<DoorPage view={c.var.view} />))
    .get(urls.report(':token'), async (c) => {
      const whole = await opened(c)
      if (!whole) return dead(c)
      const done = dones.find((one) => one === c.req.query('done')) ?? null
      return page(c, whole, said(whole), { done })
    })
    .get(urls.sheet(':token'), async (c) => {
      const whole = await opened(c)
      if (!whole) return dead(c)
      const token = c.req.param('token') ?? ''
      const where = await whereOf(c)
      return c.html(<GroupSheetPage view={c.var.view} {...{ token, where }} {...whole} />)
    })
    .get(`${urls.report(':token')}/files/:id/:name`, async (c) => {
      const whole = await opened(c)
      if (!whole) return dead(c)
      const file = await fileIn(c)
      if (file.reportId !== whole.report.id) throw new Refused({ kind: 'not-found' })
      return handOut(c, file)
    })
    .post(`${urls.report(':token')}/${lookedAfter.place}`, async (c) => {
      const whole = await opened(c)
      if (!whole) return dead(c)
      const taken = await posts.take(door.networkOf(c))
      if (!taken.ok) {
        c.header('retry-after', String(taken.retryAfter))
        return page(c, whole, said(whole), { wait: Math.ceil(taken.retryAfter / 60) }, 429)
      }
      const back = await lookedAfter.appeal(c, whole.report, await c.req.parseBody())
      if (back) return page(c, whole, said(whole), {}, 422, back)
      return c.redirect(at(c.var.view, urls.report(c.req.param('token') ?? '')), 303)
    })
    .post(urls.report(':token'), async (c) => {
      const whole = await opened(c)
      if (!whole) return dead(c)
      const { ctx, view } = c.var
      const { report, item } = whole
      const body = await c.req.parseBody({ all: true })
      const onward = (done: (typeof dones)[number]) =>
        c.redirect(at(view, `${urls.report(c.req.param('token') ?? '')}?done=${done}`), 303)
      const step = String(body.step ?? '')
      if (isTrapped(body)) return onward('saved')
      const seen = { id: report.id, version: Number(body.version) }
      const typed = step === 'change' ? said(whole) : readReport(body, item)
      const taken = await posts.take(door.networkOf(c))
      if (!taken.ok) {
        c.header('retry-after', String(taken.retryAfter))
        return page(c, whole, typed, { wait: Math.ceil(taken.retryAfter / 60) }, 429)
      }
      const files = await filesFrom(c, whole, body)
      if (!typed.content || files.rows) {
        const kept = typed.content && isOpen(report)
        if (kept) await saveDraft(ctx, seen, typed.content, 'group').catch(() => undefined)
        const now = (await opened(c)) ?? whole
        return page(c, now, typed, files.rows ? { rows: files.rows } : {}, 422)
      }
      try {
        if (step === 'change') await takeBack(ctx, seen, 'group')
        else if (step === 'unchanged') await sameAsBefore(c, whole, seen, typed)
        else if (step === 'submit') await submit(ctx, seen, typed.content, 'group')
        else await saveDraft(ctx, seen, typed.content, 'group')
      } catch (thrown) {
        return again(c, thrown, typed)
      }
      if (step === 'change') return onward('takenBack')
      return onward(step === 'submit' || step === 'unchanged' ? 'handedIn' : 'saved')
    })

  /** Adds what came along, and takes off what was asked; the text beside it has its own course. */
  async function filesFrom(c: Here, { report }: Whole, body: Body): Promise<Partial<Taken>> {
    if (!isOpen(report)) return {}
    const taken = await takeFiles(c, report.id, body, 'group')
    const [step, id = ''] = String(body.step ?? '').split(':')
    if (step !== 'remove') return taken
    const own = (await filesOf(c.var.ctx.db, [report.id])).find((one) => one.id === id)
    if (own) await removeFile(c.var.ctx, own.id, '', 'group')
    return taken
  }

  /** What could not be kept comes back as it was typed, with why. */
  async function again(c: Here, thrown: unknown, typed: ReportTyped) {
    if (!(thrown instanceof Refused)) throw thrown
    const { refusal } = thrown
    const now = await opened(c)
    if (!now) return dead(c)
    if (refusal.kind === 'stale' || refusal.kind === 'wrong-state')
      return page(c, now, typed, { stale: true }, 409)
    if (refusal.kind !== 'refused') throw thrown
    const refused = { reason: refusal.reason, place: refusal.place ?? 'value' }
    return page(c, now, typed, { refused }, 422)
  }
}

/** 前と同じです. Whoever wrote something new in the same form is told so, and hands that in. */
async function sameAsBefore(c: Here, { report }: Whole, seen: Seen, typed: ReportTyped) {
  if (typed.content && !saysTheSame(report, report.content, typed.content))
    throw new Refused({ kind: 'refused', reason: 'not-the-same', place: 'unchanged' })
  await sayUnchanged(c.var.ctx, seen, typed.main.values?.unchanged ?? '', 'group')
}

/** What the same group said of the item last, in an earlier round of the year. */
async function lastOf(db: Reader, { report, round }: Whole): Promise<ReportContent | null> {
  const all = await reports(db, { items: [report.itemId] })
  const known = new Map((await rounds(db, round.planId)).map((one) => [one.id as string, one]))
  return lastSaid(report, all, known)?.content ?? null
}

/** What the city has said in public of the same item in the same round. */
async function besideOf(
  db: Reader,
  { report, scale }: Whole,
  title: string,
): Promise<Pick<GroupPageProps, 'city' | 'found'>> {
  const all = await reports(db, { rounds: [report.roundId], items: [report.itemId] })
  const city = all.find((one) => one.side === 'city' && one.state === 'confirmed')
  if (!city) return { city: null, found: [] }
  const step = stepOf(scale, city.content.value)
  return {
    city: { title, asked: city.asked, step, content: city.content },
    found: differences(city.content, report.content, scale),
  }
}
