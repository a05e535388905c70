import { standingWords } from '#domains/progress/index.ts'
import type { Figures } from '../publication.ts'
import type { PublicWords } from './ja.ts'

const date = (iso: string) =>
  new Intl.DateTimeFormat('en-GB', { dateStyle: 'long', timeZone: 'UTC' }).format(new Date(iso))

export const en: PublicWords = {
  title: 'Bulletin and yearly reports',
  lead: 'How far the plan has come, year by year. Every form of an edition is made from one record, so the figures are the same in all of them.',
  none: 'No edition has been published yet.',
  noneTodo: 'The first one will appear here.',
  editions: 'Published editions',
  edition: (number) => `Edition ${number}`,
  published: 'Published',
  asOf: 'Figures as of',
  asOfDay: date,
  feed: 'Feed of new editions (Atom)',
  back: 'All published editions',
  corrected: (number) => `This edition has been corrected. The newest is edition ${number}.`,
  corrects: (number) => `This edition corrects edition ${number}.`,
  toCorrection: 'See the corrected edition',
  toOld: 'See the edition before the correction',
  counts: 'Number of items',
  items: (count) => `${count} items`,
  byMeasure: 'Progress by measure',
  measure: 'Measure',
  total: 'Items',
  all: 'All',
  went: 'What went well',
  next: 'What remains to be done',
  call: 'Tell us what you think',
  allItems: 'All items',
  item: 'Item',
  who: 'Led by',
  section: 'Section',
  state: 'Progress',
  done: 'What was done',
  value: 'On the city’s scale',
  group: 'Report of the citizens’ side',
  alarms: 'Items to watch',
  alarm: {
    silent: (n) => `no report for ${n} days`,
    stalled: (n) => `“under consideration” for ${n} years in a row`,
    'off-line': (n) => `off the line to its target (${n})`,
    'no-owner': () => 'nobody is in charge',
  },
  standings: standingWords.en,
  leads: { citizens: 'Citizens', city: 'City', both: 'Citizens and city', open: 'Undecided' },
  slogan: 'Slogan of the year',
  short: 'Short versions in other languages',
  shortNames: { easy: 'Easy Japanese', en: 'English', ko: '한국어' },
  downloads: 'This edition in other forms',
  forms: {
    'bulletin.pdf': 'Bulletin page (PDF, A4, Japanese)',
    'press.pdf': 'Page for the printer (PDF)',
    'report.pdf': 'Full report (PDF, Japanese)',
    'slides.pdf': 'Cable TV slides (PDF, 16:9, Japanese)',
    'slides.zip': 'Cable TV folder (slides and seconds, ZIP)',
    'data.csv': 'Figures by item (CSV)',
    'data.json': 'Record of this edition (JSON)',
    'catalogue.jsonld': 'Description of the data (DCAT, JSON-LD)',
  },
  hash: 'Hash of this edition',
  hashHint: 'SHA-256. “tomoni edition verify FILE” tells whether a file is this edition.',
  licence: 'Terms of use',
  credit: (by) => `Picture: ${by}`,
  unreported: 'There is no report yet.',
}

const were = (n: number) => (n === 1 ? '1 item was' : `${n} items were`)

/** A first draft for those who write the English version. */
export const draftEn = ({ total, counts, asOf }: Figures): string =>
  [
    `The city’s plan for working together with its citizens has ${total} items. On ${date(asOf)}, ${were(counts.done)} completed and ${were(counts['on-track'])} on track.`,
    `${were(counts.behind)} behind schedule, ${counts['not-started']} had not been started, and for ${counts.unreported} there was no report.`,
    'Please tell us what you think, in any language.',
  ].join('\n\n')
