import {
  choice,
  lines,
  longText,
  optionalChoice,
  optionalLongText,
  optionalText,
  several,
  text,
} from '#platform/form.ts'
import { room } from './publication.ts'

/** Readings stand in the text and are not counted: a rule counts the letters, this only keeps it finite. */
const withReadings = 4

/** `pictures`: the ids among which the editor chooses one, or none. */
export const contentForm = (pictures: readonly string[]) => ({
  kicker: optionalText(room.kicker * withReadings),
  title: text(room.title * withReadings),
  slogan: lines(room.sloganLines, room.sloganLine * withReadings),
  leadTitle: text(room.leadTitle * withReadings),
  lead: longText(room.lead * withReadings),
  went: optionalLongText(room.went * withReadings),
  next: optionalLongText(room.next * withReadings),
  call: longText(room.call * withReadings),
  parts: several(4, 20),
  picture: optionalChoice(pictures),
  caption: optionalText(room.caption * withReadings),
  easy: optionalLongText(room.short * withReadings),
  en: optionalLongText(room.short * withReadings),
  ko: optionalLongText(room.short * withReadings),
})
export const composeForm = (years: readonly string[]) => ({ year: choice(years) })
export const reasonForm = { reason: longText(500) }
/** A day and an hour, as a person says them: 2013-04-10, 9:00. */
export const scheduleForm = { day: text(10), hour: text(5) }
