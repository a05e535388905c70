import { Notice } from '#design/notice.tsx'
import { StateBadge } from '#design/state.tsx'
import { at, type View } from '#design/view.ts'
import { coverSaid, moderationUrls, moderationWords } from '#domains/moderation/index.ts'
import type { IsoDate } from '#platform/calendar.ts'
import type { PublicPoint, PublicPromise } from '../../rules/shown.ts'
import type { VoiceTerms } from '../../terms.ts'
import { day, HiddenNote, Pieces, tongueOf, wordIn, wordsOf } from './words.tsx'

export interface PointProps {
  readonly view: View
  readonly point: PublicPoint
  readonly promises: readonly PublicPromise[]
  readonly terms: Pick<VoiceTerms, 'grounds' | 'dispositions' | 'topics'>
  readonly departmentName: (name: string) => string
  readonly districtName: (id: string) => string
  readonly today: IsoDate
  /** 2 where it stands right under the page's title. */
  readonly level?: 3 | 4
}

/** One point as it is public: what was said, what the city answered, what it promised. */
export function PublicPointText(props: PointProps) {
  const { view, point, terms, departmentName, districtName, level = 3 } = props
  const t = wordsOf(view)
  const { locale } = view
  const facts = [
    [t.section, departmentName(point.section)],
    [t.topic, wordIn(terms.topics, point.topic, locale)],
    [t.kind, t.kinds[point.kind]],
    ...(point.district ? [[t.district, districtName(point.district)]] : []),
    ...(point.ageBand ? [[t.age, t.ages[point.ageBand] ?? point.ageBand]] : []),
  ]
  if (point.cover) return <Covered view={view} point={point} facts={facts} />
  const gist = <Pieces view={view} pieces={point.gist} grounds={terms.grounds} />
  return (
    <div class="stack">
      {level === 3 ? <h3 class="voice-gist">{gist}</h3> : <h4 class="voice-gist">{gist}</h4>}
      <div class="voice-answer stack-tight">
        <p>
          <strong>{t.answer}</strong>{' '}
          <span class="soft">{wordIn(terms.dispositions, point.disposition, locale)}</span>
        </p>
        <p>
          <Pieces view={view} pieces={point.answer} grounds={terms.grounds} />
        </p>
        <Promised {...props} />
        <HiddenNote
          view={view}
          texts={[point.gist, point.answer, point.promise]}
          grounds={terms.grounds}
        />
      </div>
      <FactList facts={facts} />
    </div>
  )
}

type FactsOf = readonly (readonly (string | undefined)[])[]

const FactList = ({ facts }: { readonly facts: FactsOf }) => (
  <ul class="cluster soft">
    {facts.map(([name, text]) => (
      <li>
        {name}: {text}
      </li>
    ))}
  </ul>
)

/** Where its words are hidden: that they are, why, and what the city does about such words. */
function Covered({
  view,
  point,
  facts,
}: Pick<PointProps, 'view' | 'point'> & { readonly facts: FactsOf }) {
  if (!point.cover) return null
  return (
    <div class="stack">
      <Notice view={view}>
        <p>{coverSaid(view.locale, point.cover)}</p>
        <p>
          <a href={at(view, moderationUrls.figures)}>{moderationWords[view.locale].coveredMore}</a>
        </p>
      </Notice>
      <FactList facts={facts} />
    </div>
  )
}

function Promised({ view, point, promises, terms, today }: PointProps) {
  const t = wordsOf(view)
  if (!point.promise.length) return null
  return (
    <>
      <p>
        <strong>{t.promise}</strong>{' '}
        <Pieces view={view} pieces={point.promise} grounds={terms.grounds} />
      </p>
      {promises.map(({ dueOn, done }) =>
        done ? (
          <p>
            <StateBadge tone="good" word={t.promiseDone(day(view, done.on))} />{' '}
            <span class="lines" lang={tongueOf(view, done.result)}>
              {done.result}
            </span>
          </p>
        ) : (
          <p>
            {dueOn < today ? (
              <StateBadge tone="care" word={t.promiseLate(day(view, dueOn))} />
            ) : (
              <StateBadge tone="moving" word={t.promiseOpen(day(view, dueOn))} />
            )}
          </p>
        ),
      )}
    </>
  )
}
