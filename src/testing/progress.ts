import { ja } from '#domains/progress/messages/desk-ja.ts'
import { progressActions, progressStandings } from '#domains/progress/messages/powers.ts'
import { standing, workflow } from '#domains/progress/workflow.ts'
import { dutyOf } from '#domains/staff/roles.ts'
import { people } from './people.ts'

const section = people.officer.department
const asked = { sections: [section] }
const head = { ...people.officer, duties: [dutyOf('section-head', asked)] }

/** The chapter of progress for docs/permissions.md. */
export const progressChapter = {
  folder: 'progress',
  title: '進行管理(progress)',
  workflow,
  actions: progressActions.ja,
  states: { ...ja.roundStates, ...ja.states },
  standings: progressStandings.ja,
  columns: [
    ['住民', standing(people.resident, asked)],
    ['団体(自分のリンクから)', new Set(['anyone', 'group'])],
    ['監査', standing(people.viewer, asked)],
    ['ほかの課の職員', standing(people.other, asked)],
    ['課の職員', standing(people.officer, asked)],
    ['課の所属長', standing(head, asked)],
    ['事務局', standing(people.author, asked)],
  ],
  notes: [
    '報告を出した人は、その報告を確かめられません(表 `progress_report` の CHECK も同じことを約束します)。上の表は、出していない人についてです。',
    '締め切った照会の報告は、だれにも変えられません(`src/domains/progress/actions/reports.ts`)。',
    'まとめて確かめるときも、1件ずつ同じ表で確かめます。',
  ],
} as const
