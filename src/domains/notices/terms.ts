const minute = 60_000
const hour = 60 * minute

/** How the post room works; a city may set its own numbers one day. */
export const terms = {
  /** Mails of the day and the week go out when offices open: 8:30 in Japan. */
  morning: '08:30',
  /** Milliseconds for which a sender keeps what it took; several times what one batch can need. */
  lease: 30 * minute,
  /** People whose mail is taken at a time. */
  batch: 20,
  /** Letters in one file for the printer: what one person folds in an hour or two. */
  letters: 200,
  /** Pauses before the next attempt when the recipient's side says later; the last one repeats. */
  pauses: [minute, 5 * minute, 15 * minute, hour, 3 * hour, 6 * hour, 12 * hour, 24 * hour],
  /** The same while our own server does not answer: soon enough that a morning's mail is still a morning's. */
  downPauses: [minute, 2 * minute, 5 * minute, 15 * minute, 30 * minute],
  /** How long a recipient's side is asked again; RFC 5321 4.5.4.1 says four to five days. */
  giveUpAfter: 5 * 24 * hour,
  /** What is this late is news no longer: it goes together with the rest, in one mail. */
  lateAfter: 12 * hour,
} as const
