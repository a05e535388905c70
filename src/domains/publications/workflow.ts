import { type Actor, holds, holdsSomewhere } from '#platform/actor.ts'
import type { Workflow } from '#platform/workflow.ts'
import { type Edition, type EditionState, editionStates } from './publication.ts'

/** How a person stands to one edition. */
export type Standing = 'anyone' | 'reader' | 'editor' | 'approver' | 'system'

const rule = '広報発行要領'

/** 版の流れ. Read a line as: this action starts from, leads to, is taken by, because of. */
// biome-ignore format: a table is read in columns
export const workflow = {
  read:       { from: ['nothing', ...editionStates],     to: 'same',      by: ['reader'],             basis: rule },
  compose:    { from: ['nothing'],                       to: 'draft',     by: ['editor'],             basis: rule },
  edit:       { from: ['draft'],                         to: 'same',      by: ['editor'],             basis: rule },
  retake:     { from: ['draft'],                         to: 'same',      by: ['editor'],             basis: rule },
  submit:     { from: ['draft'],                         to: 'submitted', by: ['editor'],             basis: `${rule}(決裁)` },
  sendBack:   { from: ['submitted', 'approved', 'scheduled'], to: 'draft', by: ['editor', 'approver'], basis: `${rule}(決裁)` },
  holdBack:   { from: ['scheduled'],                     to: 'draft',     by: ['system'],             basis: rule },
  approve:    { from: ['submitted'],                     to: 'approved',  by: ['approver'],           basis: `${rule}(書いた人以外の決裁)` },
  schedule:   { from: ['approved', 'scheduled'],         to: 'scheduled', by: ['editor'],             basis: rule },
  publish:    { from: ['approved', 'scheduled'],         to: 'published', by: ['editor', 'system'],   basis: '市民基本条例(情報の共有)' },
  correct:    { from: ['published'],                     to: 'same',      by: ['editor'],             basis: `${rule}(訂正)` },
  announce:   { from: ['published'],                     to: 'same',      by: ['editor'],             basis: rule },
  drop:       { from: ['draft', 'submitted', 'approved', 'scheduled'], to: 'dropped', by: ['editor'], basis: rule },
  readPublic: { from: ['published'],                     to: 'same',      by: ['anyone'],             basis: '市民基本条例(情報の共有)' },
} as const satisfies Workflow<EditionState, Standing>

export type PublicationAction = keyof typeof workflow

/** Whoever changed a word of it does not approve it. */
export function standing(actor: Actor, of?: Pick<Edition, 'authors'>): ReadonlySet<Standing> {
  const stands = new Set<Standing>(['anyone'])
  const isEditor = holds(actor, 'publications.editor')
  const isApprover = holdsSomewhere(actor, 'publications.approver')
  if (isEditor) stands.add('editor')
  if (isEditor || isApprover) stands.add('reader')
  if (isApprover && !of?.authors.includes(actor.id)) stands.add('approver')
  if (actor.id.startsWith('sys_')) stands.add('system')
  return stands
}
