import type { IsoDate } from '#platform/calendar.ts'
import type { Route, VoiceTerms } from '../terms.ts'

export interface Routed {
  readonly section: string
  /** The section for which it answers while that one is away. */
  readonly insteadOf: string | null
}

const isAway = ({ deputy, awayFrom, awayUntil }: Route, day: IsoDate) =>
  deputy !== '' && awayFrom !== '' && awayFrom <= day && (awayUntil === '' || day <= awayUntil)

/** 振り分け: the city's own rule for a topic. One for the district goes before one for the whole city. */
export function routed(
  { routing }: Pick<VoiceTerms, 'routing'>,
  topic: string,
  district: string | null,
  day: IsoDate,
): Routed | undefined {
  const ofTopic = routing.filter((rule) => rule.topic === topic)
  const rule =
    ofTopic.find((one) => district !== null && one.district === district) ??
    ofTopic.find((one) => one.district === '')
  if (!rule) return undefined
  return isAway(rule, day)
    ? { section: rule.deputy, insteadOf: rule.section }
    : { section: rule.section, insteadOf: null }
}
