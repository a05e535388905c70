import { localDate } from '#platform/calendar.ts'
import { writeCsv } from '#platform/csv.ts'
import { fingerprint } from '#platform/fingerprint.ts'
import { pdf, sheetPdf, sheetPicture } from '#platform/pdf/pdf.ts'
import { qrRows } from '#platform/qr-rows.ts'
import { plain } from '#platform/ruby.ts'
import type { SetSheet } from '#platform/sheet.ts'
import type { SiteProfile } from '#platform/site.ts'
import { zip } from '#platform/zip.ts'
import { bulletinOf, reportOf } from './chapter.ts'
import { columns } from './messages/columns.ts'
import { ja as t } from './messages/ja.ts'
import type { Around } from './messages/print.ts'
import { draftOf } from './messages/public.ts'
import { type FormName, forms, type Issue, type ItemFigure, type Made } from './publication.ts'
import { recordOf } from './rules/record.ts'
import { secondsOf, slidesOf } from './slides.ts'
import { urls } from './urls.ts'

export { draftOf as draftContent }

/** The city and the site's own address, which the QR code names. */
export interface Press {
  readonly site: SiteProfile
  readonly origin: string
}

const around = (issue: Issue, { site, origin }: Press): Around => {
  const address = `${origin}${urls.one(issue.id)}`
  return { site, code: { rows: qrRows(address), address, says: `この版のページ ${address}` } }
}

/** The page as it will print, for the editor: one SVG, its pages one below the other. */
export const picture = (issue: Issue, press: Press): Promise<SetSheet> =>
  sheetPicture(bulletinOf(issue, around(issue, press), false))

/** Places of the page whose text has no room. */
export async function overfull(issue: Issue, press: Press): Promise<readonly string[]> {
  return (await sheetPdf(bulletinOf(issue, around(issue, press), false))).overfull
}

export const documentOf = (issue: Issue, press: Press) => reportOf(issue, around(issue, press))

const bytesOf = (text: string) => new TextEncoder().encode(text)
const json = (value: unknown) => bytesOf(`${JSON.stringify(value, null, 2)}\n`)

/** One form of an edition. All of them are made of the same record, and count nothing. */
export async function formOf(form: FormName, issue: Issue, press: Press): Promise<Uint8Array> {
  const own = around(issue, press)
  switch (form) {
    case 'bulletin.pdf':
    case 'press.pdf':
      return (await sheetPdf(bulletinOf(issue, own, form === 'press.pdf'))).bytes
    case 'report.pdf':
      return pdf(reportOf(issue, own))
    case 'slides.pdf':
      return (await sheetPdf(slidesOf(issue, own))).bytes
    case 'slides.zip':
      return folder(issue, own)
    case 'data.csv':
      return bytesOf(writeCsv([columns.map(({ name }) => name), ...issue.figures.items.map(row)]))
    case 'data.json': {
      const record = recordOf(issue)
      return json({ hash: fingerprint(record), record, columns })
    }
    case 'catalogue.jsonld':
      return json(catalogue(issue, press))
  }
}

export async function allForms(issue: Issue, press: Press): Promise<readonly Made[]> {
  const made: Made[] = []
  for (const form of forms) made.push({ form, bytes: await formOf(form, issue, press) })
  return made
}

export const hashOf = (issue: Issue): string => fingerprint(recordOf(issue))

/** 映像の一式: every slide in its order, and how long each stands. */
async function folder(issue: Issue, own: Around): Promise<Uint8Array> {
  const show = slidesOf(issue, own)
  const whole = await sheetPdf(show)
  const slides = []
  for (const [at, slide] of show.slides.entries()) {
    const { bytes } = await sheetPicture({ ...show, slides: [slide] })
    slides.push({ name: `${String(at + 1).padStart(2, '0')}.svg`, bytes })
  }
  const seconds = show.slides.map(secondsOf)
  const total = seconds.reduce((sum, one) => sum + one, 0)
  const list = [
    `${show.author} ${show.name}`,
    `画面 ${slides.length}枚、1920×1080、合わせて ${total}秒 (1秒に4文字)`,
    ...slides.map(({ name }, at) => `${name}\t${seconds[at]}秒`),
  ]
  return zip([
    { name: 'slides.pdf', bytes: whole.bytes },
    ...slides,
    { name: 'seconds.txt', bytes: bytesOf(`\ufeff${list.join('\r\n')}\r\n`) },
  ])
}

function row(item: ItemFigure): readonly (string | number | null)[] {
  const { code, measure, title, lead, section, standing, value, result, on, group, alarms } = item
  return [
    code,
    measure,
    plain(title),
    t.leads[lead ?? 'open'],
    section,
    standing,
    t.standings[standing],
    value,
    result,
    on,
    group?.name ?? '',
    group?.value ?? '',
    alarms.map(({ kind }) => kind).join(' '),
  ]
}

/** Where the licence that the city named is written down. */
const licences: Readonly<Record<string, string>> = {
  'CC BY 4.0': 'https://creativecommons.org/licenses/by/4.0/',
}

/** DCAT 3, as the catalogues of open data read it. */
function catalogue(issue: Issue, { site, origin }: Press): object {
  const page = `${origin}${urls.one(issue.id)}`
  const offered = (form: 'data.csv' | 'data.json', mediaType: string) => ({
    '@type': 'dcat:Distribution',
    'dct:title': t.forms[form],
    'dcat:downloadURL': { '@id': `${origin}${urls.form(issue.id, form)}` },
    'dcat:mediaType': mediaType,
    'dct:license': licences[site.licence] ?? site.licence,
  })
  return {
    '@context': {
      dcat: 'http://www.w3.org/ns/dcat#',
      dct: 'http://purl.org/dc/terms/',
      foaf: 'http://xmlns.com/foaf/0.1/',
    },
    '@id': page,
    '@type': 'dcat:Dataset',
    'dct:title': `${plain(issue.content.title)} ${t.edition(issue.number)}`,
    'dct:issued': localDate(issue.at),
    'dct:temporal': `${issue.fiscalYear}-04-01/${issue.fiscalYear + 1}-03-31`,
    'dct:language': 'ja',
    'dct:publisher': { '@type': 'foaf:Agent', 'foaf:name': site.name.ja },
    'dct:identifier': hashOf(issue),
    'dcat:landingPage': { '@id': page },
    'dcat:distribution': [
      offered('data.csv', 'text/csv'),
      offered('data.json', 'application/json'),
    ],
  }
}
