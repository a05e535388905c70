import { Part } from '#design/masthead.tsx'
import { Table } from '#design/table.tsx'
import type { View } from '#design/view.ts'
import { comparedWith, type Figures, type Share } from '../../rules/figures.ts'
import type { VoiceTerms } from '../../terms.ts'
import { day, wordsOf } from './words.tsx'

interface MissingProps {
  readonly view: View
  readonly figures: Figures
  readonly terms: Pick<VoiceTerms, 'population'>
  readonly districtName: (id: string) => string
}

/** Whose voices do not come: each group's share of them beside its share of the residents. */
export function Missing({ view, figures, terms, districtName }: MissingProps) {
  const t = wordsOf(view)
  const { on, source } = terms.population
  const tables = [
    [t.missingAge, t.age, figures.ageShares, (key: string) => t.ages[key] ?? key],
    [t.missingDistrict, t.district, figures.districtShares, districtName],
  ] as const
  return (
    <Part view={view} id="missing" title={t.missing} lead={t.missingLead}>
      {tables.every(([, , shares]) => shares.length === 0) ? (
        <p>{t.missingNone}</p>
      ) : (
        <>
          {tables.map(
            ([title, of, shares, name]) =>
              shares.length > 0 && (
                <Shares view={view} title={title} of={of} shares={shares} name={name} />
              ),
          )}
          {on && <p class="soft">{t.populationOf(day(view, on), source)}</p>}
        </>
      )}
    </Part>
  )
}

const percent = (share: number) => `${(share * 100).toFixed(1)}%`

function Shares({
  view,
  title,
  of,
  shares,
  name,
}: {
  readonly view: View
  readonly title: string
  readonly of: string
  readonly shares: readonly Share[]
  readonly name: (key: string) => string
}) {
  const t = wordsOf(view)
  return (
    <Table
      view={view}
      caption={title}
      columns={[
        { label: of, role: 'heading', cell: ({ key }) => name(key) },
        {
          label: t.shareVoices,
          role: 'number',
          cell: ({ ofVoices }) => (ofVoices === null ? t.hiddenMark : percent(ofVoices)),
        },
        { label: t.sharePeople, role: 'number', cell: ({ ofPeople }) => percent(ofPeople) },
        {
          label: t.compared,
          cell: (share) => {
            const found = comparedWith(share)
            return found ? t[found] : t.hiddenMark
          },
        },
      ]}
      rows={shares}
    />
  )
}
