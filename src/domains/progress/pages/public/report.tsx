import type { Child } from 'hono/jsx'
import { figure } from '#design/dates.ts'
import { Facts } from '#design/facts.tsx'
import { StateBadge } from '#design/state.tsx'
import type { View } from '#design/view.ts'
import type { PublicReport } from '../../progress.ts'
import { publicUrls } from '../../public-urls.ts'
import { placesOf, standingOf } from '../../rules/year.ts'
import { FileList, Links } from '../evidence.tsx'
import { day, japaneseOf, StandingMark, wordsOf } from './words.tsx'

export interface ReportTextProps {
  readonly view: View
  readonly report: PublicReport
  readonly departmentName: (name: string) => string
  /** Nothing where the city has no districts. */
  readonly districtName: ((id: string) => string) | null
  /** Beside another one. */
  readonly narrow?: boolean
}

/** A confirmed report as it was given: who, when, how far, what was done, with its figures and sources. */
export function ReportText({
  view,
  report,
  departmentName,
  districtName,
  narrow,
}: ReportTextProps) {
  const t = wordsOf(view)
  const { content, step } = report
  const lang = japaneseOf(view)
  const told = (text: string): Child => (
    <span class="lines" lang={lang}>
      {text}
    </span>
  )
  const known: readonly (readonly [string, Child] | false)[] = [
    step !== null && [t.scaleWord, told(`${step.label}(${step.meaning})`)],
    districtName !== null && [t.where, placesOf(report).map(districtName).join(t.sentence.comma)],
    content.result !== '' && [t.result, told(content.result)],
    content.unchanged !== '' && [t.unchanged, told(content.unchanged)],
    content.figures.length > 0 && [
      t.figures,
      told(
        content.figures
          .map(({ name, value, unit }) => `${name} ${figure(view.locale, value)}${unit}`)
          .join('\n'),
      ),
    ],
    content.issues !== '' && [t.issues, told(content.issues)],
    content.next !== '' && [t.next, told(content.next)],
    content.hours !== null && [t.hours, t.hoursOf(figure(view.locale, content.hours))],
    content.yen !== null && [t.yen, t.yenOf(figure(view.locale, content.yen))],
    content.evidence.length > 0 && [t.evidence, <Links view={view} links={content.evidence} />],
  ]
  return (
    <article class="stack-tight report">
      <h3>{t.reported(t.sides[report.side], t.periods[report.period])}</h3>
      <p class="cluster">
        {step ? (
          <StandingMark view={view} standing={standingOf(report)} />
        ) : (
          <StateBadge tone="quiet" word={t.standings['not-assessable']} />
        )}
        <span class="soft">
          {departmentName(report.asked)} · {day(view, report.on)}
        </span>
      </p>
      <FileList view={view} files={report.files} addressOf={publicUrls.file} />
      <Facts pairs={known.filter((pair) => pair !== false)} {...(narrow && { names: 'above' })} />
    </article>
  )
}
