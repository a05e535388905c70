import { type Actor, holds, holdsSomewhere } from '#platform/actor.ts'
import type { Workflow } from '#platform/workflow.ts'
import type { HandoverState } from './handover.ts'

/** `giver` goes, and is so only until the last day; `receiver` comes after. */
export type Standing = 'giver' | 'receiver' | 'head' | 'organiser' | 'reader'

/** 引継ぎの流れ. */
// biome-ignore format: a table is read in columns
export const workflow = {
  prepare:     { from: ['nothing'],            to: 'prepared', by: ['giver', 'head', 'organiser'], basis: '職員服務規程(事務引継)' },
  choose:      { from: ['prepared'],           to: 'same',     by: ['giver', 'head', 'organiser'], basis: '職員服務規程(事務引継)' },
  note:        { from: ['prepared'],           to: 'same',     by: ['giver', 'head', 'organiser'], basis: '職員服務規程(事務引継)' },
  passOne:     { from: ['prepared'],           to: 'same',     by: ['giver', 'head', 'organiser'], basis: '職員服務規程(事務引継)' },
  pass:        { from: ['prepared'],           to: 'passed',   by: ['giver', 'head', 'organiser'], basis: '職員服務規程(事務引継)' },
  receive:     { from: ['passed'],             to: 'received', by: ['receiver'],                   basis: '職員服務規程(事務引継の確認)' },
  close:       { from: ['received'],           to: 'closed',   by: ['head', 'organiser'],          basis: '職員服務規程(事務引継の確認)' },
  read:        { from: ['prepared', 'passed', 'received', 'closed'], to: 'same', by: ['giver', 'receiver', 'head', 'organiser', 'reader'], basis: '文書管理規程' },
  readSilence: { from: ['nothing'],            to: 'same',     by: ['reader', 'head', 'organiser'], basis: '文書管理規程' },
} as const satisfies Workflow<HandoverState, Standing>

export type HandoverAction = keyof typeof workflow

export interface About {
  readonly section: { readonly id: string; readonly name: string }
  readonly user: string
  readonly successor: string | null
  /** Whether the one who goes still serves in the section. */
  readonly serves: boolean
}

/** Without a hand-over: whether the person stands so to any section at all. */
export function standing(actor: Actor, about?: About): ReadonlySet<Standing> {
  const stands = new Set<Standing>()
  const place = about && { sections: [about.section.id, about.section.name] }
  const is = (permission: `handovers.${string}`) =>
    place ? holds(actor, permission, place) : holdsSomewhere(actor, permission)
  if (about?.user === actor.id && about.serves) stands.add('giver')
  if (about?.successor === actor.id) stands.add('receiver')
  if (is('handovers.head')) stands.add('head')
  if (is('handovers.organiser')) stands.add('organiser')
  if (is('handovers.reader')) stands.add('reader')
  return stands
}
