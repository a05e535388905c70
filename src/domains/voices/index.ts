/** The door: all that other chapters may use of voices. */

export { voiceAct } from './act.ts'
export { belongings as voiceBelongings } from './actions/belongings.ts'
export { urls as commentUrls } from './comment/urls.ts'
export type { PointId, PointKind } from './point.ts'
export { type Outcome, outcomes } from './rules/outcome.ts'
export { publicText } from './rules/redaction.ts'
export type { PublicPoint } from './rules/shown.ts'
export { publicPoints, shownBesideItems } from './store/public.ts'
export { type Counted, tally } from './store/tally.ts'
export { voicesNow, yearFigures } from './store/year.ts'
export { urls as voiceUrls } from './urls.ts'
export type { Channel, VoiceId } from './voice.ts'
