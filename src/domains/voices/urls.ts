import type { ItemId } from '#domains/plan/index.ts'
import type { BatchId, EntryId } from './paper.ts'
import type { PointId } from './point.ts'
import type { VoiceId } from './voice.ts'

/** Where voices are found; a public voice is named by its number, which the sender has on paper. */
export const urls = {
  list: '/voices',
  figures: '/voices/figures',
  figuresOf: (year: number) => `/voices/figures?year=${year}`,
  figuresCsv: (year: number) => `/voices/figures.csv?year=${year}`,
  figuresApi: (year: number) => `/api/v1/voices/figures?year=${year}`,
  map: '/voices/map',
  mapOf: (year: number) => `/voices/map?year=${year}`,
  csv: '/voices/voices.csv',
  feed: '/voices/feed.atom',
  feedOf: (number: string) => `/voices/${number}/feed.atom`,
  photo: (number: string, position: number | string) => `/voices/${number}/photos/${position}`,
  photoDecision: (id: PointId, file: string) => `/desk/voices/points/${id}/photos/${file}`,
  api: '/api/v1/voices',
  write: '/voices/new',
  one: (number: string) => `/voices/${number}`,
  desk: '/desk/voices',
  take: '/desk/voices/new',
  box: '/desk/voices/box',
  post: '/desk/voices/post',
  decisions: '/desk/voices/decisions',
  decideAll: '/desk/voices/decisions/all',
  decision: (id: PointId) => `/desk/voices/points/${id}/decision`,
  items: (id: PointId) => `/desk/voices/points/${id}/items`,
  ofItem: (id: ItemId) => `/desk/voices/items/${id}`,
  population: '/desk/voices/population',
  promises: '/desk/voices/promises',
  settings: '/desk/voices/settings',
  templates: '/desk/voices/templates',
  approvals: '/desk/voices/approvals',
  work: (id: VoiceId) => `/desk/voices/${id}`,
  file: (id: VoiceId, file: string) => `/desk/voices/${id}/files/${file}`,
  point: (id: PointId) => `/desk/voices/points/${id}`,
  pointStep: (id: PointId, step: string) => `/desk/voices/points/${id}/${step}`,
  workStep: (id: VoiceId, step: string) => `/desk/voices/${id}/${step}`,
  promise: (id: string) => `/desk/voices/promises/${id}`,
} as const

/** Where paper, telephone and mails are taken in, and answers leave by post. */
export const paperUrls = {
  take: urls.take,
  box: urls.box,
  batch: (id: BatchId) => `${urls.box}/${id}`,
  batchStep: (id: BatchId, step: 'sheets' | 'slips.pdf' | 'handed') => `${urls.box}/${id}/${step}`,
  entry: (id: EntryId) => `${urls.desk}/entries/${id}`,
  entryStep: (id: EntryId, step: 'taken' | 'slip.pdf' | 'handed' | 'out') =>
    `${urls.desk}/entries/${id}/${step}`,
  page: (id: EntryId, position: number | string) => `${urls.desk}/entries/${id}/pages/${position}`,
  checks: `${urls.desk}/checks`,
  check: (id: EntryId) => `${urls.desk}/checks/${id}`,
  sheet: `${urls.desk}/sheet`,
  template: `${urls.desk}/sheet/template.xlsx`,
  sheetCheck: (key: string) => `${urls.desk}/sheet/${key.replaceAll('/', '-')}`,
  post: urls.post,
  letters: `${urls.post}/letters.pdf`,
  posted: `${urls.post}/posted`,
  call: (id: VoiceId) => `${urls.post}/calls/${id}`,
  called: (id: VoiceId) => `${urls.post}/calls/${id}/called`,
  inbox: `${urls.desk}/inbox`,
  mail: (mark: string) => `${urls.desk}/inbox/${mark}/open`,
  mailStep: (mark: string, step: 'take' | 'aside') => `${urls.desk}/inbox/${mark}/${step}`,
} as const
