import { Actions, Button } from '#design/button.tsx'
import { Notice } from '#design/notice.tsx'
import { plain } from '#platform/ruby.ts'
import { carriedLook, type Look, mapSize } from '../rules/place.ts'
import { Drawn, inWords, MapSource, type PlacedProps, wordsOf } from './chosen.tsx'
import { carried, Sending, Sheet, type Typed } from './write.tsx'

/** Nothing to see: the browser says where on it somebody pressed, and the drawing lies beneath. */
const clear = 'data:image/gif;base64,R0lGODlhAQABAIAAAAAAAP///yH5BAEAAAAALAAAAAABAAEAAAIBRAA7'

interface PressedProps extends PlacedProps {
  readonly look: Look
  /** Name of the buttons, and what stands before the step in their values. */
  readonly name: string
  readonly most: number
}

/** The map as a button, and beside it what a keyboard needs. Lies in the form whose words it carries. */
export function PressedMap(props: PressedProps) {
  const { view, look, name, most } = props
  const w = wordsOf(view)
  const { zoom, mark } = look
  const way = (to: keyof typeof w.ways, where: string) => (
    <button type="submit" class={`button secondary ${where}`} name={name} value={`map-${to}`}>
      {w.ways[to]}
    </button>
  )
  return (
    <div class="map-choice">
      {Object.entries(carriedLook(look)).map(([key, value]) => (
        <input type="hidden" name={key} value={value} />
      ))}
      <div class="map-press">
        <Drawn {...props} id="place" />
        <input
          type="image"
          name="map"
          src={clear}
          alt={plain(w.press)}
          width={mapSize.width}
          height={mapSize.height}
          tabindex={-1}
          formnovalidate
        />
      </div>
      <div class="stack">
        <p role="status">{mark ? w.mark(inWords(props, mark)) : w.noMark}</p>
        <fieldset class="map-arrows">
          <legend>{w.move}</legend>
          <div class="map-tools">
            {way('up', 'up')}
            {way('left', 'left')}
            {way('right', 'right')}
            {way('down', 'down')}
          </div>
        </fieldset>
        <Actions>
          {zoom < most && (
            <Button kind="secondary" name={name} value="map-in" unchecked>
              {w.larger}
            </Button>
          )}
          {zoom > 0 && (
            <Button kind="secondary" name={name} value="map-out" unchecked>
              {w.smaller}
            </Button>
          )}
        </Actions>
      </div>
    </div>
  )
}

interface PlaceProps extends PlacedProps {
  readonly typed: Typed
  readonly look: Look
  readonly most: number
  readonly fault?: 'outside' | 'pickFirst' | undefined
}

/** 地図で: one page of the first step. All that was typed goes with every press. */
export function PlacePage(props: PlaceProps) {
  const { view, typed, fault } = props
  const w = wordsOf(view)
  return (
    <Sheet view={view} step={0} title={w.title} lead={w.lead} fields={[]}>
      {fault && (
        <Notice view={view} kind="warning" live>
          <p>{w[fault]}</p>
        </Notice>
      )}
      <Sending view={view} hidden={{ ...carried(typed.what), ...carried(typed.who) }}>
        <PressedMap {...props} name="step" />
        <Actions>
          <Button name="step" value="map-here">
            {w.here}
          </Button>
          <Button kind="secondary" name="step" value="back-what">
            {w.back}
          </Button>
        </Actions>
      </Sending>
      <MapSource {...props} />
    </Sheet>
  )
}
