import type { Child } from 'hono/jsx'
import { plain } from '#platform/ruby.ts'
import { words } from './messages.ts'
import type { View } from './view.ts'

export interface StepsProps {
  readonly view: View
  /** What goes through these states. */
  readonly label: string
  readonly steps: readonly { readonly word: string; readonly note?: Child }[]
  /** Counted from 0. */
  readonly current: number
}

/** A workflow as a numbered line of states. */
export function Steps({ view, label, steps, current }: StepsProps) {
  const t = words(view)
  const standing = (i: number) => (i < current ? t.done : i === current ? t.now : t.ahead)
  return (
    <ol class="steps" aria-label={plain(label)}>
      {steps.map(({ word, note }, i) => (
        <li
          class={i < current ? 'passed' : undefined}
          aria-current={i === current ? 'step' : undefined}
        >
          <span class="number">{i + 1}</span>
          <span class="step">
            <span class="word">{word}</span> <span class="standing">{standing(i)}</span>
            {note && <span class="note">{note}</span>}
          </span>
        </li>
      ))}
    </ol>
  )
}
