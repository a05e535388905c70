import type { Proof, Told } from './liaison.ts'

/** One duty of every year. `due` is a day of the fiscal year, month and day: 08-31. */
export interface DutyTerms {
  readonly kind: string
  readonly title: Told
  readonly how: Told
  readonly due: string
  readonly proof: Proof
  readonly asked: boolean
}

/** 条件 — what a city sets for its liaisons; dated, so that a year keeps what held when it began. */
export interface LiaisonTerms {
  /** Whether the public roster names people. */
  readonly showNames: boolean
  /** Who may be named, in the city's words. 取手市: 係長以上. */
  readonly posts: string
  /** Days after which a section that has not answered is asked again. */
  readonly remindAfterDays: number
  /** Days without any act after which a liaison counts as silent. */
  readonly quietAfterDays: number
  readonly duties: readonly DutyTerms[]
}

/** Sources: domain handbook 14 (取手市 一次対応・研修 年1回以上, 倉敷市 業務の棚卸). */
export const defaultTerms: LiaisonTerms = {
  showNames: false,
  posts: '係長以上',
  remindAfterDays: 14,
  quietAfterDays: 60,
  duties: [
    {
      kind: 'inventory',
      title: {
        ja: '業務の棚卸(協働できそうな仕事を挙げる)',
        en: 'Inventory of work that could be done together',
      },
      how: {
        ja: '課の仕事のうち、市民や団体とできそうなものを表に書きます。',
        en: 'List the work of your section that could be done with residents and groups.',
      },
      due: '08-31',
      proof: 'inventory',
      asked: true,
    },
    {
      kind: 'training',
      title: { ja: '研修(年1回以上)', en: 'Training, at least once a year' },
      how: {
        ja: '研修に出ると、事務局がつける出席で済みになります。',
        en: 'Done by itself when the secretariat marks you as present.',
      },
      due: '11-30',
      proof: 'training',
      asked: true,
    },
    {
      kind: 'cases',
      title: { ja: '協働の事例を1つ報告する', en: 'Report one case of collaboration' },
      how: {
        ja: 'うまくいったことも、いかなかったことも、3行ほどで書きます。',
        en: 'Three lines are enough, on what worked and what did not.',
      },
      due: '12-28',
      proof: 'note',
      asked: true,
    },
    {
      kind: 'first-answers',
      title: {
        ja: '市民からの提案・相談への一次対応',
        en: 'First answers to proposals and questions',
      },
      how: {
        ja: '今年度に受けて、はじめの返事をした件数を書きます。なければ0件と書きます。',
        en: 'How many you received and answered first this year. Zero is an answer too.',
      },
      due: '03-15',
      proof: 'count',
      asked: true,
    },
    {
      kind: 'hand-over',
      title: { ja: '次の人への引継ぎ', en: 'Hand-over to the next liaison' },
      how: {
        ja: '続けるときは「続けます」、代わるときは渡した人と日を書きます。',
        en: 'Say that you go on, or to whom and when you handed over.',
      },
      due: '03-31',
      proof: 'handover',
      asked: true,
    },
  ],
}
