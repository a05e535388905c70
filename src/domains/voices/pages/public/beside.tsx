import { Part } from '#design/masthead.tsx'
import { at, type View } from '#design/view.ts'
import type { IsoDate } from '#platform/calendar.ts'
import type { PublicPoint, PublicPromise } from '../../rules/shown.ts'
import type { VoiceTerms } from '../../terms.ts'
import { urls } from '../../urls.ts'
import { PublicPointText } from './point.tsx'
import { wordsOf } from './words.tsx'

interface BesideProps {
  readonly view: View
  readonly points: readonly PublicPoint[]
  readonly promises: ReadonlyMap<string, readonly PublicPromise[]>
  readonly today: IsoDate
  readonly terms: VoiceTerms
  readonly departmentName: (name: string) => string
  readonly districtName: (id: string) => string
}

/** On the page of an item: the newest voices that are tied to it. */
export function BesideItem(props: BesideProps) {
  const { view, points, promises } = props
  const t = wordsOf(view)
  return (
    <Part
      view={view}
      id="voices"
      title={t.besideTitle}
      lead={t.besideLead}
      more={{ text: t.besideMore, path: urls.list }}
    >
      {points.map((point) => (
        <>
          <PublicPointText {...props} point={point} promises={promises.get(point.id) ?? []} />
          <p>
            <a href={at(view, urls.one(point.number))}>{t.voiceTitle(point.number)}</a>
          </p>
        </>
      ))}
    </Part>
  )
}
