import { z } from 'zod'
import type { ReportContent } from './progress.ts'

const text = z.string().max(4000)
const shape = z.object({
  value: text,
  result: text,
  figures: z.array(z.object({ name: text, value: z.number(), unit: text })).max(60),
  readings: z
    .array(z.object({ name: text, actual: z.number().nullable(), unmeasured: text }))
    .max(60),
  evidence: z.array(z.object({ title: text, url: text })).max(60),
  issues: text,
  next: text,
  hours: z.number().nullable(),
  yen: z.number().nullable(),
  districts: z.array(text).max(300).default([]),
  unchanged: text,
})

/** A report as a form carried it along: what its writer had seen. Nothing when it is none. */
export function readContent(json: unknown): ReportContent | null {
  if (typeof json !== 'string') return null
  try {
    return shape.safeParse(JSON.parse(json)).data ?? null
  } catch {
    return null
  }
}
