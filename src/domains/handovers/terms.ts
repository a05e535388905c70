/** 条件 — what a city sets for hand-overs. */
export interface HandoverTerms {
  /** How long before the last day the list is made. */
  readonly daysAhead: number
  /** How long after the last day a hand-over that nobody has begun is still asked for. */
  readonly daysBehind: number
  /** Days after the last day by which the successor has confirmed. */
  readonly daysToReceive: number
  /** So many days before the last day, whoever goes is reminded each morning. */
  readonly daysSpoken: number
}

/** Two weeks after 1 April the new year's work begins in earnest. */
export const defaultTerms: HandoverTerms = {
  daysAhead: 30,
  daysBehind: 90,
  daysToReceive: 14,
  daysSpoken: 14,
}
