import type { FiscalYear } from '#domains/plan/index.ts'
import type { ShownFile } from './evidence.ts'

type Filed = Pick<ShownFile, 'id' | 'name'>

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
  /** Of a report that is public; the smaller one of a picture by `?size=small`. */
  file: ({ id, name }: Filed) => `/progress/files/${id}/${encodeURIComponent(name)}` as const,
  feed: '/progress/feed.atom',
  api: (of: FiscalYear) => `/api/v1/plans/${of}/progress`,
} as const
