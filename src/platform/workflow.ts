import { no, type Result, yes } from './result.ts'

/**
 * One line of a domain's workflow table: from which states an action may start,
 * where it leads, who may take it, and which article or guideline says so.
 */
export interface Step<State extends string, Who extends string> {
  readonly from: readonly (State | 'nothing')[]
  readonly to: State | 'same'
  readonly by: readonly Who[]
  readonly basis: string
}

export type Workflow<State extends string, Who extends string> = Readonly<
  Record<string, Step<State, Who>>
>

/** What there is before the first action: `create` leads from nothing to drafting. */
export const nothing = { state: 'nothing' } as const

/** The subject, narrowed to the states in which `Action` may start. */
export type Ready<
  Subject extends { state: string },
  W extends Workflow<string, string>,
  Action extends keyof W,
> = Extract<Subject, { state: W[Action]['from'][number] }>

/** The only evaluator of a workflow table: standing first, so that a stranger learns nothing of the state. */
export function permit<
  S extends { state: string },
  W extends Workflow<string, string>,
  A extends keyof W & string,
>(workflow: W, action: A, standing: ReadonlySet<string>, subject: S): Result<Ready<S, W, A>> {
  const { from, by, basis } = workflow[action] as Step<string, string>
  if (!by.some((who) => standing.has(who))) return no({ kind: 'not-allowed', action, basis })
  if (!from.includes(subject.state))
    return no({ kind: 'wrong-state', action, state: subject.state, basis })
  return yes(subject as Ready<S, W, A>)
}

/** The actions to offer as buttons: the same table the server checks, so the two cannot drift apart. */
export function offered<W extends Workflow<string, string>>(
  workflow: W,
  standing: ReadonlySet<string>,
  subject: { state: string },
): ReadonlySet<keyof W & string> {
  return new Set(
    Object.keys(workflow).filter((action) => permit(workflow, action, standing, subject).ok),
  )
}
