import { Hono } from 'hono'
import type { Env } from '#design/env.ts'
import { readCsv } from '#platform/csv.ts'
import { fill } from '#platform/form.ts'
import { found } from '#platform/result.ts'
import { siteProfile } from '#platform/site.ts'
import { Unreadable } from '#platform/spreadsheet.ts'
import { offered } from '#platform/workflow.ts'
import { readDay } from '#platform/written-day.ts'
import { type Person, readCheck, refuseCheck, renewCheck, revokeCheck } from '../actions/checks.ts'
import { mayVerify, noteOpening } from '../actions/counter.ts'
import { importRegister, makeSheet, printLetters } from '../actions/lists.ts'
import { letters, sheet } from '../files.ts'
import { reasonForm, sheetForm } from '../forms.ts'
import { CheckPage, ChecksPage } from '../pages/desk/checks.tsx'
import { type Check, nicknameOf, type ReadCheck } from '../resident.ts'
import * as store from '../store/checks.ts'
import { residentById } from '../store/people.ts'
import { urls } from '../urls.ts'
import { standing, workflow } from '../workflow.ts'
import { attempt, type C, onward } from './visit.ts'

interface Back {
  readonly raw?: Readonly<Record<string, string>>
  readonly faults?: Readonly<Record<string, string>>
  readonly reason?: string
  readonly badLine?: number
}

const attached = (name: string) => ({
  'content-type': 'application/pdf',
  'content-disposition': `attachment; filename="${name}.pdf"`,
  'cache-control': 'no-store',
})
const root = urls.deskDo('checks')

/** With what the person likes to be called: an id says nothing to anybody. */
const named =
  (c: C) =>
  async <K extends Check | ReadCheck>(check: K) => {
    const resident = await residentById(c.var.ctx.db, check.resident)
    return { ...check, nickname: resident ? nicknameOf(resident) : '' }
  }

async function checks(c: C, back: Back = {}) {
  const { ctx, view } = c.var
  const held = await store.register(ctx.db)
  const good = new URLSearchParams(view.query).get('done') ?? undefined
  const isBack =
    back.reason !== undefined || back.faults !== undefined || back.badLine !== undefined
  return c.html(
    <ChecksPage
      view={view}
      checks={await Promise.all((await store.pendingChecks(ctx.db)).map(named(c)))}
      sheets={await store.sheets(ctx.db)}
      raw={back.raw ?? {}}
      faults={back.faults ?? {}}
      {...(held && { register: { size: held.size, at: held.imported_at } })}
      reason={back.reason}
      {...(back.badLine !== undefined && { badLine: back.badLine })}
      good={good}
    />,
    isBack ? 422 : 200,
  )
}

async function one(c: C, back: Back = {}) {
  const { ctx, view } = c.var
  const check = readCheck(ctx, found(await store.checkById(ctx.db, c.req.param('id') ?? '')))
  const offers = offered(workflow, standing(ctx.actor, {}), check)
  const status = back.reason !== undefined || back.faults ? 422 : 200
  return c.html(
    <CheckPage
      view={view}
      check={check}
      nickname={(await named(c)(check)).nickname}
      offers={offers}
      raw={back.raw ?? {}}
      faults={back.faults ?? {}}
      reason={back.reason}
    />,
    status,
  )
}

/** 居住の確認 at the desk: letters, sheets, register, decisions. */
export const deskCheckRoutes = new Hono<Env>()
  .get(root, (c) => {
    mayVerify(c.var.ctx)
    return checks(c)
  })
  .post(`${root}/letters.pdf`, async (c) => {
    const { ctx } = c.var
    mayVerify(ctx)
    const tried = await attempt(() =>
      printLetters(
        ctx,
        async (tx, owner) =>
          (await noteOpening(tx, ctx, owner, 'letter', '居住の確認の手紙', ['letter'])).fact,
      ),
    )
    if ('reason' in tried) return checks(c, tried)
    const bytes = await letters({ site: await siteProfile(ctx.db), now: ctx.now }, tried.value)
    return c.body(Uint8Array.from(bytes), 200, attached('letters'))
  })
  .post(`${root}/sheet.pdf`, async (c) => {
    const { ctx } = c.var
    mayVerify(ctx)
    const form = fill(sheetForm, await c.req.parseBody())
    const { values, raw } = form
    if (!values?.count)
      return checks(c, {
        raw,
        faults: { ...form.faults, ...(!raw.count && { count: 'required' }) },
      })
    const { codes, expiresOn } = await makeSheet(ctx, values.title, values.count)
    const bytes = await sheet(
      { site: await siteProfile(ctx.db), now: ctx.now },
      values.title,
      codes,
      expiresOn,
    )
    return c.body(Uint8Array.from(bytes), 200, attached('codes'))
  })
  .post(`${root}/register`, async (c) => {
    const { ctx } = c.var
    mayVerify(ctx)
    const { file } = await c.req.parseBody()
    if (!(file instanceof File) || file.size === 0)
      return checks(c, { faults: { file: 'required' } })
    const people: Person[] = []
    const rows = rowsIn(new Uint8Array(await file.arrayBuffer()))
    if (!rows) return checks(c, { badLine: 1 })
    for (const { line, cells } of rows) {
      const [name = '', born = '', address = ''] = cells.map((cell) => cell.trim())
      const day = readDay(born)
      if (day && name && address) people.push({ name, born: day, address })
      // The first line may be the names of the columns.
      else if (line > 1) return checks(c, { badLine: line })
    }
    const tried = await attempt(() => importRegister(ctx, people))
    return 'reason' in tried ? checks(c, tried) : onward(c, `${root}?done=imported`)
  })
  .get(`${root}/:id`, (c) => {
    mayVerify(c.var.ctx)
    return one(c)
  })
  .post(`${root}/:id/:what{(?:refuse|revoke)}`, async (c) => {
    const { ctx } = c.var
    mayVerify(ctx)
    const form = fill(reasonForm, await c.req.parseBody())
    if (!form.values) return one(c, form)
    const what = c.req.param('what')
    await (what === 'refuse' ? refuseCheck : revokeCheck)(
      ctx,
      c.req.param('id'),
      form.values.reason,
    )
    return onward(c, `${root}?done=${what === 'refuse' ? 'refused' : 'revoked'}`)
  })
  .post(`${root}/:id/renew`, async (c) => {
    const { ctx } = c.var
    mayVerify(ctx)
    const tried = await attempt(() => renewCheck(ctx, c.req.param('id')))
    return 'reason' in tried ? one(c, tried) : onward(c, `${root}?done=renewed`)
  })

/** Undefined where the file is no table at all. */
function rowsIn(bytes: Uint8Array) {
  try {
    return readCsv(bytes).rows
  } catch (thrown) {
    if (thrown instanceof Unreadable) return undefined
    throw thrown
  }
}
