import { longDate } from '#design/dates.ts'
import type { View } from '#design/view.ts'
import { dayStart } from '#platform/calendar.ts'
import { type ContentField, commitments, type ItemContent } from '../item.ts'
import { inWords } from '../messages/in-words.ts'
import type { PlanMessages } from '../messages/ja.ts'

/** The value of a field in the reader's language, for histories, comparisons and amendments. */
export const spoken = (
  view: View,
  t: PlanMessages,
  field: ContentField,
  content: Partial<ItemContent>,
): string => inWords(t, field, content, (date) => longDate(view.locale, dayStart(date)))

/** Place on the ladder, from 0; null when nobody has said. */
export const rungOf = (content: Pick<ItemContent, 'commitment'>) =>
  content.commitment ? commitments.indexOf(content.commitment) : null
