import { Icon, type IconName } from './icon.tsx'

/** quiet: not begun, a draft. moving: under way. good: done. care: late, needs someone. stopped: ended. */
const shapes = {
  quiet: 'ring',
  draft: 'pencil',
  moving: 'play',
  good: 'check',
  care: 'care',
  stopped: 'square',
} as const satisfies Record<string, IconName>

export type StateTone = keyof typeof shapes

export interface StateBadgeProps {
  readonly tone: StateTone
  readonly word: string
}

/** A state by shape, word and colour. */
export function StateBadge({ tone, word }: StateBadgeProps) {
  return (
    <span class={`state state-${tone}`}>
      <Icon name={shapes[tone]} size={16} />
      <span>{word}</span>
    </span>
  )
}
