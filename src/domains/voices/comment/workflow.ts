import { type Actor, holds, holdsSomewhere } from '#platform/actor.ts'
import type { Workflow } from '#platform/workflow.ts'
import type { CaseState, CommentCase } from './case.ts'

/** `section` answers for the case; `approver` heads it and has not handed the result in. */
export type Standing =
  | 'anyone'
  | 'reader'
  | 'taker'
  | 'section'
  | 'secretariat'
  | 'approver'
  | 'clock'

/** 意見募集の流れ: the draft, the period, the comments, the result with its own 決裁. */
// biome-ignore format: a table is read in columns
export const workflow = {
  create:    { from: ['nothing'],                                     to: 'planned',          by: ['section', 'secretariat'],           basis: 'パブリックコメント手続実施要綱(対象)' },
  edit:      { from: ['planned'],                                     to: 'same',             by: ['section', 'secretariat'],           basis: 'パブリックコメント手続実施要綱(案の公表)' },
  takeDraft: { from: ['planned'],                                     to: 'same',             by: ['section', 'secretariat'],           basis: 'パブリックコメント手続実施要綱(案の公表)' },
  addFile:   { from: ['planned', 'ready', 'open'],                    to: 'same',             by: ['section', 'secretariat'],           basis: 'パブリックコメント手続実施要綱(案の公表)' },
  ready:     { from: ['planned'],                                     to: 'ready',            by: ['secretariat'],                      basis: 'パブリックコメント手続実施要綱(案の公表)' },
  callBack:  { from: ['ready'],                                       to: 'planned',          by: ['secretariat'],                      basis: 'パブリックコメント手続実施要綱(案の公表)' },
  open:      { from: ['ready'],                                       to: 'open',             by: ['clock'],                            basis: 'パブリックコメント手続実施要綱(意見の募集)' },
  extend:    { from: ['open'],                                        to: 'same',             by: ['secretariat'],                      basis: 'パブリックコメント手続実施要綱(意見の募集)' },
  hand:      { from: ['open'],                                        to: 'same',             by: ['anyone'],                           basis: 'パブリックコメント手続実施要綱(意見の提出)' },
  takeIn:    { from: ['open', 'closed', 'result-drafting'],           to: 'same',             by: ['taker', 'section', 'secretariat'],  basis: 'パブリックコメント手続実施要綱(意見の提出)' },
  close:     { from: ['open'],                                        to: 'closed',           by: ['clock'],                            basis: 'パブリックコメント手続実施要綱(意見の募集)' },
  answer:    { from: ['open', 'closed', 'result-drafting'],           to: 'same',             by: ['section', 'secretariat'],           basis: 'パブリックコメント手続実施要綱(意見の考慮)' },
  conclude:  { from: ['closed', 'result-drafting'],                   to: 'result-drafting',  by: ['section', 'secretariat'],           basis: 'パブリックコメント手続実施要綱(意見の考慮)' },
  submit:    { from: ['closed', 'result-drafting'],                   to: 'result-submitted', by: ['section', 'secretariat'],           basis: 'パブリックコメント手続実施要綱(結果の公表)' },
  giveBack:  { from: ['result-submitted'],                            to: 'result-drafting',  by: ['approver', 'secretariat'],          basis: '事務決裁規程(差戻し)' },
  publish:   { from: ['result-submitted'],                            to: 'published',        by: ['approver'],                         basis: '事務決裁規程(起案者以外の決裁)' },
  archive:   { from: ['published'],                                   to: 'archived',         by: ['secretariat'],                      basis: '文書管理規程' },
  openSender: { from: ['open', 'closed', 'result-drafting', 'result-submitted', 'published'], to: 'same', by: ['section', 'secretariat'], basis: '個人情報の保護に関する法律 第69条' },
  readDesk:  { from: ['nothing'],                                     to: 'same',             by: ['reader', 'taker', 'section', 'secretariat'], basis: '文書管理規程' },
  setTerms:  { from: ['nothing'],                                     to: 'same',             by: ['secretariat'],                      basis: 'パブリックコメント手続実施要綱(意見の募集)' },
} as const satisfies Workflow<CaseState, Standing>

export type CommentAction = keyof typeof workflow

/** The case, or before there is one only its section. */
export type About = Pick<CommentCase, 'section'> & { readonly submittedBy?: string }

/** Without anything: whether the person stands so anywhere. 職務分掌: whoever handed a result in does not approve it. */
export function standing(actor: Actor, about?: About): ReadonlySet<Standing> {
  const stands = new Set<Standing>(['anyone'])
  const is = (permission: `voices.${string}`) =>
    about
      ? holds(actor, permission, { sections: [about.section] })
      : holdsSomewhere(actor, permission)
  if (actor.id === 'sys_clock') stands.add('clock')
  if (holdsSomewhere(actor, 'voices.taker')) stands.add('taker')
  if (holdsSomewhere(actor, 'voices.reader')) stands.add('reader')
  if (is('voices.section')) stands.add('section')
  if (holdsSomewhere(actor, 'voices.secretariat')) stands.add('secretariat')
  const own = about?.submittedBy === actor.id
  if (!own && is('voices.head')) stands.add('approver')
  return stands
}

/** The words as they came are read by whoever answers them, and by the secretariat; figures by all who may look. */
export function mayReadWords(actor: Actor, about: Parameters<typeof standing>[1]): boolean {
  const stands = standing(actor, about)
  return stands.has('section') || stands.has('secretariat')
}
