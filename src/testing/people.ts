import { dutyOf } from '#domains/staff/roles.ts'
import type { Actor } from '#platform/actor.ts'

const inSection = (name: string) => dutyOf('section-staff', { sections: [name] })
const secretariat = [dutyOf('secretariat')]

/** People whom tests speak of. The author writes, the head decides; each department has its own items. */
export const people = {
  author: { id: 'per_author', name: '主査', duties: secretariat },
  head: { id: 'per_head', name: '本部長', duties: secretariat },
  officer: {
    id: 'per_officer',
    name: '地域再生推進本部 担当',
    duties: [inSection('地域再生推進本部')],
    department: '地域再生推進本部',
  },
  other: {
    id: 'per_other',
    name: '総務部 担当',
    duties: [inSection('総務部')],
    department: '総務部',
  },
  viewer: { id: 'per_viewer', name: '議会事務局', duties: [dutyOf('auditor')] },
  protector: {
    id: 'per_protector',
    name: '個人情報保護の責任者',
    duties: [dutyOf('data-protection-officer')],
  },
  administrator: { id: 'per_admin', name: '情報管理課 担当', duties: [dutyOf('administrator')] },
  resident: { id: 'anonymous', name: '', duties: [] },
} as const satisfies Record<string, Actor>
