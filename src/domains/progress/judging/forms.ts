import {
  choice,
  date,
  hidden,
  longText,
  optionalChoice,
  optionalLongText,
  text,
  wholeNumber,
} from '#platform/form.ts'
import type { Scale, ScaleStep } from '../progress.ts'
import { courses, layers, occasions, stances } from './judging.ts'

/** Longest comment of a layer, a member, the meeting, or an answer. */
const words = 2000

export const openForm = (plans: readonly string[], scales: readonly string[]) => ({
  planId: choice(plans),
  occasion: choice(occasions),
  ...committeeForm(scales),
})

export const committeeForm = (scales: readonly string[]) => ({
  name: text(60),
  scaleId: choice(scales),
  papersOn: { ...date, required: true },
  marksDueOn: { ...date, required: true },
  meetingOn: { ...date, required: true },
  leastMembers: wholeNumber(20),
})

const codes = ({ steps }: Pick<Scale, 'steps'>) => steps.map(({ code }: ScaleStep) => code)

/** Nothing is required while it is written; what is missing at the end is a rule's to say. */
export const verdictForm = (scale: Pick<Scale, 'steps'>) => ({
  value: optionalChoice(codes(scale)),
  comment: optionalLongText(words),
  course: optionalChoice(courses),
  version: hidden,
})

export const settleForm = (scale: Pick<Scale, 'steps'>) => ({
  ...verdictForm(scale),
  minority1: optionalLongText(words),
  minority2: optionalLongText(words),
  minority3: optionalLongText(words),
})

export const answerForm = (follows: readonly string[]) => ({
  stance: optionalChoice(stances),
  reason: optionalLongText(words),
  follow: optionalChoice(follows),
  version: hidden,
})

export const memberForm = (people: readonly string[]) => ({
  userId: choice(people),
  capacity: text(60),
})
export const recuseForm = (items: readonly string[], members: readonly string[]) => ({
  itemId: choice(items),
  userId: choice(members),
  reason: longText(300),
})
export const waiveForm = (items: readonly string[]) => ({
  layer: choice(layers),
  itemId: optionalChoice(items),
  reason: longText(500),
})
export const reasonForm = { reason: longText(500) }
export const sectionForm = (sections: readonly string[]) => ({ section: choice(sections) })
