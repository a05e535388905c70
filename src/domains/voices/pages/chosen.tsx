import { AskedFields } from '#design/asked.tsx'
import { Button } from '#design/button.tsx'
import { FieldSet } from '#design/form.tsx'
import { MapDrawing } from '#design/map.tsx'
import { languageOf, type View } from '#design/view.ts'
import { type CityMap, drawnMap, readSpot, type Spot, toPixel } from '#domains/districts/index.ts'
import type { Filled } from '#platform/form.ts'
import type { WhatForm } from '../forms/write.ts'
import { placeWords } from '../messages/place.ts'
import { frameOf, type Look, opened, whereabouts } from '../rules/place.ts'

/** The city's map, and how its districts are called today in the reader's language. */
export interface Placing {
  readonly map: CityMap
  readonly nameOf: (district: string) => string
}

export interface PlacedProps extends Placing {
  readonly view: View
}

export const wordsOf = (view: View) => placeWords[view.locale]

const far = (metres: number) =>
  metres < 950
    ? `${Math.max(1, Math.round(metres / 100)) * 100} m`
    : `${(metres / 1000).toFixed(1)} km`
/** Nearer than this it is the place itself. */
const beside = 150

/** A spot in words: whoever does not see the map knows as well where it is. */
export function inWords({ view, map, nameOf }: PlacedProps, spot: Spot): string {
  const w = wordsOf(view)
  const known = whereabouts(map, spot)
  if (!known) return w.degrees(spot.lat.toFixed(4), spot.lon.toFixed(4))
  const { from, metres, wind } = known
  const name = 'landmark' in from ? from.landmark : nameOf(from.district)
  return metres < beside ? w.around(name) : w.from(name, w.winds[wind], far(metres))
}

const japanese = (view: View) => (languageOf(view.locale) === 'ja' ? undefined : 'ja')

export function Drawn({
  look,
  id,
  ...props
}: PlacedProps & { readonly look: Look; readonly id: string }) {
  const { view, map, nameOf } = props
  const w = wordsOf(view)
  const frame = frameOf(map, look)
  const drawing = drawnMap(map, frame)
  return (
    <MapDrawing
      id={id}
      title={w.chosen}
      says={look.mark ? w.saysMark(inWords(props, look.mark)) : w.says}
      {...drawing}
      labels={drawing.labels.map(({ district, ...at }) => ({ ...at, name: nameOf(district) }))}
      mark={look.mark ? toPixel(frame, look.mark) : undefined}
    />
  )
}

/** Where the map comes from, if the city said so. */
export const MapSource = ({ view, map }: Pick<PlacedProps, 'view' | 'map'>) =>
  map.source ? (
    <p class="soft">
      {wordsOf(view).source('')}
      <span lang={japanese(view)}>{map.source}</span>
    </p>
  ) : null

/** A spot that was chosen: drawn, in words, and in degrees for whoever looks it up elsewhere. */
export function Chosen({
  spot,
  id,
  ...props
}: PlacedProps & { readonly spot: Spot; readonly id: string }) {
  const { view, map } = props
  const w = wordsOf(view)
  return (
    <figure class="stack">
      <Drawn {...props} id={id} look={opened(map, `${spot.lat},${spot.lon}`, '')} />
      <figcaption>
        {inWords(props, spot)}
        <br />
        <span class="soft">{w.degrees(spot.lat.toFixed(4), spot.lon.toFixed(4))}</span>
      </figcaption>
    </figure>
  )
}

interface AtPlaceProps {
  readonly view: View
  readonly placing: Placing | undefined
  readonly spot: Spot
}

/** 地図で選んだ場所, for the sender and for those who work on the voice; in degrees where the map was taken away. */
export function AtPlace({ view, placing, spot }: AtPlaceProps) {
  const w = wordsOf(view)
  return (
    <div class="stack">
      <p class="soft">{w.chosen}</p>
      {placing ? (
        <Chosen view={view} {...placing} id="chosen" spot={spot} />
      ) : (
        <p>{w.degrees(spot.lat.toFixed(4), spot.lon.toFixed(4))}</p>
      )}
    </div>
  )
}

interface ByMapProps {
  readonly view: View
  readonly form: Filled<WhatForm>
  readonly placing: Placing
}

/** 地図で: beside the district and the words, never instead of them. What was chosen can be left out again. */
export function ByMap({ view, form, placing }: ByMapProps) {
  const w = wordsOf(view)
  const spot = readSpot(form.raw.point)
  const isGone = form.faults.point !== undefined
  return (
    <FieldSet legend={w.byMap} hint={w.byMapHint}>
      {spot && (
        <>
          <AskedFields
            view={view}
            fields={[
              {
                kind: 'checkboxes',
                name: 'point',
                label: w.chosen,
                hint: w.chosenHint,
                plain: true,
                values: [form.raw.point],
                options: [{ value: form.raw.point, label: w.chosenKeep }],
                ...(isGone && { error: w.gone }),
              },
            ]}
          />
          {!isGone && <Chosen view={view} {...placing} id="chosen" spot={spot} />}
        </>
      )}
      <Button kind="secondary" name="step" value="map" unchecked>
        {spot ? w.again : w.open}
      </Button>
    </FieldSet>
  )
}
