import type { ItemId } from '#domains/plan/index.ts'
import type { ShownFile } from './evidence.ts'
import type { ReportId, RoundId } from './progress.ts'

type Step = 'confirm' | 'back' | 'again' | 'slip' | 'withdraw' | 'note' | 'paper' | 'sheet'

/** Addresses of the other side's reports; what stands in `report` opens just one of them. */
export const urls = {
  /** Says how one gets a link. */
  door: '/progress/report',
  report: (token: string) => `/progress/report/${token}` as const,
  file: (token: string, { id, name }: Pick<ShownFile, 'id' | 'name'>) =>
    `/progress/report/${token}/files/${id}/${encodeURIComponent(name)}` as const,
  sheet: (token: string) => `/progress/report/${token}/sheet` as const,
  /** Who is asked about an item beside the city. */
  asking: (round: RoundId | ':round', item: ItemId | ':item') =>
    `/desk/progress/rounds/${round}/items/${item}/groups` as const,
  one: (id: ReportId | ':id') => `/desk/progress/groups/${id}` as const,
  step: (id: ReportId | ':id', step: Step) => `/desk/progress/groups/${id}/${step}` as const,
} as const
