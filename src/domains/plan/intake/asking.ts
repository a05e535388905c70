import type { Draft } from './draft.ts'
import type { Joined } from './joining.ts'
import { type Line, placeOf, rawOf } from './lines.ts'
import type { Heading, Section } from './outline.ts'
import type { Question, QuestionField, Row } from './sheet.ts'
import { hasDebris, isBalanced, isCut } from './written.ts'

/**
 * What a careful clerk would ask before taking a print over, each with the printed lines beside
 * it.
 */

function ask(
  field: QuestionField,
  code: string,
  reason: Question['reason'],
  lines: readonly Line[],
  seen: string,
): Question {
  const key = `${field}:${code}`
  return { key, code, field, reason, original: rawOf(lines), place: placeOf(lines), seen }
}

const isBroken = ({ text, doubtful }: Joined) => doubtful || !isBalanced(text) || hasDebris(text)

/** Numbers that do not rise were misread; the counted number is used, and asked. */
export function askMeasure(
  section: Section,
  number: number,
  title: Joined,
  rising: boolean,
): Question[] {
  if (rising && title.text && !isBroken(title)) return []
  const lines = section.line ? [section.line] : (section.headings[0]?.lines ?? [])
  return [ask('measure', `${number}-1`, 'text-broken', lines, title.text)]
}

/**
 * 対象 is asked where something unreadable stands in its place, and where other headings of the
 * measure name theirs while this one only speaks of 市民 or 職員 in its sentence: it may mean
 * everyone, or the word may be lost. A measure whose headings name nobody is for everyone.
 */
export function askGroup(
  heading: Heading,
  code: string,
  text: Joined,
  othersSpeak: boolean,
): Question[] {
  const { read, lines } = heading
  const asked: Question[] = []
  const audience = read?.audience
  if (audience && 'noise' in audience) {
    asked.push(ask('audience', code, 'audience-unreadable', lines, audience.noise))
  } else if (!audience && othersSpeak && /市民|住民|職員/.test(text.text)) {
    asked.push(ask('audience', code, 'audience-unreadable', lines, ''))
  }
  const sound = read && !read.split && text.text && !isBroken(text) && !isCut(text.text)
  if (!sound) asked.push(ask('group', code, 'text-broken', lines, text.text))
  return asked
}

export function askItem(row: Row, draft: Draft, departmentsDoubtful: boolean): Question[] {
  const { code, content } = row
  const asked: Question[] = []
  const about = (field: 'title' | 'description' | 'departments') => {
    const doubt = draft.doubts.find((one) => one.field === field)
    return (reason: Question['reason'], seen: string) =>
      asked.push(ask(field, code, doubt?.reason ?? reason, doubt?.lines ?? draft.lines, seen))
  }
  const doubted = (field: string) => draft.doubts.some((one) => one.field === field)
  if (content.lead === null) {
    const question = ask('lead', code, 'mark-missing', draft.markLines, draft.markSeen)
    asked.push({ ...question, place: row.place })
  }
  if (!content.title || isCut(content.title)) about('title')('title-cut', content.title)
  else if (doubted('title') || isBroken(draft.title)) about('title')('text-broken', content.title)
  if (!content.description || doubted('description') || isBroken(draft.description)) {
    about('description')('text-broken', content.description)
  }
  const names = content.departments.join('、')
  if (!names) about('departments')('department-missing', '')
  else if (departmentsDoubtful || doubted('departments')) about('departments')('text-broken', names)
  return asked
}
