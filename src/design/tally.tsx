import { figure } from './dates.ts'
import { StateBadge, type StateTone } from './state.tsx'
import { at, type View } from './view.ts'

export interface TallyProps {
  readonly view: View
  /** What is counted: 15の取り組み. */
  readonly label: string
  readonly parts: readonly {
    readonly tone: StateTone
    readonly word: string
    readonly count: number
    /** The list of just these. */
    readonly path?: string
  }[]
}

/** How many stand where: one bar, and each part with its word and figure. */
export function Tally({ view, label, parts }: TallyProps) {
  const shown = parts.filter(({ count }) => count > 0)
  const whole = Math.max(
    1,
    shown.reduce((sum, { count }) => sum + count, 0),
  )
  const before = (i: number) => shown.slice(0, i).reduce((sum, { count }) => sum + count, 0)
  const place = (count: number) => Math.round((count / whole) * 600)
  return (
    <figure class="tally">
      <figcaption>{label}</figcaption>
      <svg
        viewBox="0 0 600 16"
        width="600"
        height="16"
        preserveAspectRatio="none"
        aria-hidden="true"
        focusable="false"
      >
        {shown.map(({ tone, count }, i) => (
          <rect
            class={`tone-${tone}`}
            x={place(before(i))}
            width={Math.max(1, place(count) - 3)}
            height="16"
          />
        ))}
      </svg>
      <ul class="cluster">
        {shown.map(({ tone, word, count, path }) => (
          <li>
            <StateBadge tone={tone} word={word} />{' '}
            {path === undefined ? (
              <span class="tally-count">{figure(view.locale, count)}</span>
            ) : (
              <a class="tally-count" href={at(view, path)} aria-label={`${word} ${count}`}>
                {figure(view.locale, count)}
              </a>
            )}
          </li>
        ))}
      </ul>
    </figure>
  )
}
