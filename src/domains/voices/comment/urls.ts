import type { EntryId } from '../paper.ts'
import type { CaseId } from './case.ts'
import type { CommentId } from './comment.ts'

/** Where public comments are found; a case is named by its number, which stands in the bulletin. */
export const urls = {
  list: '/comments',
  one: (number: string) => `/comments/${number}`,
  passage: (number: string, no: number) => `/comments/${number}#p${no}`,
  write: (number: string) => `/comments/${number}/write`,
  writeAt: (number: string, no: number) => `/comments/${number}/write?p=${no}`,
  result: (number: string) => `/comments/${number}/result`,
  resultFile: (number: string, kind: 'pdf' | 'csv' | 'xlsx') =>
    `/comments/${number}/result.${kind}`,
  file: (number: string, id: string) => `/comments/${number}/files/${id}`,
  api: '/api/v1/comments',
  desk: '/desk/comments',
  make: '/desk/comments/new',
  settings: '/desk/comments/settings',
  work: (id: CaseId) => `/desk/comments/${id}`,
  step: (id: CaseId, step: string) => `/desk/comments/${id}/${step}`,
  preview: (id: CaseId) => `/desk/comments/${id}/result`,
  table: (id: CaseId) => `/desk/comments/${id}/table`,
  take: (id: CaseId) => `/desk/comments/${id}/take`,
  categories: (id: CaseId) => `/desk/comments/${id}/categories`,
  bulk: (id: CaseId) => `/desk/comments/${id}/bulk`,
  template: (id: CaseId) => `/desk/comments/${id}/bulk/template.xlsx`,
  bulkCheck: (id: CaseId, key: string) => `/desk/comments/${id}/bulk/${key.replaceAll('/', '-')}`,
  sheets: (id: CaseId) => `/desk/comments/${id}/sheets`,
  sheet: (id: CaseId, sheet: EntryId) => `/desk/comments/${id}/sheets/${sheet}`,
  sheetStep: (
    id: CaseId,
    sheet: EntryId,
    step: 'out' | 'taken' | 'slip.pdf' | 'handed' | 'check',
  ) => `/desk/comments/${id}/sheets/${sheet}/${step}`,
  page: (id: CaseId, sheet: EntryId, page: number | string) =>
    `/desk/comments/${id}/sheets/${sheet}/pages/${page}`,
  comment: (id: CaseId, comment: CommentId) => `/desk/comments/${id}/comments/${comment}`,
} as const
