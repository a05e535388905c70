import { figure } from '#design/dates.ts'
import { Part } from '#design/masthead.tsx'
import type { View } from '#design/view.ts'
import type { PublicPhotos } from '../../rules/shown.ts'
import type { VoiceTerms } from '../../terms.ts'
import { urls } from '../../urls.ts'
import { groundWord, tongueOf, wordsOf } from './words.tsx'

export interface PhotosProps {
  readonly view: View
  readonly number: string
  readonly photos: PublicPhotos
  readonly terms: Pick<VoiceTerms, 'grounds' | 'outside'>
}

/** The photos that somebody decided to publish, each with its words; of the others that they are there, and why not. */
export function Photos({ view, number, photos, terms }: PhotosProps) {
  const t = wordsOf(view).photos
  const { shown, withheld, grounds } = photos
  if (!shown.length && !withheld) return null
  const why = grounds
    .map((key) => groundWord(terms, key, view.locale))
    .join(view.locale === 'en' ? '; ' : '、')
  return (
    <Part view={view} id="photos" title={t.title} {...(shown.length && { lead: t.lead })}>
      {shown.length > 0 && (
        <ul class="voice-photos">
          {shown.map(({ position, alt, width, height }) => (
            <li>
              <figure class="stack-tight">
                <a href={urls.photo(number, position)}>
                  <img
                    src={`${urls.photo(number, position)}?size=small`}
                    alt={alt}
                    lang={tongueOf(view, alt)}
                    width={width}
                    height={height}
                    loading="lazy"
                  />
                </a>
                <figcaption class="soft">
                  <span lang={tongueOf(view, alt)}>{alt}</span>
                </figcaption>
              </figure>
            </li>
          ))}
        </ul>
      )}
      {withheld > 0 && (
        <p>
          {t.withheld(figure(view.locale, withheld))} {why && t.because(why)}
        </p>
      )}
    </Part>
  )
}
