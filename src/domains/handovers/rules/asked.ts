import { addDays, type IsoDate } from '#platform/calendar.ts'
import type { Leaver } from '../handover.ts'
import type { HandoverTerms } from '../terms.ts'

/** Who is to do what about a hand-over that is not closed. */
export interface Asked {
  readonly who: 'giver' | 'successor' | 'head'
  readonly what: 'pass' | 'receive' | 'close'
  readonly kind: 'due' | 'overdue' | 'decision'
  readonly on: IsoDate
}

/**
 * First whoever goes, as long as they are there; after the last day they can do nothing here, and the head is
 * asked. What was passed waits for the successor, and when that takes too long for the head as well.
 */
export function askedOf(
  { endsOn, handover }: Pick<Leaver, 'endsOn' | 'handover'>,
  { daysSpoken, daysToReceive }: HandoverTerms,
  today: IsoDate,
): readonly Asked[] {
  const dueOn = handover?.dueOn ?? addDays(endsOn, daysToReceive)
  switch (handover?.state ?? 'prepared') {
    case 'prepared':
      if (endsOn < today) return [{ who: 'head', what: 'pass', kind: 'overdue', on: endsOn }]
      return endsOn <= addDays(today, daysSpoken)
        ? [{ who: 'giver', what: 'pass', kind: 'due', on: endsOn }]
        : []
    case 'passed':
      if (today <= dueOn) return [{ who: 'successor', what: 'receive', kind: 'due', on: dueOn }]
      return (['successor', 'head'] as const).map((who) => ({
        who,
        what: 'receive',
        kind: 'overdue',
        on: dueOn,
      }))
    case 'received':
      return [{ who: 'head', what: 'close', kind: 'decision', on: handover?.receivedOn ?? dueOn }]
    case 'closed':
      return []
  }
}
