import { dutyOf } from '#domains/staff/roles.ts'
import { ja } from '#domains/voices/comment/messages/desk-ja.ts'
import { standing, workflow } from '#domains/voices/comment/workflow.ts'
import { people } from './people.ts'

const section = people.officer.department
const about = { section }
const head = { ...people.officer, duties: [dutyOf('section-head', { sections: [section] })] }

/** The chapter of public comments for docs/permissions.md. */
export const commentChapter = {
  folder: 'voices/comment',
  title: '意見募集(voices/comment)',
  workflow,
  actions: ja.actions,
  states: ja.states,
  standings: ja.standings,
  columns: [
    ['住民', standing(people.resident, about)],
    ['監査', standing(people.viewer, about)],
    ['ほかの課の職員', standing(people.other, about)],
    ['課の職員', standing(people.officer, about)],
    ['課の所属長', standing(head, about)],
    ['事務局', standing(people.author, about)],
  ],
  notes: [
    '結果を出した人は、その決裁ができません(表 `voice_comment_case` の CHECK も同じことを約束します)。上の表は、出していない人についてです。',
    '最初の日の公表と、最後の日の次の日の締め切りは、時計がします。',
    '出した人の名前と住所は別の表に封をしてあり、開くたびに目的とともに台帳に残ります。',
  ],
} as const
