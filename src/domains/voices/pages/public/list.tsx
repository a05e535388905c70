import { Actions, ButtonLink } from '#design/button.tsx'
import { Doors } from '#design/doors.tsx'
import { Field } from '#design/field.tsx'
import { EmptyState, Filters, ResultCount } from '#design/list.tsx'
import { Masthead, Part } from '#design/masthead.tsx'
import { Page } from '#design/page.tsx'
import { at, type View } from '#design/view.ts'
import { ageBands, residentUrls } from '#domains/residents/index.ts'
import { fiscalYearIn, type IsoDate } from '#platform/calendar.ts'
import { plain } from '#platform/ruby.ts'
import { publicWords as commentWords } from '../../comment/messages/public.ts'
import { urls as commentUrls } from '../../comment/urls.ts'
import { placeWords } from '../../messages/place.ts'
import { type Asked, addressOf, conditionsIn } from '../../rules/asked.ts'
import type { PublicPoint, PublicPromise } from '../../rules/shown.ts'
import { districtSubject, topicSubject } from '../../subjects.ts'
import type { VoiceTerms } from '../../terms.ts'
import { urls } from '../../urls.ts'
import { PublicPointText } from './point.tsx'
import { shortDay, wordIn, wordsOf } from './words.tsx'

export interface ListProps {
  readonly view: View
  readonly today: IsoDate
  readonly asked: Asked
  readonly voices: readonly (readonly PublicPoint[])[]
  readonly promises: ReadonlyMap<string, readonly PublicPromise[]>
  /** The last that this page shows, where there is more. */
  readonly after: string | null
  readonly terms: VoiceTerms
  readonly sections: readonly string[]
  readonly districts: readonly { readonly value: string; readonly label: string }[]
  /** Every fiscal year in which a voice came, newest first. */
  readonly years: readonly number[]
  readonly departmentName: (name: string) => string
  readonly districtName: (id: string) => string
}

/** Every published voice, newest first; its address can be sent to somebody. */
export function VoicesPage(props: ListProps) {
  const { view, asked, voices, after } = props
  const t = wordsOf(view)
  const comments = commentWords[view.locale]
  const w = placeWords[view.locale]
  const conditions = conditionsIn(asked)
  return (
    <Page view={view} title={t.title} section="voices" wide description={t.description}>
      <Masthead title={t.title} lead={t.lead} />
      {/* Whoever narrowed the list down is shown what was found. */}
      {conditions === 0 && (
        <Doors
          view={view}
          doors={[
            { path: urls.write, title: t.write, text: t.writeText },
            { path: residentUrls.receipt, title: t.mine, text: t.mineText },
            { path: urls.figures, title: t.figures, text: t.figuresText },
            { path: urls.map, title: w.mapDoor, text: w.mapDoorText },
            { path: commentUrls.list, title: comments.title, text: comments.door },
          ]}
        />
      )}
      <div class="columns start part">
        <VoiceFilters {...props} />
        <div class="stack">
          {conditions > 0 && !asked.after && voices.length > 0 && (
            <ResultCount view={view} count={voices.length} more={after !== null} />
          )}
          <p class="soft">
            {t.gistNote} {t.japaneseNote}
          </p>
          {voices.length === 0 ? (
            <EmptyState title={conditions ? t.nothing : t.nothingYet}>
              {conditions > 0 && (
                <p>
                  <a href={at(view, urls.list)}>{t.clear}</a>
                </p>
              )}
              <p>
                <a href={at(view, urls.write)}>{t.write}</a>
              </p>
            </EmptyState>
          ) : (
            voices.map((points) => <OneVoice {...props} points={points} />)
          )}
          <FollowThese {...props} />
          <nav class="pager" aria-label={plain(t.title)}>
            {asked.after && (
              <ButtonLink
                view={view}
                path={addressOf(urls.list, { ...asked, after: null })}
                kind="secondary"
              >
                {t.newest}
              </ButtonLink>
            )}
            {after && (
              <ButtonLink
                view={view}
                path={addressOf(urls.list, { ...asked, after })}
                kind="secondary"
              >
                {t.older}
              </ButtonLink>
            )}
          </nav>
        </div>
      </div>
    </Page>
  )
}

/** Whoever looks at one topic or one district may hear of what comes. */
function FollowThese({ view, asked, terms, districts }: ListProps) {
  const t = wordsOf(view).follow
  const { topic, district } = asked
  const known = terms.topics.some(({ key }) => key === topic)
  const place = districts.find(({ value }) => value === district)
  const ways = [
    ...(known
      ? [[topicSubject(topic), t.topic(wordIn(terms.topics, topic, view.locale))] as const]
      : []),
    ...(place ? [[districtSubject(place.value), t.district(place.label)] as const] : []),
  ]
  if (!ways.length) return null
  return (
    <Part view={view} id="follow" title={t.title} lead={t.leadOfMany}>
      <Actions>
        {ways.map(([subject, text]) => (
          <ButtonLink view={view} path={residentUrls.followOf(subject)} kind="secondary">
            {text}
          </ButtonLink>
        ))}
      </Actions>
      <p>
        <a href={at(view, addressOf(urls.feed, { topic, district }))}>{t.feed}</a>
      </p>
    </Part>
  )
}

function OneVoice(props: ListProps & { readonly points: readonly PublicPoint[] }) {
  const { view, points, promises, terms, today, departmentName, districtName } = props
  const t = wordsOf(view)
  const [first] = points
  if (!first) return null
  return (
    <Part
      view={view}
      id={`voice-${first.number}`}
      title={t.received(shortDay(view, first.receivedOn))}
      more={{ text: t.readOn(first.number), path: urls.one(first.number) }}
    >
      {points.map((point) => (
        <PublicPointText
          view={view}
          point={point}
          promises={promises.get(point.id) ?? []}
          terms={terms}
          today={today}
          departmentName={departmentName}
          districtName={districtName}
        />
      ))}
    </Part>
  )
}

function VoiceFilters(props: ListProps) {
  const { view, asked, terms, sections, districts, years, departmentName } = props
  const t = wordsOf(view)
  const select = (
    name: string,
    label: string,
    value: string,
    options: readonly { readonly value: string; readonly label: string }[],
  ) =>
    options.length > 0 && (
      <Field
        view={view}
        field={{ kind: 'select', name, label, value, options, empty: t.filter.all, plain: true }}
      />
    )
  return (
    <Filters view={view} action={urls.list} active={conditionsIn(asked)}>
      <Field
        view={view}
        field={{
          kind: 'text',
          type: 'search',
          name: 'words',
          label: t.filter.words,
          value: asked.words,
          plain: true,
        }}
      />
      {select(
        'topic',
        t.filter.topic,
        asked.topic,
        terms.topics.map(({ key }) => ({
          value: key,
          label: wordIn(terms.topics, key, view.locale),
        })),
      )}
      {select(
        'section',
        t.filter.section,
        asked.section,
        sections.map((value) => ({ value, label: departmentName(value) })),
      )}
      {select('district', t.filter.district, asked.district, districts)}
      {select(
        'age',
        t.filter.age,
        asked.age,
        ageBands.map((value) => ({ value, label: t.ages[value] ?? value })),
      )}
      {select(
        'year',
        t.filter.year,
        asked.year,
        years.map((year) => ({ value: String(year), label: fiscalYearIn(view.locale, year) })),
      )}
    </Filters>
  )
}
