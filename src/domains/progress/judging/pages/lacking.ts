import type { ReportId } from '../../progress.ts'
import { urls as progressUrls } from '../../urls.ts'
import type { Lack } from '../rules/missing.ts'
import type { JudgingYear } from '../rules/year.ts'
import { urls } from '../urls.ts'

/** Where what is missing of a judging is given. */
export function pathOf({ committee, items }: JudgingYear, lack: Lack): string | null {
  const judged = items.find(({ progress }) => progress.item.id === lack.itemId)
  if (lack.kind === 'section' || lack.kind === 'secretariat') {
    const judgement = judged?.[lack.kind]
    return judgement ? urls.judgement(judgement.id) : null
  }
  if (lack.kind === 'committee' && lack.itemId) return urls.meeting(committee.id, lack.itemId)
  if (lack.kind === 'few-members') return urls.division(committee.id)
  if (lack.kind === 'answer') return urls.answers
  return null
}

/** The same of the whole year, for which the final reports of its items are wanted too. */
export const pathOfYear =
  (year: JudgingYear | undefined, reports: ReadonlyMap<string, ReportId>) =>
  (lack: Lack): string | null => {
    if (lack.kind === 'no-judging') return urls.desk
    if (lack.kind === 'report' || lack.kind === 'reading') {
      const report = lack.itemId && reports.get(lack.itemId)
      return report ? progressUrls.report(report) : null
    }
    return year ? pathOf(year, lack) : null
  }
