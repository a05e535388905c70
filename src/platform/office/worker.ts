import { serve } from '../thread.ts'
import type { OfficeJob, OfficeOutcome } from './office.ts'
import { blocksOf } from './read-word.ts'
import { sheetsOf } from './read-workbook.ts'
import { Unreadable } from './unreadable.ts'

serve<OfficeJob, OfficeOutcome>(async (job) => {
  try {
    return job.kind === 'workbook'
      ? { kind: 'workbook', value: await sheetsOf(job.bytes, job.merged) }
      : { kind: 'word', value: { blocks: await blocksOf(job.bytes) } }
  } catch (error) {
    if (!(error instanceof Unreadable)) throw error
    return { kind: 'unreadable', reason: error.reason, detail: error.message }
  }
})
