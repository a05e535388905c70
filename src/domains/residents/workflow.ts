import { type Actor, holdsSomewhere } from '#platform/actor.ts'
import type { Workflow } from '#platform/workflow.ts'
import type { CheckState } from './resident.ts'

export type Standing = 'anyone' | 'bearer' | 'self' | 'counter' | 'verifier' | 'officer' | 'system'

const all = ['pending', 'confirmed', 'refused', 'expired', 'renewed', 'revoked'] as const

/** 市民: the states are those of a residence check (居住の確認); the other lines have none. */
// biome-ignore format: a table is read in columns
export const workflow = {
  receive:         { from: ['nothing'],                                to: 'same',      by: ['anyone', 'counter'],             basis: '文書管理規程(受付)' },
  readReceipt:     { from: ['nothing'],                                to: 'same',      by: ['bearer', 'self', 'counter'],     basis: '文書管理規程(受付)' },
  addToReceipt:    { from: ['nothing'],                                to: 'same',      by: ['bearer', 'self', 'counter'],     basis: '文書管理規程(受付)' },
  changeContact:   { from: ['nothing'],                                to: 'same',      by: ['bearer', 'self', 'counter'],     basis: '個人情報保護法 第90条(訂正)' },
  signIn:          { from: ['nothing'],                                to: 'same',      by: ['anyone'],                        basis: '情報セキュリティ規程(認証)' },
  claim:           { from: ['nothing'],                                to: 'same',      by: ['self'],                          basis: '文書管理規程(受付)' },
  correct:         { from: ['nothing'],                                to: 'same',      by: ['self'],                          basis: '個人情報保護法 第90条(訂正)' },
  readOwn:         { from: ['nothing'],                                to: 'same',      by: ['self'],                          basis: '個人情報保護法 第76条(開示)' },
  close:           { from: ['nothing'],                                to: 'same',      by: ['self', 'system'],                basis: '個人情報保護法 第98条(利用停止)' },
  open:            { from: ['nothing'],                                to: 'same',      by: ['counter', 'officer'],            basis: '個人情報保護法 第69条(利用目的)' },
  assist:          { from: ['nothing'],                                to: 'same',      by: ['counter'],                       basis: '窓口事務の手引き(代わりの手続き)' },
  readOpenings:    { from: ['nothing'],                                to: 'same',      by: ['officer'],                       basis: '個人情報保護法 第66条(安全管理)' },
  makeSheet:       { from: ['nothing'],                                to: 'same',      by: ['verifier'],                      basis: '居住の確認の手引き' },
  importRegister:  { from: ['nothing'],                                to: 'same',      by: ['verifier'],                      basis: '居住の確認の手引き' },
  printLetters:    { from: ['nothing'],                                to: 'same',      by: ['verifier'],                      basis: '居住の確認の手引き' },
  clean:           { from: ['nothing'],                                to: 'same',      by: ['system'],                        basis: '文書保存規程' },
  askCheck:        { from: ['nothing', 'refused', 'expired', 'revoked'], to: 'pending', by: ['self', 'counter'],               basis: '居住の確認の手引き' },
  withdrawCheck:   { from: ['pending'],                                to: 'refused',   by: ['self'],                          basis: '居住の確認の手引き' },
  confirmCheck:    { from: ['pending'],                                to: 'confirmed', by: ['self', 'counter', 'verifier'],   basis: '居住の確認の手引き' },
  refuseCheck:     { from: ['pending'],                                to: 'refused',   by: ['verifier'],                      basis: '居住の確認の手引き' },
  expireCheck:     { from: ['confirmed', 'renewed'],                   to: 'expired',   by: ['system'],                        basis: '居住の確認の手引き(有効期間)' },
  renewCheck:      { from: ['confirmed', 'renewed', 'expired'],        to: 'renewed',   by: ['counter', 'verifier'],           basis: '居住の確認の手引き(更新)' },
  revokeCheck:     { from: ['confirmed', 'renewed'],                   to: 'revoked',   by: ['verifier'],                      basis: '居住の確認の手引き(取消し)' },
  readCheck:       { from: [...all],                                   to: 'same',      by: ['self', 'counter', 'verifier'],   basis: '居住の確認の手引き' },
} as const satisfies Workflow<CheckState, Standing>

export type ResidentAction = keyof typeof workflow

export interface Whose {
  /** The account that the thing belongs to. */
  readonly resident?: string | null
  /** The person has shown number and phrase of this very receipt. */
  readonly bearer?: boolean
}

/** How a person stands to the things of one resident or receipt. */
export function standing(actor: Actor, whose: Whose = {}): ReadonlySet<Standing> {
  const stands = new Set<Standing>(['anyone'])
  if (whose.bearer) stands.add('bearer')
  if (actor.id.startsWith('res_') && actor.id === whose.resident) stands.add('self')
  if (actor.id.startsWith('sys_')) stands.add('system')
  if (holdsSomewhere(actor, 'residents.counter')) stands.add('counter')
  if (holdsSomewhere(actor, 'residents.verifier')) stands.add('verifier')
  if (holdsSomewhere(actor, 'residents.officer')) stands.add('officer')
  return stands
}
