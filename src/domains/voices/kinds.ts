import type { Kind, Words } from '#domains/notices/index.ts'
import { eraDate } from '#platform/calendar.ts'

type Locale = 'ja' | 'easy' | 'en' | 'ko'

/** Staff read Japanese or English; the other two are filled so that no page of settings is without a name. */
const title = (ja: string, en: string): Record<Locale, string> => ({ ja, easy: ja, en, ko: en })
const line =
  (ja: string, en: string) =>
  (locale: Locale): Words => {
    const text = locale === 'ja' || locale === 'easy' ? ja : en
    return { subject: text, line: text }
  }

/** Points of one section that have one day. */
type OfDay = { readonly section: string; readonly due: string; readonly count: number }

export const soon: Kind<OfDay & { readonly passed: boolean }> = {
  name: 'voice.soon',
  audience: 'staff',
  title: title('市民の声の回答期限', 'Voices that are due'),
  cadence: 'at-once',
  words: (locale, { section, due, count, passed }) =>
    passed
      ? line(
          `市民の声の回答期限が来ました(${section || '担当課の決まっていない声'} ${count}件、${eraDate(due)})`,
          `Answers to voices are due (${section || 'not yet with a section'}: ${count}, ${due})`,
        )(locale)
      : line(
          `市民の声の回答期限が近づいています(${section || '担当課の決まっていない声'} ${count}件、${eraDate(due)}まで)`,
          `Answers to voices are due soon (${section || 'not yet with a section'}: ${count}, by ${due})`,
        )(locale),
}

export const late: Kind<OfDay> = {
  name: 'voice.late',
  audience: 'staff',
  title: title('市民の声の期限切れ(所属長へ)', 'Voices overdue (to heads)'),
  cadence: 'at-once',
  words: (locale, { section, due, count }) =>
    line(
      `市民の声への回答が期限を過ぎました(${section} ${count}件、期限 ${eraDate(due)})`,
      `Answers to voices are overdue (${section}: ${count}, due on ${due})`,
    )(locale),
}

export const overdue: Kind<{
  readonly due: string
  readonly count: number
  readonly sections: string
}> = {
  name: 'voice.overdue',
  audience: 'staff',
  title: title('市民の声の期限切れ(事務局へ)', 'Voices overdue (to the secretariat)'),
  cadence: 'at-once',
  words: (locale, { due, count, sections }) =>
    line(
      `期限を3日過ぎた市民の声が${count}件あります(期限 ${eraDate(due)}: ${sections})`,
      `${count} voices are three days overdue (due on ${due}: ${sections})`,
    )(locale),
}

export const asked: Kind<{ readonly number: string; readonly section: string }> = {
  name: 'voice.asked',
  audience: 'staff',
  title: title(
    '市民の声についてのほかの課からの問い合わせ',
    'Questions of other sections on voices',
  ),
  cadence: 'at-once',
  words: (locale, { number, section }) =>
    line(
      `市民の声 ${number} について、${section}に問い合わせがあります`,
      `${section} is asked about voice ${number}`,
    )(locale),
}
