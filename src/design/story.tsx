import { figure } from './dates.ts'
import { words } from './messages.ts'
import type { View } from './view.ts'

export const storySteps = ['share', 'feel', 'work', 'create'] as const
export type StoryStep = (typeof storySteps)[number]

export interface CirclesProps {
  readonly steps: readonly { readonly word: string; readonly gloss?: string }[]
  /** Counted from 0. */
  readonly current?: number
  /** Said to those who do not see it, beside the current word: 今ここ. */
  readonly now?: string
}

/** Joined circles, in order. Words stand in HTML, so that readings can stand over them. */
export function Circles({ steps, current, now }: CirclesProps) {
  return (
    <ol class="circles">
      {steps.map(({ word, gloss }, i) => (
        <li
          class={current !== undefined && i < current ? 'passed' : undefined}
          aria-current={i === current ? 'step' : undefined}
        >
          <span class="circle">
            <span class="inside">
              <span class="word">{word}</span>
              {i === current && now && <span class="at">{now}</span>}
            </span>
          </span>
          {gloss && <span class="gloss">{gloss}</span>}
        </li>
      ))}
    </ol>
  )
}

export interface StoryProps {
  readonly view: View
  /** Where a thing stands. */
  readonly current?: StoryStep
  /** Small: one line beside a title. Large: with a gloss under each word. */
  readonly size?: 'small' | 'large'
}

/** 共有 → 共感 → 共働 → 共創: the same figure on plan, case, proposal and edition. */
export function Story({ view, current, size = 'large' }: StoryProps) {
  const t = words(view)
  const place = current === undefined ? undefined : storySteps.indexOf(current)
  if (size === 'small') return <Chain view={view} place={place} />
  return (
    <figure class="story">
      <figcaption class="unseen">{t.story.title}</figcaption>
      <Circles
        steps={storySteps.map((step) => t.story[step])}
        now={t.now}
        {...(place !== undefined && { current: place })}
      />
    </figure>
  )
}

/** Four rings in a row, one of them full, and the sentence. */
function Chain({ view, place }: { readonly view: View; readonly place: number | undefined }) {
  const { story } = words(view)
  const step = storySteps.find((_, i) => i === place)
  const said = step
    ? story.step(figure(view.locale, storySteps.indexOf(step) + 1), story[step].word)
    : story.title
  return (
    <span class="chain">
      <svg viewBox="0 0 66 24" width="55" height="20" aria-hidden="true" focusable="false">
        {storySteps.map((name, i) => (
          <circle
            class={name === step ? 'full' : undefined}
            cx={12 + i * 14}
            cy="12"
            r="9"
            fill="none"
            stroke="currentColor"
            stroke-width="2"
          />
        ))}
      </svg>
      <span>{said}</span>
    </span>
  )
}
