import { Hono } from 'hono'
import type { Env } from '#design/env.ts'
import type { Reader } from '#platform/database.ts'
import { found } from '#platform/result.ts'
import { siteProfile } from '#platform/site.ts'
import { documentOf } from '../files.ts'
import { feed } from '../pages/feed.ts'
import { EditionPage, PublicListPage } from '../pages/public.tsx'
import { forms, isPiece, mediaTypeOf, type Published } from '../publication.ts'
import { issueOf } from '../rules/record.ts'
import {
  correctionOf,
  editionById,
  formsOf,
  keptForm,
  publishedEditions,
} from '../store/editions.ts'
import { urls } from '../urls.ts'

/** To everybody: what is not published is not there. */
async function published(db: Reader, id: string): Promise<Published> {
  const edition = await editionById(db, id)
  return found(edition?.state === 'published' ? edition : undefined)
}

export const publicRoutes = new Hono<Env>()
  .get(urls.list, async (c) =>
    c.html(<PublicListPage view={c.var.view} editions={await publishedEditions(c.var.ctx.db)} />),
  )
  .get(urls.feed, async (c) => {
    const { db } = c.var.ctx
    const { licence } = await siteProfile(db)
    const newest = (await publishedEditions(db)).slice(0, 20)
    return c.body(feed(c.var.view, newest, licence), 200, {
      'content-type': 'application/atom+xml; charset=utf-8',
    })
  })
  .get(urls.one(':id'), async (c) => {
    const { view, ctx } = c.var
    const edition = await published(ctx.db, c.req.param('id') ?? '')
    const site = await siteProfile(ctx.db)
    const before = edition.corrects ? await editionById(ctx.db, edition.corrects) : undefined
    const old = before?.state === 'published' ? before : undefined
    const own = { number: edition.number, at: edition.publishedAt }
    const document = documentOf(issueOf(edition, own, old?.number), { site, origin: view.origin })
    const kept = await formsOf(ctx.db, edition.id)
    const props = {
      view,
      edition,
      document,
      old,
      correction: await correctionOf(ctx.db, edition.id),
      forms: forms.flatMap((form) =>
        kept.flatMap((one) => (one.form === form ? [{ form, size: one.size }] : [])),
      ),
      licence: site.licence,
    }
    return c.html(<EditionPage {...props} />)
  })
  .get(urls.form(':id', ':form'), async (c) => {
    const { id } = await published(c.var.ctx.db, c.req.param('id') ?? '')
    const asked = c.req.param('form') ?? ''
    const form = found(
      isPiece(asked) ? asked : forms.find((one) => one === asked && one !== 'press.pdf'),
    )
    const bytes = found(await keptForm(c.var.ctx.db, id, form))
    return c.body(bytes, 200, {
      'content-type': mediaTypeOf(form),
      'content-disposition': `${/\.(pdf|png|jpg)$/.test(form) ? 'inline' : 'attachment'}; filename="${form}"`,
    })
  })
