import type { Due, Dues } from '#domains/notices/index.ts'
import { eraFiscalYear, latinFiscalYear, localDate } from '#platform/calendar.ts'
import { permit } from '#platform/workflow.ts'
import { plans } from './store/plans.ts'
import { amendments } from './store/threads.ts'
import { urls } from './urls.ts'
import { standing, workflow } from './workflow.ts'

/** 決裁を待つもの: a plan before the council and changes of a published one, for whoever may decide them. */
export const dues: Dues = async (db, actor) => {
  const found: Due[] = []
  for (const plan of await plans(db)) {
    const stands = standing(actor, plan)
    const year = { ja: eraFiscalYear(plan.fiscalYear), en: latinFiscalYear(plan.fiscalYear) }
    if (permit(workflow, 'decide', stands, plan).ok)
      found.push({
        kind: 'decision',
        title: { ja: `${year.ja}の計画の決裁`, en: `Decide on the plan of ${year.en}` },
        path: urls.deskPath(plan.fiscalYear, 'steps/decide'),
        on: null,
      })
    if (!permit(workflow, 'approveAmendment', stands, plan).ok) continue
    const open = (await amendments(db, plan.id)).filter(
      (one) => one.approvedOn === null && !one.withdrawn && one.proposedBy !== actor.id,
    )
    found.push(
      ...open.map(
        (one): Due => ({
          kind: 'decision',
          title: {
            ja: `${year.ja}の計画の変更の決裁`,
            en: `Approve a change of the plan of ${year.en}`,
          },
          path: `${urls.deskPath(plan.fiscalYear, 'amendments')}#${one.id}`,
          on: localDate(one.proposedAt),
        }),
      ),
    )
  }
  return found
}
