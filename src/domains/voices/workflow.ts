import { type Actor, holds, holdsSomewhere } from '#platform/actor.ts'
import type { Workflow } from '#platform/workflow.ts'
import type { Point, PointState } from './point.ts'
import type { VoiceState } from './voice.ts'

/**
 * How a person stands to a voice and its points. `taker` takes in what comes to the counter, by phone or on
 * paper; `section` answers for a section, `approver` may decide for it and has not written it, `publisher` may
 * decide on publication and has not written the answer; `sender` came by the receipt's number and phrase.
 */
export type Standing =
  | 'anyone'
  | 'sender'
  | 'reader'
  | 'taker'
  | 'section'
  | 'head'
  | 'approver'
  | 'secretariat'
  | 'publisher'

/** 市民の声の流れ: taking in, splitting into points, answering each, 決裁, reply, decision on publication. */
// biome-ignore format: a table is read in columns
export const workflow = {
  receive:     { from: ['nothing'],                              to: 'received',    by: ['anyone'],                            basis: '市民の声取扱要領 第3条(受付)' },
  takeIn:      { from: ['nothing'],                              to: 'received',    by: ['taker', 'secretariat'],              basis: '市民の声取扱要領 第3条(受付)' },
  correct:     { from: ['received'],                             to: 'same',        by: ['taker', 'secretariat'],              basis: '市民の声取扱要領 第3条(受付)' },
  acknowledge: { from: ['received', 'answering'],                to: 'same',        by: ['taker', 'secretariat'],              basis: '市民の声取扱要領 第3条(受付)' },
  check:       { from: ['received', 'answering', 'replied', 'closed', 'joined'], to: 'same', by: ['taker', 'secretariat'],   basis: '市民の声取扱要領 第3条(受付)' },
  join:        { from: ['received'],                             to: 'joined',      by: ['secretariat'],                       basis: '市民の声取扱要領 第4条(同じ内容のもの)' },
  part:        { from: ['joined'],                               to: 'received',    by: ['secretariat'],                       basis: '市民の声取扱要領 第4条(同じ内容のもの)' },
  triage:      { from: ['received'],                             to: 'answering',   by: ['secretariat'],                       basis: '市民の声取扱要領 第5条(論点の整理)' },
  retriage:    { from: ['answering'],                            to: 'same',        by: ['secretariat'],                       basis: '市民の声取扱要領 第5条(論点の整理)' },
  object:      { from: ['answering', 'replied'],                 to: 'same',        by: ['sender', 'taker', 'secretariat'],    basis: '市民の声取扱要領 第6条(要旨の確認)' },
  settle:      { from: ['answering', 'replied'],                 to: 'same',        by: ['secretariat'],                       basis: '市民の声取扱要領 第6条(要旨の確認)' },
  wait:        { from: ['received', 'answering'],                to: 'same',        by: ['section', 'secretariat'],            basis: '市民の声取扱要領 第8条(期限)' },
  goOn:        { from: ['received', 'answering'],                to: 'same',        by: ['sender', 'section', 'secretariat'],  basis: '市民の声取扱要領 第8条(期限)' },
  reassign:    { from: ['assigned', 'drafting', 'returned'],     to: 'assigned',    by: ['section', 'head', 'secretariat'],    basis: '市民の声取扱要領 第7条(担当課)' },
  draft:       { from: ['assigned', 'drafting', 'returned'],     to: 'drafting',    by: ['section', 'head'],                   basis: '市民の声取扱要領 第7条(回答の作成)' },
  submit:      { from: ['assigned', 'drafting', 'returned'],     to: 'submitted',   by: ['section', 'head'],                   basis: '市民の声取扱要領 第7条(回答の作成)' },
  takeBack:    { from: ['submitted'],                            to: 'drafting',    by: ['section', 'head'],                   basis: '市民の声取扱要領 第7条(回答の作成)' },
  approve:     { from: ['submitted'],                            to: 'approved',    by: ['approver'],                          basis: '事務決裁規程(起案者以外の決裁)' },
  giveBack:    { from: ['submitted', 'approved'],                to: 'returned',    by: ['approver', 'secretariat'],           basis: '事務決裁規程(差戻し)' },
  circulate:   { from: ['assigned', 'drafting', 'returned'],     to: 'circulated',  by: ['secretariat'],                       basis: '市民の声取扱要領 第9条(供覧)' },
  transfer:    { from: ['assigned', 'drafting', 'returned'],     to: 'transferred', by: ['secretariat'],                       basis: '市民の声取扱要領 第10条(移送)' },
  decline:     { from: ['assigned', 'drafting', 'returned'],     to: 'declined',    by: ['secretariat'],                       basis: '市民の声取扱要領 第11条(対象外)' },
  reopen:      { from: ['circulated', 'transferred', 'declined'], to: 'assigned',   by: ['secretariat'],                       basis: '市民の声取扱要領 第6条(要旨の確認)' },
  reply:       { from: ['answering'],                            to: 'replied',     by: ['secretariat'],                       basis: '市民の声取扱要領 第12条(回答)' },
  dispatch:    { from: ['replied', 'closed'],                    to: 'same',        by: ['secretariat'],                       basis: '市民の声取扱要領 第12条(回答)' },
  decide:      { from: ['answered'],                             to: 'same',        by: ['publisher'],                         basis: '市民の声取扱要領 第13条(公表)' },
  followUp:    { from: ['answered'],                             to: 'same',        by: ['section', 'head', 'secretariat'],    basis: '市民基本条例(説明責任)' },
  link:        { from: ['assigned', 'drafting', 'submitted', 'returned', 'approved', 'answered', 'circulated', 'transferred', 'declined'], to: 'same', by: ['section', 'head', 'secretariat'], basis: '市民基本条例(情報の共有)' },
  note:        { from: ['received', 'answering', 'replied', 'closed'], to: 'same',  by: ['section', 'head', 'secretariat'],    basis: '文書管理規程' },
  close:       { from: ['replied'],                              to: 'closed',      by: ['secretariat'],                       basis: '市民の声取扱要領 第14条(完結)' },
  openSender:  { from: ['received', 'answering', 'replied', 'closed', 'joined'], to: 'same', by: ['section', 'head', 'secretariat'], basis: '個人情報の保護に関する法律 第69条' },
  readWork:    { from: ['nothing'],                              to: 'same',        by: ['reader', 'section', 'head', 'secretariat'], basis: '文書管理規程' },
  setTerms:    { from: ['nothing'],                              to: 'same',        by: ['secretariat'],                       basis: '市民の声取扱要領 第8条(期限)' },
} as const satisfies Workflow<VoiceState | PointState, Standing>

export type VoiceAction = keyof typeof workflow

/** What a standing is about: the sections of the points, the point itself, whether the phrase was said. */
export interface About {
  readonly sections: readonly string[]
  readonly point?: Point
  readonly isSender?: boolean
}

/**
 * Without anything: whether the person stands so anywhere. 職務分掌: whoever handed an answer in neither approves
 * it nor decides on its publication.
 */
export function standing(actor: Actor, about?: About): ReadonlySet<Standing> {
  const stands = new Set<Standing>(['anyone'])
  const is = (permission: `voices.${string}`) =>
    about
      ? holds(actor, permission, { sections: about.sections })
      : holdsSomewhere(actor, permission)
  if (about?.isSender) stands.add('sender')
  if (holdsSomewhere(actor, 'voices.taker')) stands.add('taker')
  if (is('voices.reader')) stands.add('reader')
  if (is('voices.section')) stands.add('section')
  if (is('voices.head')) stands.add('head')
  const secretariat = holdsSomewhere(actor, 'voices.secretariat')
  if (secretariat) stands.add('secretariat')
  const point = about?.point
  const own = point && 'submittedBy' in point && point.submittedBy === actor.id
  if (!own && stands.has('head')) stands.add('approver')
  if (!own && secretariat) stands.add('publisher')
  return stands
}
