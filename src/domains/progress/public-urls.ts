import type { FiscalYear } from '#domains/plan/index.ts'

const year = (of: FiscalYear) => `/progress/${of}` as const

/** Addresses that anyone may open, without the language's prefix; the design adds it. */
export const publicUrls = {
  newest: '/progress',
  year,
  items: (of: FiscalYear, asked: Readonly<Record<string, string>> = {}) => {
    const query = new URLSearchParams(asked).toString()
    return `${year(of)}/items${query ? `?${query}` : ''}`
  },
  csv: (of: FiscalYear) => `${year(of)}/progress.csv`,
  pack: (of: FiscalYear) => `${year(of)}/pack.pdf`,
  feed: '/progress/feed.atom',
  api: (of: FiscalYear) => `/api/v1/plans/${of}/progress`,
} as const
