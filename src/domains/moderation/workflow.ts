import { type Actor, holds } from '#platform/actor.ts'
import type { Workflow } from '#platform/workflow.ts'
import { type Case, type CaseState, caseStates, closedStates } from './case.ts'

/** How a person stands to one case. */
export type Standing =
  | 'anyone'
  | 'reader'
  | 'opener'
  | 'moderator'
  | 'claimant'
  | 'other-moderator'
  | 'author'

const rule = '市民参加サイト運営要綱'

/** 適正化の流れ. Read a line as: this action starts from, leads to, is taken by, because of. */
// biome-ignore format: a table is read in columns
export const workflow = {
  flag:           { from: ['nothing'],                    to: 'flagged',    by: ['anyone'],          basis: `${rule}(知らせる)` },
  flagAgain:      { from: ['flagged', 'claimed'],         to: 'same',       by: ['anyone'],          basis: `${rule}(知らせる)` },
  reopen:         { from: closedStates,                   to: 'flagged',    by: ['anyone'],          basis: `${rule}(知らせる)` },
  claim:          { from: ['flagged'],                    to: 'claimed',    by: ['moderator'],       basis: `${rule}(確かめる)` },
  unclaim:        { from: ['claimed'],                    to: 'flagged',    by: ['moderator'],       basis: `${rule}(確かめる)` },
  keep:           { from: ['claimed'],                    to: 'kept',       by: ['claimant'],        basis: `${rule}(残す)` },
  hide:           { from: ['claimed'],                    to: 'hidden',     by: ['claimant'],        basis: `${rule}(見えなくする)` },
  restore:        { from: ['hidden'],                     to: 'restored',   by: ['moderator'],       basis: `${rule}(戻す)` },
  warn:           { from: ['claimed', 'hidden', 'upheld'], to: 'same',      by: ['moderator'],       basis: `${rule}(注意)` },
  block:          { from: ['claimed', 'hidden', 'upheld'], to: 'same',      by: ['moderator'],       basis: `${rule}(投稿を止める)` },
  unblock:        { from: caseStates,                     to: 'same',       by: ['moderator'],       basis: `${rule}(投稿を止める)` },
  appeal:         { from: ['hidden'],                     to: 'appealed',   by: ['author'],          basis: `${rule}(不服の申し出)` },
  uphold:         { from: ['appealed'],                   to: 'upheld',     by: ['other-moderator'], basis: `${rule}(はじめの人以外の判断)` },
  overturn:       { from: ['appealed'],                   to: 'overturned', by: ['other-moderator'], basis: `${rule}(はじめの人以外の判断)` },
  open:           { from: caseStates,                     to: 'same',       by: ['opener'],          basis: '個人情報保護法 第66条(安全管理措置)' },
  readQueue:      { from: ['nothing', ...caseStates],     to: 'same',       by: ['reader'],          basis: '文書管理規程' },
  editGuidelines: { from: ['nothing'],                    to: 'same',       by: ['moderator'],       basis: `${rule}(約束ごと)` },
  readFigures:    { from: ['nothing'],                    to: 'same',       by: ['anyone'],          basis: '市民基本条例(情報の共有)' },
} as const satisfies Workflow<CaseState, Standing>

export type ModerationAction = keyof typeof workflow

/**
 * 職務分掌: whoever hid it does not judge the appeal; nobody judges their own words, nor reads who flagged them.
 */
export function standing(
  actor: Actor,
  of?: Pick<Case, 'claimedBy' | 'decidedBy' | 'authorId'>,
): ReadonlySet<Standing> {
  const stands = new Set<Standing>(['anyone'])
  const isAuthor = actor.id !== 'anonymous' && of?.authorId === actor.id
  if (isAuthor) stands.add('author')
  const isModerator = holds(actor, 'moderation.moderator')
  if (isModerator || holds(actor, 'moderation.reader')) {
    stands.add('reader')
    if (!isAuthor) stands.add('opener')
  }
  if (isModerator) {
    if (!isAuthor) stands.add('moderator')
    if (of?.claimedBy === actor.id && !isAuthor) stands.add('claimant')
    if (of && of.decidedBy !== actor.id && !isAuthor) stands.add('other-moderator')
  }
  return stands
}
