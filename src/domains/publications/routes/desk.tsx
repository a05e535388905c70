import { type Context, Hono } from 'hono'
import type { Env } from '#design/env.ts'
import { at } from '#design/view.ts'
import { newsletterUrls } from '#domains/newsletters/index.ts'
import { publicPlans } from '#domains/plan/index.ts'
import { fiscalYearOf, localDate } from '#platform/calendar.ts'
import { type Body, blank, fill } from '#platform/form.ts'
import { found, Refused } from '#platform/result.ts'
import { nothing, offered, permit } from '#platform/workflow.ts'
import { announce } from '../actions/announce.ts'
import {
  approve,
  check,
  drop,
  type House,
  issueNow,
  pressOf,
  publish,
  schedule,
  sendBack,
  submit,
} from '../actions/publish.ts'
import { compose, correct, edit, may, retake } from '../actions/write.ts'
import { formOf, picture } from '../files.ts'
import { composeForm, contentForm } from '../forms.ts'
import { ComposePage, DeskListPage } from '../pages/desk.tsx'
import { DeskEditionPage } from '../pages/edition.tsx'
import { EditorPage } from '../pages/editor.tsx'
import { type Content, type Edition, forms, isPiece, mediaTypeOf } from '../publication.ts'
import { overlong } from '../rules/check.ts'
import { editionById, editions, keptForm } from '../store/editions.ts'
import { noticeOf } from '../store/notices.ts'
import { urls } from '../urls.ts'
import { standing, workflow } from '../workflow.ts'
import { contentIn, filledFrom, momentIn } from './words.ts'

type Here = Context<Env>

export function deskRoutes(house: House) {
  const bodyOf = (c: Here): Promise<Body> => c.req.parseBody({ all: true })
  const doneIn = (c: Here) => c.req.query('done') ?? null
  const onward = (c: Here, path: string, done: string) =>
    c.redirect(at(c.var.view, `${path}?done=${done}`), 303)
  const editionAt = async (c: Here): Promise<Edition> => {
    may(c.var.ctx, 'read')
    return found(await editionById(c.var.ctx.db, c.req.param('id') ?? ''))
  }
  const press = (c: Here) => pressOf(c.var.ctx.db, house)
  const picturesOf = (c: Here, { planId }: Edition) => house.pictures(c.var.ctx.db, planId)
  const years = async (c: Here) =>
    (await publicPlans(c.var.ctx.db)).map(({ fiscalYear }) => fiscalYear)

  interface Shown {
    readonly fault?: { readonly name: string; readonly reason: string }
    readonly typed?: Readonly<Record<string, string>>
  }
  async function show(c: Here, edition: Edition, shown: Shown = {}) {
    const { ctx, view } = c.var
    const old = edition.corrects ? await editionById(ctx.db, edition.corrects) : undefined
    const isOver = edition.state === 'published' || edition.state === 'dropped'
    const props = {
      view,
      edition,
      findings: isOver ? [] : await check(ctx, edition, house),
      offers: offered(workflow, standing(ctx.actor, edition), edition),
      isAuthor: edition.authors.includes(ctx.actor.id),
      notice: await noticeOf(ctx.db, edition.id),
      corrects: old?.state === 'published' ? old.number : null,
      done: doneIn(c),
      ...shown,
    }
    return c.html(<DeskEditionPage {...props} />, shown.fault ? 422 : 200)
  }

  /** A step of its life; what is refused comes back on the page, at its field. */
  async function step(
    c: Here,
    done: string,
    field: string,
    take: (edition: Edition, body: Body) => Promise<string | undefined>,
  ) {
    const edition = await editionAt(c)
    const body = await bodyOf(c)
    try {
      const next = await take(edition, body)
      return onward(c, urls.edition(next ?? edition.id), done)
    } catch (thrown) {
      if (!(thrown instanceof Refused) || thrown.refusal.kind !== 'refused') throw thrown
      const { reason } = thrown.refusal
      const typed = Object.fromEntries(
        ['reason', 'day', 'hour'].map((name) => [name, String(body[name] ?? '')]),
      )
      return show(c, edition, { fault: { name: field, reason }, typed })
    }
  }
  const plainStep = async (c: Here, done: string, take: (id: string) => Promise<void>) => {
    const { id } = await editionAt(c)
    await take(id)
    return onward(c, urls.edition(id), done)
  }
  const svg = async (c: Here, edition: Edition, content: Content) => {
    const issue = await issueNow(c.var.ctx.db, { ...edition, content }, c.var.ctx.now)
    const { bytes } = await picture(issue, await press(c))
    return c.body(new Uint8Array(bytes), 200, { 'content-type': 'image/svg+xml' })
  }

  return new Hono<Env>()
    .get(urls.desk, async (c) => {
      const { ctx, view } = c.var
      may(ctx, 'read')
      const mayCompose = permit(workflow, 'compose', standing(ctx.actor), nothing).ok
      const all = await editions(ctx.db, 200)
      return c.html(<DeskListPage {...{ view, editions: all, mayCompose, done: doneIn(c) }} />)
    })
    .get(urls.fresh, async (c) => {
      may(c.var.ctx, 'compose')
      const known = await years(c)
      // A plan of the year to come may be public already; there is nothing to tell of it yet.
      const now = fiscalYearOf(localDate(c.var.ctx.now))
      const year = known.find((one) => one <= now) ?? known[0]
      const form = blank(composeForm(known.map(String)), { year: String(year ?? '') })
      return c.html(<ComposePage view={c.var.view} form={form} years={known} />)
    })
    .post(urls.fresh, async (c) => {
      may(c.var.ctx, 'compose')
      const known = await years(c)
      const form = fill(composeForm(known.map(String)), await bodyOf(c))
      if (!form.values)
        return c.html(<ComposePage view={c.var.view} form={form} years={known} />, 422)
      return onward(c, urls.edit(await compose(c.var.ctx, Number(form.values.year))), 'composed')
    })
    .get(urls.edition(':id'), async (c) => show(c, await editionAt(c)))
    .get(urls.edit(':id'), async (c) => {
      const edition = await editionAt(c)
      const pictures = await picturesOf(c, edition)
      const form = filledFrom(edition.content, idsOf(pictures))
      const { version } = edition
      const own = { edition, form, version, pictures, long: new Map(), done: doneIn(c) }
      const props = { view: c.var.view, ...own }
      return c.html(<EditorPage {...props} />)
    })
    .post(urls.edit(':id'), async (c) => {
      const edition = await editionAt(c)
      const body = await bodyOf(c)
      const pictures = await picturesOf(c, edition)
      const form = fill(contentForm(idsOf(pictures)), body)
      const version = Number(body.version)
      const content = form.values && contentIn(form.values, pictures)
      const long = content ? overlong(content) : new Map<string, number>()
      if (!content || long.size > 0) {
        const props = { view: c.var.view, edition, form, version, pictures, long, done: null }
        return c.html(<EditorPage {...props} />, 422)
      }
      await edit(c.var.ctx, edition.id, version, content)
      const back = body.then === 'look' ? urls.edit(edition.id) : urls.edition(edition.id)
      return onward(c, back, 'saved')
    })
    .get(urls.preview(':id'), async (c) => {
      const edition = await editionAt(c)
      return svg(c, edition, edition.content)
    })
    .post(urls.preview(':id'), async (c) => {
      const edition = await editionAt(c)
      const pictures = await picturesOf(c, edition)
      const { values } = fill(contentForm(idsOf(pictures)), await bodyOf(c))
      // Half a form has no page yet: the last one stays.
      if (!values) return c.body(null, 422)
      return svg(c, edition, contentIn(values, pictures))
    })
    .get(urls.thumbnail(':id', ':picture'), async (c) => {
      const pictures = await picturesOf(c, await editionAt(c))
      const { smallKey } = found(pictures.find(({ id }) => id === c.req.param('picture')))
      const bytes = new Uint8Array(found(await house.read(smallKey)))
      return c.body(bytes, 200, { 'content-type': mediaTypeOf('picture.jpg') })
    })
    .get(urls.proof(':id', ':form'), async (c) => {
      const edition = await editionAt(c)
      const asked = c.req.param('form') ?? ''
      const form = found(isPiece(asked) ? asked : forms.find((one) => one === asked))
      const kept = await keptForm(c.var.ctx.db, edition.id, form)
      // Pieces are made when it is published, with everything else.
      if (isPiece(form)) return c.body(found(kept), 200, { 'content-type': mediaTypeOf(form) })
      const issue = await issueNow(c.var.ctx.db, edition, c.var.ctx.now)
      const bytes = kept ?? new Uint8Array(await formOf(form, issue, await press(c)))
      return c.body(bytes, 200, {
        'content-type': mediaTypeOf(form),
        'content-disposition': `${form.endsWith('.pdf') ? 'inline' : 'attachment'}; filename="${form}"`,
      })
    })
    .post(urls.step(':id', 'retake'), (c) => plainStep(c, 'retaken', (id) => retake(c.var.ctx, id)))
    .post(urls.step(':id', 'submit'), (c) =>
      step(c, 'submitted', 'looked', async ({ id }, { looked }) => {
        await submit(c.var.ctx, id, house, looked === 'yes')
        return undefined
      }),
    )
    .post(urls.step(':id', 'approve'), (c) =>
      step(c, 'approved', 'looked', async ({ id }, { looked }) => {
        await approve(c.var.ctx, id, house, looked === 'yes')
        return undefined
      }),
    )
    .post(urls.step(':id', 'back'), (c) =>
      step(c, 'back', 'reason', async ({ id }, body) => {
        await sendBack(c.var.ctx, id, reasonIn(body))
        return undefined
      }),
    )
    .post(urls.step(':id', 'schedule'), (c) =>
      step(c, 'scheduled', 'day', async ({ id }, body) => {
        await schedule(c.var.ctx, id, momentIn(String(body.day ?? ''), String(body.hour ?? '')))
        return undefined
      }),
    )
    .post(urls.step(':id', 'publish'), (c) =>
      plainStep(c, 'published', async (id) => publish(c.var.ctx, id, house)),
    )
    .post(urls.step(':id', 'correct'), (c) =>
      step(c, 'corrected', 'reason', ({ id }, body) => correct(c.var.ctx, id, reasonIn(body))),
    )
    .post(urls.announce(':id'), async (c) => {
      const { id } = await editionAt(c)
      return onward(c, newsletterUrls.one(await announce(c.var.ctx, id)), 'written')
    })
    .post(urls.step(':id', 'drop'), (c) => plainStep(c, 'dropped', (id) => drop(c.var.ctx, id)))
}

const idsOf = (pictures: readonly { readonly id: string }[]) => pictures.map(({ id }) => id)

const reasonIn = (body: Body) => String(body.reason ?? '').slice(0, 500)
