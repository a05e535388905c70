import { type Context, Hono } from 'hono'
import type { Env } from '#design/env.ts'
import { errors } from '#design/messages/errors.ts'
import { at } from '#design/view.ts'
import { departments, namesOf, placesOn, serviceBetween } from '#domains/staff/index.ts'
import type { Belongings } from '#platform/belongings.ts'
import { addDays, dayStart, localDate } from '#platform/calendar.ts'
import { writeCsv } from '#platform/csv.ts'
import { isId } from '#platform/id.ts'
import { deedsOf } from '#platform/ledger-history.ts'
import { accept, found, Refused } from '#platform/result.ts'
import { siteProfile } from '#platform/site.ts'
import { storable } from '#platform/storable.ts'
import { nothing, offered, permit } from '#platform/workflow.ts'
import * as actions from './actions/hand.ts'
import { aboutOf, candidates, leavers, standingTo, thingsIn } from './actions/look.ts'
import { silence } from './actions/silence.ts'
import { bookFile } from './files.ts'
import { type Handover, isLate, type Silent } from './handover.ts'
import { deskWords, ja } from './messages/desk.ts'
import { HandoverPage } from './pages/handover-one.tsx'
import { HandoversPage } from './pages/handovers.tsx'
import { SilencePage } from './pages/silence.tsx'
import { handoverById } from './store/handovers.ts'
import { urls } from './urls.ts'
import { standing, workflow } from './workflow.ts'

type C = Context<Env>
/** As much as fits beside a thing in the book. */
const noteLimit = 1000
const historyLimit = 2000

const deskOf = ({ var: { view, ctx } }: C) => {
  const { department } = ctx.actor
  return { view, ...(department !== undefined && { department }) }
}
const onward = (c: C, path: string, done: string) =>
  c.redirect(at(c.var.view, `${path}?done=${done}`), 303)

/** /desk/handovers and /desk/without-owner. What is handed over is what the chapters of `belongings` say. */
export function routes(belongings: readonly Belongings[]) {
  return new Hono<Env>()
    .get(urls.desk, async (c) => {
      const { ctx } = c.var
      mayLook(c)
      const today = localDate(ctx.now)
      const all = await leavers(ctx.db, today)
      const lines = all.flatMap((leaver) => {
        const { serving, section, handover, endsOn } = leaver
        const place = { id: serving.department, name: section }
        const user = serving.user
        const successor = handover?.successor ?? null
        const stands = standing(ctx.actor, {
          section: place,
          user,
          successor,
          serves: today <= endsOn,
        })
        const may = stands.size > 0 || user === ctx.actor.id
        const mayPrepare = permit(workflow, 'prepare', stands, nothing).ok
        return may ? [{ leaver, mayPrepare }] : []
      })
      const nameOf = await namer(
        c,
        lines.map(({ leaver }) => leaver.handover?.successor ?? null),
      )
      return c.html(<HandoversPage {...deskOf(c)} leavers={lines} nameOf={nameOf} />)
    })
    .post(urls.prepare, async (c) => {
      mayLook(c)
      const { assignment } = await c.req.parseBody()
      const { id } = await actions.prepare(c.var.ctx, belongings, String(assignment ?? ''))
      return onward(c, urls.one(id), 'saved')
    })
    .get('/desk/handovers/:id', (c) => show(c))
    .post('/desk/handovers/:id/choose', async (c) => {
      const h = await handoverAt(c)
      const { successor } = await c.req.parseBody()
      return trying(c, h, () => actions.choose(c.var.ctx, h.id, String(successor ?? '')), 'saved')
    })
    .post('/desk/handovers/:id/note', async (c) => {
      const h = await handoverAt(c)
      const body = await c.req.parseBody()
      const said = (value: unknown) =>
        [...storable(String(value ?? '')).trim()].slice(0, noteLimit).join('')
      const notes = new Map(Object.entries(body).map(([key, value]) => [key, said(value)]))
      await actions.note(c.var.ctx, belongings, h.id, said(body.note), notes)
      return onward(c, urls.one(h.id), 'saved')
    })
    .post('/desk/handovers/:id/pass', async (c) => {
      const h = await handoverAt(c)
      return trying(c, h, () => actions.pass(c.var.ctx, belongings, h.id), 'passed')
    })
    .post('/desk/handovers/:id/pass-one', async (c) => {
      const h = await handoverAt(c)
      const { thing } = await c.req.parseBody()
      const only = String(thing ?? '')
      return trying(c, h, () => actions.pass(c.var.ctx, belongings, h.id, only), 'passed')
    })
    .post('/desk/handovers/:id/receive', async (c) => {
      const { id } = await actions.receive(c.var.ctx, (await handoverAt(c)).id)
      return onward(c, urls.one(id), 'received')
    })
    .post('/desk/handovers/:id/close', async (c) => {
      const { id } = await actions.close(c.var.ctx, (await handoverAt(c)).id)
      return onward(c, urls.one(id), 'closed')
    })
    .get('/desk/handovers/:id/book.pdf', async (c) => {
      const bytes = await bookFile(await bookOf(c, await handoverAt(c)))
      return c.body(bytes, 200, {
        'content-type': 'application/pdf',
        'content-disposition': 'inline; filename="handover.pdf"',
      })
    })
    .get(urls.silence, async (c) => {
      const sections = await silentSections(c)
      const list = sections.flatMap((s) => s.list)
      const kinds = [...new Set(list.map((one) => one.kind))]
      const counts = kinds.map((kind) => ({
        kind,
        count: list.filter((one) => one.kind === kind).length,
      }))
      return c.html(<SilencePage {...deskOf(c)} sections={sections} counts={counts} />)
    })
    .get(urls.silenceFile, async (c) => {
      const sections = await silentSections(c)
      const head = [ja.section, ja.head, ja.kind, ja.thing, ja.since, ja.why]
      const rows = sections.flatMap(({ name, head: who, list }) =>
        list.map((one) => [
          name,
          who,
          ja.kinds[one.kind] ?? one.kind,
          typeof one.title === 'string' ? one.title : one.title.ja,
          one.since ?? '',
          one.why.ja,
        ]),
      )
      return c.body(writeCsv([head, ...rows]), 200, {
        'content-type': 'text/csv; charset=utf-8',
        'content-disposition': 'attachment; filename="without-owner.csv"',
      })
    })

  function mayLook(c: C) {
    accept(permit(workflow, 'readSilence', standing(c.var.ctx.actor), nothing))
  }

  async function handoverAt(c: C): Promise<Handover> {
    const { ctx } = c.var
    const id = c.req.param('id') ?? ''
    const h = found(isId('hnd', id) ? await handoverById(ctx.db, id) : undefined)
    // Whoever left may still read what they handed over.
    const own = h.user === ctx.actor.id
    if (!own) accept(permit(workflow, 'read', await standingTo(ctx, ctx.db, h), h))
    return h
  }

  async function trying(c: C, h: Handover, act: () => Promise<Handover>, done: string) {
    try {
      const next = await act()
      const left = done === 'passed' && next.state === 'prepared'
      return onward(c, urls.one(h.id), left ? 'some' : done)
    } catch (thrown) {
      if (!(thrown instanceof Refused) || thrown.refusal.kind !== 'refused') throw thrown
      const { reason } = thrown.refusal
      return show(
        c,
        errors[c.var.view.locale].refusals[reason] ?? errors.ja.refusals[reason] ?? reason,
      )
    }
  }

  async function show(c: C, fault?: string) {
    const { ctx, view } = c.var
    const h = await handoverAt(c)
    const w = deskWords(view)
    const things = await thingsIn(ctx.db, belongings, h)
    const waiting = things.filter((t) => t.outcome === 'waiting').length
    const said: Readonly<Record<string, string>> = {
      saved: w.saved,
      some: w.doneSome(waiting),
      passed: h.state === 'prepared' ? w.saved : w.doneAll,
      received: w.received,
      closed: w.closed,
    }
    const done = c.req.query('done') ?? ''
    return c.html(
      <HandoverPage
        {...deskOf(c)}
        handover={h}
        section={(await aboutOf(ctx.db, h, localDate(ctx.now))).section.name}
        things={things}
        offers={offered(workflow, await standingTo(ctx, ctx.db, h), h)}
        candidates={await candidates(ctx.db, h)}
        nameOf={await namer(c, [h.user, h.successor])}
        late={isLate(h, localDate(ctx.now))}
        said={Object.hasOwn(said, done) ? (said[done] ?? '') : ''}
        {...(fault !== undefined && { fault })}
      />,
      fault === undefined ? 200 : 422,
    )
  }

  async function namer(c: C, ids: readonly (string | null)[]) {
    const names = await namesOf(c.var.ctx.db, [...new Set(ids.flatMap((id) => id ?? []))])
    return (id: string | null) => names.get(id ?? '') ?? ''
  }

  async function bookOf(c: C, h: Handover) {
    const { db } = c.var.ctx
    const nameOf = await namer(c, [h.user, h.successor])
    const section = (await departments(db, h.endsOn)).find((d) => d.id === h.department)
    const site = await siteProfile(db)
    const there = await serviceBetween(db, addDays(h.endsOn, 1), addDays(h.endsOn, 1))
    const head = there.find((s) => s.department === h.department && s.rank === 'head')
    const since = dayStart(addDays(h.endsOn, -365))
    const counted = new Map<string, { fact: string; on: string; count: number }>()
    for (const { fact, at: moment } of await deedsOf(db, h.user, since, historyLimit)) {
      const known = counted.get(fact)
      if (known) known.count += 1
      else counted.set(fact, { fact, on: localDate(moment), count: 1 })
    }
    return {
      handover: h,
      giver: nameOf(h.user),
      successor: nameOf(h.successor),
      section: section?.name ?? '',
      phone: section?.phone || site.phone,
      head: head?.name ?? '',
      author: site.name.ja,
      things: await thingsIn(db, belongings, h),
      history: [...counted.values()],
    }
  }

  /** The sections whose silence this person may see, each with its head; unknown places only for the whole city. */
  async function silentSections(c: C) {
    const { ctx } = c.var
    mayLook(c)
    const today = localDate(ctx.now)
    const all = await silence(ctx.db, belongings, today)
    const names = (await placesOn(ctx.db, today)).today
    const service = await serviceBetween(ctx.db, today, today)
    // What lay in a section that is gone, and was taken over by none, lies nowhere.
    const placeOf = (one: Silent) => (names.has(one.department ?? '') ? (one.department ?? '') : '')
    const ids = [...new Set(all.map(placeOf))]
    return ids.flatMap((id) => {
      const name = names.get(id) ?? ''
      const place = { section: { id, name }, user: '', successor: null, serves: false }
      if (!permit(workflow, 'readSilence', standing(ctx.actor, place), nothing).ok) return []
      const head = service.find((s) => s.department === id && s.rank === 'head')?.name ?? ''
      const list = all.filter((one) => placeOf(one) === id)
      return [{ id: id || 'nowhere', name, head, list }]
    })
  }
}
