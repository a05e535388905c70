import { type Actor, holds, holdsSomewhere } from '#platform/actor.ts'
import type { Workflow } from '#platform/workflow.ts'
import type {
  CommitteeId,
  CommitteeState,
  Judgement,
  Remark,
  RemarkState,
  Share,
} from './judging.ts'

/**
 * How a person stands to a judging. `judge` speaks for the layer in question, `marker` is a member who looks
 * at the item and has no interest in it, `approver` answers for the section and has not written the answer.
 */
export type Standing =
  | 'anyone'
  | 'reader'
  | 'section'
  | 'head'
  | 'judge'
  | 'member'
  | 'marker'
  | 'approver'
  | 'secretariat'
export type JudgingState = CommitteeState | Judgement['state'] | RemarkState

/** 評価の流れ: the year, then each layer's word on an item, then each answer. */
// biome-ignore format: a table is read in columns
export const workflow = {
  open:         { from: ['nothing'],                          to: 'preparing',  by: ['secretariat'],                                      basis: '推進委員会設置要綱' },
  edit:         { from: ['preparing', 'papers-out', 'marking'], to: 'same',     by: ['secretariat'],                                      basis: '推進委員会設置要綱' },
  appoint:      { from: ['preparing', 'papers-out', 'marking'], to: 'same',     by: ['secretariat'],                                      basis: '推進委員会設置要綱(委員の委嘱)' },
  divide:       { from: ['preparing', 'papers-out', 'marking'], to: 'same',     by: ['secretariat'],                                      basis: '推進委員会設置要綱(分担)' },
  recuse:       { from: ['preparing', 'papers-out', 'marking', 'meeting'], to: 'same', by: ['secretariat', 'member'],                     basis: '推進委員会設置要綱(除斥)' },
  unrecuse:     { from: ['preparing', 'papers-out', 'marking', 'meeting'], to: 'same', by: ['secretariat'],                               basis: '推進委員会設置要綱(除斥)' },
  judge:        { from: ['drafting'],                         to: 'same',       by: ['judge'],                                            basis: '計画事務の手引き 5-1(自己評価と内部評価)' },
  give:         { from: ['drafting'],                         to: 'given',      by: ['judge'],                                            basis: '計画事務の手引き 5-1(自己評価と内部評価)' },
  takeBack:     { from: ['given'],                            to: 'drafting',   by: ['judge'],                                            basis: '計画事務の手引き 5-1(自己評価と内部評価)' },
  waive:        { from: ['preparing', 'papers-out', 'marking', 'meeting'], to: 'same', by: ['secretariat'],                               basis: '計画事務の手引き 5-2(評価の省略)' },
  unwaive:      { from: ['preparing', 'papers-out', 'marking', 'meeting'], to: 'same', by: ['secretariat'],                               basis: '計画事務の手引き 5-2(評価の省略)' },
  sendPapers:   { from: ['preparing'],                        to: 'papers-out', by: ['secretariat'],                                      basis: '推進委員会設置要綱(資料の事前配布)' },
  beginMarking: { from: ['papers-out'],                       to: 'marking',    by: ['secretariat'],                                      basis: '推進委員会設置要綱(事前検討)' },
  mark:         { from: ['marking'],                          to: 'same',       by: ['marker'],                                           basis: '推進委員会設置要綱(事前検討)' },
  markOnPaper:  { from: ['marking', 'meeting'],               to: 'same',       by: ['secretariat'],                                      basis: '推進委員会設置要綱(事前検討)' },
  beginMeeting: { from: ['marking'],                          to: 'meeting',    by: ['secretariat'],                                      basis: '推進委員会設置要綱(会議)' },
  settleItem:   { from: ['meeting'],                          to: 'same',       by: ['secretariat'],                                      basis: '推進委員会設置要綱(会議の議決)' },
  settle:       { from: ['meeting'],                          to: 'settled',    by: ['secretariat'],                                      basis: '推進委員会設置要綱(会議の議決)' },
  askAnswers:   { from: ['settled'],                          to: 'answering',  by: ['secretariat'],                                      basis: '市民基本条例(説明責任)' },
  skip:         { from: ['preparing'],                        to: 'answering',  by: ['secretariat'],                                      basis: '計画事務の手引き 5-2(評価の省略)' },
  answer:       { from: ['open', 'drafted', 'returned'],      to: 'drafted',    by: ['section', 'head', 'secretariat'],                   basis: '市民基本条例(説明責任)' },
  submitAnswer: { from: ['open', 'drafted', 'returned'],      to: 'submitted',  by: ['section', 'head', 'secretariat'],                   basis: '市民基本条例(説明責任)' },
  approve:      { from: ['submitted'],                        to: 'approved',   by: ['approver'],                                         basis: '事務決裁規程(起案者以外の決裁)' },
  giveBack:     { from: ['submitted', 'approved'],            to: 'returned',   by: ['approver', 'secretariat'],                          basis: '事務決裁規程(差戻し)' },
  reassign:     { from: ['open', 'drafted', 'returned'],      to: 'open',       by: ['secretariat'],                                      basis: '事務分掌規則' },
  carryOver:    { from: ['submitted', 'returned', 'approved'], to: 'same',      by: ['section', 'head', 'secretariat'],                   basis: '市民基本条例(説明責任)' },
  publish:      { from: ['answering'],                        to: 'published',  by: ['secretariat'],                                      basis: '市民協働推進指針(毎年度公表)' },
  readPapers:   { from: ['papers-out', 'marking', 'meeting', 'settled', 'answering', 'published'], to: 'same', by: ['member', 'secretariat'], basis: '推進委員会設置要綱(資料の事前配布)' },
  readWork:     { from: ['nothing'],                          to: 'same',       by: ['reader', 'section', 'head', 'secretariat'],         basis: '文書管理規程' },
  read:         { from: ['published'],                        to: 'same',       by: ['anyone'],                                           basis: '市民基本条例(情報の共有)' },
} as const satisfies Workflow<JudgingState, Standing>

export type JudgingAction = keyof typeof workflow

/** What a standing is about. What is not said is asked of the person in general. */
export interface About {
  readonly committee?: CommitteeId
  readonly sections?: readonly string[]
  readonly judgement?: Pick<Judgement, 'layer'>
  readonly shares?: readonly Pick<Share, 'userId' | 'recused'>[]
  readonly remark?: Remark
  /** The section is the secretariat's own: its people answer, and approve, as the secretariat. */
  readonly isOwn?: boolean
}

/** Nobody approves an answer that they wrote; the database promises the same. */
export function standing(actor: Actor, about: About = {}): ReadonlySet<Standing> {
  const stands = new Set<Standing>(['anyone'])
  const { sections, judgement, remark, committee } = about
  const is = (permission: `progress.${string}`) =>
    sections ? holds(actor, permission, { sections }) : holdsSomewhere(actor, permission)
  if (is('progress.reader')) stands.add('reader')
  if (is('progress.section')) stands.add('section')
  if (is('progress.head')) stands.add('head')
  if (holdsSomewhere(actor, 'progress.secretariat')) stands.add('secretariat')
  const here = committee ? { schemes: [committee] } : undefined
  const isMember = here
    ? holds(actor, 'progress.member', here)
    : holdsSomewhere(actor, 'progress.member')
  if (isMember) stands.add('member')
  const own = about.shares?.find(({ userId }) => userId === actor.id)
  if (isMember && own && !own.recused) stands.add('marker')
  const speaks =
    judgement?.layer === 'section'
      ? stands.has('section') || stands.has('head')
      : stands.has('secretariat')
  if (judgement && speaks) stands.add('judge')
  const wrote = remark && 'answeredBy' in remark && remark.answeredBy === actor.id
  const heads = stands.has('head') || (about.isOwn === true && stands.has('secretariat'))
  if (heads && !wrote) stands.add('approver')
  return stands
}
