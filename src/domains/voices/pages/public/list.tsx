import { ButtonLink } from '#design/button.tsx'
import { Doors } from '#design/doors.tsx'
import { Field } from '#design/field.tsx'
import { EmptyState, Filters } from '#design/list.tsx'
import { Masthead, Part } from '#design/masthead.tsx'
import { Page } from '#design/page.tsx'
import { at, type View } from '#design/view.ts'
import { ageBands } from '#domains/residents/index.ts'
import type { IsoDate } from '#platform/calendar.ts'
import { plain } from '#platform/ruby.ts'
import { type Asked, addressOf, conditionsIn } from '../../rules/asked.ts'
import type { PublicPoint, PublicPromise } from '../../rules/shown.ts'
import type { VoiceTerms } from '../../terms.ts'
import { urls } from '../../urls.ts'
import { PublicPointText } from './point.tsx'
import { day, wordIn, wordsOf } from './words.tsx'

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
  readonly departmentName: (name: string) => string
  readonly districtName: (id: string) => string
}

/** Every published voice, newest first; its address can be sent to somebody. */
export function VoicesPage(props: ListProps) {
  const { view, asked, voices, after } = props
  const t = wordsOf(view)
  return (
    <Page view={view} title={t.title} section="voices" wide description={t.description}>
      <Masthead title={t.title} lead={t.lead} />
      <Doors
        view={view}
        doors={[
          { path: urls.write, title: t.write, text: t.writeText },
          { path: '/r', title: t.mine, text: t.mineText },
          { path: urls.figures, title: t.figures, text: t.figuresText },
        ]}
      />
      <div class="columns start part">
        <VoiceFilters {...props} />
        <div class="stack">
          <p class="soft">
            {t.gistNote} {t.japaneseNote}
          </p>
          {voices.length === 0 ? (
            <EmptyState title={conditionsIn(asked) ? t.nothing : t.nothingYet}>
              {conditionsIn(asked) > 0 && (
                <p>
                  <a href={at(view, urls.list)}>{t.clear}</a>
                </p>
              )}
            </EmptyState>
          ) : (
            voices.map((points) => <OneVoice {...props} points={points} />)
          )}
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

function OneVoice(props: ListProps & { readonly points: readonly PublicPoint[] }) {
  const { view, points, promises, terms, today, departmentName, districtName } = props
  const t = wordsOf(view)
  const [first] = points
  if (!first) return null
  return (
    <Part
      view={view}
      id={`voice-${first.number}`}
      title={t.received(day(view, first.receivedOn))}
      more={{ text: t.voiceTitle(first.number), path: urls.one(first.number) }}
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

function VoiceFilters({ view, asked, terms, sections, districts, departmentName }: ListProps) {
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
    </Filters>
  )
}
