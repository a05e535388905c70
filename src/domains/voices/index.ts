/** The door: all that other chapters may use of voices. */

export { voiceAct } from './act.ts'
export type { PointId, PointKind } from './point.ts'
export { type Outcome, outcomes } from './rules/outcome.ts'
export { type PublicPoint, publicPoints } from './store/public.ts'
export { type Counted, tally } from './store/tally.ts'
export type { Channel, VoiceId } from './voice.ts'
