import { storable } from '#platform/storable.ts'
import { limits, tooLong } from './limits.ts'
import { readAudience, readLead } from './marks.ts'
import type { Answers, Question, Reading, Row } from './sheet.ts'

export interface InvalidAnswer {
  readonly key: string
  readonly reason:
    | 'unknown-question'
    | 'required'
    | 'unknown-lead'
    | 'unknown-audience'
    | 'too-long'
}

export interface Answered {
  /** With the answers taken over; its questions are the open ones. */
  readonly reading: Reading
  readonly open: readonly Question[]
  readonly invalid: readonly InvalidAnswer[]
}

/**
 * Takes a person's answers over. What was seen stays in the row until somebody confirms or mends
 * it, and the question stays open until then. An answer about a heading or measure goes to all its
 * items.
 */
export function applyAnswers(reading: Reading, answers: Answers): Answered {
  let { head, rows } = reading
  const invalid: InvalidAnswer[] = []
  const done = new Set<string>()
  for (const [key, typed] of Object.entries(answers)) {
    const question = reading.questions.find((one) => one.key === key)
    const answer = storable(typed).trim()
    const reason = question ? wrongIn(question, answer) : 'unknown-question'
    if (!question || reason) {
      invalid.push({ key, reason: reason ?? 'unknown-question' })
      continue
    }
    done.add(key)
    if (question.field === 'aim' || question.field === 'purpose') {
      head = { ...head, [question.field]: answer }
    } else {
      const concerned = concernedBy(question, reading)
      rows = rows.map((row, i) => (concerned.has(i) ? answered(row, question, answer) : row))
    }
  }
  const open = reading.questions.filter((question) => !done.has(question.key))
  return { reading: { ...reading, head, rows, questions: open }, open, invalid }
}

function wrongIn(question: Question, answer: string): InvalidAnswer['reason'] | null {
  if (!answer) return 'required'
  switch (question.field) {
    case 'lead':
      return readLead(answer) ? null : 'unknown-lead'
    case 'audience':
      return readAudience(answer) === undefined ? 'unknown-audience' : null
    case 'departments': {
      const names = namesIn(answer)
      if (names.length === 0) return 'required'
      return names.some((name) => tooLong(name, limits.department)) ? 'too-long' : null
    }
    default:
      return tooLong(answer, limits[question.field]) ? 'too-long' : null
  }
}

/** The rows whose item, heading or measure is asked about, as they were before any answer. */
function concernedBy({ code, field }: Question, { rows, questions }: Reading): ReadonlySet<number> {
  const at = rows.findIndex((row) => row.code === code)
  const asked = rows[at]
  if (!asked) return new Set()
  if (field === 'measure') {
    const { number } = asked.measure
    return new Set(rows.flatMap((row, i) => (row.measure.number === number ? [i] : [])))
  }
  const concerned = new Set([at])
  if (field === 'group' || field === 'audience') {
    const asks = new Set(questions.map((question) => question.key))
    for (const [i, row] of rows.entries()) {
      if (i <= at) continue
      // Two headings that read alike are told apart by their own questions.
      if (!isSameGroup(row, asked) || asks.has(`${field}:${row.code}`)) break
      concerned.add(i)
    }
  }
  return concerned
}

/** By what it says, not by identity: a reading is stored while its questions are open. */
const isSameGroup = (one: Row, other: Row) =>
  one.measure.number === other.measure.number &&
  one.group.text === other.group.text &&
  one.group.audience === other.group.audience

function answered(row: Row, { field }: Question, answer: string): Row {
  switch (field) {
    case 'lead':
      return { ...row, content: { ...row.content, lead: readLead(answer) } }
    case 'title':
    case 'description':
      return { ...row, content: { ...row.content, [field]: answer } }
    case 'departments':
      return { ...row, content: { ...row.content, departments: namesIn(answer) } }
    case 'audience':
      return { ...row, group: { ...row.group, audience: readAudience(answer) ?? null } }
    case 'group':
      return { ...row, group: { ...row.group, text: answer } }
    case 'measure':
      return { ...row, measure: { ...row.measure, title: answer } }
    default:
      return row
  }
}

export const namesIn = (text: string): string[] =>
  text
    .split(/[、，,\n]/)
    .map((name) => name.trim())
    .filter(Boolean)
