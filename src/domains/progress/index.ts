/** The door: all that other chapters may use of progress. */

export { addresses as groupAddresses } from './actions/addresses.ts'
export { moderatedReports, tellGroupDecided } from './actions/looked-after.ts'
export type { PlacedPicture } from './evidence.ts'
export { urls as judgingUrls } from './judging/urls.ts'
export { kinds as progressNotices } from './kinds.ts'
export { standingWords } from './messages/standings.ts'
export type {
  Period,
  ProgressKind,
  PublicReport,
  Report,
  ReportContent,
  Round,
  Scale,
  ScaleStep,
} from './progress.ts'
export { kinds as progressKinds, periods } from './progress.ts'
export { publicUrls as progressUrls } from './public-urls.ts'
export {
  type Counts,
  countsOf,
  type Dimension,
  type ItemProgress,
  type ItemStanding,
  itemsBy,
  standings,
  type YearProgress,
} from './rules/year.ts'
export { picturesOf } from './store/evidence.ts'
export { yearProgress } from './store/views.ts'
export { urls as progressDeskUrls } from './urls.ts'
