import { ja as words } from '#domains/residents/messages/ja.ts'
import { residentActions, residentStandings } from '#domains/residents/messages/powers.ts'
import { standing as residentStanding, workflow as residents } from '#domains/residents/workflow.ts'
import { dutyOf } from '#domains/staff/roles.ts'
import { people } from './people.ts'

/** The chapter of residents for docs/permissions.md. */
export const residentChapter = {
  folder: 'residents',
  title: '市民(residents)',
  workflow: residents,
  actions: residentActions.ja,
  states: words.check.states,
  standings: residentStandings.ja,
  columns: [
    ['登録のない人', residentStanding(people.resident)],
    ['番号と合言葉をもつ人', residentStanding(people.resident, { bearer: true })],
    ['本人', residentStanding({ id: 'res_a', name: '', duties: [] }, { resident: 'res_a' })],
    ['監査', residentStanding(people.viewer)],
    ['課の職員', residentStanding(people.officer)],
    ['事務局', residentStanding(people.author)],
    [
      '個人情報保護の責任者',
      residentStanding({ ...people.viewer, duties: [dutyOf('data-protection-officer')] }),
    ],
  ],
  notes: [
    '窓口の職員が「受付に書き足す」「連絡先を替える」「居住を確認する」をできるのは、その方のために始めた代わりの手続きの30分のあいだだけです(`src/domains/residents/actions/behalf.ts`)。',
    '「連絡先を開く」と、その記録がご本人に見えます。',
  ],
} as const
