import { en as judgingEn } from '#domains/progress/judging/messages/desk-en.ts'
import { ja as judgingJa } from '#domains/progress/judging/messages/desk-ja.ts'
import {
  type Standing as JudgingStanding,
  standing as judgingStanding,
  workflow as judgingWorkflow,
} from '#domains/progress/judging/workflow.ts'
import type { Ground, Powers } from '#domains/staff/powers.ts'

const place = (permission: `${string}.${string}`) => ({ permission, asks: 'place' }) as const

/** 評価 in the table of permissions: a chapter within a chapter has an entry of its own. */
export const judgingPowers: Powers = {
  chapter: 'judging',
  title: { ja: '評価', en: 'Judging' },
  workflow: judgingWorkflow,
  actions: { ja: judgingJa.actions, en: judgingEn.actions },
  standings: { ja: judgingJa.standings, en: judgingEn.standings },
  grounds: {
    anyone: 'anyone',
    reader: place('progress.reader'),
    section: place('progress.section'),
    head: place('progress.head'),
    judge: 'situation',
    member: { permission: 'progress.member', asks: 'somewhere' },
    marker: 'situation',
    approver: {
      ...place('progress.head'),
      unless: { ja: '回答を書いていないとき', en: 'who did not write the answer' },
    },
    secretariat: { permission: 'progress.secretariat', asks: 'somewhere' },
  } satisfies Record<JudgingStanding, Ground>,
  standing: (actor, { sections = [] }) => judgingStanding(actor, { sections }),
}
