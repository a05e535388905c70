import { type Actor, holdsSomewhere, isStaff } from '#platform/actor.ts'
import type { Workflow } from '#platform/workflow.ts'

export type Standing = 'anyone' | 'staff' | 'registrar' | 'personnel' | 'ledger-reader'

/** 職員の名簿: there are no states, only who may do what. */
// biome-ignore format: a table is read in columns
export const workflow = {
  addDepartment: { from: ['nothing'], to: 'same', by: ['registrar'],     basis: '事務分掌規則' },
  addMember:     { from: ['nothing'], to: 'same', by: ['personnel'],     basis: '情報セキュリティ規程(利用者の登録)' },
  signIn:        { from: ['nothing'], to: 'same', by: ['anyone'],        basis: '情報セキュリティ規程(認証)' },
  openDesk:      { from: ['nothing'], to: 'same', by: ['staff'],         basis: '情報セキュリティ規程(認証)' },
  readLedger:    { from: ['nothing'], to: 'same', by: ['ledger-reader'], basis: '文書管理規程' },
} as const satisfies Workflow<never, Standing>

export function standing(actor: Actor): ReadonlySet<Standing> {
  const stands = new Set<Standing>(['anyone'])
  if (isStaff(actor)) stands.add('staff')
  if (holdsSomewhere(actor, 'staff.registrar')) stands.add('registrar')
  if (holdsSomewhere(actor, 'staff.personnel')) stands.add('personnel')
  if (holdsSomewhere(actor, 'staff.ledger-reader')) stands.add('ledger-reader')
  return stands
}
