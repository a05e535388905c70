import type { FiscalYear } from './plan.ts'

export type Format = 'pdf' | 'xlsx' | 'csv' | 'json'

/** Addresses without the language's prefix; the design adds it. */
export const urls = {
  list: '/plans',
  year: (year: FiscalYear) => `/plans/${year}` as const,
  item: (year: FiscalYear, code: string) => `/plans/${year}/items/${code}` as const,
  file: (year: FiscalYear, format: Format) => `/plans/${year}/plan.${format}`,
  amendments: (year: FiscalYear) => `/plans/${year}/amendments`,
  became: (year: FiscalYear) => `/plans/${year}/became`,
  compare: '/plans/compare',
  compareOf: (from: FiscalYear, to: FiscalYear) => `/plans/compare?from=${from}&to=${to}`,
  search: '/search',
  openData: '/open-data',
  desk: '/desk/plans',
  deskYear: (year: FiscalYear) => `/desk/plans/${year}`,
  deskPath: (year: FiscalYear, rest: string) => `/desk/plans/${year}/${rest}`,
  deskItem: (year: FiscalYear, id: string) => `/desk/plans/${year}/items/${id}`,
  intake: '/desk/plans/intake',
  intakeOne: (id: string) => `/desk/plans/intake/${id}`,
  template: '/desk/plans/template.xlsx',
} as const
