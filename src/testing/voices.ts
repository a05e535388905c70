import { dutyOf } from '#domains/staff/roles.ts'
import {
  pointStates,
  voiceActions,
  voiceStandings,
  voiceStates,
} from '#domains/voices/messages/powers.ts'
import { standing, workflow } from '#domains/voices/workflow.ts'
import { people } from './people.ts'

const section = people.officer.department
const about = { sections: [section] }
const head = { ...people.officer, duties: [dutyOf('section-head', about)] }

/** The chapter of voices for docs/permissions.md. */
export const voiceChapter = {
  folder: 'voices',
  title: '市民の声(voices)',
  workflow,
  actions: voiceActions.ja,
  states: { ...voiceStates, ...pointStates },
  standings: voiceStandings.ja,
  columns: [
    ['住民', standing(people.resident, about)],
    ['本人(番号と合言葉)', standing(people.resident, { ...about, isSender: true })],
    ['監査', standing(people.viewer, about)],
    ['ほかの課の職員', standing(people.other, about)],
    ['課の職員', standing(people.officer, about)],
    ['課の所属長', standing(head, about)],
    ['事務局', standing(people.author, about)],
  ],
  notes: [
    '回答を出した人は、その決裁も公表の判断もできません(表 `voice_point` の CHECK も同じことを約束します)。上の表は、出していない人についてです。',
    '本人の名前と連絡先は別の表に封をしてあり、開くたびに目的とともに台帳に残ります。',
  ],
} as const
