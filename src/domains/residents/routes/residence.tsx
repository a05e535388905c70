import { Hono } from 'hono'
import type { Env } from '#design/env.ts'
import { type Body, fill } from '#platform/form.ts'
import { accept, found, no } from '#platform/result.ts'
import { self } from '../actions/account.ts'
import {
  askByLetter,
  enterLetterCode,
  enterPaperCode,
  matchRegister,
  readCheck,
  withdrawCheck,
} from '../actions/checks.ts'
import { addressForm, codeForm, paperForm, registerForm } from '../forms.ts'
import { messages } from '../messages/public.ts'
import { type AskedWay, ResidencePage, WayPage, ways } from '../pages/residence.tsx'
import { checkOf } from '../store/checks.ts'
import { urls } from '../urls.ts'
import { attempt, type Back, type C, type Given, isOver, onward, statusOf } from './visit.ts'

/** 居住の確認, by the person. */
export function residenceRoutes(given: Given) {
  const trying = given.limiter('resident.residence', { points: 10, seconds: 60 * 60 })
  const page = async (c: C, back: Back = {}) => {
    const { ctx, view } = c.var
    const { id } = await self(ctx)
    const check = await checkOf(ctx.db, id)
    const good = view.query.includes('done=') ? messages[view.locale].check.done : undefined
    return c.html(
      <ResidencePage
        view={view}
        check={check && readCheck(ctx, check)}
        raw={back.raw ?? {}}
        faults={back.faults ?? {}}
        reason={back.reason}
        good={good}
      />,
      statusOf(back),
    )
  }
  const wayPage = (c: C, way: AskedWay, back: Back = {}) => {
    return c.html(
      <WayPage
        view={c.var.view}
        way={way}
        raw={back.raw ?? {}}
        faults={back.faults ?? {}}
        reason={back.reason}
      />,
      statusOf(back),
    )
  }
  const wayOf = (c: C): AskedWay =>
    ways.find((one) => one === c.req.param('way')) ?? accept(no({ kind: 'not-found' }))
  const root = urls.meDo('residence')

  return new Hono<Env>()
    .get(root, (c) => page(c))
    .post(`${root}/code`, async (c) => {
      const { id } = await self(c.var.ctx)
      const form = fill(codeForm, await c.req.parseBody())
      if (form.faults.code) return page(c, form)
      if (await isOver([[trying, id]])) return page(c, { reason: 'too-many' })
      const tried = await attempt(() => enterLetterCode(c.var.ctx, form.raw.code))
      return 'reason' in tried ? page(c, tried) : onward(c, `${root}?done=1`)
    })
    .post(`${root}/withdraw`, async (c) => {
      const { ctx } = c.var
      const { id } = await self(ctx)
      await withdrawCheck(ctx, found(await checkOf(ctx.db, id)).id)
      return onward(c, root)
    })
    .get(`${root}/:way`, async (c) => {
      await self(c.var.ctx)
      return wayPage(c, wayOf(c))
    })
    .post(`${root}/:way`, async (c) => {
      const { id } = await self(c.var.ctx)
      const way = wayOf(c)
      const body = await c.req.parseBody()
      if (await isOver([[trying, id]])) return wayPage(c, way, { reason: 'too-many' })
      const asked = ask(c, way, body)
      if ('faults' in asked) return wayPage(c, way, asked)
      const tried = await attempt(asked.go)
      // The paper code is not sent back; the rest is.
      return 'reason' in tried
        ? wayPage(c, way, { raw: asked.raw, ...tried })
        : onward(c, way === 'letter' ? root : `${root}?done=1`)
    })
}

/** What is to be done with a form that has no fault. */
function ask(c: C, way: AskedWay, body: Body) {
  const { ctx } = c.var
  if (way === 'paper') {
    const form = fill(paperForm, body)
    const { values, raw } = form
    if (!values) return form
    const person = { name: values.name, born: values.born }
    return { raw: { ...raw, code: '' }, go: () => enterPaperCode(ctx, values.code, person) }
  }
  const form = way === 'letter' ? fill(addressForm, body) : fill(registerForm, body)
  const { values } = form
  const raw: Readonly<Record<string, string>> = form.raw
  const postcode = (raw.postcode ?? '').normalize('NFKC').replace(/\D/g, '')
  const isCode = way !== 'letter' || /^\d{7}$/.test(postcode)
  if (!values || !isCode)
    return {
      raw,
      faults: {
        ...form.faults,
        ...(!isCode && { postcode: 'bad-postcode' }),
      },
    }
  const person = { name: values.name, born: values.born, address: values.address }
  return {
    raw,
    go: () =>
      way === 'letter' ? askByLetter(ctx, { ...person, postcode }) : matchRegister(ctx, person),
  }
}
