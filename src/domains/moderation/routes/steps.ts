import type { Context } from 'hono'
import type { Env } from '#design/env.ts'
import { type Body, type Fields, type Filled, fill } from '#platform/form.ts'
import { type Refusal, Refused } from '#platform/result.ts'
import { block, plainSteps, stepsWithReason, stepsWithWhy } from '../actions/decide.ts'
import { openWords } from '../actions/open.ts'
import type { Registry } from '../actions/registry.ts'
import type { Case } from '../case.ts'
import { blockForm, decisionForm, purposeForm, reasonForm } from '../forms.ts'
import { type DeskStep, deskSteps } from '../pages/step.tsx'
import { defaultTerms } from '../terms.ts'

const most = defaultTerms.reasonLength
const isStep = (text: string): text is DeskStep => Object.hasOwn(deskSteps, text)
export const stepsOf: readonly DeskStep[] = Object.keys(deskSteps).filter(isStep)

/** Several forms stand on the page: each names its fields by its step. */
export const ownFields = (step: DeskStep, body: Body): Body =>
  Object.fromEntries(
    Object.entries(body).flatMap(([name, value]) =>
      name.startsWith(`${step}.`) ? [[name.slice(step.length + 1), value]] : [],
    ),
  )

/** The form of a step as it was filled in, and what the step does when nothing is wrong with it. */
export function formOf(
  c: Context<Env>,
  grounds: readonly string[],
  registry: Registry,
  { id }: Case,
  step: DeskStep,
  body: Body,
): { readonly form: Filled<Fields>; readonly run?: () => Promise<unknown> } {
  const { ctx } = c.var
  if (step === 'claim' || step === 'unclaim')
    return { form: fill({}, body), run: () => plainSteps[step](ctx, registry, id) }
  if (step === 'open') {
    const form = fill(purposeForm, body)
    const { values } = form
    return { form, ...(values && { run: () => openWords(ctx, id, values) }) }
  }
  if (step === 'block') {
    const form = fill(blockForm(grounds, most), body)
    const { values } = form
    return { form, ...(values && { run: () => block(ctx, registry, id, values) }) }
  }
  if (step === 'keep' || step === 'hide' || step === 'warn') {
    const form = fill(decisionForm(grounds, most), body)
    const { values } = form
    return { form, ...(values && { run: () => stepsWithWhy[step](ctx, registry, id, values) }) }
  }
  const form = fill(reasonForm(most), body)
  const { values } = form
  return {
    form,
    ...(values && { run: () => stepsWithReason[step](ctx, registry, id, values.reason) }),
  }
}

/** A refusal goes back to the form, with everything typed; what is not ours to do goes on. */
export async function attempt(run: () => Promise<unknown>): Promise<Refusal | null> {
  try {
    await run()
    return null
  } catch (thrown) {
    if (!(thrown instanceof Refused)) throw thrown
    const { refusal } = thrown
    if (refusal.kind === 'refused' || refusal.kind === 'stale') return refusal
    throw thrown
  }
}
