import { evaluate, type MayEvaluate, type PlanId } from '#domains/plan/index.ts'
import { localDate } from '#platform/calendar.ts'
import type { Ctx } from '#platform/context.ts'
import { missingFor } from '../store/missing.ts'

const whatLacks: MayEvaluate = async (db, plan, now) =>
  (await missingFor(db, plan, localDate(now))).map(({ kind, code }) => ({
    text: kind,
    code,
    path: null,
  }))

/** Closes the year of a plan, by whichever door: refused while an indicator is blank or a remark unanswered. */
export const evaluatePlan = (ctx: Ctx, id: PlanId) => evaluate(ctx, id, whatLacks)
