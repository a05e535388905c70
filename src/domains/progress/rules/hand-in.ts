import type { Ready } from '#platform/workflow.ts'
import type { Report, ReportContent } from '../progress.ts'
import type { workflow } from '../workflow.ts'

type ReportFor<Action extends keyof typeof workflow> = Ready<Report, typeof workflow, Action>

/** What every report has, whatever has become of it. */
const asked = ({ id, version, roundId, itemId, side, asked, content, requestedAt }: Report) => ({
  id,
  version,
  roundId,
  itemId,
  side,
  asked,
  content,
  requestedAt,
})

export const drafted = (report: ReportFor<'saveDraft'>, content: ReportContent): Report => ({
  ...asked(report),
  content,
  state: 'drafting',
})

export const submitted = (
  report: ReportFor<'submit'>,
  content: ReportContent,
  by: string,
  at: Date,
): Report => ({
  ...asked(report),
  content,
  state: 'submitted',
  submittedAt: at,
  submittedBy: by,
})

export const takenBack = (report: ReportFor<'takeBack'>): Report => ({
  ...asked(report),
  state: 'drafting',
})

export const confirmed = (report: ReportFor<'confirm'>, by: string, at: Date): Report => ({
  ...report,
  state: 'confirmed',
  confirmedAt: at,
  confirmedBy: by,
})

export const givenBack = (report: ReportFor<'giveBack'>, reason: string): Report => ({
  ...asked(report),
  state: 'returned',
  submittedAt: report.submittedAt,
  submittedBy: report.submittedBy,
  returnReason: reason,
})

/** Another section is asked in its place; what was begun goes with it. */
export const reassigned = (report: ReportFor<'reassign'>, section: string): Report => ({
  ...asked(report),
  state: 'requested',
  asked: section,
})
