import type { Limit } from '#platform/limits.ts'

const seconds = 10 * 60

/**
 * 混雑のめやす: how often a public form is sent in ten minutes, by everybody together, before work is asked for.
 * They are estimates and not measured: each says from what it was reckoned, and a city that knows better says so
 * with TOMONI_RUSH (docs/settings.md). Too low costs people a step; too high lets a flood run a little longer.
 */
const reckoned = {
  /** A city of 30,000; one in ten follows a plan in its busiest week, a third of them on one evening: 20 in ten minutes, three times that. */
  'resident.follow': 60,
  /** Looked up after a letter with numbers went out; people mistype, so twice as many as those who follow. */
  'resident.receipt': 120,
  /** A campaign in the bulletin brings some dozens an hour; 60 leave room for the first evening. */
  'resident.mail': 60,
  /** Two tries for every code that was asked for. */
  'resident.code': 120,
  'resident.password': 120,
  /** As for accounts: a note in the bulletin, read by many on the same evening. */
  'newsletters.subscribe': 60,
  /** A city of 30,000 sends some hundreds a year; a quarrel about one school brings 200 on its first evening, 20 in ten minutes. */
  'voices.send': 60,
  /** Flagged is rarely: a single quarrel brings ten, so three quarrels at once. */
  'moderation.flag': 30,
} as const
export type RushForm = keyof typeof reckoned
export type RushTerms = Readonly<Record<RushForm, number>>

export const usualRush: RushTerms = reckoned

const isForm = (name: string): name is RushForm => Object.hasOwn(reckoned, name)

/** `resident.mail=120,newsletters.subscribe=300`; what it does not name stays as it is. Throws with the words to show. */
export function readRush(given: string | undefined): RushTerms {
  const set = (given ?? '').split(',').flatMap((part) => {
    const [name = '', text = ''] = part.split('=').map((one) => one.trim())
    if (!name && !text) return []
    const points = Number(text)
    if (!isForm(name) || !Number.isInteger(points) || points < 1 || points > 100_000)
      throw new Error(
        `TOMONI_RUSH は フォームの名=回数(1〜100000)をコンマで並べてください(いま: ${part.trim()})。名は ${Object.keys(reckoned).join('、')} です`,
      )
    return [[name, points] as const]
  })
  return { ...reckoned, ...Object.fromEntries(set) }
}

export const limitOf = (terms: RushTerms, form: RushForm): Limit => ({
  points: terms[form],
  seconds,
})
