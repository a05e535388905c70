import type { NewsletterContent } from '#domains/newsletters/index.ts'
import { standings } from '#domains/progress/index.ts'
import { fiscalYearIn } from '#platform/calendar.ts'
import type { Published, Tongue } from '../publication.ts'
import { messages } from './public.ts'

interface Said {
  readonly year: string
  readonly edition: string
  readonly day: string
  readonly counts: string
  readonly total: number
  /** The edition that this one puts right. */
  readonly corrects: string | null
}

interface Words {
  readonly title: (said: Said) => string
  readonly sentences: (said: Said) => readonly [string, string, string]
}

const words: Readonly<Record<Tongue, Words>> = {
  ja: {
    title: ({ year, edition }) => `${year}の広報と報告書 ${edition}を公表しました`,
    sentences: ({ year, edition, day, counts, total, corrects }) => [
      corrects
        ? `${year}の計画の進み具合について、${corrects}を訂正し、${edition}を公表しました。`
        : `${year}の計画の進み具合をまとめ、広報と報告書として公表しました。`,
      `${day}の数字では、${total}項目のうち、${counts}です。`,
      'くわしくは、次のページをご覧ください。',
    ],
  },
  easy: {
    title: ({ year, edition }) =>
      `${year}の {広報|こうほう}と {報告書|ほうこくしょ} ${edition}を {出|だ}しました`,
    sentences: ({ year, day, counts, total, corrects }) => [
      corrects
        ? `${year}の {計画|けいかく}の お{知|し}らせを {直|なお}しました。`
        : `${year}の {計画|けいかく}が どこまで {進|すす}んだかを まとめました。`,
      `${day}の ようすです。${total}{項目|こうもく}の うち、${counts}です。`,
      'つぎの ページを {見|み}てください。',
    ],
  },
  en: {
    title: ({ year, edition }) => `Bulletin and yearly report of ${year}: ${edition.toLowerCase()}`,
    sentences: ({ year, day, counts, total, corrects }) => [
      corrects
        ? `The city has corrected what it published on the plan of ${year} (${corrects.toLowerCase()}).`
        : `The city has published how far its plan of ${year} has come.`,
      `On ${day}, of ${total} items: ${counts}.`,
      'Please see the page below for more.',
    ],
  },
  ko: {
    title: ({ year, edition }) => `${year} 홍보지와 연간 보고서 ${edition} 공표`,
    sentences: ({ year, edition, day, counts, total, corrects }) => [
      corrects
        ? `${year} 계획의 진행 상황에 대해 ${corrects}을 정정한 ${edition}을 공표했습니다.`
        : `${year} 계획이 얼마나 진행되었는지 정리하여 공표했습니다.`,
      `${day} 현재 ${total}개 항목 중 ${counts}입니다.`,
      '자세한 내용은 다음 페이지를 봐 주십시오.',
    ],
  },
}

/** Title, three sentences and the way to the page, in every language: people write on from here. */
export function noticeFor(
  { fiscalYear, number, figures }: Published,
  corrects: number | null,
  path: string,
): NewsletterContent {
  const written = (tongue: Tongue) => {
    const t = messages[tongue]
    const counted = standings.flatMap((one) =>
      figures.counts[one] > 0 ? [`${t.standings[one]} ${t.items(figures.counts[one])}`] : [],
    )
    const said: Said = {
      year: fiscalYearIn(tongue, fiscalYear),
      edition: t.edition(number),
      day: t.asOfDay(figures.asOf),
      counts: counted.join(tongue === 'ja' || tongue === 'easy' ? '、' : ', '),
      total: figures.total,
      corrects: corrects === null ? null : t.edition(corrects),
    }
    return { title: words[tongue].title(said), paragraphs: words[tongue].sentences(said) }
  }
  const ja = messages.ja
  return {
    ja: written('ja'),
    easy: written('easy'),
    en: written('en'),
    ko: written('ko'),
    links: [{ text: `${fiscalYearIn('ja', fiscalYear)} ${ja.edition(number)}`, path }],
  }
}
