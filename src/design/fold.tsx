import type { Child } from 'hono/jsx'
import { Icon } from './icon.tsx'

export interface FoldProps {
  /** What is folded, in words that stand for themselves in a list of all folds: 「1-1の変わったところ」. */
  readonly title: Child
  readonly children?: Child
}

/**
 * A long part of a public page, folded on a phone. A wide page and a printed one show it whole, so that nothing
 * can be missed there; it needs no script.
 */
export function Fold({ title, children }: FoldProps) {
  return (
    <div class="folded">
      <details class="fold">
        <summary>
          <Icon name="open" />
          <span>{title}</span>
        </summary>
      </details>
      <div class="panel">{children}</div>
    </div>
  )
}
