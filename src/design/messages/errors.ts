import type { Locale } from '../view.ts'
import { refusals } from './refusals.ts'

interface Said {
  readonly title: string
  readonly written: 'kept' | 'lost' | 'none'
  readonly todo: readonly string[]
}

export interface ErrorWords {
  readonly missing: Said
  readonly notAllowed: Said
  readonly wrongState: Said
  readonly stale: Said
  readonly refused: Said
  readonly forged: Said
  readonly large: Said
  readonly bug: Said
  /** Reasons of `refused`, by their key. */
  readonly refusals: Readonly<Record<string, string>>
}

const ja: ErrorWords = {
  missing: {
    title: 'お探しのページはありません',
    written: 'none',
    todo: ['アドレスをお確かめください。', 'はじめのページか検索からお探しください。'],
  },
  notAllowed: {
    title: 'この操作はできません',
    written: 'none',
    todo: [
      'この操作を担当する人に頼んでください。',
      '担当が変わったときは、事務局にお知らせください。',
    ],
  },
  wrongState: {
    title: '今の段階では、この操作はできません',
    written: 'lost',
    todo: ['ほかの人が先に進めたのかもしれません。計画のページで今の段階をお確かめください。'],
  },
  stale: {
    title: 'ほかの人が先に直しました',
    written: 'lost',
    todo: ['前のページに戻り、新しい内容を見てから、もう一度操作してください。'],
  },
  refused: {
    title: 'このままでは進められません',
    written: 'lost',
    todo: ['前のページに戻り、示したところを直してください。'],
  },
  forged: {
    title: '送信を受け付けませんでした',
    written: 'lost',
    todo: [
      '長い時間がたったか、別のところから送られたようです。',
      'ページを開き直してから、もう一度送ってください。',
    ],
  },
  large: {
    title: 'ファイルが大きすぎます',
    written: 'lost',
    todo: ['20MBより小さいファイルにしてください。写真をのぞくと小さくなります。'],
  },
  bug: {
    title: 'こちらの不具合で表示できません',
    written: 'lost',
    todo: [
      'しばらくしてから、もう一度お試しください。',
      '続くときは、下の番号を添えてお電話ください。',
    ],
  },
  refusals: refusals.ja,
}

const en: ErrorWords = {
  missing: {
    title: 'There is no such page',
    written: 'none',
    todo: ['Please check the address.', 'Or look for it from the first page or by searching.'],
  },
  notAllowed: {
    title: 'You cannot do this',
    written: 'none',
    todo: ['Please ask the person who is in charge of it.'],
  },
  wrongState: {
    title: 'This cannot be done at the present stage',
    written: 'lost',
    todo: ['Somebody may have moved the plan on. Please look at its present stage.'],
  },
  stale: {
    title: 'Somebody else saved first',
    written: 'lost',
    todo: ['Go back, look at what is new, and try again.'],
  },
  refused: {
    title: 'This cannot go on as it is',
    written: 'lost',
    todo: ['Go back and correct what is named here.'],
  },
  forged: {
    title: 'What you sent was not accepted',
    written: 'lost',
    todo: [
      'It may have been open too long, or sent from elsewhere.',
      'Open the page anew and send again.',
    ],
  },
  large: {
    title: 'The file is too large',
    written: 'lost',
    todo: ['It has to be smaller than 20 MB.'],
  },
  bug: {
    title: 'Something went wrong on our side',
    written: 'lost',
    todo: ['Please try again in a while.', 'If it goes on, call us with the number below.'],
  },
  refusals: refusals.en,
}

const easy: ErrorWords = {
  missing: {
    title: 'このページはありません',
    written: 'none',
    todo: ['アドレスを{見|み}てください。', 'はじめのページからさがしてください。'],
  },
  notAllowed: {
    title: 'あなたはこれをすることができません',
    written: 'none',
    todo: ['{市役所|しやくしょ}に{聞|き}いてください。'],
  },
  wrongState: {
    title: '{今|いま}はできません',
    written: 'lost',
    todo: ['{計画|けいかく}のページを{見|み}てください。'],
  },
  stale: {
    title: 'ほかの{人|ひと}が{先|さき}に{直|なお}しました',
    written: 'lost',
    todo: ['{前|まえ}のページにもどってください。'],
  },
  refused: {
    title: 'このままではできません',
    written: 'lost',
    todo: ['{前|まえ}のページにもどって、{直|なお}してください。'],
  },
  forged: {
    title: '{送|おく}ることができませんでした',
    written: 'lost',
    todo: ['ページをもう{一度|いちど}{開|ひら}いてください。'],
  },
  large: {
    title: 'ファイルが{大|おお}きすぎます',
    written: 'lost',
    todo: ['20MBより{小|ちい}さいファイルにしてください。'],
  },
  bug: {
    title: '{今|いま}、{見|み}ることができません',
    written: 'lost',
    todo: ['あとで、もう{一度|いちど}{見|み}てください。'],
  },
  refusals: refusals.easy,
}

const ko: ErrorWords = {
  missing: {
    title: '찾으시는 페이지가 없습니다',
    written: 'none',
    todo: ['주소를 확인해 주세요.', '첫 페이지나 검색으로 찾아 주세요.'],
  },
  notAllowed: {
    title: '이 작업은 할 수 없습니다',
    written: 'none',
    todo: ['담당자에게 부탁해 주세요.'],
  },
  wrongState: {
    title: '지금 단계에서는 할 수 없습니다',
    written: 'lost',
    todo: ['다른 사람이 먼저 진행했을 수 있습니다. 계획의 현재 단계를 확인해 주세요.'],
  },
  stale: {
    title: '다른 사람이 먼저 고쳤습니다',
    written: 'lost',
    todo: ['앞 페이지로 돌아가 새 내용을 보고 다시 해 주세요.'],
  },
  refused: {
    title: '이대로는 진행할 수 없습니다',
    written: 'lost',
    todo: ['앞 페이지로 돌아가 표시된 곳을 고쳐 주세요.'],
  },
  forged: {
    title: '보내신 것을 받지 못했습니다',
    written: 'lost',
    todo: ['페이지를 다시 열고 보내 주세요.'],
  },
  large: {
    title: '파일이 너무 큽니다',
    written: 'lost',
    todo: ['20MB보다 작은 파일로 해 주세요.'],
  },
  bug: {
    title: '저희 쪽 문제로 표시할 수 없습니다',
    written: 'lost',
    todo: ['잠시 뒤에 다시 시도해 주세요.', '계속되면 아래 번호와 함께 전화해 주세요.'],
  },
  refusals: refusals.ko,
}

export const errors: Readonly<Record<Locale, ErrorWords>> = { ja, easy, en, ko }
