import type { IsoDate } from '#platform/calendar.ts'
import type { VoiceTerms } from '../terms.ts'
import { type HiddenTable, hideSmall } from './hidden.ts'
import { type Outcome, outcomes } from './outcome.ts'

/** One sum of the tally, as its store reads it. */
export interface Tallied {
  readonly month: IsoDate
  readonly dimension: string
  readonly key: string
  readonly outcome: string
  readonly n: number
}

export type Sums = Readonly<Record<Outcome, number>>

/** What anybody may know of the city's own work: nothing in it tells of a sender, and nothing is hidden. */
export interface OpenRow {
  readonly key: string
  readonly sums: Sums
}

/** What tells of senders: small figures are hidden. The columns are `outcomes`, in their order. */
export interface CoveredTable {
  readonly keys: readonly string[]
  /** null where nothing of it can be shown. */
  readonly table: HiddenTable | null
}

/** A group's share of the voices beside its share of the residents, both from 0 to 1. */
export interface Share {
  readonly key: string
  /** null where the figure is hidden. */
  readonly ofVoices: number | null
  readonly ofPeople: number
}

export interface Figures {
  readonly sums: Sums
  readonly total: number
  readonly months: readonly OpenRow[]
  readonly grounds: readonly { readonly key: string; readonly n: number }[]
  readonly topics: readonly OpenRow[]
  readonly sections: readonly OpenRow[]
  readonly channels: CoveredTable
  readonly districts: CoveredTable
  readonly ages: CoveredTable
  /** Voices, by the state in which they are. */
  readonly texts: {
    readonly all: number
    readonly untriaged: number
    readonly joined: number
  }
  /** Days from receipt to the reply. */
  readonly days: { readonly median: number; readonly n: number } | null
  readonly ageShares: readonly Share[]
  readonly districtShares: readonly Share[]
}

export interface Groups {
  /** Every key that has its row, whether somebody of it was heard or not. */
  readonly topics: readonly string[]
  readonly channels: readonly string[]
  readonly districts: readonly string[]
  readonly ages: readonly string[]
  readonly months: readonly IsoDate[]
}

const of = (all: readonly Tallied[], dimension: string) =>
  all.filter((one) => one.dimension === dimension)
const added = (all: readonly Tallied[]) => all.reduce((sum, { n }) => sum + n, 0)

const sumsOf = (all: readonly Tallied[]): Sums => {
  const at = (outcome: Outcome) => added(all.filter((one) => one.outcome === outcome))
  return {
    open: at('open'),
    deciding: at('deciding'),
    shown: at('shown'),
    withheld: at('withheld'),
    transferred: at('transferred'),
  }
}

const totalOf = (sums: Sums): number => outcomes.reduce((all, one) => all + sums[one], 0)
export const answeredIn = (sums: Sums): number => sums.deciding + sums.shown

/** Keys in the order given, then others that were counted; '' — nobody said — last. */
const keysOf = (all: readonly Tallied[], first: readonly string[]) => {
  const known = new Set([...first, ...all.map(({ key }) => key).toSorted()])
  const said = [...known].filter((key) => key !== '')
  return known.has('') ? [...said, ''] : said
}

function openRows(all: readonly Tallied[], first: readonly string[]): readonly OpenRow[] {
  return keysOf(all, first)
    .map((key) => ({ key, sums: sumsOf(all.filter((one) => one.key === key)) }))
    .filter(({ key, sums }) => first.includes(key) || totalOf(sums) > 0)
}

/** What is published one by one can be counted by anybody: hiding its sum would hide nothing. */
const counted: readonly number[] = [outcomes.indexOf('shown')]

function covered(
  all: readonly Tallied[],
  first: readonly string[],
  smallest: number,
  open: readonly number[],
): CoveredTable {
  const lines = openRows(all, first)
  const rows = lines.map(({ sums }) => outcomes.map((one) => sums[one]))
  return { keys: lines.map(({ key }) => key), table: hideSmall({ rows, open }, smallest) }
}

function medianOf(all: readonly Tallied[]): Figures['days'] {
  const byDays = all
    .map(({ key, n }) => ({ days: Number(key), n }))
    .toSorted((a, b) => a.days - b.days)
  const whole = byDays.reduce((sum, { n }) => sum + n, 0)
  let seen = 0
  for (const { days, n } of byDays) {
    seen += n
    if (seen * 2 >= whole && whole > 0) return { median: days, n: whole }
  }
  return null
}

/** Shares of those who said who they are; of hidden figures there is none. */
function sharesOf(
  { keys, table }: CoveredTable,
  people: Readonly<Record<string, number>>,
): readonly Share[] {
  const residents = Object.values(people).reduce((a, b) => a + b, 0)
  if (!residents || !table) return []
  const unsaid = keys.includes('') ? (table.rowTotals[keys.indexOf('')] ?? 0) : 0
  const voices = table.total - unsaid
  return keys.flatMap((key, at) => {
    const living = people[key]
    if (key === '' || living === undefined) return []
    const n = table.rowTotals[at] ?? null
    return [
      {
        key,
        ofVoices: n === null || voices === 0 ? null : n / voices,
        ofPeople: living / residents,
      },
    ]
  })
}

/** Everything that the public page of figures says of one year. */
export function figuresOf(
  all: readonly Tallied[],
  groups: Groups,
  { smallest, population }: Pick<VoiceTerms, 'smallest' | 'population'>,
): Figures {
  const totals = of(all, 'total')
  const texts = of(all, 'text')
  const sums = sumsOf(totals)
  const districts = covered(of(all, 'district'), groups.districts, smallest, counted)
  const ages = covered(of(all, 'age'), groups.ages, smallest, counted)
  return {
    sums,
    total: totalOf(sums),
    months: groups.months.map((month) => ({
      key: month,
      sums: sumsOf(totals.filter((one) => one.month === month)),
    })),
    grounds: keysOf(of(all, 'ground'), [])
      .map((key) => ({ key, n: added(of(all, 'ground').filter((one) => one.key === key)) }))
      .filter(({ n }) => n > 0),
    topics: openRows(of(all, 'topic'), groups.topics),
    sections: openRows(of(all, 'section'), []),
    channels: covered(of(all, 'channel'), groups.channels, smallest, []),
    districts,
    ages,
    texts: {
      all: added(texts),
      untriaged: added(texts.filter(({ outcome }) => outcome === 'received')),
      joined: added(texts.filter(({ outcome }) => outcome === 'joined')),
    },
    days: medianOf(of(all, 'days')),
    ageShares: sharesOf(ages, population.age),
    districtShares: sharesOf(districts, population.district),
  }
}

/** From a fifth less to a fifth more than the share of the residents is about as many. */
export const comparedWith = ({ ofVoices, ofPeople }: Share): 'fewer' | 'asMany' | 'more' | null => {
  if (ofVoices === null || ofPeople === 0) return null
  const times = ofVoices / ofPeople
  return times < 0.8 ? 'fewer' : times > 1.2 ? 'more' : 'asMany'
}

/** The first days of the months of a fiscal year, those that have begun. */
export const monthsOf = (year: number, until: IsoDate): readonly IsoDate[] =>
  Array.from({ length: 12 }, (_, n) => {
    const month = ((n + 3) % 12) + 1
    return `${month < 4 ? year + 1 : year}-${String(month).padStart(2, '0')}-01`
  }).filter((first) => first <= until)
