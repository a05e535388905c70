import type { Child } from 'hono/jsx'
import { figure, longDate } from '#design/dates.ts'
import { Goals } from '#design/document.tsx'
import { Doors } from '#design/doors.tsx'
import { LeadMark } from '#design/mark.tsx'
import { Masthead, Part } from '#design/masthead.tsx'
import { Notice } from '#design/notice.tsx'
import { Page } from '#design/page.tsx'
import { StateBadge } from '#design/state.tsx'
import { Circles } from '#design/story.tsx'
import { at, type View } from '#design/view.ts'
import {
  itemsOf,
  type Plan,
  planMessages,
  planUrls,
  say,
  type yearView,
} from '#domains/plan/index.ts'
import { progressUrls } from '#domains/progress/index.ts'
import { voiceUrls } from '#domains/voices/index.ts'
import { dayStart } from '#platform/calendar.ts'
import { messages } from '../messages/words.ts'
import { urls } from '../urls.ts'

type YearView = Awaited<ReturnType<typeof yearView>>

export interface HomeProps {
  readonly view: View
  /** The plan in force. */
  readonly year: YearView | null
  /** The newest plan that anyone may read, a draft included: what stands still is told at once. */
  readonly newest: YearView | null
  /** How far the year under way has come; from the chapter that knows. */
  readonly progress: Child
  /** A draft that is out for comment. */
  readonly next: Plan | null
  /** How many points wait for an answer now, and were answered this year. */
  readonly voices: { readonly open: number; readonly answered: number }
  readonly stalledAfterYears: number
}

/** The first page: what this is, three doors, the plan of the year, what stands still. */
export function HomePage(props: HomeProps) {
  const { view, year, newest, next, stalledAfterYears } = props
  const w = messages[view.locale]
  const t = planMessages[view.locale]
  return (
    <Page view={view} title={w.homeTitle(view.site.name)} description={w.homeLead} wide welcome>
      <Masthead title={w.homeTitle(view.site.name)} lead={w.homeLead} />
      <Doors
        view={view}
        doors={[
          { path: planUrls.list, ...w.doors.plan },
          { path: progressUrls.newest, ...w.doors.progress },
          { path: voiceUrls.write, ...w.doors.voice },
          { path: urls.paper, ...w.doors.paper },
        ]}
      />
      {next?.state === 'public-comment' && (
        <Notice view={view} title={t.next(next.fiscalYear)}>
          <p>
            {t.draftNotice(next.fiscalYear, longDate(view.locale, dayStart(next.commentUntil)))}{' '}
            <a href={at(view, planUrls.year(next.fiscalYear))}>{t.planOf(next.fiscalYear)}</a>
          </p>
        </Notice>
      )}
      {props.progress}
      <VoicesPart view={view} voices={props.voices} />
      {year ? <PlanPart view={view} year={year} /> : <p>{w.noPlan}</p>}
      {newest && <Stalled view={view} year={newest} after={stalledAfterYears} />}
    </Page>
  )
}

/** Small: the counter of voices, and the way to them. */
function VoicesPart({ view, voices }: Pick<HomeProps, 'view' | 'voices'>) {
  const w = messages[view.locale]
  const { open, answered } = voices
  return (
    <Part
      view={view}
      id="voices"
      title={w.voices}
      more={{ text: w.voicesMore, path: voiceUrls.list }}
    >
      <p>{w.voicesNow(figure(view.locale, open), figure(view.locale, answered))}</p>
    </Part>
  )
}

function PlanPart({ view, year }: { view: View; year: YearView }) {
  const w = messages[view.locale]
  const t = planMessages[view.locale]
  const { plan, measures } = year.tree
  const items = itemsOf(year.tree)
  const led = (lead: string) => items.filter((item) => item.lead === lead).length
  const goals =
    (view.locale === 'ja' ? undefined : plan.translations[view.locale]?.goals) ?? plan.goals
  return (
    <Part
      view={view}
      id="plan"
      over={w.now}
      title={t.planOf(plan.fiscalYear)}
      lead={w.numbers(items.length, led('both'), led('citizens'))}
      more={{ text: t.more, path: planUrls.year(plan.fiscalYear) }}
    >
      <figure class="story stack">
        <figcaption class="unseen">{w.story}</figcaption>
        <Circles steps={t.storySteps} />
      </figure>
      <div class="halves">
        <div class="stack">
          <h3>{w.measuresOf(measures.length)}</h3>
          <ol class="measures">
            {measures.map((measure) => {
              const { text, lang } = say(measure, 'title', view.locale)
              const count = measure.groups.flatMap((g) => g.items).length
              return (
                <li>
                  <a
                    href={at(view, `${planUrls.year(plan.fiscalYear)}#m${measure.number}`)}
                    lang={lang}
                  >
                    {text}
                  </a>{' '}
                  <span class="soft">{t.count(count)}</span>
                </li>
              )
            })}
          </ol>
          <ul class="cluster">
            {(['both', 'city', 'citizens'] as const).map((lead) => (
              <li>
                <LeadMark lead={lead} word={t.leads[lead]} /> {t.count(led(lead))}
              </li>
            ))}
          </ul>
        </div>
        {goals.length > 0 && <Goals title={t.goals} items={goals} />}
      </div>
    </Part>
  )
}

function Stalled({ view, year, after }: { view: View; year: YearView; after: number }) {
  const w = messages[view.locale]
  const t = planMessages[view.locale]
  const still = itemsOf(year.tree).filter((i) => (year.considerYears.get(i.id) ?? 0) >= after)
  if (!still.length) return null
  return (
    <Part view={view} id="stalled" title={w.stalledTitle} lead={w.stalledLead}>
      <ul class="entries">
        {still.map((item) => {
          const { text, lang } = say(item, 'title', view.locale)
          return (
            <li class="entry">
              <div class="entry-text">
                <h3>
                  <span class="code">{item.code}</span>{' '}
                  <a
                    href={at(view, planUrls.item(year.tree.plan.fiscalYear, item.code))}
                    lang={lang}
                  >
                    {text}
                  </a>
                </h3>
              </div>
              <div class="entry-side">
                <StateBadge tone="care" word={t.stalled(year.considerYears.get(item.id) ?? 0)} />
              </div>
            </li>
          )
        })}
      </ul>
    </Part>
  )
}
