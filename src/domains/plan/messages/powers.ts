import type { PlanAction } from '../workflow.ts'

/** 操作 of the plan, for the table of permissions. */
const ja: Readonly<Record<PlanAction, string>> = {
  create: '計画を作る',
  edit: '施策・方針・前書きを直す、項目を足す・移す・削る',
  editItem: '項目を直す',
  takeIn: '取り込む',
  openComment: '意見の募集を始める',
  submit: '審議に出す',
  sendBack: '差し戻す',
  decide: '決裁する',
  publish: '公表する',
  start: '実施を始める',
  reachMidterm: '中間点検に進む',
  beginClosing: '取りまとめに進む',
  evaluate: '評価を終える',
  archive: '保存する',
  amend: '変更を起案する・取り下げる',
  approveAmendment: '変更を決裁する',
  rollOver: '次の年度の案を作る',
  readDraft: '案を読む',
  read: '公開された計画を読む',
}

const en: Readonly<Record<PlanAction, string>> = {
  create: 'Make a plan',
  edit: 'Edit measures, headings, the preface; add, move, remove items',
  editItem: 'Edit an item',
  takeIn: 'Take in a file',
  openComment: 'Open the comment period',
  submit: 'Submit to the council',
  sendBack: 'Send back',
  decide: 'Decide',
  publish: 'Publish',
  start: 'Start',
  reachMidterm: 'Go on to the midterm check',
  beginClosing: 'Begin closing',
  evaluate: 'Finish the evaluation',
  archive: 'Archive',
  amend: 'Propose or withdraw an amendment',
  approveAmendment: 'Approve an amendment',
  rollOver: 'Make the draft of the next year',
  readDraft: 'Read drafts',
  read: 'Read public plans',
}
export const planActions = { ja, en }
