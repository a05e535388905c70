import { ja } from '#domains/progress/judging/messages/desk-ja.ts'
import { standing, workflow } from '#domains/progress/judging/workflow.ts'
import { dutyOf } from '#domains/staff/roles.ts'
import type { Actor } from '#platform/actor.ts'
import { people } from './people.ts'

const committee = 'cmt_sample'
const section = people.officer.department
const head = { ...people.officer, duties: [dutyOf('section-head', { sections: [section] })] }
const member: Actor = {
  id: 'per_member',
  name: '委員',
  duties: [dutyOf('reviewer', { schemes: [committee] })],
}
const about = {
  committee,
  sections: [section],
  judgement: { layer: 'section' },
  shares: [{ userId: member.id, recused: null }],
} as const

/** The chapter of judging for docs/permissions.md. */
export const judgingChapter = {
  folder: 'progress/judging',
  title: '評価(progress/judging)',
  workflow,
  actions: ja.actions,
  states: { ...ja.states, drafting: ja.drafting, given: ja.given, ...ja.answerStates },
  standings: ja.standings,
  columns: [
    ['住民', standing(people.resident, about)],
    ['監査', standing(people.viewer, about)],
    ['委員(分担の項目)', standing(member, about)],
    ['ほかの課の職員', standing(people.other, about)],
    ['課の職員', standing(people.officer, about)],
    ['課の所属長', standing(head, about)],
    ['事務局', standing(people.author, about)],
  ],
  notes: [
    '「評価を書く・出す」は、自己評価では担当課、内部評価では事務局です。上の表は自己評価についてです。',
    '回答を書いた人は、その回答を決裁できません(表 `progress_remark` の CHECK も同じことを約束します)。事務局の課への意見は、事務局の別の人が決裁します。',
    '決裁されていない回答があるうちは公表できません(同じ表の CHECK)。',
    '委員は、自分の採点を出すまで(または締切の次の日まで)、ほかの委員の採点を読めません(`rules/sight.ts`)。',
  ],
} as const
