import type { Child } from 'hono/jsx'
import { figure } from '#design/dates.ts'
import { MapDrawing } from '#design/map.tsx'
import { Masthead } from '#design/masthead.tsx'
import { Page } from '#design/page.tsx'
import { Table } from '#design/table.tsx'
import { at, type View } from '#design/view.ts'
import { drawnMap, wholeCity } from '#domains/districts/index.ts'
import { fiscalYearIn } from '#platform/calendar.ts'
import { plain } from '#platform/ruby.ts'
import { placeWords } from '../../messages/place.ts'
import { addressOf } from '../../rules/asked.ts'
import type { CoveredTable } from '../../rules/figures.ts'
import { outcomes } from '../../rules/outcome.ts'
import { urls } from '../../urls.ts'
import { MapSource, type Placing } from '../chosen.tsx'
import { wordsOf } from './words.tsx'

export interface VoiceMapProps {
  readonly view: View
  readonly fiscalYear: number
  readonly years: readonly number[]
  /** As the page of figures has them: what is hidden there is hidden here. */
  readonly covered: CoveredTable
  readonly smallest: number
  readonly placing: Placing | undefined
  readonly districtName: (id: string) => string
}

const size = { width: 344, height: 460 } as const
const shown = outcomes.indexOf('shown')

/** 声の地図: how many were published in each district, drawn, and as a table with the same figures. */
export function VoiceMapPage(props: VoiceMapProps) {
  const { view, fiscalYear, covered, years } = props
  const w = placeWords[view.locale]
  const t = wordsOf(view)
  const title = w.mapTitle(fiscalYearIn(view.locale, fiscalYear))
  const others = years.filter((one) => one !== fiscalYear)
  return (
    <Page
      view={view}
      title={title}
      section="voices"
      breadcrumbs={[{ text: t.title, path: urls.list }]}
    >
      <Masthead title={title} lead={w.mapLead} />
      {covered.table ? <Counted {...props} /> : <p>{t.cannotShow}</p>}
      <p>
        <a href={at(view, urls.figuresOf(fiscalYear))}>{w.mapFigures}</a>
      </p>
      {others.length > 0 && (
        <nav aria-label={plain(t.otherYears)}>
          <ul class="cluster">
            {others.map((one) => (
              <li>
                <a href={at(view, urls.mapOf(one))}>{fiscalYearIn(view.locale, one)}</a>
              </li>
            ))}
          </ul>
        </nav>
      )}
    </Page>
  )
}

interface Row {
  readonly key: string
  readonly name: string
  readonly shown: number | null
  readonly all: number | null
}

function Counted(props: VoiceMapProps) {
  const { view, covered, fiscalYear, placing, districtName, smallest } = props
  const { keys, table } = covered
  const w = placeWords[view.locale]
  const t = wordsOf(view)
  const rows = keys.map((key, r): Row => {
    const name = key === '' ? t.unsaid : districtName(key)
    return {
      key,
      name,
      shown: table?.rows[r]?.[shown] ?? null,
      all: table?.rowTotals[r] ?? null,
    }
  })
  const cell = (value: number | null): Child =>
    value === null ? (
      <span role="img" aria-label={plain(t.hiddenSaid)}>
        {t.hiddenMark}
      </span>
    ) : (
      figure(view.locale, value)
    )
  const year = String(fiscalYear)
  return (
    <>
      {placing ? (
        <>
          <OnLand {...props} placing={placing} rows={rows} />
          <MapSource view={view} {...placing} />
          <p class="soft">{w.mapOff}</p>
        </>
      ) : (
        <p class="soft">{w.mapNone}</p>
      )}
      <Table
        view={view}
        caption={w.mapTable}
        columns={[
          {
            label: t.district,
            role: 'heading',
            cell: ({ key, name, shown: n }) =>
              key && n ? (
                <a href={at(view, addressOf(urls.list, { district: key, year }))}>{name}</a>
              ) : (
                name
              ),
          },
          { label: w.mapShown, role: 'number', cell: (row) => cell(row.shown) },
          { label: w.mapAll, role: 'number', cell: (row) => cell(row.all) },
        ]}
        rows={rows}
        foot={{
          key: '',
          name: t.total,
          shown: table?.columnTotals[shown] ?? null,
          all: table?.total ?? null,
        }}
      />
      <p class="soft">{t.hiddenWhy(figure(view.locale, smallest))}</p>
    </>
  )
}

interface LandProps extends VoiceMapProps {
  readonly placing: Placing
  readonly rows: readonly Row[]
}

/** Figures in circles where the districts' names stand; each is a figure of the table below. */
function OnLand({ view, placing: { map, nameOf }, rows }: LandProps) {
  const w = placeWords[view.locale]
  const t = wordsOf(view)
  const drawing = drawnMap(map, wholeCity(map, size.width, size.height))
  const counts = drawing.labels.flatMap(({ district, x, y }) => {
    const name = nameOf(district)
    const row = rows.find((one) => one.name === name)
    if (!row) return []
    const count = row.shown === null ? t.hiddenMark : figure(view.locale, row.shown)
    return [{ x, y, name, count }]
  })
  return (
    <MapDrawing
      id="voice-map"
      title={w.mapDoor}
      says={w.mapSays}
      {...drawing}
      labels={[]}
      landmarks={[]}
      counts={counts}
    />
  )
}
