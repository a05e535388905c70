import type { ResidentAction, Standing } from '../workflow.ts'

type Both<Key extends string> = {
  readonly ja: Readonly<Record<Key, string>>
  readonly en: Readonly<Record<Key, string>>
}

/** The workflow table in words, for the pages of permissions. */
export const residentActions: Both<ResidentAction> = {
  ja: {
    receive: '受け付けてもらう・受け付ける',
    readReceipt: '受付を見る',
    addToReceipt: '受付に書き足す',
    changeContact: '連絡先を替える・消す',
    signIn: '入る・登録する',
    claim: '受付を自分の登録に入れる',
    correct: '自分のことを直す',
    readOwn: '自分について残るものを見る',
    close: '登録を終わりにする',
    open: '連絡先を開く',
    assist: '代わりに手続きする',
    readOpenings: '開示の一覧を見る',
    makeSheet: '会場で配る番号を作る',
    importRegister: '名簿を取り込む',
    printLetters: '手紙を印刷する',
    clean: '期限の過ぎたものを消す',
    askCheck: '居住の確認を頼む',
    withdrawCheck: '頼むのをやめる',
    confirmCheck: '居住を確認する',
    refuseCheck: '確認を断る',
    expireCheck: '確認の期限を終える',
    renewCheck: '確認を更新する',
    revokeCheck: '確認を取り消す',
    readCheck: '確認の状態を見る',
  },
  en: {
    receive: 'give or take in',
    readReceipt: 'read a receipt',
    addToReceipt: 'add to a receipt',
    changeContact: 'change or delete a contact',
    signIn: 'enter or register',
    claim: 'put a receipt into one’s account',
    correct: 'correct what is kept of oneself',
    readOwn: 'read what is kept of oneself',
    close: 'close an account',
    open: 'open a contact',
    assist: 'act in a person’s place',
    readOpenings: 'read the list of openings',
    makeSheet: 'make codes for a meeting',
    importRegister: 'take in the register',
    printLetters: 'print letters',
    clean: 'delete what is past its term',
    askCheck: 'ask for a residence check',
    withdrawCheck: 'withdraw the request',
    confirmCheck: 'confirm residence',
    refuseCheck: 'refuse a check',
    expireCheck: 'let a check run out',
    renewCheck: 'renew a check',
    revokeCheck: 'withdraw a check',
    readCheck: 'read the state of a check',
  },
}

export const residentStandings: Both<Standing> = {
  ja: {
    anyone: 'だれでも',
    bearer: '番号と合言葉をもつ人',
    self: '本人',
    counter: '窓口の職員',
    verifier: '居住を確認する職員',
    officer: '個人情報保護の責任者',
    system: 'システム',
  },
  en: {
    anyone: 'anyone',
    bearer: 'who has number and phrase',
    self: 'the person',
    counter: 'staff at the counter',
    verifier: 'staff who confirm residence',
    officer: 'data protection officer',
    system: 'the system',
  },
}
