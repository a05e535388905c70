import type { NoticeAction, Standing } from '../workflow.ts'

interface Both<Key extends string> {
  readonly ja: Readonly<Record<Key, string>>
  readonly en: Readonly<Record<Key, string>>
}

/** The workflow table in words, for the pages of permissions. */
export const noticeActions: Both<NoticeAction> = {
  ja: {
    send: '送る',
    takeBack: '戻ってきたことを取り込む',
    sendAgain: 'もう一度送る',
    drop: '送らないことにする',
    seeOutbox: '発送の一覧を見る',
    gather: '手紙を印刷用にまとめる',
    print: '住所を開いて手紙を印刷する',
    putBack: 'まとめるのをやめる',
    markPrinted: '印刷したと記す',
    reprint: '手紙をもう一度印刷する',
    read: '自分のお知らせを読む',
    choose: '自分の受け取り方を決める',
    unsubscribe: 'メールのリンクから止める',
  },
  en: {
    send: 'Send',
    takeBack: 'Take in what came back',
    sendAgain: 'Send again',
    drop: 'Decide not to send',
    seeOutbox: 'See the outbox',
    gather: 'Gather letters for printing',
    print: 'Open addresses and print letters',
    putBack: 'Put gathered letters back',
    markPrinted: 'Note that letters are printed',
    reprint: 'Print a letter again',
    read: 'Read one’s own notices',
    choose: 'Choose how to be told',
    unsubscribe: 'Stop by the link in a mail',
  },
}

export const noticeStandings: Both<Standing> = {
  ja: {
    recipient: '宛先の本人',
    bearer: 'メールのリンクを持つ人',
    postmaster: '発送の担当',
    system: '時計とコマンド',
  },
  en: {
    recipient: 'the recipient',
    bearer: 'whoever has the link of the mail',
    postmaster: 'postmaster',
    system: 'the clock and commands',
  },
}
