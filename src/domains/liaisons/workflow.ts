import { type Actor, holds, holdsSomewhere } from '#platform/actor.ts'
import type { Workflow } from '#platform/workflow.ts'
import type { AppointmentState, TaskState, TrainingState } from './liaison.ts'

/** How a person stands to one section and its liaison. `attendee` was present at the training. */
export type Standing = 'anyone' | 'reader' | 'liaison' | 'head' | 'organiser' | 'attendee'
export type LiaisonState = AppointmentState | TaskState | TrainingState

/** 協働推進員の流れ: the appointment, then the year's duties, then the trainings. */
// biome-ignore format: a table is read in columns
export const workflow = {
  ask:            { from: ['nothing'],         to: 'asked',     by: ['organiser'],                    basis: '協働推進員設置要綱(推薦の依頼)' },
  remind:         { from: ['asked'],           to: 'same',      by: ['organiser'],                    basis: '協働推進員設置要綱(推薦の依頼)' },
  name:           { from: ['asked'],           to: 'named',     by: ['head', 'organiser'],            basis: '協働推進員設置要綱(所属長の推薦)' },
  succeed:        { from: ['nothing'],         to: 'named',     by: ['liaison', 'head', 'organiser'], basis: '協働推進員設置要綱(後任の推薦)' },
  sendBack:       { from: ['named'],           to: 'asked',     by: ['organiser'],                    basis: '協働推進員設置要綱(所属長の推薦)' },
  appoint:        { from: ['named'],           to: 'appointed', by: ['organiser'],                    basis: '協働推進員設置要綱(任命と任期)' },
  withdraw:       { from: ['asked', 'named'],  to: 'withdrawn', by: ['organiser'],                    basis: '協働推進員設置要綱(推薦の依頼)' },
  cancel:         { from: ['appointed'],       to: 'withdrawn', by: ['organiser'],                    basis: '協働推進員設置要綱(任命と任期)' },
  end:            { from: ['appointed'],       to: 'ended',     by: ['organiser'],                    basis: '協働推進員設置要綱(任命と任期)' },
  leave:          { from: ['appointed'],       to: 'ended',     by: ['liaison', 'head', 'organiser'], basis: '協働推進員設置要綱(後任の推薦)' },
  record:         { from: ['open', 'done'],    to: 'done',      by: ['liaison'],                      basis: '協働推進員設置要綱(職務)' },
  saveInventory:  { from: ['open', 'done'],    to: 'same',      by: ['liaison'],                      basis: '協働推進員設置要綱(業務の棚卸)' },
  handOn:         { from: ['open'],            to: 'same',      by: ['liaison', 'head', 'organiser'], basis: '協働推進員設置要綱(後任の推薦)' },
  excuse:         { from: ['open'],            to: 'excused',   by: ['organiser'],                    basis: '協働推進員設置要綱(職務)' },
  reopen:         { from: ['done', 'excused'], to: 'open',      by: ['organiser'],                    basis: '協働推進員設置要綱(職務)' },
  planTraining:   { from: ['nothing'],         to: 'planned',   by: ['organiser'],                    basis: '協働推進員設置要綱(研修)' },
  editTraining:   { from: ['planned', 'held'], to: 'same',      by: ['organiser'],                    basis: '協働推進員設置要綱(研修)' },
  invite:         { from: ['planned'],         to: 'same',      by: ['organiser'],                    basis: '協働推進員設置要綱(研修)' },
  markAttendance: { from: ['planned', 'held'], to: 'held',      by: ['organiser'],                    basis: '協働推進員設置要綱(研修)' },
  cancelTraining: { from: ['planned'],         to: 'cancelled', by: ['organiser'],                    basis: '協働推進員設置要綱(研修)' },
  report:         { from: ['held'],            to: 'same',      by: ['attendee'],                     basis: '協働推進員設置要綱(研修)' },
  setTerms:       { from: ['nothing'],         to: 'same',      by: ['organiser'],                    basis: '協働推進員設置要綱(雑則)' },
  readRoster:     { from: ['nothing'],         to: 'same',      by: ['anyone'],                       basis: '市民基本条例(情報の共有)' },
  readYear:       { from: ['nothing'],         to: 'same',      by: ['reader', 'liaison', 'head', 'organiser'], basis: '文書管理規程' },
} as const satisfies Workflow<LiaisonState, Standing>

export type LiaisonAction = keyof typeof workflow

/** The section in question, by its id and its name. */
export interface Section {
  readonly id: string
  readonly name: string
}

/** Without a section: whether the person stands so to any section at all. */
export function standing(actor: Actor, section?: Section, attended = false): ReadonlySet<Standing> {
  const stands = new Set<Standing>(['anyone'])
  const place = section && { sections: [section.id, section.name] }
  const is = (permission: `liaisons.${string}`) =>
    place ? holds(actor, permission, place) : holdsSomewhere(actor, permission)
  if (is('liaisons.organiser')) stands.add('organiser')
  if (is('liaisons.liaison')) stands.add('liaison')
  if (is('liaisons.head')) stands.add('head')
  if (is('liaisons.reader')) stands.add('reader')
  if (attended) stands.add('attendee')
  return stands
}
