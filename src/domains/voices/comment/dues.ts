import type { Due, Dues } from '#domains/notices/index.ts'
import { type Actor, holds, holdsSomewhere } from '#platform/actor.ts'
import type { CommentCase } from './case.ts'
import { allCases } from './store/cases.ts'
import { urls } from './urls.ts'

/** 意見募集: results to write, and results to approve. */
export const dues: Dues = async (db, actor) => {
  if (!holdsSomewhere(actor, 'voices.section') && !holdsSomewhere(actor, 'voices.head')) return []
  return (await allCases(db)).flatMap((one) => dueOf(actor, one))
}

function dueOf(actor: Actor, one: CommentCase): readonly Due[] {
  const { title, section } = one
  const line = (kind: Due['kind'], ja: string, en: string): readonly Due[] => [
    {
      kind,
      title: { ja: `${ja}「${title}」`, en: `${en}: ${title}` },
      path: urls.work(one.id),
      on: null,
    },
  ]
  const isMine = (permission: 'voices.section' | 'voices.head') =>
    holds(actor, permission, { sections: [section] })
  if (one.state === 'closed' && isMine('voices.section'))
    return line('due', '意見募集の結果をまとめる', 'Write the result of public comment')
  if (one.state === 'result-submitted' && one.submittedBy !== actor.id && isMine('voices.head'))
    return line('decision', '決裁を待つ意見募集の結果', 'Result of public comment to approve')
  return []
}
