import { blank, type Values } from '#platform/form.ts'
import { Refused } from '#platform/result.ts'
import { contentForm } from '../forms.ts'
import { type Content, parts, type YearPicture } from '../publication.ts'

/** What a form says as the content of an edition; the picture is one of the year's. */
export const contentIn = (
  v: Values<ReturnType<typeof contentForm>>,
  pictures: readonly YearPicture[],
): Content => ({
  kicker: v.kicker,
  title: v.title,
  slogan: v.slogan,
  leadTitle: v.leadTitle,
  lead: v.lead,
  went: v.went,
  next: v.next,
  call: v.call,
  parts: parts.filter((part) => v.parts.includes(part)),
  ...chosen(
    pictures.find(({ id }) => id === v.picture),
    v.caption,
  ),
  short: { easy: v.easy, en: v.en, ko: v.ko },
})

/** What is kept of it, and nothing else that the year knows of a picture. */
const chosen = (of: YearPicture | undefined, caption: string): Pick<Content, 'picture'> => {
  if (!of) return {}
  const { id, title, key, width, height, by } = of
  return { picture: { id, title, key, width, height, by, caption } }
}

export const filledFrom = ({ short, picture, ...content }: Content, pictures: readonly string[]) =>
  blank(contentForm(pictures), {
    ...content,
    ...short,
    picture: picture?.id ?? null,
    caption: picture?.caption ?? '',
  })

/** 2013-04-10 and 9:00, in Japan's time; wide figures are what people type. */
export function momentIn(day: string, hour: string): Date {
  const [, h = '', m = ''] = /^(\d{1,2}):(\d{2})$/.exec(hour.normalize('NFKC').trim()) ?? []
  const date = day.normalize('NFKC').trim()
  const at = new Date(`${date}T${h.padStart(2, '0')}:${m}:00+09:00`)
  const isThere = /^\d{4}-\d{2}-\d{2}$/.test(date) && !Number.isNaN(+at)
  if (isThere) return at
  throw new Refused({ kind: 'refused', reason: 'not-yet', place: 'day' })
}
