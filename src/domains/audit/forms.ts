import { date, fill, optionalText, text, wholeNumber } from '#platform/form.ts'
import type { LedgerFilter } from './audit.ts'

/** A GET form: its address can be sent to a colleague. */
export const filterForm = {
  person: optionalText(60),
  subject: optionalText(100),
  kind: optionalText(100),
  from: date,
  until: date,
}
export type FilterForm = ReturnType<typeof readFilter>['form']

/** What is asked for in an address. A date that is none comes back with its fault, and nothing is asked. */
export function readFilter(query: Readonly<Record<string, string>>) {
  const form = fill(filterForm, query)
  const { values } = form
  const filter: LedgerFilter | null = values
    ? {
        person: values.person,
        subject: values.subject,
        kind: values.kind,
        from: values.from,
        until: values.until,
      }
    : null
  return { form, filter }
}

/** Entries before this number; null from the newest. */
export function readBefore(raw: string | undefined): number | null {
  const before = Number(raw)
  return Number.isSafeInteger(before) && before > 0 ? before : null
}

/** 保存年限を変える. */
export const termForm = {
  amount: wholeNumber(36_500),
  from: date,
  reason: text(400),
}

/** A day that exists, or nothing. */
export const readDay = (raw: string | undefined): string | undefined =>
  fill({ day: date }, { day: raw }).values?.day ?? undefined
