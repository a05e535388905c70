import type { ItemId } from '#domains/plan/index.ts'
import type { FileId, ShownFile } from './evidence.ts'
import type { ReportId, RoundId, SheetId } from './progress.ts'

const desk = '/desk/progress'
const round = (id: RoundId | ':id') => `${desk}/rounds/${id}` as const
const named = (path: string, name: string) => `${path}?name=${encodeURIComponent(name)}`

/** Addresses of the desk without the language's prefix; the design adds it. */
export const urls = {
  desk,
  year: (year: number) => `${desk}?year=${year}`,
  planYear: `${desk}/plan-year`,
  rounds: `${desk}/rounds`,
  round,
  roundStep: (id: RoundId, step: 'open' | 'close') => `${round(id)}/${step}`,
  section: (id: RoundId, name: string) => named(`${round(id)}/section`, name),
  queue: (id: RoundId, name: string) => named(`${round(id)}/queue`, name),
  sheet: (id: RoundId, name: string) => named(`${round(id)}/sheet.xlsx`, name),
  takeIn: (id: RoundId, name: string) => named(`${round(id)}/sheet`, name),
  check: (id: RoundId | ':id', sheet: SheetId | ':sheet') => `${round(id)}/sheet/${sheet}` as const,
  report: (id: ReportId) => `${desk}/reports/${id}` as const,
  reportStep: (id: ReportId, step: string) => `${desk}/reports/${id}/${step}`,
  files: (id: ReportId | ':id') => `${desk}/reports/${id}/files` as const,
  takeOff: (id: ReportId | ':id', file: FileId | ':file') =>
    `${desk}/reports/${id}/files/${file}/remove` as const,
  file: ({ id, name }: Pick<ShownFile, 'id' | 'name'>) =>
    `${desk}/files/${id}/${encodeURIComponent(name)}` as const,
  explain: (id: ItemId) => `${desk}/items/${id}/explain` as const,
  settings: `${desk}/settings`,
  presets: `${desk}/settings/presets`,
  scales: `${desk}/settings/scales`,
  terms: `${desk}/settings/terms`,
  scalesFile: `${desk}/settings/scales.csv`,
  termsFile: `${desk}/settings/terms.csv`,
} as const
