import type { Child } from 'hono/jsx'
import { telephone } from './href.ts'
import { Icon } from './icon.tsx'
import { words } from './messages.ts'
import { at, type View } from './view.ts'

export interface Door {
  readonly path: string
  readonly title: string
  readonly text?: string
}

export interface DoorsProps {
  readonly view: View
  readonly doors: readonly Door[]
}

/** The ways in, in words of one glance: 声を届ける, 計画と進み具合を見る, いっしょにやる. */
export function Doors({ view, doors }: DoorsProps) {
  return (
    <ul class="doors">
      {doors.map(({ path, title, text }) => (
        <li>
          <a href={at(view, path)}>
            <span class="door">{title}</span>
            <Icon name="onward" size={24} />
          </a>
          {text !== undefined && <p>{text}</p>}
        </li>
      ))}
    </ul>
  )
}

export interface ContactProps {
  readonly view: View
  readonly title: string
  /** Who answers: the department, or a person. */
  readonly who: string
  /** The city's number unless given. */
  readonly phone?: string
  readonly children?: Child
}

/** How to reach a person. */
export function Contact({ view, title, who, phone, children }: ContactProps) {
  const { foot } = words(view)
  const number = phone ?? view.site.phone
  return (
    <aside class="contact stack-tight" aria-labelledby="contact">
      <h2 id="contact">{title}</h2>
      <p>{who}</p>
      <p>
        <a class="phone" href={telephone(number)}>
          {number}
        </a>
      </p>
      <p class="soft">
        {foot.hours}: {view.site.hours}
      </p>
      {children}
    </aside>
  )
}
