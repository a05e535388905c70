import { type Actor, holdsSomewhere } from '#platform/actor.ts'
import type { Workflow } from '#platform/workflow.ts'

export type Standing = 'anyone' | 'reader' | 'officer'

/** 監査: there are no states, only who may read what, and who sets how long things are kept. */
// biome-ignore format: a table is read in columns
export const workflow = {
  readLedger:    { from: ['nothing'], to: 'same', by: ['reader'],  basis: '文書管理規程' },
  takeLedger:    { from: ['nothing'], to: 'same', by: ['reader'],  basis: '文書管理規程' },
  readOpenings:  { from: ['nothing'], to: 'same', by: ['reader'],  basis: '個人情報保護法 第66条' },
  readRetention: { from: ['nothing'], to: 'same', by: ['reader'],  basis: '文書管理規程(保存年限)' },
  setTerm:       { from: ['nothing'], to: 'same', by: ['officer'], basis: '文書管理規程(保存年限)' },
  readHeads:     { from: ['nothing'], to: 'same', by: ['anyone'],  basis: '文書管理規程(台帳の見出しの公表)' },
} as const satisfies Workflow<never, Standing>

export type AuditAction = keyof typeof workflow

export function standing(actor: Actor): ReadonlySet<Standing> {
  const stands = new Set<Standing>(['anyone'])
  if (holdsSomewhere(actor, 'audit.reader')) stands.add('reader')
  if (holdsSomewhere(actor, 'audit.officer')) stands.add('officer')
  return stands
}
