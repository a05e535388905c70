import { post } from '#domains/notices/index.ts'
import { type PlanItem, say } from '#domains/plan/index.ts'
import type { Ctx } from '#platform/context.ts'
import type { Writer } from '#platform/database.ts'
import { hashOf, newToken } from '#platform/token.ts'
import type { ProgressGroup, Why } from '../group.ts'
import { groupRequest } from '../group-kinds.ts'
import { urls } from '../group-urls.ts'
import type { Report, Round } from '../progress.ts'
import { linkUntil } from '../rules/groups.ts'
import { insertLink } from '../store/groups.ts'

/** What a report is told about with. */
export interface Told {
  readonly report: Report
  readonly round: Round
  readonly item: PlanItem
}

/** An item by code and name, in each language, in Japanese where nobody has translated it. */
export const titlesOf = (item: PlanItem) => {
  const of = (locale: 'ja' | 'easy' | 'en' | 'ko') =>
    `${item.code} ${say(item, 'title', locale).text}`
  return { ja: of('ja'), easy: of('easy'), en: of('en'), ko: of('ko') }
}

/** A further link to a report: 256 bits, of which only the hash is kept. Whoever makes it says it once. */
export async function issueLink(
  tx: Writer,
  ctx: Ctx,
  { report, round }: Told,
  until = linkUntil(round),
): Promise<string> {
  const token = newToken()
  await insertLink(tx, { hash: hashOf(token), reportId: report.id, until, endedAt: null }, ctx.now)
  return token
}

/** A mail with a link of its own, if the group has an address. Answers whether it has. */
export async function writeToGroup(
  tx: Writer,
  ctx: Ctx,
  told: Told,
  group: ProgressGroup,
  how: { readonly why: Why; readonly reason?: string; readonly key: string },
): Promise<boolean> {
  if (!group.sealed) return false
  const { why, reason = '', key } = how
  const token = await issueLink(tx, ctx, told)
  const { dueOn: due } = told.round
  await post(tx, ctx, groupRequest, {
    to: [group.id],
    thing: told.report.id,
    path: urls.door,
    said: { why, titles: titlesOf(told.item), due, until: linkUntil(told.round), reason, token },
    key,
  })
  return true
}
