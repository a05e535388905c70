import { Hono } from 'hono'
import type { Env } from '#design/env.ts'
import { blank, type Fields, type Filled, fill } from '#platform/form.ts'
import { isId } from '#platform/id.ts'
import { accept, found, Refused } from '#platform/result.ts'
import { siteProfile } from '#platform/site.ts'
import { permit } from '#platform/workflow.ts'
import * as actions from '../actions/duties.ts'
import { sectionOn, sectionsOn } from '../actions/sections.ts'
import { inventoryFile } from '../files.ts'
import {
  blankInventory,
  dutyForm,
  excuseForm,
  inventoryForm,
  noteNeeded,
  rowsFrom,
} from '../forms.ts'
import { inventoryLimit } from '../liaison.ts'
import { deskWords } from '../messages/desk.ts'
import { DutyPage, type DutyProps, MinePage } from '../pages/duty.tsx'
import { InventoriesPage, InventoryPage } from '../pages/inventory.tsx'
import { serves } from '../rules/year.ts'
import { appointmentsOf } from '../store/appointments.ts'
import { inventories, taskById, tasks } from '../store/tasks.ts'
import { urls } from '../urls.ts'
import { standing, workflow } from '../workflow.ts'
import {
  attempt,
  bodyOf,
  type DeskContext,
  deskOf,
  mustRead,
  namer,
  offers,
  onward,
  send,
  yearIn,
} from './lookup.ts'

const inventoryPath = '/sections/:id/inventory/:year{[0-9]{4}}'
/** Lines to spare under what stands there already. */
const spare = 3

/** /desk/liaisons: what a liaison does through the year. */
export const dutyRoutes = new Hono<Env>()
  .get('/mine', async (c) => {
    const desk = deskOf(c)
    const { db, actor } = c.var.ctx
    const held = (await appointmentsOf(db, actor.id)).filter((a) => serves(a, desk.today))
    const sections = await Promise.all(
      held.map(async ({ department, fiscalYear: year }) => ({
        section: await sectionOn(db, department, desk.today),
        year,
        tasks: await tasks(db, year, department),
      })),
    )
    return c.html(<MinePage {...desk} sections={sections} />)
  })
  .get('/duties/:id', (c) => show(c))
  .post('/duties/:id', async (c) => {
    const { task, section } = await taskAt(c)
    accept(permit(workflow, 'record', standing(c.var.ctx.actor, section), task))
    const w = deskWords(c.var.view)
    const body = await bodyOf(c)
    const form = fill(
      task.proof === 'note' || task.proof === 'handover' ? noteNeeded : dutyForm,
      body,
    )
    const { values } = form
    if (!values) return show(c, { form })
    const file = body.file instanceof File && body.file.size > 0 ? body.file : null
    const faults: DutyProps['faults'] = {
      ...(task.proof === 'count' && values.count === null && { count: w.needOne }),
      ...(task.proof === 'link' && !isLink(values.link) && { link: w.badLink }),
      ...(task.proof === 'file' && !file && !task.file && { file: w.needOne }),
    }
    if (Object.keys(faults).length) return show(c, { form, faults })
    const key = file && (await c.var.files.put(new Uint8Array(await file.arrayBuffer())))
    const shown = { ...values, file: key && file ? { key, name: file.name } : null }
    await actions.record(c.var.ctx, task.id, shown)
    return onward(c, urls.mine, 'done')
  })
  .get('/duties/:id/file', async (c) => {
    const { file } = (await taskAt(c)).task
    const bytes = found(file ? await c.var.files.get(file.key) : undefined)
    return send(c, { bytes, type: 'application/octet-stream', name: file?.name ?? 'file' })
  })
  .post('/duties/:id/excuse', async (c) => {
    const { task, section } = await taskAt(c)
    accept(permit(workflow, 'excuse', standing(c.var.ctx.actor, section), task))
    const form = fill(excuseForm, await bodyOf(c))
    if (!form.values) return show(c, { excusing: form })
    await actions.excuse(c.var.ctx, task.id, form.values.reason)
    return onward(c, urls.section(section.id), 'excused')
  })
  .post('/duties/:id/reopen', async (c) => {
    const { task, section } = await taskAt(c)
    await actions.reopen(c.var.ctx, task.id)
    return onward(c, urls.section(section.id), 'reopened')
  })
  .get('/inventories', async (c) => {
    const desk = deskOf(c)
    const { year } = await yearIn(c)
    const list = await readableInventories(c, year)
    const nameOf = await namer(
      c,
      list.map(({ inventory }) => inventory.savedBy),
    )
    return c.html(<InventoriesPage {...desk} year={year} list={list} nameOf={nameOf} />)
  })
  .get('/:file{inventories-[0-9]{4}\\.(xlsx|csv)}', async (c) => {
    deskOf(c)
    const [, year = '', format] =
      /^inventories-(\d{4})\.(xlsx|csv)$/.exec(c.req.param('file')) ?? []
    const list = await readableInventories(c, Number(year))
    const { name } = await siteProfile(c.var.ctx.db)
    const by = { author: name.ja, now: c.var.ctx.now }
    return send(c, await inventoryFile(list, Number(year), format === 'csv' ? 'csv' : 'xlsx', by))
  })
  .get(inventoryPath, async (c) => {
    const { id, year } = c.req.param()
    const at = await inventoryAt(c, id, Number(year))
    const last = at.own ? null : (await inventories(c.var.ctx.db, Number(year) - 1, id))[0]
    const rows = at.own?.rows ?? last?.rows ?? []
    const lines = Math.min(rows.length + spare, inventoryLimit)
    const form = blankInventory(rows, lines)
    return page(c, id, Number(year), { form, lines, copied: last ? Number(year) - 1 : null })
  })
  .post(inventoryPath, async (c) => {
    const { id, year } = c.req.param()
    const { task, section } = await inventoryAt(c, id, Number(year))
    accept(permit(workflow, 'saveInventory', standing(c.var.ctx.actor, section), task))
    const body = await bodyOf(c)
    const sent = Math.min(Math.max(Number(body.lines) || 0, 0), inventoryLimit)
    const form = fill(inventoryForm(sent), body)
    const more = body.onward === 'more'
    const version = Number(body.version) || 0
    if (more || !form.values) {
      const lines = more ? Math.min(sent + 5, inventoryLimit) : sent
      const grown = more ? blank(inventoryForm(lines), form.raw) : form
      return page(c, id, Number(year), { form: grown, lines, version }, more ? 200 : 422)
    }
    const handIn = body.onward !== 'keep'
    const rows = rowsFrom(form.values, sent)
    const of = { department: id, fiscalYear: Number(year), version }
    const saved = await attempt(() => actions.saveInventory(c.var.ctx, of, rows, handIn))
    if ('refusal' in saved)
      return page(c, id, Number(year), { form, lines: sent, version, empty: true }, 422)
    return onward(
      c,
      handIn ? urls.mine : urls.inventory(id, Number(year)),
      handIn ? 'done' : 'saved',
    )
  })

/** A link that a browser follows to the web and nowhere else. */
const isLink = (text: string) => URL.canParse(text) && /^https?:$/.test(new URL(text).protocol)

async function taskAt(c: DeskContext) {
  const desk = deskOf(c)
  const id = c.req.param('id') ?? ''
  const task = found(isId('ltk', id) ? await taskById(c.var.ctx.db, id) : undefined)
  const section = await sectionOn(c.var.ctx.db, task.department, desk.today)
  mustRead(c, section)
  return { desk, task, section }
}

async function show(
  c: DeskContext,
  typed?: Partial<Pick<DutyProps, 'form' | 'excusing' | 'faults'>>,
) {
  const { desk, task, section } = await taskAt(c)
  const { note, count, link } = task
  return c.html(
    <DutyPage
      {...desk}
      task={task}
      section={section}
      offers={offers(c, task, section)}
      nameOf={await namer(c, [task.owner, task.doneBy])}
      form={blank(dutyForm, { note, count, link })}
      excusing={blank(excuseForm)}
      faults={{}}
      {...typed}
    />,
    typed ? 422 : 200,
  )
}

/** The sections of today whose inventories this person may read. */
async function readableInventories(c: DeskContext, year: number) {
  const { db, actor } = c.var.ctx
  const all = await inventories(db, year)
  const sections = await sectionsOn(db, deskOf(c).today)
  return sections.flatMap((section) => {
    const inventory = all.find((one) => one.department === section.id)
    const may = permit(workflow, 'readYear', standing(actor, section), { state: 'nothing' }).ok
    return inventory && may ? [{ section, inventory }] : []
  })
}

async function inventoryAt(c: DeskContext, id: string, year: number) {
  const desk = deskOf(c)
  const section = await sectionOn(c.var.ctx.db, id, desk.today)
  mustRead(c, section)
  const list = await tasks(c.var.ctx.db, year, id)
  const task = list.find((t) => t.proof === 'inventory')
  if (!task) throw new Refused({ kind: 'not-found' })
  const [own] = await inventories(c.var.ctx.db, year, id)
  return { desk, section, task, own }
}

async function page(
  c: DeskContext,
  id: string,
  year: number,
  shown: {
    readonly form: Filled<Fields>
    readonly lines: number
    readonly version?: number
    readonly copied?: number | null
    readonly empty?: boolean
  },
  status: 200 | 422 = 200,
) {
  const { desk, section, task, own } = await inventoryAt(c, id, year)
  return c.html(
    <InventoryPage
      {...desk}
      section={section}
      year={year}
      version={own?.version ?? 0}
      copied={null}
      empty={false}
      mayWrite={offers(c, task, section).has('saveInventory')}
      {...shown}
    />,
    status,
  )
}
