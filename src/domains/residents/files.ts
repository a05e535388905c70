import { addDays, eraDate, localDate } from '#platform/calendar.ts'
import type { Block, Document } from '#platform/document.ts'
import { pdf } from '#platform/pdf/pdf.ts'
import { plain } from '#platform/ruby.ts'
import type { SiteProfile } from '#platform/site.ts'
import type { ResidentMessages } from './messages/public.ts'
import { type Receipt, spokenNumber } from './receipt.ts'

interface Made {
  readonly site: SiteProfile
  readonly now: Date
}

const document = (
  { site, now }: Made,
  title: string,
  blocks: readonly Block[],
  over?: string,
): Document => ({
  title,
  ...(over !== undefined && { over }),
  author: plain(`${site.name.ja} ${site.unit.ja}`),
  lang: 'ja',
  date: localDate(now),
  colophon: [plain(`${site.name.ja} ${site.unit.ja} ${site.phone}`)],
  blocks,
})

/** 受付の控え: number and phrase in large print, with nobody's name or address on it. */
export const slip = (
  made: Made,
  t: ResidentMessages['receipt'],
  receipt: Receipt,
  title: string,
  phrase: string | null,
): Promise<Uint8Array> =>
  pdf(
    document(made, '受付の控え', [
      {
        kind: 'letter',
        lang: 'ja',
        to: [],
        from: [plain(`${made.site.name.ja} ${made.site.unit.ja}`)],
        date: eraDate(localDate(receipt.at)),
        title: `受付の控え(${plain(title)} ${spokenNumber(receipt)})`,
        code: receipt.number,
        paragraphs: [
          `上の大きな文字が${plain(t.number)}です。`,
          `${plain(t.phrase)}: ${phrase ?? '－'}`,
          '番号と合言葉の両方があれば、このサイトでも電話でも、その後をお答えできます。ほかの方には見せないでください。',
        ],
        foot: [plain(`${made.site.name.ja} ${made.site.unit.ja} ${made.site.phone}`)],
        large: true,
      },
    ]),
  )

export interface LetterOf {
  readonly name: string
  readonly postcode: string
  readonly address: string
  readonly code: string
}

/** One letter after the other; the address stands first, where a window envelope shows it. */
export const letters = (made: Made, of: readonly LetterOf[]): Promise<Uint8Array> =>
  pdf(
    document(
      made,
      '居住の確認のお手紙',
      of.map((one) => letter(made, one)),
    ),
  )

const letter = ({ site, now }: Made, one: LetterOf): Block => ({
  kind: 'letter',
  lang: 'ja',
  to: [`〒${one.postcode.slice(0, 3)}-${one.postcode.slice(3)}`, one.address, `${one.name} 様`],
  from: [plain(`${site.name.ja} ${site.unit.ja}`), plain(site.address.ja)],
  date: eraDate(localDate(now)),
  title: '居住の確認の番号をお届けします',
  code: one.code,
  paragraphs: [
    '「わたしのページ」の「居住の確認」に、この6つの数字を入れてください。',
    `${eraDate(addDays(localDate(now), 30))}まで使えます。`,
    '職員がこの番号をお聞きすることはありません。',
  ],
  foot: [plain(`${site.name.ja} ${site.unit.ja} ${site.phone}`)],
})

/** 会場で配る番号: to be cut apart. */
export const sheet = (
  made: Made,
  title: string,
  codes: readonly string[],
  expiresOn: string,
): Promise<Uint8Array> =>
  pdf(
    document(
      made,
      title,
      [
        {
          kind: 'paragraph',
          text: `一人に1つずつ配ります。1つの番号は一度だけ、${eraDate(expiresOn)}まで使えます。`,
        },
        {
          kind: 'table',
          caption: '番号',
          columns: [1, 2, 3].map(() => ({ label: '番号', width: 1 })),
          rows: Array.from({ length: Math.ceil(codes.length / 3) }, (_, i) =>
            [0, 1, 2].map((j) => codes[i * 3 + j] ?? ''),
          ),
        },
      ],
      '会場で配る番号',
    ),
  )

/** What is kept of a person, to be read. */
export const ownPdf = (
  made: Made,
  t: ResidentMessages,
  pairs: readonly (readonly [string, string])[],
): Promise<Uint8Array> =>
  pdf(
    document(made, plain(t.mine.name), [
      {
        kind: 'facts',
        pairs: pairs.map(([name, text]) => [plain(name), plain(text) || plain(t.mine.none)]),
      },
    ]),
  )
