import type { Child } from 'hono/jsx'
import { Icon, type IconName } from './icon.tsx'
import { words } from './messages.ts'
import type { View } from './view.ts'

const icons = {
  info: 'info',
  success: 'check',
  warning: 'care',
  danger: 'danger',
} as const satisfies Record<string, IconName>

export type NoticeKind = keyof typeof icons

export interface NoticeProps {
  readonly view: View
  readonly kind?: NoticeKind
  readonly title?: string
  /** Just happened: read out at once. */
  readonly live?: boolean
  readonly children?: Child
}

/** Something to know before reading on: icon, word, colour. */
export function Notice({ view, kind = 'info', title, live, children }: NoticeProps) {
  const word = words(view).notice[kind]
  return (
    <div class={`notice notice-${kind}`} role={live ? 'status' : undefined}>
      <p class="notice-word">
        <Icon name={icons[kind]} />
        <span>{word}</span>
      </p>
      <div class="notice-text stack-tight">
        {title !== undefined && <p class="notice-title">{title}</p>}
        {children}
      </div>
    </div>
  )
}
