import type { Context } from 'hono'
import type { Env } from '#design/env.ts'
import type { Child } from '#design/page.tsx'
import { localDate } from '#platform/calendar.ts'
import { type Body, fill } from '#platform/form.ts'
import { found, Refused } from '#platform/result.ts'
import { permit } from '#platform/workflow.ts'
import { appeal } from '../actions/decide.ts'
import { ownAppeal } from '../actions/open.ts'
import type { Moderatable, Registry } from '../actions/registry.ts'
import type { Case } from '../case.ts'
import { ownAppealForm } from '../forms.ts'
import { messages } from '../messages/public.ts'
import { type OwnCase, OwnCases } from '../pages/own.tsx'
import { casesOf } from '../store/cases.ts'
import { decisionsOf } from '../store/decisions.ts'
import { openingsOf } from '../store/openings.ts'
import { workflow } from '../workflow.ts'

type Here = Context<Env>
type Typed = Readonly<Record<string, string>>

/** How the page of the receipt comes back. */
interface Told {
  readonly base: string
  readonly raw?: Typed
  readonly faults?: Typed
}

/** Whoever shows number and phrase of a receipt is the author of what came with it, account or not. */
const author = new Set(['anyone', 'author'] as const)

async function casesIn(c: Here, kind: Moderatable, receipt: string): Promise<readonly Case[]> {
  const { db } = c.var.ctx
  return casesOf(db, kind.kind, (await kind.ownOf?.(db, receipt)) ?? [])
}

/** What was decided of what came with a receipt, on its page; nothing where nothing was. */
export async function ownCases(
  c: Here,
  kind: Moderatable,
  receipt: string,
  { base, raw, faults }: Told,
): Promise<Child> {
  const { ctx, view } = c.var
  const said = messages[view.locale].ownDecided
  const cases: OwnCase[] = []
  for (const of of await casesIn(c, kind, receipt)) {
    const decisions = (await decisionsOf(ctx, of.id)).filter(({ action }) =>
      Object.hasOwn(said, action),
    )
    if (!decisions.length) continue
    const inTime = of.appealUntil !== null && localDate(ctx.now) <= of.appealUntil
    const { appealedAt } = of
    cases.push({
      of,
      path: await kind.pathOf(ctx.db, of.subject.id),
      decisions,
      mayAppeal: inTime && permit(workflow, 'appeal', author, of).ok,
      ...(appealedAt !== null && {
        own: {
          text: ownAppeal(ctx, of),
          openings: (await openingsOf(ctx, of.id)).filter((one) => one.at >= appealedAt),
        },
      }),
    })
  }
  const fault = faults?.appeal
  const back =
    fault === undefined ? undefined : { of: raw?.case ?? '', text: raw?.appeal ?? '', fault }
  return <OwnCases {...{ view, base, cases, back }} />
}

/** もう一度見てほしい, by whoever holds the receipt. Answers what is wrong, with what was typed. */
export const takeAppeal =
  (registry: Registry, kind: Moderatable) =>
  async (c: Here, { id: receipt }: { readonly id: string }, body: Body) => {
    const { ctx, view } = c.var
    const t = messages[view.locale]
    const form = fill(ownAppealForm, body)
    const of = found((await casesIn(c, kind, receipt)).find(({ id }) => id === form.raw.case))
    const back = (fault: string) => ({
      raw: form.raw,
      faults: { appeal: fault },
      labels: { appeal: t.appealText },
    })
    if (!form.values) return back(t.appealEmpty)
    try {
      await appeal(ctx, registry, of.id, form.values.appeal, 'author')
      return undefined
    } catch (thrown) {
      if (thrown instanceof Refused && thrown.refusal.kind === 'refused') return back(t.appealOver)
      throw thrown
    }
  }
