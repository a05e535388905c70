import { z } from 'zod'
import { readDay } from '#platform/written-day.ts'
import { commitments, directions, leads } from '../item.ts'
import { limits } from './limits.ts'
import { readAudience } from './marks.ts'

/** The JSON of a plan, as `demo/` and the API exchange it. Loose: comments may stand anywhere. */

/** Counted in characters as people count them, not in UTF-16 units. */
const text = (max: number) =>
  z.string().refine((value) => [...value].length <= max, { error: 'too-long' })
const day = z.string().refine((value) => readDay(value) === value, { error: 'not-a-date' })
const audience = z
  .string()
  .refine((value) => readAudience(value) !== undefined, { error: 'unknown-audience' })

function forms(strict: boolean) {
  const object = strict ? z.strictObject : z.object
  const inTongues = <T extends z.ZodType>(one: T) =>
    object({ easy: one.optional(), en: one.optional(), ko: one.optional() }).optional()

  const indicator = object({
    name: text(limits.indicator).min(1),
    unit: text(limits.unit).default(''),
    baseline: z.number().nullable().default(null),
    target: z.number().nullable().default(null),
    direction: z.enum(directions).default('up'),
  })
  const quarter = text(limits.quarter).default('')
  const item = object({
    id: z
      .string()
      .regex(/^itm_[a-z0-9]{1,40}$/)
      .optional(),
    number: z
      .string()
      .regex(/^\d{1,3}-\d{1,3}$/)
      .optional(),
    lead: z.enum(leads).nullable(),
    title: text(limits.title).min(1),
    description: text(limits.description).default(''),
    departments: z.array(text(limits.department).min(1)).default([]),
    owner: text(limits.person).optional(),
    deputy: text(limits.person).optional(),
    commitment: z.enum(commitments).nullable().optional(),
    considerUntil: day.nullable().optional(),
    citizenRole: text(limits.role).optional(),
    cityRole: text(limits.role).optional(),
    indicators: z.array(indicator).optional(),
    schedule: object({ q1: quarter, q2: quarter, q3: quarter, q4: quarter }).optional(),
    budgetYen: z.int().min(0).nullable().optional(),
    articles: z.array(text(limits.article).min(1)).optional(),
    translations: inTongues(
      object({
        title: z.string().optional(),
        description: z.string().optional(),
        citizenRole: z.string().optional(),
        cityRole: z.string().optional(),
      }),
    ),
  })
  const heading = object({
    audience: audience.nullable().default(null),
    text: text(limits.group).min(1),
    translations: inTongues(object({ text: z.string().optional() })),
    items: z.array(item),
  })
  const measure = object({
    number: z.int().min(1).max(999),
    title: text(limits.measure).min(1),
    translations: inTongues(object({ title: z.string().optional() })),
    headings: z.array(heading),
  })
  const name = text(limits.unit).min(1)
  return object({
    municipality: z.looseObject({}).optional(),
    fiscalYear: z.int().min(1900).max(2199).optional(),
    era: z.string().optional(),
    title: text(limits.title).optional(),
    subtitle: text(limits.title).optional(),
    purpose: text(limits.purpose).optional(),
    aim: text(limits.aim).optional(),
    goals: z.array(text(limits.purpose)).optional(),
    departments: z.array(z.string()).optional(),
    levels: object({ measure: name, group: name, item: name }).optional(),
    translations: inTongues(
      object({
        title: z.string().optional(),
        subtitle: z.string().optional(),
        purpose: z.string().optional(),
        aim: z.string().optional(),
        goals: z.array(z.string()).optional(),
      }),
    ),
    measures: z.array(measure),
  })
}

export const planForm = forms(false)
/** Only to find keys that the form does not know: a misspelt key would be lost without a word. */
export const strictPlanForm = forms(true)

/** A plan as JSON. Written without what is empty, so that a short plan stays short. */
export type PlanJson = z.input<typeof planForm>
export type ReadPlanJson = z.output<typeof planForm>
