import { type Actor, holds } from '#platform/actor.ts'
import type { Workflow } from '#platform/workflow.ts'
import type { DeliveryState } from './notice.ts'

export type Standing = 'recipient' | 'bearer' | 'postmaster' | 'system'

/** 送達の流れ: the clock sends; a postmaster looks after what did not arrive; a recipient decides for oneself. */
// biome-ignore format: a table is read in columns
export const workflow = {
  send:        { from: ['waiting', 'sending'],                     to: 'sending', by: ['system'],               basis: '文書管理規程(発送)' },
  takeBack:    { from: ['sent'],                                   to: 'bounced', by: ['system', 'postmaster'], basis: '文書管理規程(発送)' },
  sendAgain:   { from: ['failed', 'bounced', 'dropped'],           to: 'waiting', by: ['postmaster'],           basis: '文書管理規程(発送)' },
  drop:        { from: ['waiting', 'failed', 'bounced'],           to: 'dropped', by: ['postmaster'],           basis: '文書管理規程(発送)' },
  seeOutbox:   { from: ['nothing'],                                to: 'same',    by: ['postmaster'],           basis: '文書管理規程(発送)' },
  gather:      { from: ['waiting'],                                to: 'same',    by: ['postmaster'],           basis: '文書管理規程(発送)' },
  print:       { from: ['waiting'],                                to: 'same',    by: ['postmaster'],           basis: '個人情報保護法(利用目的の範囲)' },
  putBack:     { from: ['waiting'],                                to: 'same',    by: ['postmaster'],           basis: '文書管理規程(発送)' },
  markPrinted: { from: ['waiting'],                                to: 'sent',    by: ['postmaster'],           basis: '文書管理規程(発送)' },
  reprint:     { from: ['sent'],                                   to: 'same',    by: ['postmaster'],           basis: '個人情報保護法(利用目的の範囲)' },
  read:        { from: ['nothing'],                                to: 'same',    by: ['recipient'],            basis: '個人情報保護法(本人への通知)' },
  choose:      { from: ['nothing'],                                to: 'same',    by: ['recipient'],            basis: '特定電子メール法 第3条' },
  unsubscribe: { from: ['nothing'],                                to: 'same',    by: ['bearer'],               basis: '特定電子メール法 第3条' },
} as const satisfies Workflow<DeliveryState, Standing>

export type NoticeAction = keyof typeof workflow

/** How a person stands to the outbox and to one's own notices. A bearer holds the link from a mail of theirs. */
export function standing(actor: Actor, bearer = false): ReadonlySet<Standing> {
  const stands = new Set<Standing>()
  if (/^(per|res)_/.test(actor.id)) stands.add('recipient')
  if (bearer) stands.add('bearer')
  if (actor.id.startsWith('sys_')) stands.add('system')
  if (holds(actor, 'notices.postmaster')) stands.add('postmaster')
  return stands
}
