import type { Actor } from '#platform/actor.ts'

/** People whom tests speak of. The author writes, the head decides; each department has its own items. */
export const people = {
  author: { id: 'per_author', name: '主査', roles: ['secretariat'] },
  head: { id: 'per_head', name: '本部長', roles: ['secretariat'] },
  officer: {
    id: 'per_officer',
    name: '地域再生推進本部 担当',
    roles: ['department'],
    department: '地域再生推進本部',
  },
  other: { id: 'per_other', name: '総務部 担当', roles: ['department'], department: '総務部' },
  viewer: { id: 'per_viewer', name: '議会事務局', roles: ['viewer'] },
  resident: { id: 'anonymous', name: '', roles: [] },
} as const satisfies Record<string, Actor>
