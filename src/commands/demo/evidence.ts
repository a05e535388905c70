import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { addFile } from '#domains/progress/actions/evidence.ts'
import type { Period, Report, Side } from '#domains/progress/progress.ts'
import type { Ctx } from '#platform/context.ts'
import type { Files } from '#platform/files.ts'
import { demoFolder } from '../../places.ts'

/** demo/evidence-2012.json: what each report was proved with; drawings, made by scripts/demo-pictures.ts. */
export type DemoEvidence = readonly {
  readonly code: string
  readonly period: Period
  readonly side: Side
  readonly file: string
  readonly title: string
}[]

/** Adds to a report what proves it, while its section still writes it. */
export const evidenceDemo =
  (files: Files, all: DemoEvidence) =>
  async (ctx: Ctx, report: Pick<Report, 'id' | 'side'>, code: string, period: Period) => {
    for (const one of all) {
      if (one.code !== code || one.period !== period || one.side !== report.side) continue
      const bytes = new Uint8Array(readFileSync(join(demoFolder, 'evidence', one.file)))
      const handed = { bytes, name: one.file, title: one.title, consent: true }
      await addFile(ctx, files, report.id, handed)
    }
  }

export type Proves = ReturnType<typeof evidenceDemo>
