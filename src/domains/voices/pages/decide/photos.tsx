import { AskedFields, asked, Faults } from '#design/asked.tsx'
import { Actions, Button } from '#design/button.tsx'
import { deskTongue, inJapanese } from '#design/desk-tongue.ts'
import { Form } from '#design/form.tsx'
import { Part } from '#design/masthead.tsx'
import { at, type View } from '#design/view.ts'
import { blank, type Filled } from '#platform/form.ts'
import { photoForm } from '../../forms/decide.ts'
import { decideWords } from '../../messages/decide.ts'
import type { PhotoDecision } from '../../photo.ts'
import type { Point } from '../../point.ts'
import type { VoiceTerms } from '../../terms.ts'
import { urls } from '../../urls.ts'
import type { Taken } from '../../voice.ts'

/** A picture that may be published, and what was decided on it so far. */
export interface DeskPhoto {
  readonly file: string
  readonly position: number
  /** False once the picture itself was thrown away in its time. */
  readonly isKept: boolean
  readonly decision: PhotoDecision | undefined
}

/** What came back from one picture's forms. */
export interface TypedPhoto {
  readonly file: string
  readonly form: Filled<typeof photoForm>
  /** What a rule refused, at its field. */
  readonly refused: Readonly<Record<string, string>>
}

export interface PhotosProps {
  readonly view: View
  readonly point: Point
  readonly voice: Pick<Taken, 'id' | 'number' | 'mayPublish'>
  readonly terms: Pick<VoiceTerms, 'grounds'>
  readonly photos: readonly DeskPhoto[]
  readonly mayDecide: boolean
  readonly typedPhoto?: TypedPhoto
}

/** 写真: each decided apart; what nobody decides on stays inside. */
export function DecidePhotos(props: PhotosProps) {
  const { view, photos, voice } = props
  const w = decideWords(view)
  if (!photos.length) return null
  return (
    <Part view={view} id="photos" title={w.photos} lead={w.photosLead}>
      <p>
        {w.wish}: <strong>{voice.mayPublish ? w.mayPublish : w.mayNot}</strong>
      </p>
      {photos.map((photo) => (
        <OnePhoto {...props} photo={photo} />
      ))}
    </Part>
  )
}

function OnePhoto(props: PhotosProps & { readonly photo: DeskPhoto }) {
  const { view, point, voice, terms, photo, mayDecide, typedPhoto } = props
  const w = decideWords(view)
  const { file, decision, isKept } = photo
  const typed = typedPhoto?.file === file ? typedPhoto : undefined
  const form =
    typed?.form ?? blank(photoForm, decision?.state === 'shown' ? { alt: decision.alt } : {})
  const refused = typed?.refused ?? {}
  const common = { among: file }
  const alt = asked(view, form, 'alt', {
    ...common,
    label: w.alt,
    hint: w.altHint,
    fault: refused.alt,
  })
  const ground = asked(view, form, 'ground', {
    ...common,
    label: w.ground,
    fault: refused.ground,
    options: terms.grounds
      .filter(({ key }) => key !== 'wish' || !voice.mayPublish)
      .map((one) => ({ value: one.key, label: one[deskTongue(view)] })),
  })
  const hidden = { version: String(decision?.version ?? 0) }
  const action = urls.photoDecision(point.id, file)
  const source = isKept
    ? at(view, urls.file(voice.id, file))
    : urls.photo(voice.number, photo.position)
  return (
    <section class="voice-photo stack" id={`photo-${file}`} aria-label={w.photo(photo.position)}>
      <h3>{w.photo(photo.position)}</h3>
      <p>{said(props)}</p>
      <a href={source}>
        <img src={source} alt={w.photo(photo.position)} />
      </a>
      {mayDecide && (
        <>
          <Faults view={view} fields={[alt, ground]} />
          {voice.mayPublish && isKept && (
            <Form view={view} action={action} hidden={hidden}>
              <div class="stack">
                <AskedFields view={view} fields={[alt]} />
              </div>
              <Actions>
                <Button name="do" value="show">
                  {w.photoShow}
                </Button>
              </Actions>
            </Form>
          )}
          <Form view={view} action={action} hidden={hidden}>
            <div class="stack">
              <AskedFields view={view} fields={[ground]} />
            </div>
            <Actions>
              <Button kind="secondary" name="do" value="withhold">
                {w.photoWithhold}
              </Button>
            </Actions>
          </Form>
        </>
      )}
    </section>
  )
}

/** What is decided now, in words. */
function said({ view, photo, terms }: PhotosProps & { readonly photo: DeskPhoto }) {
  const w = decideWords(view)
  const { decision } = photo
  if (!decision) return w.photoUndecided
  if (decision.state === 'shown')
    return (
      <>
        {w.isShown} <span {...inJapanese(view)}>{decision.alt}</span>
      </>
    )
  const known = terms.grounds.find(({ key }) => key === decision.ground)
  return w.isWithheld(known ? known[deskTongue(view)] : decision.ground)
}
