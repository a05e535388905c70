import { Bars } from '#design/chart.tsx'
import { Entries } from '#design/list.tsx'
import { Part } from '#design/masthead.tsx'
import { at, type View } from '#design/view.ts'
import { planUrls, say } from '#domains/plan/index.ts'
import { localDate } from '#platform/calendar.ts'
import { groupBy } from '#platform/group.ts'
import type { AlarmKind, Explanation } from '../../progress.ts'
import { publicUrls } from '../../public-urls.ts'
import type { Alarm } from '../../rules/alarms.ts'
import { alarmsBy, explanationOf, type Sounded, waitingOf } from '../../rules/showing.ts'
import type { YearProgress } from '../../rules/year.ts'
import { day, InJapanese, StandingMark, wordsOf } from './words.tsx'

export interface ToldProps {
  readonly view: View
  readonly year: YearProgress
  readonly departmentName: (name: string) => string
}

/** Shown of each kind; the rest is one link further. */
const shown = 5

/** Whose report has not come, politely but plainly. */
export function WaitingPart({ view, year, departmentName }: ToldProps) {
  const t = wordsOf(view)
  const waiting = waitingOf(year)
  if (!waiting) return null
  const { round, sections } = waiting
  const period = t.periods[round.period]
  return (
    <Part
      view={view}
      id="waiting"
      title={t.waiting}
      lead={sections.size ? t.waitingLead(period, day(view, round.dueOn)) : t.waitingNone(period)}
    >
      {sections.size > 0 && (
        <Bars
          quietTitle
          view={view}
          id="chart-waiting"
          title={t.waiting}
          says={t.waitingSays}
          fill="waiting"
          of={t.waitingSection}
          count={t.waitingCount}
          rows={[...sections].map(([section, items]) => ({
            name: departmentName(section),
            value: items.length,
            path: publicUrls.items(year.fiscalYear, { waiting: section }),
          }))}
        />
      )}
    </Part>
  )
}

/** What a rule of the city brings to light, with the rule, and the section's own word. */
export function AlarmsPart({ view, year, departmentName }: ToldProps) {
  const t = wordsOf(view)
  const kinds = [...alarmsBy(year)].map(
    ([kind, all]) => [kind, [...groupBy(all, ({ one }) => one.item.id).values()]] as const,
  )
  if (!kinds.length) return null
  return (
    <Part view={view} id="alarms" title={t.alarms} lead={t.alarmsLead}>
      {kinds.map(([kind, items]) => (
        <Part
          view={view}
          id={`alarm-${kind}`}
          level={3}
          title={t.alarmNames[kind]}
          lead={t.alarmRules[kind](limitOf(year, kind))}
        >
          <Entries>
            {items.slice(0, shown).map((own) => (
              <AlarmEntry view={view} year={year} all={own} departmentName={departmentName} />
            ))}
          </Entries>
          {items.length > shown && (
            <p>
              <a href={at(view, publicUrls.items(year.fiscalYear, { alarm: kind }))}>
                {t.more(items.length - shown)}
              </a>
            </p>
          )}
        </Part>
      ))}
    </Part>
  )
}

/** The number that a rule speaks of. */
export const limitOf = ({ terms }: YearProgress, kind: AlarmKind): number =>
  ({
    silent: terms.silentAfterDays,
    stalled: terms.stalledAfterYears,
    'off-line': Math.round(terms.lagShare * 100),
    'no-owner': 0,
  })[kind]

function AlarmEntry(props: ToldProps & { readonly all: readonly Sounded[] }) {
  const { view, year, all, departmentName } = props
  const [first] = all
  if (!first) return null
  const { one } = first
  const t = wordsOf(view)
  const { text, lang } = say(one.item, 'title', view.locale)
  const said = explanationOf(first)
  return (
    <li class="entry">
      <div class="entry-text">
        <h4>
          <span class="code">{one.item.code}</span>{' '}
          <a href={at(view, planUrls.item(year.fiscalYear, one.item.code))} lang={lang}>
            {text}
          </a>
        </h4>
        {all.map(({ alarm }) => (
          <p>
            <AlarmSays view={view} alarm={alarm} />
          </p>
        ))}
        <p>
          {said ? (
            <>
              {t.explained(day(view, localDate(said.saidAt)))}:{' '}
              <Explained view={view} said={said} />
            </>
          ) : (
            <span class="soft">{t.notExplained}</span>
          )}
        </p>
      </div>
      <div class="entry-side">
        <div class="cluster">
          <StandingMark view={view} standing={one.standing} />
        </div>
        <p class="entry-fact">
          <span class="soft">{t.waitingSection}</span> {departmentName(one.asked)}
        </p>
      </div>
    </li>
  )
}

/** The name of an indicator is the plan's own, in Japanese. */
export function AlarmSays({ view, alarm }: { readonly view: View; readonly alarm: Alarm }) {
  const here = '\u2063'
  const [before = '', after = ''] = wordsOf(view).alarmSaid[alarm.kind](here).split(here)
  const measure = String(alarm.measure)
  return (
    <>
      {before}
      {alarm.kind === 'off-line' && <InJapanese view={view} text={measure} />}
      {(alarm.kind === 'silent' || alarm.kind === 'stalled') && measure}
      {after}
    </>
  )
}

export function Explained({ view, said }: { readonly view: View; readonly said: Explanation }) {
  const t = wordsOf(view)
  return (
    <>
      <InJapanese view={view} text={said.text} />
      {said.untilOn && ` ${t.explainedUntil(day(view, said.untilOn))}`}
    </>
  )
}
