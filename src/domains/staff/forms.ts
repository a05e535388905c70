import {
  type Body,
  choice,
  date,
  type Field,
  hidden,
  longText,
  optionalText,
  several,
  text,
} from '#platform/form.ts'
import { reaches } from './roles.ts'
import { type Choices, unknownFates } from './roster/stored.ts'
import { ranks } from './staff.ts'

/** A day that must be said. */
export const day: Field<string> = {
  ...date,
  required: true,
  schema: date.schema.refine((value) => value !== null, 'required') as Field<string>['schema'],
}

const reason = longText(300)

/** 新設. */
export const sectionForm = {
  name: text(60),
  kind: choice(['section', 'division']),
  parent: hidden,
  phone: optionalText(30),
  from: day,
  reason,
}
export const renameForm = { name: text(60), phone: optionalText(30), on: day, reason }
export const moveForm = { parent: hidden, on: day, reason }
export const endForm = { on: day, reason }
export const mergeForm = { into: text(60), on: day, reason }

export const steps = { rename: renameForm, move: moveForm, end: endForm, merge: mergeForm }
export type StepName = keyof typeof steps
export const isStep = (text: string): text is StepName => Object.hasOwn(steps, text)

/** 発令. */
export const postForm = {
  department: text(60),
  post: text(60),
  rank: choice(ranks),
  main: choice(['main', 'other']),
  from: day,
  until: date,
  reason,
}
/** 終わりの日, of a post, a role or a person's time with the city. */
export const lastDayForm = { until: day, reason }
/** 役割の付与. */
export const grantForm = {
  role: text(60),
  department: hidden,
  district: optionalText(60),
  scheme: optionalText(60),
  from: day,
  until: date,
  reason,
}

/** 市が名づける役割. */
export const roleForm = {
  name: text(60),
  reach: choice(reaches),
  permissions: several(200, 60),
  from: day,
  reason,
}

/** 名簿: the day on which it takes effect; the file comes beside it. */
export const rosterForm = { on: day }

const strings = (value: unknown): string[] =>
  (Array.isArray(value) ? value : [value]).filter((v) => typeof v === 'string' && v !== '')

const most = 200

/** What was chosen on the page of a roster: `unknown.0`, `of.0`, `emptied.ID`, `person.0`, `leave`. */
export function readChoices(
  body: Body,
  asked: {
    readonly unknown: readonly string[]
    readonly emptied: readonly string[]
    readonly people: readonly string[]
  },
): Choices {
  const unknown = asked.unknown.flatMap((name, i) => {
    const what = unknownFates.find((fate) => fate === strings(body[`unknown.${i}`])[0])
    const of = what === 'create' ? [] : strings(body[`of.${i}`]).slice(0, most)
    return what ? [[name, { what, of }] as const] : []
  })
  const emptied = asked.emptied.flatMap((id) => {
    const [into] = strings(body[`emptied.${id}`])
    return into ? [[id, into] as const] : []
  })
  const people = asked.people.flatMap((key, i) => {
    const [id] = strings(body[`person.${i}`])
    return id ? [[key, id.slice(0, 60)] as const] : []
  })
  return {
    unknown: Object.fromEntries(unknown),
    people: Object.fromEntries(people),
    emptied: Object.fromEntries(emptied),
    leave: strings(body.leave).slice(0, 2000),
  }
}
