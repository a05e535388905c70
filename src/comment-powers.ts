import type { Ground, Powers } from '#domains/staff/powers.ts'
import { en } from '#domains/voices/comment/messages/desk-en.ts'
import { ja } from '#domains/voices/comment/messages/desk-ja.ts'
import { type Standing, standing, workflow } from '#domains/voices/comment/workflow.ts'

const place = (permission: `${string}.${string}`) => ({ permission, asks: 'place' }) as const
const somewhere = (permission: `${string}.${string}`) =>
  ({ permission, asks: 'somewhere' }) as const

/** 意見募集 in the table of permissions. */
export const commentPowers: Powers = {
  chapter: 'comment',
  title: { ja: '意見募集(パブリックコメント)', en: 'Public comment' },
  workflow,
  actions: { ja: ja.actions, en: en.actions },
  standings: { ja: ja.standings, en: en.standings },
  grounds: {
    anyone: 'anyone',
    reader: somewhere('voices.reader'),
    taker: somewhere('voices.taker'),
    section: place('voices.section'),
    secretariat: somewhere('voices.secretariat'),
    approver: {
      ...place('voices.head'),
      unless: { ja: '自分で出した結果でないとき', en: 'who did not hand the result in' },
    },
    clock: 'situation',
  } satisfies Record<Standing, Ground>,
  standing: (actor, { sections = [] }) => standing(actor, { section: sections[0] ?? '' }),
}
