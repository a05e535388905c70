import { type Context, Hono } from 'hono'
import type { Env } from '#design/env.ts'
import { at } from '#design/view.ts'
import { localDate } from '#platform/calendar.ts'
import { writeCsv } from '#platform/csv.ts'
import { blank, fill } from '#platform/form.ts'
import { isId } from '#platform/id.ts'
import { found, Refused } from '#platform/result.ts'
import { nothing, permit } from '#platform/workflow.ts'
import { add, close, correct, may, move, rename, takeIn } from './actions.ts'
import { rowsIn } from './files.ts'
import { closeForm, nameForm, newForm, renameForm } from './forms.ts'
import { deskWords } from './messages/desk.ts'
import { DistrictsPage, type DistrictsProps } from './pages/desk.tsx'
import { DistrictPage, type DistrictProps } from './pages/one.tsx'
import { mapRoutes } from './routes/map.tsx'
import { districtsOn } from './rules/districts.ts'
import { listRows, readList } from './rules/list.ts'
import { districts } from './store/districts.ts'
import { urls } from './urls.ts'
import { standing, workflow } from './workflow.ts'

type Here = Context<Env>
const todayOf = (c: Here) => localDate(c.var.ctx.now)

/** /desk/districts: the list that the city keeps, one by one or by file. */
export const routes = new Hono<Env>()
  .get(urls.list, async (c) => {
    may(c.var.ctx, 'read')
    return list(c, {})
  })
  .post(urls.list, async (c) => {
    may(c.var.ctx, 'keep')
    const form = fill(newForm, await c.req.parseBody())
    const { values } = form
    if (!values) return list(c, { form }, 422)
    const reason = await reasonIn(() => add(c.var.ctx, values))
    const fault = reason && deskWords(c.var.view).refused[reason]
    return fault ? list(c, { form, fault }, 422) : onward(c, 'added')
  })
  .get(urls.file, async (c) => {
    may(c.var.ctx, 'read')
    const today = districtsOn(await districts(c.var.ctx.db), todayOf(c))
    return c.body(writeCsv(listRows(today)), 200, {
      'content-type': 'text/csv; charset=utf-8',
      'content-disposition': 'attachment; filename="districts.csv"',
    })
  })
  .post(urls.takeIn, async (c) => {
    may(c.var.ctx, 'keep')
    const d = deskWords(c.var.view)
    const { file } = await c.req.parseBody()
    if (!(file instanceof File) || file.size === 0) return list(c, { fileFault: d.noFile }, 422)
    const rows = await rowsIn(new Uint8Array(await file.arrayBuffer()))
    if (!rows) return list(c, { fileFault: d.unreadable }, 422)
    const { entries, faults } = readList(rows)
    if (faults.length) return list(c, { lineFaults: faults }, 422)
    const counts = { added: 0, changed: 0 }
    const reason = await reasonIn(async () => {
      Object.assign(counts, await takeIn(c.var.ctx, entries))
    })
    if (reason) return list(c, { fileFault: d.refused[reason] ?? reason }, 422)
    return onward(c, counts.added + counts.changed ? 'taken' : 'same')
  })
  // Before what stands for any id.
  .route('/', mapRoutes)
  .get(urls.one(':id'), async (c) => one(c))
  .post(urls.one(':id'), async (c) => {
    const { id, version, body } = await asked(c)
    const form = fill(nameForm, body)
    const { values } = form
    const again = { came: 'correct', correct: form } as const
    if (!values) return one(c, again, 422)
    const reason = await reasonIn(() => correct(c.var.ctx, id, version, values))
    return reason ? one(c, { ...again, reason }, 422) : onward(c, 'corrected')
  })
  .post(urls.step(':id', 'rename'), async (c) => {
    const { id, version, body } = await asked(c)
    const form = fill(renameForm, body)
    const { values } = form
    const again = { came: 'rename', rename: form } as const
    if (!values) return one(c, again, 422)
    const reason = await reasonIn(() => rename(c.var.ctx, id, version, values))
    return reason ? one(c, { ...again, reason }, 422) : onward(c, 'renamed')
  })
  .post(urls.step(':id', 'close'), async (c) => {
    const { id, version, body } = await asked(c)
    const form = fill(closeForm, body)
    const { values } = form
    const again = { came: 'close', close: form } as const
    if (!values) return one(c, again, 422)
    const into = isId('dst', values.into) ? values.into : null
    const reason = await reasonIn(() => close(c.var.ctx, id, version, { last: values.last, into }))
    return reason ? one(c, { ...again, reason }, 422) : onward(c, 'closed')
  })
  .post(urls.step(':id', 'move'), async (c) => {
    const { id, body } = await asked(c)
    await move(c.var.ctx, id, body.to === 'up' ? 'up' : 'down')
    return onward(c, 'moved')
  })

/** What a form about one district brings; whoever may not keep the list is refused before it is looked for. */
async function asked(c: Here) {
  may(c.var.ctx, 'keep')
  const body = await c.req.parseBody()
  const id = c.req.param('id') ?? ''
  found((await districts(c.var.ctx.db)).find((known) => known.id === id))
  return { id, version: Number(body.version), body }
}

async function one(c: Here, came: Partial<DistrictProps> = {}, status: 200 | 422 = 200) {
  may(c.var.ctx, 'keep')
  const all = await districts(c.var.ctx.db)
  const district = found(all.find(({ id }) => id === c.req.param('id')))
  const { name, reading, en, ko } = district
  const known = { name, reading, en, ko }
  const props = {
    view: c.var.view,
    one: district,
    all,
    today: todayOf(c),
    correct: blank(nameForm, known),
    rename: blank(renameForm, known),
    close: blank(closeForm),
  }
  return c.html(<DistrictPage {...props} {...came} />, status)
}

const onward = (c: Here, done: string) =>
  c.redirect(at(c.var.view, `${urls.list}?done=${done}`), 303)

async function list(c: Here, shown: Partial<DistrictsProps>, status: 200 | 422 = 200) {
  const { ctx, view } = c.var
  const today = todayOf(c)
  const props = {
    view,
    all: await districts(ctx.db),
    today,
    mayKeep: permit(workflow, 'keep', standing(ctx.actor), nothing).ok,
    done: c.req.query('done') ?? null,
    form: blank(newForm, { from: today }),
  }
  return c.html(<DistrictsPage {...props} {...shown} />, status)
}

/** Why it was refused, where a form can say it; other refusals go on. */
async function reasonIn(act: () => Promise<unknown>): Promise<string | null> {
  try {
    await act()
    return null
  } catch (thrown) {
    if (!(thrown instanceof Refused) || thrown.refusal.kind !== 'refused') throw thrown
    if (!thrown.refusal.reason.startsWith('district-')) throw thrown
    return thrown.refusal.reason
  }
}
