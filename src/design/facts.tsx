import type { Child } from 'hono/jsx'

export interface FactsProps {
  readonly pairs: readonly (readonly [name: string, text: Child])[]
  /** `above`: in a narrow column. `beside`: short texts, beside their names even on a phone. */
  readonly names?: 'above' | 'beside'
}

const looks = { above: 'facts narrow', beside: 'facts short' } as const

/** Names and texts. */
export function Facts({ pairs, names }: FactsProps) {
  return (
    <dl class={names ? looks[names] : 'facts'}>
      {pairs.map(([name, text]) => (
        <div>
          <dt>{name}</dt>
          <dd>{text}</dd>
        </div>
      ))}
    </dl>
  )
}

export interface ProgressProps {
  /** 実績, 進み具合: said before the figure. */
  readonly label: string
  /** 0 to 1. */
  readonly share: number
  /** The figure as it is read: 12件のうち9件. */
  readonly text: string
}

/** A bar that says its figure. */
export function Progress({ label, share, text }: ProgressProps) {
  const width = Math.round(Math.min(1, Math.max(0, share)) * 200)
  return (
    <p class="progress">
      <span class="progress-label">{label}</span>{' '}
      <svg
        viewBox="0 0 200 8"
        width="200"
        height="8"
        preserveAspectRatio="none"
        aria-hidden="true"
        focusable="false"
      >
        <rect class="whole" width="200" height="8" />
        <rect class="share" width={width} height="8" />
      </svg>{' '}
      <span class="progress-text">{text}</span>
    </p>
  )
}
