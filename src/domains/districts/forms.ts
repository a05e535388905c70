import { date, type Field, hidden, optionalText, text } from '#platform/form.ts'
import { lengths } from './district.ts'

/** A day that has to be said. */
const day: Field<string> = {
  ...date,
  required: true,
  schema: date.schema.refine(
    (one) => one !== null,
    'required',
  ) as unknown as Field<string>['schema'],
}

export const nameForm = {
  name: text(lengths.name),
  reading: optionalText(lengths.reading),
  en: optionalText(lengths.en),
  ko: optionalText(lengths.ko),
}
export const newForm = { ...nameForm, from: day }
export const renameForm = { ...nameForm, on: day }
export const closeForm = { last: day, into: hidden }
