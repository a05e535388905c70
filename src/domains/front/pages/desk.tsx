import { ButtonLink } from '#design/button.tsx'
import { longDate } from '#design/dates.ts'
import { DeskPage } from '#design/desk-page.tsx'
import { EmptyState } from '#design/list.tsx'
import { Masthead, Part } from '#design/masthead.tsx'
import { StateBadge, type StateTone } from '#design/state.tsx'
import { at, languageOf, type View } from '#design/view.ts'
import type { Due } from '#domains/notices/index.ts'
import { mayBegin, type Plan, planMessages, planUrls } from '#domains/plan/index.ts'
import { type Actor, holdsSomewhere } from '#platform/actor.ts'
import { dayStart } from '#platform/calendar.ts'
import type { deskWords } from '../messages/desk.ts'
import { places } from '../places.ts'

type Words = (typeof deskWords)['ja']

export interface TodayProps {
  readonly view: View
  readonly w: Words
  readonly actor: Actor
  readonly plans: readonly Plan[]
  /** Overdue first. */
  readonly dues: readonly Due[]
}

/** 今日やること: what waits for this person, where the plans stand, and where everything is. */
export function TodayPage(props: TodayProps) {
  const { view, w, actor } = props
  const who = actor.department ? { department: actor.department } : {}
  return (
    <DeskPage view={view} title={w.today} section="desk" {...who}>
      <Masthead title={w.today} lead={w.todayLead(actor.name)} />
      <Waiting {...props} />
      <Moving {...props} />
      <Directory {...props} />
    </DeskPage>
  )
}

const tones = {
  overdue: 'care',
  due: 'moving',
  decision: 'draft',
  unanswered: 'quiet',
} as const satisfies Record<Due['kind'], StateTone>

function Waiting({ view, w, dues }: TodayProps) {
  const when = ({ kind, on }: Due) => {
    if (on === null) return ''
    const day = longDate(view.locale, dayStart(on))
    return kind === 'decision' || kind === 'unanswered' ? w.since(day) : w.dueOn(day)
  }
  return (
    <Part view={view} id="waiting" title={w.waiting}>
      {dues.length === 0 ? (
        <p class="soft">{w.nothingWaits}</p>
      ) : (
        <ul class="entries">
          {dues.map((due) => (
            <li class="entry">
              <div class="entry-text">
                <h3>
                  <a href={at(view, due.path)}>
                    {due.title[languageOf(view.locale) === 'ja' ? 'ja' : 'en']}
                  </a>
                </h3>
              </div>
              <div class="entry-side">
                <StateBadge tone={tones[due.kind]} word={w.dueKinds[due.kind]} />
                <p class="entry-fact">{when(due)}</p>
              </div>
            </li>
          ))}
        </ul>
      )}
    </Part>
  )
}

function Moving({ view, w, actor, plans }: TodayProps) {
  const t = planMessages[view.locale]
  const moving = plans.filter((plan) => plan.state !== 'archived')
  if (moving.length === 0)
    return (
      <EmptyState title={w.nothing}>
        {mayBegin(actor) && (
          <ButtonLink view={view} path={planUrls.intake}>
            {w.takeIn}
          </ButtonLink>
        )}
      </EmptyState>
    )
  return (
    <Part view={view} id="plans" title={w.plans}>
      <ul class="entries">
        {moving.map((plan) => (
          <li class="entry">
            <div class="entry-text">
              <h3>
                <a href={at(view, planUrls.deskYear(plan.fiscalYear))} lang="ja">
                  {plan.title}
                </a>
              </h3>
              <p>{w.next[plan.state]}</p>
            </div>
            <div class="entry-side">
              <p class="entry-fact">{t.states[plan.state]}</p>
              <p class="entry-fact">
                <a href={at(view, planUrls.deskPath(plan.fiscalYear, 'check'))}>{w.check}</a>
              </p>
            </div>
          </li>
        ))}
      </ul>
    </Part>
  )
}

/** Only what this person may open: a door that is locked is not shown. */
function Directory({ view, w, actor }: TodayProps) {
  const areas = places
    .map((area) => ({
      ...area,
      places: area.places.filter(
        ({ needs }) => !needs || needs.some((permission) => holdsSomewhere(actor, permission)),
      ),
    }))
    .filter((area) => area.places.length > 0)
  return (
    <Part view={view} id="ways" title={w.ways}>
      <div class="directory">
        {areas.map((area) => (
          <section aria-labelledby={`area-${area.key}`}>
            <h3 id={`area-${area.key}`}>{w.areas[area.key]}</h3>
            <ul>
              {area.places.map(({ key, path }) => {
                const [name, hint] = w.places[key]
                return (
                  <li>
                    <a href={at(view, path)}>{name}</a>
                    <p class="soft">{hint}</p>
                  </li>
                )
              })}
            </ul>
          </section>
        ))}
      </div>
    </Part>
  )
}
