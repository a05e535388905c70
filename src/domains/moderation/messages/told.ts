import { longDate } from '#design/dates.ts'
import type { Kind } from '#domains/notices/index.ts'
import { dayStart } from '#platform/calendar.ts'
import type { Locale, SaidToAuthor } from '../case.ts'
import { messages } from './public.ts'

/** What happened, without a word of the text: plain values, from which the mail is made. */
export type Happened = {
  readonly action: string
  readonly on: string
  readonly ground: string
  readonly appealUntil: string
  readonly blockedUntil: string
}

export const happened = (said: SaidToAuthor, on: string): Happened => ({
  action: said.action,
  on,
  ground: said.ground ?? '',
  appealUntil: said.appealUntil ?? '',
  blockedUntil: said.blockedUntil ?? '',
})

const title: Readonly<Record<Locale, string>> = {
  ja: messages.ja.ownTitle,
  easy: messages.easy.ownTitle,
  en: messages.en.ownTitle,
  ko: messages.ko.ownTitle,
}

/** The mail of a decision: what happened, why, until when another look can be asked for. */
export function toldWords(locale: Locale, said: Happened, reason: string) {
  const t = messages[locale]
  const day = (on: string) => longDate(locale, dayStart(on))
  const subject = (t.ownDecided[said.action] ?? t.ownDecided.hide)?.(day(said.on)) ?? t.ownTitle
  return {
    subject,
    line: subject,
    body: [
      ...(said.ground ? [`${t.ground}: ${t.grounds[said.ground] ?? said.ground}`] : []),
      ...(reason ? [`${t.ownReason}: ${reason}`] : []),
      ...(said.appealUntil ? [t.appealLead(day(said.appealUntil))] : []),
      ...(said.blockedUntil ? [t.blocked(day(said.blockedUntil)), t.blockedWays] : []),
    ],
  }
}

/** By mail, with the city's reason: sealed until it is sent, because it speaks of one person's words. */
export const toldAuthor: Kind<Happened & { readonly reason: string }> = {
  name: 'moderation.told',
  audience: 'residents',
  title,
  cadence: 'at-once',
  urgent: true,
  secret: true,
  unlisted: true,
  words: (locale, { reason, ...said }) => toldWords(locale, said, reason),
}

/** By letter, which carries nothing sealed: the reason stands on the page of the receipt. */
export const writtenAuthor: Kind<Happened> = {
  name: 'moderation.written',
  audience: 'residents',
  title,
  cadence: 'at-once',
  urgent: true,
  unlisted: true,
  words: (locale, said) => toldWords(locale, said, ''),
}
