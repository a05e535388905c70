import type { AuditAction } from '#domains/audit/workflow.ts'
import type { NoticeAction } from '#domains/notices/workflow.ts'

/** Actions as an auditor reads them, of chapters whose own pages have no words for them. */
export const auditActions: Readonly<Record<AuditAction, string>> = {
  readLedger: '台帳を読む',
  takeLedger: '台帳を書き出す',
  readOpenings: '封を開けた記録を読む',
  readRetention: '保存年限を読む',
  setTerm: '保存年限を変える',
  readHeads: '台帳の見出しを読む',
}

export const noticeActions: Readonly<Record<NoticeAction, string>> = {
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
}
