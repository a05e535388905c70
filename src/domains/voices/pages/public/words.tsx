import { longDate } from '#design/dates.ts'
import { type Locale, languageOf, type View } from '#design/view.ts'
import { dayStart, type IsoDate } from '#platform/calendar.ts'
import { type PublicWords, publicWords } from '../../messages/public.ts'
import { blot, type Piece } from '../../rules/redaction.ts'
import type { Named, VoiceTerms } from '../../terms.ts'

export const wordsOf = (view: View): PublicWords => publicWords[view.locale]

export const day = (view: View, date: IsoDate): string => longDate(view.locale, dayStart(date))

/** Without the day of the week: for headings, that a phone can show on one line. */
export const shortDay = (view: View, date: IsoDate): string =>
  view.locale === 'en'
    ? day(view, date).replace(/^\w+, /, '')
    : day(view, date).replace(/ ?[(]?[월화수목금토일月火水木金土日][)]?$/, '')

/** A word of the city's own lists; what was taken from the list since stands by its key. */
export const wordIn = (list: readonly Named[], key: string, locale: Locale): string =>
  list.find((one) => one.key === key)?.[locale] ?? key

/** Why a point is withheld: a ground of the city, or that it was circulated, or outside. */
export function groundWord(
  { grounds, outside }: Pick<VoiceTerms, 'grounds' | 'outside'>,
  ground: string,
  locale: Locale,
): string {
  const t = publicWords[locale]
  if (ground === 'circulated') return t.circulatedGround
  const [, declined] = /^declined:(.*)$/.exec(ground) ?? []
  return declined === undefined
    ? wordIn(grounds, ground, locale)
    : t.declinedGround(wordIn(outside, declined, locale))
}

const scripts = { ja: /[\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Han}]/u, ko: /\p{sc=Hangul}/u } as const

/** In which language people wrote: said wherever it is not the page's, so that it is read out rightly. */
export function tongueOf(view: View, text: string): 'ja' | 'ko' | 'en' | undefined {
  const written = scripts.ko.test(text) ? 'ko' : scripts.ja.test(text) ? 'ja' : 'en'
  return written === languageOf(view.locale) ? undefined : written
}

const said = (pieces: readonly Piece[]) =>
  pieces.map((one) => ('text' in one ? one.text : '')).join('')

interface PiecesProps {
  readonly view: View
  readonly pieces: readonly Piece[]
  readonly grounds: readonly Named[]
}

/** A public text: where words were taken out stands a block, and for whoever hears it, why. */
export function Pieces({ view, pieces, grounds }: PiecesProps) {
  const t = wordsOf(view)
  const lang = tongueOf(view, said(pieces))
  return (
    <span class="lines" lang={lang}>
      {pieces.map((one) =>
        'text' in one ? (
          one.text
        ) : (
          <>
            <span class="blot" aria-hidden="true">
              {blot}
            </span>
            <span class="unseen" lang={lang && languageOf(view.locale)}>
              {t.hiddenWord(wordIn(grounds, one.hidden, view.locale))}
            </span>
          </>
        ),
      )}
    </span>
  )
}

/** Beneath the texts of a point: what the blocks mean. Nothing where nothing was taken out. */
export function HiddenNote({
  view,
  texts,
  grounds,
}: {
  readonly view: View
  readonly texts: readonly (readonly Piece[])[]
  readonly grounds: readonly Named[]
}) {
  const keys = new Set(texts.flat().flatMap((one) => ('hidden' in one ? [one.hidden] : [])))
  if (!keys.size) return null
  const said = [...keys].map((key) => wordIn(grounds, key, view.locale)).join(', ')
  return <p class="soft">{wordsOf(view).hiddenNote(said)}</p>
}

/** In which order outcomes stand on a page: what was answered first. */
export const order = ['shown', 'deciding', 'withheld', 'transferred', 'open'] as const
