import { type Actor, holds, holdsSomewhere } from '#platform/actor.ts'
import type { Workflow } from '#platform/workflow.ts'
import { type Issue, type IssueState, issueStates } from './newsletter.ts'

/** How a person stands to one issue. */
export type Standing = 'anyone' | 'reader' | 'editor' | 'approver' | 'system'

const rule = '広報発行要領'

/** お便りの流れ. Read a line as: this action starts from, leads to, is taken by, because of. */
// biome-ignore format: a table is read in columns
export const workflow = {
  subscribe: { from: ['nothing'],                         to: 'same',      by: ['anyone'],             basis: '特定電子メール法 第3条(同意)' },
  leave:     { from: ['nothing'],                         to: 'same',      by: ['anyone'],             basis: '特定電子メール法 第3条(受信拒否)' },
  read:      { from: ['nothing', ...issueStates],         to: 'same',      by: ['reader'],             basis: rule },
  write:     { from: ['nothing'],                         to: 'draft',     by: ['editor'],             basis: rule },
  edit:      { from: ['draft'],                           to: 'same',      by: ['editor'],             basis: rule },
  mask:      { from: ['draft'],                           to: 'same',      by: ['editor'],             basis: '個人情報保護法(目的外の提供の制限)' },
  submit:    { from: ['draft'],                           to: 'submitted', by: ['editor'],             basis: `${rule}(決裁)` },
  testSend:  { from: ['draft', 'submitted', 'approved'],  to: 'same',      by: ['reader'],             basis: rule },
  sendBack:  { from: ['submitted', 'approved'],           to: 'draft',     by: ['editor', 'approver'], basis: `${rule}(決裁)` },
  approve:   { from: ['submitted'],                       to: 'approved',  by: ['approver'],           basis: `${rule}(書いた人以外の決裁)` },
  send:      { from: ['approved'],                        to: 'sending',   by: ['editor'],             basis: rule },
  postChunk: { from: ['sending'],                         to: 'same',      by: ['system'],             basis: rule },
  finish:    { from: ['sending'],                         to: 'sent',      by: ['system'],             basis: rule },
  drop:      { from: ['draft', 'submitted', 'approved'],  to: 'dropped',   by: ['editor'],             basis: rule },
  setTerms:  { from: ['nothing'],                         to: 'same',      by: ['editor'],             basis: rule },
} as const satisfies Workflow<IssueState, Standing>

export type NewsletterAction = keyof typeof workflow

/** Whoever changed a word of it does not approve it. A head of a section approves wherever they head. */
export function standing(actor: Actor, of?: Pick<Issue, 'authors'>): ReadonlySet<Standing> {
  const stands = new Set<Standing>(['anyone'])
  const isEditor = holds(actor, 'newsletters.editor')
  const isApprover = holdsSomewhere(actor, 'newsletters.approver')
  if (isEditor) stands.add('editor')
  if (isEditor || isApprover) stands.add('reader')
  if (isApprover && !of?.authors.includes(actor.id)) stands.add('approver')
  if (actor.id.startsWith('sys_')) stands.add('system')
  return stands
}
