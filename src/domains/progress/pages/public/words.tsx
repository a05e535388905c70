import type { Child } from 'hono/jsx'
import type { Series } from '#design/chart.tsx'
import { longDate } from '#design/dates.ts'
import { StateBadge, type StateTone } from '#design/state.tsx'
import { languageOf, type View } from '#design/view.ts'
import { districtNameIn } from '#domains/districts/index.ts'
import { coverSaid } from '#domains/moderation/index.ts'
import { dayStart, type IsoDate } from '#platform/calendar.ts'
import { messages, type ProgressMessages } from '../../messages/public.ts'
import type { PublicReport } from '../../progress.ts'
import { standingFills } from '../../rules/showing.ts'
import type { Where } from '../../rules/where.ts'
import { type ItemStanding, standings, wholeCity, type YearProgress } from '../../rules/year.ts'

export const wordsOf = (view: View): ProgressMessages => messages[view.locale]

const tones = {
  done: 'good',
  'on-track': 'moving',
  behind: 'care',
  'not-started': 'quiet',
  stopped: 'stopped',
  'not-assessable': 'quiet',
  unreported: 'draft',
} as const satisfies Record<ItemStanding, StateTone>

export const seriesOf = (t: ProgressMessages): readonly Series[] =>
  standings.map((key) => ({ key, word: t.standings[key], fill: standingFills[key] }))

/** Districts by the keys under which items are counted: as the reader calls them, and the whole city. */
export function districtNames(view: View, { districts }: Pick<YearProgress, 'districts'>) {
  const names = new Map<string, string>(
    districts.map((one) => [one.id, districtNameIn(one, view.locale)]),
  )
  return (key: string): string =>
    names.get(key) ?? (key === wholeCity ? wordsOf(view).wholeCity : key)
}

/** The same of what one report says, by the districts of today; nothing where the city has none. */
export const districtNameOn = (view: View, where: Pick<Where, 'choices' | 'name'>) =>
  where.choices.length
    ? (key: string) => (key === wholeCity ? wordsOf(view).wholeCity : where.name(key))
    : null

export const StandingMark = (props: { readonly view: View; readonly standing: ItemStanding }) => (
  <StateBadge tone={tones[props.standing]} word={wordsOf(props.view).standings[props.standing]} />
)

/** What the city says in Japanese only, marked as such for readers of another language. */
export const InJapanese = ({ view, text }: { readonly view: View; readonly text: string }) =>
  languageOf(view.locale) === 'ja' ? text : <span lang="ja">{text}</span>

export const japaneseOf = (view: View): 'ja' | undefined =>
  languageOf(view.locale) === 'ja' ? undefined : 'ja'

export const day = (view: View, date: IsoDate): string => longDate(view.locale, dayStart(date))

/** What one glance at a report tells: its result, why nothing is new, or that it is hidden. Nothing where it says none. */
export function gistOf(view: View, { content, cover }: PublicReport): Child {
  if (cover) return coverSaid(view.locale, cover)
  const text = content.result || content.unchanged
  return text && <span lang={japaneseOf(view)}>{text}</span>
}
