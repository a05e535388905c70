import { type Actor, holds, holdsSomewhere, isStaff } from '#platform/actor.ts'
import type { Workflow } from '#platform/workflow.ts'

export type Standing =
  | 'anyone'
  | 'staff'
  | 'colleague'
  | 'registrar'
  | 'personnel'
  | 'granter'
  | 'role-maker'

/** 職員の名簿: there are no states, only who may do what. */
// biome-ignore format: a table is read in columns
export const workflow = {
  addDepartment: { from: ['nothing'], to: 'same', by: ['registrar'],     basis: '事務分掌規則' },
  addMember:     { from: ['nothing'], to: 'same', by: ['personnel'],     basis: '情報セキュリティ規程(利用者の登録)' },
  signIn:        { from: ['nothing'], to: 'same', by: ['anyone'],        basis: '情報セキュリティ規程(認証)' },
  openDesk:      { from: ['nothing'], to: 'same', by: ['staff'],         basis: '情報セキュリティ規程(認証)' },
  readOrganisation:   { from: ['nothing'], to: 'same', by: ['colleague'],  basis: '事務分掌規則' },
  changeOrganisation: { from: ['nothing'], to: 'same', by: ['registrar'],  basis: '事務分掌規則(組織の改正)' },
  assign:        { from: ['nothing'], to: 'same', by: ['granter'],       basis: '人事異動の発令(本人以外による登録)' },
  grantRole:     { from: ['nothing'], to: 'same', by: ['granter'],       basis: '情報セキュリティ規程(本人以外による権限の付与)' },
  takeInRoster:  { from: ['nothing'], to: 'same', by: ['personnel'],     basis: '人事異動の発令' },
  acceptRoster:  { from: ['nothing'], to: 'same', by: ['granter'],       basis: '人事異動の発令(本人以外による登録)' },
  readPermissions: { from: ['nothing'], to: 'same', by: ['colleague'],   basis: '情報セキュリティ規程(権限の公開)' },
  makeRole:      { from: ['nothing'], to: 'same', by: ['role-maker'],    basis: '情報セキュリティ規程(役割の定義)' },
  changeOwnAccess: { from: ['nothing'], to: 'same', by: ['staff'],       basis: '情報セキュリティ規程(認証手段の管理)' },
  readAccess:    { from: ['nothing'], to: 'same', by: ['personnel'],     basis: '情報セキュリティ規程(認証手段の管理)' },
  manageAccess:  { from: ['nothing'], to: 'same', by: ['granter'],       basis: '情報セキュリティ規程(本人以外による再発行)' },
} as const satisfies Workflow<never, Standing>

/** What an action is about: the people whom it gives something, where it lies, the roles that it changes. */
export interface About {
  readonly people?: readonly string[]
  readonly sections?: readonly string[]
  readonly roles?: readonly string[]
}

/**
 * 職務分掌: nobody gives themselves a post or a role, nor changes a role that they hold. Whoever registers or
 * appoints for one section only does so in it alone: what names no section asks for the whole city.
 */
export function standing(actor: Actor, about: About = {}): ReadonlySet<Standing> {
  const { people = [], roles = [], sections } = about
  const place = sections ? { sections } : {}
  const stands = new Set<Standing>(['anyone'])
  if (isStaff(actor)) stands.add('staff')
  if (holdsSomewhere(actor, 'staff.staff')) stands.add('colleague')
  if (holds(actor, 'staff.registrar', place)) stands.add('registrar')
  if (holds(actor, 'staff.personnel', place)) {
    stands.add('personnel')
    if (!people.includes(actor.id)) stands.add('granter')
  }
  const held = actor.duties.some(({ role }) => roles.includes(role))
  if (holds(actor, 'staff.administrator') && !held) stands.add('role-maker')
  return stands
}
