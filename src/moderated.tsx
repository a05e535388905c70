import { moderationUrls, type Registry } from '#domains/moderation/index.ts'
import { happened, toldAuthor, writtenAuthor } from '#domains/moderation/messages/told.ts'
import { ownCases, takeAppeal } from '#domains/moderation/routes/own.tsx'
import { post, type RecipientId } from '#domains/notices/index.ts'
import { moderatedReports, tellGroupDecided } from '#domains/progress/index.ts'
import type { LookedAfter } from '#domains/progress/routes/group.tsx'
import { receiptById } from '#domains/residents/index.ts'
import type { JoinedAct } from '#domains/residents/routes.tsx'
import { moderatedOpinions, moderatedPoints } from '#domains/voices/index.ts'
import { localDate } from '#platform/calendar.ts'
import { isId } from '#platform/id.ts'

/**
 * Whoever wrote it is told in the same transaction: by mail with the city's reason, by letter with the way to it. Who
 * left no address reads it with number and phrase, or hears it by telephone. A group is told by its link.
 */
const say: Registry['say'] = async (tx, ctx, said) => {
  const { author, caseId, action, reason } = said
  if (isId('pgr', author)) return tellGroupDecided(tx, ctx, said)
  const receipt = isId('rcp', author) ? (await receiptById(tx, author))?.receipt : undefined
  const path = receipt ? '/r' : (moderationUrls.appeal(caseId) as `/${string}`)
  const to = [author as RecipientId]
  const key = `moderation.told:${caseId}:${action}:${+ctx.now}`
  const plain = happened(said, localDate(ctx.now))
  if (receipt?.reach === 'letter')
    await post(tx, ctx, writtenAuthor, { to, thing: caseId, path, said: plain, key })
  else if (!receipt || receipt.reach === 'mail')
    await post(tx, ctx, toldAuthor, { to, thing: caseId, path, said: { ...plain, reason }, key })
}

/** What residents write and everybody can read: looked after by one desk and one set of rules. */
export const moderated: Registry = {
  kinds: [moderatedPoints, moderatedOpinions, moderatedReports],
  say,
}

/** A receipt on whose page its holder reads what was decided of their words, and appeals. */
export function withAppeals(registry: Registry, act: JoinedAct, kind: Registry['kinds'][number]) {
  const joined: JoinedAct = {
    ...act,
    story: async (c, receipt, told) => (
      <>
        {await ownCases(c, kind, receipt.id, told)}
        {await act.story?.(c, receipt, told)}
      </>
    ),
    deeds: { ...act.deeds, [moderationUrls.ownAppeal]: takeAppeal(registry, kind) },
  }
  return joined
}

/** The page of a group's link, on which it reads what was decided of its report, and appeals. */
export const groupAppeals = (registry: Registry): LookedAfter => ({
  story: (c, report, told) => ownCases(c, moderatedReports, report, told),
  place: moderationUrls.ownAppeal,
  appeal: takeAppeal(registry, moderatedReports),
})
