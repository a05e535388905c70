import type { Kind, Words } from '#domains/notices/index.ts'
import { eraDate, fiscalYearIn } from '#platform/calendar.ts'

type Locale = 'ja' | 'easy' | 'en' | 'ko'
const isJa = (locale: Locale) => locale === 'ja' || locale === 'easy'

/** Staff read Japanese or English; the other two are filled so that no page of settings is without a name. */
const title = (ja: string, en: string): Record<Locale, string> => ({ ja, easy: ja, en, ko: en })
const words = (locale: Locale, ja: Words, en: Words): Words => (isJa(locale) ? ja : en)
const line = (subject: string, text: string): Words => ({ subject, line: text })

export const asked: Kind<{ section: string; year: number }> = {
  name: 'liaisons.asked',
  audience: 'staff',
  title: title('協働推進員の推薦の依頼', 'Requests to name a liaison'),
  cadence: 'at-once',
  words: (locale, { section, year }) =>
    words(
      locale,
      line(
        `協働推進員の推薦をお願いします(${section})`,
        `${fiscalYearIn('ja', year)}の${section}の協働推進員を、課の人から1人選んでください。`,
      ),
      line(
        `Please name a liaison (${section})`,
        `Choose one person of ${section} as its liaison for ${fiscalYearIn('en', year)}.`,
      ),
    ),
}

export const appointed: Kind<{ section: string; from: string; until: string }> = {
  name: 'liaisons.appointed',
  audience: 'staff',
  title: title('協働推進員への任命', 'Appointment as a liaison'),
  cadence: 'at-once',
  words: (locale, { section, from, until }) =>
    words(
      locale,
      line(
        `${section}の協働推進員になりました`,
        `任期は${eraDate(from)}から${eraDate(until)}までです。することの一覧があります。`,
      ),
      line(
        `You are the liaison of ${section}`,
        `From ${from} to ${until}. There is a list of what to do.`,
      ),
    ),
}

export const overdue: Kind<{ section: string; ja: string; en: string; due: string }> = {
  name: 'liaisons.overdue',
  audience: 'staff',
  title: title('協働推進員のおつとめの期限', 'Liaison’s duties that are overdue'),
  cadence: 'daily',
  words: (locale, { section, ja, en, due }) =>
    words(
      locale,
      line(`期限を過ぎました: ${ja}`, `${section}の「${ja}」の期限は${eraDate(due)}でした。`),
      line(`Overdue: ${en}`, `“${en}” of ${section} was due on ${due}.`),
    ),
}

export const invited: Kind<{ title: string; on: string; place: string }> = {
  name: 'liaisons.invited',
  audience: 'staff',
  title: title('協働推進員の研修の案内', 'Invitations to trainings for liaisons'),
  cadence: 'at-once',
  words: (locale, { title: what, on, place }) =>
    words(
      locale,
      line(`研修の案内: ${what}`, `${eraDate(on)}${place ? `、${place}` : ''}で行います。`),
      line(`Training: ${what}`, `On ${on}${place ? `, at ${place}` : ''}.`),
    ),
}

/** Every kind of notice that liaisons and heads get. */
export const kinds: readonly Kind[] = [asked, appointed, overdue, invited] as readonly Kind[]
