import { figure } from './dates.ts'
import { words } from './messages.ts'
import type { View } from './view.ts'

export interface LadderProps {
  readonly view: View
  /** Lowest first: 検討 準備 試行 実施 充実. */
  readonly steps: readonly string[]
  /** Counted from 0; null while nobody has said. */
  readonly current: number | null
}

/** 取組段階: how far the city commits itself, as steps that rise. */
export function Ladder({ view, steps, current }: LadderProps) {
  const t = words(view)
  const said =
    current === null
      ? t.unset
      : t.ladder(figure(view.locale, current + 1), figure(view.locale, steps.length))
  return (
    <figure class="ladder">
      <ol>
        {steps.map((step, i) => (
          <li
            class={current !== null && i <= current ? 'reached' : undefined}
            aria-current={i === current ? 'step' : undefined}
          >
            <span class="rise" aria-hidden="true" />
            <span class="word">{step}</span>
          </li>
        ))}
      </ol>
      <figcaption>{said}</figcaption>
    </figure>
  )
}
