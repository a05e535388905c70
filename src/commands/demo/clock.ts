import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

/** The morning on which the demo city begins: a plan is under way, the next one is out for comment. */
const morning = Date.parse('2013-03-06T09:00:00+09:00')

/**
 * The demo city lives in its own time: it begins on that morning when it is first started, and goes on from
 * there at the pace of ours, so that nothing of its year is long overdue. Kept beside the data, because time
 * does not go back after a restart.
 */
export function demoClock(dataDir: string): () => Date {
  const path = join(dataDir, 'demo-clock')
  const kept = existsSync(path) ? Number(readFileSync(path, 'utf8')) : Number.NaN
  const begun = Number.isFinite(kept) ? kept : Date.now()
  if (begun !== kept) {
    mkdirSync(dataDir, { recursive: true })
    writeFileSync(path, String(begun))
  }
  return () => new Date(morning + (Date.now() - begun))
}
