import { type Actor, holds, holdsSomewhere } from '#platform/actor.ts'
import type { Workflow } from '#platform/workflow.ts'
import type { Report, ReportState, RoundState } from './progress.ts'

/**
 * How a person stands to a report. `section` works where it is asked, `head` answers for that section,
 * `confirmer` may answer for it and has not written it, `group` came by the group’s own link.
 */
export type Standing =
  | 'anyone'
  | 'reader'
  | 'section'
  | 'head'
  | 'confirmer'
  | 'secretariat'
  | 'group'
export type ProgressState = RoundState | ReportState

/** 進行管理の流れ: the asking, then each report, then what is said beside it. */
// biome-ignore format: a table is read in columns
export const workflow = {
  planRound:   { from: ['nothing'],                            to: 'planned',   by: ['secretariat'],                     basis: '計画事務の手引き 4-1(進捗の照会)' },
  editRound:   { from: ['planned', 'open'],                    to: 'same',      by: ['secretariat'],                     basis: '計画事務の手引き 4-1(進捗の照会)' },
  openRound:   { from: ['planned'],                            to: 'open',      by: ['secretariat'],                     basis: '計画事務の手引き 4-1(進捗の照会)' },
  closeRound:  { from: ['open'],                               to: 'closed',    by: ['secretariat'],                     basis: '計画事務の手引き 4-3(取りまとめ)' },
  askGroup:    { from: ['open'],                               to: 'same',      by: ['section', 'secretariat'],          basis: '市民基本条例(協働の原則)' },
  renewLink:   { from: ['requested', 'drafting', 'submitted', 'returned'], to: 'same', by: ['section', 'secretariat'],     basis: '市民基本条例(協働の原則)' },
  withdrawAsking: { from: ['requested', 'drafting', 'submitted', 'returned'], to: 'same', by: ['section', 'secretariat'],  basis: '市民基本条例(協働の原則)' },
  typeForGroup: { from: ['requested', 'drafting', 'returned'], to: 'submitted', by: ['section', 'secretariat'],            basis: '市民基本条例(協働の原則)' },
  renewAppeal: { from: ['confirmed'],                          to: 'same',      by: ['section', 'secretariat'],          basis: '市民参加サイト運営要綱(不服の申し出)' },
  noteDifference: { from: ['submitted', 'confirmed'],          to: 'same',      by: ['section', 'head', 'secretariat'],    basis: '市民基本条例(説明責任)' },
  reassign:    { from: ['requested', 'drafting', 'returned'],  to: 'requested', by: ['head', 'secretariat'],             basis: '計画事務の手引き 4-1(進捗の照会)' },
  saveDraft:   { from: ['requested', 'drafting', 'returned'],  to: 'drafting',  by: ['section', 'secretariat', 'group'], basis: '計画事務の手引き 4-2(進捗の報告)' },
  submit:      { from: ['requested', 'drafting', 'returned'],  to: 'submitted', by: ['section', 'secretariat', 'group'], basis: '計画事務の手引き 4-2(進捗の報告)' },
  takeBack:    { from: ['submitted'],                          to: 'drafting',  by: ['section', 'secretariat', 'group'], basis: '計画事務の手引き 4-2(進捗の報告)' },
  addFile:     { from: ['requested', 'drafting', 'returned'],  to: 'same',      by: ['section', 'secretariat', 'group'], basis: '計画事務の手引き 4-2(進捗の報告)' },
  removeFile:  { from: ['requested', 'drafting', 'returned'],  to: 'same',      by: ['section', 'secretariat', 'group'], basis: '計画事務の手引き 4-2(進捗の報告)' },
  withdrawFile: { from: ['submitted', 'confirmed'],            to: 'same',      by: ['confirmer', 'secretariat'],        basis: '個人情報保護法 第22条(不要な情報の消去)' },
  confirm:     { from: ['submitted'],                          to: 'confirmed', by: ['confirmer'],                       basis: '事務決裁規程(起案者以外の決裁)' },
  giveBack:    { from: ['submitted', 'confirmed'],             to: 'returned',  by: ['confirmer', 'secretariat'],        basis: '事務決裁規程(差戻し)' },
  explain:     { from: ['nothing'],                            to: 'same',      by: ['section', 'head', 'secretariat'],  basis: '市民基本条例(説明責任)' },
  setTerms:    { from: ['nothing'],                            to: 'same',      by: ['secretariat'],                     basis: '計画事務の手引き 4-1(進捗の照会)' },
  readWork:    { from: ['nothing'],                            to: 'same',      by: ['reader', 'section', 'head', 'secretariat'], basis: '文書管理規程' },
  read:        { from: ['confirmed'],                          to: 'same',      by: ['anyone'],                          basis: '市民基本条例(情報の共有)' },
} as const satisfies Workflow<ProgressState, Standing>

export type ProgressAction = keyof typeof workflow

/** What a standing is about: the sections of the item, and the report if there is one. */
export interface About {
  readonly sections: readonly string[]
  readonly report?: Report
}

/**
 * Without anything: whether the person stands so anywhere. A report of the city is confirmed by the head of the
 * section that was asked, or by the secretariat where it has no other; a group's by section or secretariat,
 * who look at it before it is public. Nobody confirms what they handed in.
 */
export function standing(actor: Actor, about?: About): ReadonlySet<Standing> {
  const stands = new Set<Standing>(['anyone'])
  const is = (permission: `progress.${string}`) =>
    about
      ? holds(actor, permission, { sections: about.sections })
      : holdsSomewhere(actor, permission)
  if (is('progress.reader')) stands.add('reader')
  if (is('progress.section')) stands.add('section')
  if (is('progress.head')) stands.add('head')
  if (holdsSomewhere(actor, 'progress.secretariat')) stands.add('secretariat')
  const report = about?.report
  const own = report && 'submittedBy' in report && report.submittedBy === actor.id
  const mayConfirm =
    report?.side === 'group'
      ? stands.has('section') || stands.has('secretariat')
      : stands.has('head') || stands.has('secretariat')
  if (mayConfirm && !own) stands.add('confirmer')
  return stands
}
