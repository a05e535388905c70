import { itemById, type PlanItem } from '#domains/plan/index.ts'
import type { Ctx } from '#platform/context.ts'
import type { Reader } from '#platform/database.ts'
import { newId } from '#platform/id.ts'
import { accept, found, no } from '#platform/result.ts'
import { nothing, permit } from '#platform/workflow.ts'
import type { Explanation } from '../progress.ts'
import { insertExplanation } from '../store/explanations.ts'
import { reports } from '../store/reports.ts'
import { standing, workflow } from '../workflow.ts'

/** The section's word beside an alarm. The alarm stays until what it rests on has changed. */
export async function explain(
  ctx: Ctx,
  said: Pick<Explanation, 'itemId' | 'alarm' | 'text' | 'untilOn'>,
): Promise<Explanation> {
  if (!said.text.trim()) accept(no({ kind: 'refused', reason: 'text-needed', place: 'text' }))
  return ctx.record(async (tx) => {
    const item = found(await itemById(tx, said.itemId))
    accept(
      permit(
        workflow,
        'explain',
        standing(ctx.actor, { sections: await answeringFor(tx, item) }),
        nothing,
      ),
    )
    const whole: Explanation = {
      ...said,
      text: said.text.trim(),
      id: newId('exp'),
      saidBy: ctx.actor.id,
      saidAt: ctx.now,
    }
    await insertExplanation(tx, whole)
    const { basis } = workflow.explain
    const detail = { alarm: said.alarm }
    return [whole, { fact: 'progress.explained', subject: said.itemId, basis, detail }]
  })
}

/** Who answers for an item: the departments that the plan names, and the sections that were ever asked. */
export async function answeringFor(db: Reader, item: PlanItem): Promise<readonly string[]> {
  const asked = (await reports(db, { items: [item.id] })).filter(({ side }) => side === 'city')
  return [...new Set([...item.departments, ...asked.map((one) => one.asked)])]
}
