import { draftNewsletter } from '#domains/newsletters/index.ts'
import type { Ctx } from '#platform/context.ts'
import { accept, found, no } from '#platform/result.ts'
import { noticeFor } from '../files.ts'
import * as store from '../store/editions.ts'
import { keepNotice, noticeOf } from '../store/notices.ts'
import { urls } from '../urls.ts'
import { workflow } from '../workflow.ts'
import { held, may } from './write.ts'

/**
 * ニュースレターでお知らせする: a draft in four languages that tells of a published edition. Once for each; it
 * is read, approved and sent by people like every other issue.
 */
export async function announce(ctx: Ctx, id: string): Promise<string> {
  may(ctx, 'read')
  return ctx.record(async (tx) => {
    const edition = await held(tx, ctx, id, 'announce')
    const published = found(edition.state === 'published' ? edition : undefined)
    const old = edition.corrects ? await store.editionById(tx, edition.corrects) : undefined
    if (await noticeOf(tx, id)) accept(no({ kind: 'refused', reason: 'notice-drafted' }))
    const content = noticeFor(
      published,
      old?.state === 'published' ? old.number : null,
      urls.one(edition.id),
    )
    const [issue, written] = await draftNewsletter(tx, ctx, content)
    await keepNotice(tx, edition.id, issue, { actor: ctx.actor.id, at: ctx.now })
    const { basis } = workflow.announce
    const detail = { issue }
    return [issue, { fact: 'publications.announced', subject: id, basis, detail }, written]
  })
}
