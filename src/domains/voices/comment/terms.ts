import type { Category, CategorySet } from './category.ts'

/** 条件 — what a city sets for its public comments, dated: a case keeps what held on its first day. */
export interface CommentTerms {
  /** From the first day to the last, both counted. */
  readonly leastDays: number
  /** 氏名・住所: whether a comment without them is taken. */
  readonly asksName: boolean
  readonly categorySet: CategorySet
}

const category = (
  key: string,
  changesDraft: boolean,
  ja: string,
  easy: string,
  en: string,
  ko: string,
): Category => ({ key, changesDraft, ja, easy, en, ko })

/** The usual scales (domain handbook 2.2): letters as in 川崎, steps as in many smaller cities, four for a short draft. */
export const categories: Readonly<Record<CategorySet, readonly Category[]>> = {
  letters: [
    category(
      'A',
      true,
      'A 意見を踏まえ、案に反映した',
      'A {意見|いけん}で {案|あん}を {直|なお}しました',
      'A The draft was changed',
      'A 의견을 반영하여 안을 수정함',
    ),
    category(
      'B',
      false,
      'B 意見の趣旨が案に沿っている',
      'B {案|あん}に もう {同|おな}じ {考|かんが}えが あります',
      'B The draft already says so',
      'B 의견의 취지가 안과 일치함',
    ),
    category(
      'C',
      false,
      'C 今後の参考とする',
      'C これからの {参考|さんこう}に します',
      'C Kept in mind for later',
      'C 향후 참고함',
    ),
    category(
      'D',
      false,
      'D 質問・要望で、案の内容を説明した',
      'D {質問|しつもん}に {答|こた}えました',
      'D A question, explained',
      'D 질문·요망에 대해 설명함',
    ),
    category('E', false, 'E その他', 'E そのほか', 'E Other', 'E 기타'),
  ],
  steps: [
    category(
      'changed',
      true,
      '反映(案を修正した)',
      '{案|あん}を {直|なお}しました',
      'Adopted: the draft was changed',
      '반영(안을 수정함)',
    ),
    category(
      'partly',
      true,
      '一部反映(案の一部を修正した)',
      '{案|あん}の {一部|いちぶ}を {直|なお}しました',
      'Adopted in part',
      '일부 반영(안의 일부를 수정함)',
    ),
    category(
      'stated',
      false,
      '既に記載済み',
      'もう {案|あん}に {書|か}いて あります',
      'Already in the draft',
      '이미 기재됨',
    ),
    category(
      'noted',
      false,
      '参考(今後の参考とする)',
      'これからの {参考|さんこう}に します',
      'Kept in mind',
      '참고(향후 참고함)',
    ),
    category(
      'difficult',
      false,
      '反映が困難',
      '{直|なお}す ことが むずかしいです',
      'Cannot be adopted',
      '반영 곤란',
    ),
    category('other', false, 'その他', 'そのほか', 'Other', '기타'),
  ],
  four: [
    category(
      'adopted',
      true,
      '反映',
      '{案|あん}を {直|なお}しました',
      'Adopted: the draft was changed',
      '반영',
    ),
    category(
      'stated',
      false,
      '既に記載',
      'もう {案|あん}に {書|か}いて あります',
      'Already in the draft',
      '이미 기재됨',
    ),
    category(
      'noted',
      false,
      '参考',
      'これからの {参考|さんこう}に します',
      'Kept in mind for later',
      '참고',
    ),
    category('other', false, 'その他', 'そのほか', 'Other', '기타'),
  ],
}

/** 浜田市 and most others: 30 days, with name and address. */
export const defaultTerms: CommentTerms = {
  leastDays: 30,
  asksName: true,
  categorySet: 'letters',
}

/** Those of the case, or else of the terms of its first day. */
export const categoriesIn = (
  { categorySet }: Pick<CommentTerms, 'categorySet'>,
  one: { readonly categories: readonly Category[] | null },
): readonly Category[] => one.categories ?? categories[categorySet]
