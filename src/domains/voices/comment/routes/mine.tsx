import type { Context } from 'hono'
import type { Env } from '#design/env.ts'
import type { Child } from '#design/page.tsx'
import type { Receipt, Status, Tongue } from '#domains/residents/index.ts'
import type { Reader } from '#platform/database.ts'
import { found } from '#platform/result.ts'
import { originalOf } from '../actions/sender.ts'
import { hasResult } from '../case.ts'
import { commentAct } from '../comment.ts'
import { publicWords } from '../messages/public.ts'
import { Story } from '../pages/mine.tsx'
import { caseById } from '../store/cases.ts'
import { commentOfReceipt } from '../store/comments.ts'
import { publicResultOf } from '../store/result.ts'
import { urls } from '../urls.ts'

type Here = Context<Env>

/** Where a comment stands: on its receipt, and at the counter by telephone. */
async function status(db: Reader, receipt: Receipt, locale: Tongue): Promise<Status> {
  const { title, received, answered, link } = publicWords[locale].mine
  const comment = await commentOfReceipt(db, receipt.id)
  const one = comment && (await caseById(db, comment.caseId))
  if (!one) return { title, text: '', done: receipt.endedAt !== null }
  if (!hasResult(one)) return { title, text: received(one.title), done: false }
  const path = urls.result(one.number)
  return { title, text: answered(one.title), done: true, link: { path, text: link } }
}

async function story(c: Here, receipt: Receipt): Promise<Child> {
  const { ctx, view } = c.var
  const comment = await commentOfReceipt(ctx.db, receipt.id)
  if (!comment) return null
  const one = found(await caseById(ctx.db, comment.caseId))
  const rows = hasResult(one) ? (await publicResultOf(ctx.db, one, comment.id)).rows : []
  return (
    <Story
      view={view}
      comment={comment}
      original={await originalOf(ctx, comment.id)}
      rows={rows.filter(({ opinion }) => opinion.comment === comment.id)}
    />
  )
}

/** The receipt's kind as the shell joins it to the receipts of residents. */
export const followedComment = {
  ...commentAct,
  title: {
    ja: publicWords.ja.mine.title,
    easy: publicWords.easy.mine.title,
    en: publicWords.en.mine.title,
    ko: publicWords.ko.mine.title,
  },
  status,
  story,
}
