import { blank, type Values } from '#platform/form.ts'
import { Refused } from '#platform/result.ts'
import { contentForm } from '../forms.ts'
import { type Content, parts } from '../publication.ts'

/** What a form says as the content of an edition. */
export const contentIn = (v: Values<typeof contentForm>): Content => ({
  kicker: v.kicker,
  title: v.title,
  slogan: v.slogan,
  leadTitle: v.leadTitle,
  lead: v.lead,
  went: v.went,
  next: v.next,
  call: v.call,
  parts: parts.filter((part) => v.parts.includes(part)),
  short: { easy: v.easy, en: v.en, ko: v.ko },
})

export const filledFrom = ({ short, ...content }: Content) =>
  blank(contentForm, { ...content, ...short })

/** 2013-04-10 and 9:00, in Japan's time; wide figures are what people type. */
export function momentIn(day: string, hour: string): Date {
  const [, h = '', m = ''] = /^(\d{1,2}):(\d{2})$/.exec(hour.normalize('NFKC').trim()) ?? []
  const date = day.normalize('NFKC').trim()
  const at = new Date(`${date}T${h.padStart(2, '0')}:${m}:00+09:00`)
  const isThere = /^\d{4}-\d{2}-\d{2}$/.test(date) && !Number.isNaN(+at)
  if (isThere) return at
  throw new Refused({ kind: 'refused', reason: 'not-yet', place: 'day' })
}
