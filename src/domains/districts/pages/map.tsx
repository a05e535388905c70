import { Actions, Button, ButtonLink } from '#design/button.tsx'
import { DeskPage } from '#design/desk-page.tsx'
import { Field } from '#design/field.tsx'
import { Form } from '#design/form.tsx'
import { EmptyState } from '#design/list.tsx'
import { MapDrawing } from '#design/map.tsx'
import { Masthead, Part } from '#design/masthead.tsx'
import { Notice } from '#design/notice.tsx'
import type { View } from '#design/view.ts'
import type { IsoDate } from '#platform/calendar.ts'
import type { District } from '../district.ts'
import type { CityMap } from '../map.ts'
import { deskWords, inJapanese } from '../messages/desk.ts'
import { mapWords } from '../messages/map.ts'
import { becameBy, districtsOn } from '../rules/districts.ts'
import { drawn } from '../rules/drawing.ts'
import type { MapFaultAt } from '../rules/geojson.ts'
import { wholeCity } from '../rules/projection.ts'
import { urls } from '../urls.ts'

export interface MapProps {
  readonly view: View
  readonly map: CityMap | undefined
  readonly all: readonly District[]
  readonly today: IsoDate
  readonly mayKeep: boolean
  readonly done: string | null
  readonly fault?: string
  readonly faults?: readonly MapFaultAt[]
}

/** As many faults as anybody mends at a time. */
const mostFaults = 50

/** 市の地図: as it is, and how it is taken in. */
export function MapPage(props: MapProps) {
  const { view, map, mayKeep, done } = props
  const w = mapWords(view)
  const said = done !== null && Object.hasOwn(w.done, done) ? w.done[done] : undefined
  return (
    <DeskPage
      view={view}
      title={w.title}
      breadcrumbs={[{ text: deskWords(view).title, path: urls.list }]}
    >
      {said && (
        <Notice view={view} kind="success" live>
          <p>{said}</p>
        </Notice>
      )}
      <Masthead over={deskWords(view).title} title={w.title} lead={w.lead} />
      {map ? (
        <Now {...props} map={map} />
      ) : (
        <EmptyState title={w.none}>
          <p>{w.noneText}</p>
        </EmptyState>
      )}
      {mayKeep && <Change {...props} />}
    </DeskPage>
  )
}

function Now({ view, map, all, today }: MapProps & { readonly map: CityMap }) {
  const w = mapWords(view)
  const drawing = drawn(map, wholeCity(map, 344, 440))
  const named = new Set(map.labels.map(({ district }) => becameBy(all, district, today)?.id))
  for (const { district } of map.areas) if (district) named.add(becameBy(all, district, today)?.id)
  const unnamed = districtsOn(all, today).filter(({ id }) => !named.has(id))
  return (
    <Part view={view} id="now" title={w.now}>
      <div {...inJapanese(view)}>
        <MapDrawing
          id="city-map"
          title={w.title}
          says={w.says}
          {...drawing}
          labels={drawing.labels.map(({ district, ...at }) => ({
            ...at,
            name: becameBy(all, district, today)?.name ?? '',
          }))}
        />
      </div>
      <p class="soft">{w.holds(map)}</p>
      <p class="soft">
        {map.source ? (
          <>
            {w.source('')}
            <span lang="ja">{map.source}</span>
          </>
        ) : (
          w.noSource
        )}
      </p>
      {unnamed.length > 0 && <p>{w.unnamed(unnamed.map(({ name }) => name).join('、'))}</p>}
      <Actions>
        <ButtonLink view={view} path={urls.mapFile} kind="secondary">
          {w.export}
        </ButtonLink>
      </Actions>
    </Part>
  )
}

function Change({ view, map, fault, faults = [] }: MapProps) {
  const w = mapWords(view)
  return (
    <>
      <Part view={view} id="take-in" title={w.takeIn} lead={w.takeInLead}>
        {faults.length > 0 && (
          <Notice view={view} kind="danger" live>
            <ul class="bullets">
              {faults.slice(0, mostFaults).map((one) => (
                <li>{w.faultAt(one)}</li>
              ))}
            </ul>
          </Notice>
        )}
        <Form view={view} action={urls.map} multipart>
          <Field
            view={view}
            field={{
              kind: 'file',
              name: 'file',
              label: w.file,
              hint: w.fileHint,
              required: true,
              accept: '.geojson,.json,application/geo+json',
              ...(fault !== undefined && { error: fault }),
            }}
          />
          <Actions>
            <Button>{w.go}</Button>
          </Actions>
        </Form>
      </Part>
      {map && (
        <Part view={view} id="remove" title={w.remove} lead={w.removeLead}>
          <Form view={view} action={urls.mapRemoved} hidden={{ version: String(map.version) }}>
            <Actions>
              <Button kind="secondary">{w.remove}</Button>
            </Actions>
          </Form>
        </Part>
      )}
    </>
  )
}
