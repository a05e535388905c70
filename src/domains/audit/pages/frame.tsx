import { longDate } from '#design/dates.ts'
import { at, type View } from '#design/view.ts'
import type { LedgerEntry } from '#platform/ledger-read.ts'
import { addressOf, noFilter } from '../audit.ts'
import { actorInWords, type DeskWords, detailInWords, factInWords } from '../messages/desk.ts'
import { subjectWords } from '../messages/subjects.ts'
import { urls } from '../urls.ts'

/** What every page of the ledger needs to say an entry in words. */
export interface Spoken {
  readonly view: View
  readonly w: DeskWords
  /** Of people, by their ids. */
  readonly names: ReadonlyMap<string, string>
}

const hour = new Intl.DateTimeFormat('ja-JP', {
  timeZone: 'Asia/Tokyo',
  hour: '2-digit',
  minute: '2-digit',
  hourCycle: 'h23',
})

/** 令和8年11月22日(日) 15:04 */
export const Moment = ({ view, moment }: { readonly view: View; readonly moment: Date }) => (
  <time datetime={moment.toISOString()}>
    {longDate(view.locale, moment)} {hour.format(moment)}
  </time>
)

export const whoIs = ({ w, names }: Spoken, id: string): string =>
  names.get(id) ?? actorInWords(w, id)

/** Who acted; leads to what else they did. Whoever signs in is nobody yet: the subject says who it was. */
export function Who({ entry, ...spoken }: Spoken & { readonly entry: LedgerEntry }) {
  const { view } = spoken
  const known = entry.actorId === 'anonymous' ? spoken.names.get(entry.subject) : undefined
  if (known) return <>{known}</>
  const path = addressOf(urls.ledger, { ...noFilter, person: entry.actorId })
  return (
    <a href={at(view, path)} title={spoken.w.entriesBy}>
      {whoIs(spoken, entry.actorId)}
    </a>
  )
}

/** Of whom or what; leads to everything that happened to it. */
export function Subject({ entry, ...spoken }: Spoken & { readonly entry: LedgerEntry }) {
  const { view, w, names } = spoken
  const path = addressOf(urls.ledger, { ...noFilter, subject: entry.subject })
  return (
    <a href={at(view, path)} title={w.entriesOf}>
      {names.get(entry.subject) ?? subjectWords[view.locale][entry.subject] ?? entry.subject}
    </a>
  )
}

export const What = ({ w, entry }: { readonly w: DeskWords; readonly entry: LedgerEntry }) => (
  <span title={entry.fact}>{factInWords(w, entry.fact)}</span>
)

export const Detail = ({ w, entry }: { readonly w: DeskWords; readonly entry: LedgerEntry }) => (
  <span lang="ja">{detailInWords(w, entry.detail)}</span>
)
