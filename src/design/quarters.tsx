import { words } from './messages.ts'
import type { View } from './view.ts'

export interface QuartersProps {
  readonly view: View
  /** April to June first. An empty text says that nothing is planned. */
  readonly texts: readonly [string, string, string, string]
  /** Counted from 0: where we are now. */
  readonly current?: number
}

/** 四半期: the year in four, side by side where there is room. */
export function Quarters({ view, texts, current }: QuartersProps) {
  const t = words(view)
  return (
    <ol class="quarters">
      {texts.map((text, i) => (
        <li aria-current={i === current ? 'step' : undefined}>
          <p class="months">
            {t.quarters.months[i]}
            {i === current && <span class="here">{t.now}</span>}
          </p>
          <p class={text === '' ? 'soft' : undefined}>{text || t.quarters.empty}</p>
        </li>
      ))}
    </ol>
  )
}
