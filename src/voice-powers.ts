import type { Ground, Powers } from '#domains/staff/powers.ts'
import { voiceActions, voiceStandings } from '#domains/voices/messages/powers.ts'
import { type Standing, standing, workflow } from '#domains/voices/workflow.ts'

const place = (permission: `${string}.${string}`) => ({ permission, asks: 'place' }) as const
const somewhere = (permission: `${string}.${string}`) =>
  ({ permission, asks: 'somewhere' }) as const
const unless = { ja: '自分で出した回答でないとき', en: 'who did not hand the answer in' }

/** 市民の声 in the table of permissions. */
export const voicePowers: Powers = {
  chapter: 'voices',
  title: { ja: '市民の声', en: 'Voices' },
  workflow,
  actions: voiceActions,
  standings: voiceStandings,
  grounds: {
    anyone: 'anyone',
    sender: 'situation',
    reader: place('voices.reader'),
    taker: somewhere('voices.taker'),
    section: place('voices.section'),
    head: place('voices.head'),
    approver: { ...place('voices.head'), unless },
    secretariat: somewhere('voices.secretariat'),
    publisher: { ...somewhere('voices.secretariat'), unless },
  } satisfies Record<Standing, Ground>,
  standing: (actor, { sections = [] }) => standing(actor, { sections }),
}
