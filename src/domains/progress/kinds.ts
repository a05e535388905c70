import type { Kind, Words } from '#domains/notices/index.ts'
import { eraDate } from '#platform/calendar.ts'
import { groupModerated, groupRequest, groupSettled } from './group-kinds.ts'
import type { Period } from './progress.ts'

type Locale = 'ja' | 'easy' | 'en' | 'ko'

/** Staff read Japanese or English; the other two are filled so that no page of settings is without a name. */
const title = (ja: string, en: string): Record<Locale, string> => ({ ja, easy: ja, en, ko: en })
const said = (locale: Locale, ja: Words, en: Words): Words =>
  locale === 'ja' || locale === 'easy' ? ja : en
const line = (subject: string, text: string): Words => ({ subject, line: text })

const periodsJa: Readonly<Record<Period, string>> = {
  q1: '第1四半期',
  q2: '第2四半期',
  midterm: '中間点検',
  q3: '第3四半期',
  q4: '第4四半期',
  final: '年度末',
}
const periodsEn: Readonly<Record<Period, string>> = {
  q1: 'first quarter',
  q2: 'second quarter',
  midterm: 'midterm check',
  q3: 'third quarter',
  q4: 'fourth quarter',
  final: 'year end',
}

/** The items of one section in one round: told in one line. */
type OfSection = {
  readonly section: string
  readonly period: Period
  readonly due: string
  readonly count: number
  readonly codes: string
}

export const asked: Kind<OfSection> = {
  name: 'progress.asked',
  audience: 'staff',
  title: title('進捗の報告の依頼', 'Requests to report progress'),
  cadence: 'at-once',
  words: (locale, { section, period, due, count, codes }) =>
    said(
      locale,
      {
        ...line(
          `進捗の報告をお願いします(${section} ${count}件、期限 ${eraDate(due)})`,
          `${periodsJa[period]}: ${section}の${count}件(${codes})。期限は${eraDate(due)}です。`,
        ),
        body: [
          `${periodsJa[period]}の進み具合を報告してください。期限は${eraDate(due)}です。`,
          `${section}の項目: ${codes}(${count}件)`,
          '前回の内容が入っています。変わったところだけ直せば済みます。変わりがなければ、理由を書いて「変更なし」を押してください。',
        ],
      },
      {
        ...line(
          `Please report progress (${section}, ${count}, due ${due})`,
          `${periodsEn[period]}: ${count} of ${section} (${codes}), due on ${due}.`,
        ),
        body: [
          `Please report on the ${periodsEn[period]} by ${due}.`,
          `Items of ${section}: ${codes} (${count})`,
          'What was said last time is filled in: change what is new. If nothing is, say why.',
        ],
      },
    ),
}

export const reminder: Kind<OfSection & { readonly passed: boolean }> = {
  name: 'progress.reminder',
  audience: 'staff',
  title: title('進捗の報告の期限', 'Progress reports that are due'),
  cadence: 'at-once',
  words: (locale, { section, period, due, count, codes, passed }) =>
    said(
      locale,
      line(
        passed
          ? `報告の期限を過ぎました(${section} ${count}件)`
          : `報告の期限が近づいています(${section} ${count}件)`,
        `${periodsJa[period]}: ${codes}。期限は${eraDate(due)}${passed ? 'でした' : 'です'}。`,
      ),
      line(
        passed
          ? `Reports are overdue (${section}, ${count})`
          : `Reports are due soon (${section}, ${count})`,
        `${periodsEn[period]}: ${codes}, due on ${due}.`,
      ),
    ),
}

export const late: Kind<OfSection> = {
  name: 'progress.late',
  audience: 'staff',
  title: title('課の未報告(所属長へ)', 'Reports that your section owes'),
  cadence: 'at-once',
  words: (locale, { section, period, due, count, codes }) =>
    said(
      locale,
      line(
        `${section}の報告が${count}件、まだです`,
        `${periodsJa[period]}: ${codes}。期限は${eraDate(due)}でした。課の人に声をかけてください。`,
      ),
      line(
        `${section} still owes ${count} reports`,
        `${periodsEn[period]}: ${codes}, due on ${due}. Please speak to your people.`,
      ),
    ),
}

export const unreported: Kind<{
  readonly period: Period
  readonly due: string
  readonly count: number
  readonly sections: string
}> = {
  name: 'progress.unreported',
  audience: 'staff',
  title: title('未報告の課(事務局へ)', 'Sections that have not reported'),
  cadence: 'at-once',
  words: (locale, { period, due, count, sections }) =>
    said(
      locale,
      line(
        `未報告の課があります(${count}件)`,
        `${periodsJa[period]}(期限 ${eraDate(due)}): ${sections}`,
      ),
      line(
        `Sections that have not reported (${count})`,
        `${periodsEn[period]}, due on ${due}: ${sections}`,
      ),
    ),
}

/** One report of one item. */
type OfItem = { readonly code: string; readonly title: string; readonly asked: string }

export const submitted: Kind<OfItem> = {
  name: 'progress.submitted',
  audience: 'staff',
  title: title('確認を待つ報告', 'Reports to confirm'),
  cadence: 'daily',
  words: (locale, { code, title: of, asked: who }) =>
    said(
      locale,
      line(
        `報告の確認をお願いします: ${code} ${of}`,
        `${who}から、${code} ${of}の報告が出ました。`,
      ),
      line(`A report to confirm: ${code}`, `${who} reported on ${code} ${of}.`),
    ),
}

export const returned: Kind<OfItem & { readonly reason: string }> = {
  name: 'progress.returned',
  audience: 'staff',
  title: title('差し戻された報告', 'Reports that were given back'),
  cadence: 'at-once',
  words: (locale, { code, title: of, reason }) =>
    said(
      locale,
      line(`報告が差し戻されました: ${code} ${of}`, `理由: ${reason}`),
      line(`A report was given back: ${code}`, `Reason: ${reason}`),
    ),
}

/** To the section that asked a group which has no address: the city's decision has to be said by somebody. */
export const groupDecided: Kind<{
  readonly code: string
  readonly title: string
  readonly group: string
  readonly action: string
}> = {
  name: 'progress.group-decided',
  audience: 'staff',
  title: title('団体に伝える見守りの判断', 'Decisions to be told to a group'),
  cadence: 'at-once',
  words: (locale, { code, title: of, group, action }) =>
    said(
      locale,
      line(
        `団体に伝えてください: ${code} ${of}`,
        `${group}の報告について、${decidedJa[action] ?? '判断がありました'}。メールのない団体です。報告のページからリンクを印刷して渡してください。`,
      ),
      line(
        `Please tell the group: ${code}`,
        `The report of ${group} ${decidedEn[action] ?? 'was decided on'}. The group has no mail address: print a link on the report’s page and hand it over.`,
      ),
    ),
}
const decidedJa: Readonly<Record<string, string>> = {
  hide: '見えなくしました',
  restore: '元に戻しました',
  warn: '注意があります',
  uphold: '申し出のあとも見えないままにしました',
  overturn: '申し出を受けて元に戻しました',
}
const decidedEn: Readonly<Record<string, string>> = {
  hide: 'was hidden',
  restore: 'was put back',
  warn: 'was met with a warning',
  uphold: 'stays hidden after the appeal',
  overturn: 'was put back after the appeal',
}

type Titles = { readonly [L in Locale]: string }
const followed: Readonly<Record<Locale, (title: string) => readonly [string, string]>> = {
  ja: (of) => [
    `「${of}」の進み具合が報告されました`,
    '何をしたか、次に何をするかを読むことができます。',
  ],
  easy: (of) => [
    `「${of}」が どこまで {進|すす}んだか わかりました`,
    '{何|なに}を したか、{次|つぎ}に {何|なに}を するかを {読|よ}むことが できます。',
  ],
  en: (of) => [
    `Progress on “${of}” has been reported`,
    'You can read what was done and what comes next.',
  ],
  ko: (of) => [
    `“${of}”의 진행 상황이 보고되었습니다`,
    '무엇을 했고 다음에 무엇을 할지 읽을 수 있습니다.',
  ],
}

/** To those who follow an item: only that there is something new to read in public. */
export const news: Kind<{ readonly titles: Titles }> = {
  name: 'progress.news',
  audience: 'residents',
  title: {
    ja: '進み具合のお知らせ',
    easy: 'どこまで {進|すす}んだかの お{知|し}らせ',
    en: 'News of progress',
    ko: '진행 상황 소식',
  },
  cadence: 'daily',
  words: (locale, { titles }) => {
    const [subject, more] = followed[locale](titles[locale])
    return { subject, line: subject, body: [subject, more] }
  },
}

/** Every kind of notice that this chapter sends. */
export const kinds = [
  asked,
  reminder,
  late,
  unreported,
  submitted,
  returned,
  news,
  groupRequest,
  groupSettled,
  groupModerated,
  groupDecided,
] as readonly Kind[]
