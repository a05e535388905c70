import { localDate } from '#platform/calendar.ts'
import { writeCsv } from '#platform/csv.ts'
import { fingerprint } from '#platform/fingerprint.ts'
import { pdf, sheetPdf, sheetPicture } from '#platform/pdf/pdf.ts'
import { pdfPictures } from '#platform/pdf/raster.ts'
import { qrRows } from '#platform/qr-rows.ts'
import { plain } from '#platform/ruby.ts'
import type { SetSheet } from '#platform/sheet.ts'
import type { SiteProfile } from '#platform/site.ts'
import { bulletinOf, reportOf } from './chapter.ts'
import { columns } from './messages/columns.ts'
import { ja as t } from './messages/ja.ts'
import type { Around } from './messages/print.ts'
import { draftOf } from './messages/public.ts'
import { type FormName, forms, type Issue, type ItemFigure, type Made } from './publication.ts'
import { recordOf } from './rules/record.ts'
import { slidesOf } from './slides.ts'
import { folderOf, type Show } from './slides-folder.ts'
import { urls } from './urls.ts'

export { noticeFor } from './messages/notice.ts'
export { draftOf as draftContent }

/** The city and the site's own address, which the QR code names. */
export interface Press {
  readonly site: SiteProfile
  readonly origin: string
  /** The bytes of a kept picture, while they are there. */
  readonly read: (key: string) => Promise<Uint8Array | undefined>
}

const around = (issue: Issue, { site, origin }: Press): Around => {
  const address = `${origin}${urls.one(issue.id)}`
  return { site, code: { rows: qrRows(address), address, says: `この版のページ ${address}` } }
}

/** The bytes of its picture. Without them it is set as if it had none: what is missing stops it elsewhere. */
async function shown(issue: Issue, press: Press) {
  const { picture, ...content } = issue.content
  const photo = picture && (await press.read(picture.key))
  return { issue: photo ? issue : { ...issue, content }, photo }
}

const bulletin = async (asked: Issue, press: Press, forPrinter: boolean) => {
  const { issue, photo } = await shown(asked, press)
  return sheetPdf(bulletinOf(issue, around(issue, press), forPrinter), photo)
}

/** The page as it will print, for the editor: one SVG, its pages one below the other. */
export async function picture(asked: Issue, press: Press): Promise<SetSheet> {
  const { issue, photo } = await shown(asked, press)
  return sheetPicture(bulletinOf(issue, around(issue, press), false), photo)
}

/** Places of the page whose text has no room. */
export const overfull = async (issue: Issue, press: Press): Promise<readonly string[]> =>
  (await bulletin(issue, press, false)).overfull

export const documentOf = (issue: Issue, press: Omit<Press, 'read'>) =>
  reportOf(issue, around(issue, { ...press, read: async () => undefined }))

const bytesOf = (text: string) => new TextEncoder().encode(text)
const json = (value: unknown) => bytesOf(`${JSON.stringify(value, null, 2)}\n`)

/** One form of an edition. All of them are made of the same record, and count nothing. */
export async function formOf(form: FormName, issue: Issue, press: Press): Promise<Uint8Array> {
  switch (form) {
    case 'bulletin.pdf':
    case 'press.pdf':
      return (await bulletin(issue, press, form === 'press.pdf')).bytes
    case 'report.pdf':
      return pdf(reportOf(issue, around(issue, press)))
    case 'slides.pdf':
      return (await setSlides(issue, press)).pdf
    case 'slides.zip':
      return folderOf(await drawn(await setSlides(issue, press)))
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

/** Every form, each slide as a picture, and the picture that the edition shows: all that is kept of it. */
export async function allForms(issue: Issue, press: Press): Promise<readonly Made[]> {
  const slides = await setSlides(issue, press)
  const show = await drawn(slides)
  const known: Partial<Record<FormName, Uint8Array>> = {
    'slides.pdf': slides.pdf,
    'slides.zip': folderOf(show),
  }
  const made: Made[] = []
  for (const form of forms)
    made.push({ form, bytes: known[form] ?? (await formOf(form, issue, press)) })
  for (const { name, bytes } of show.frames) made.push({ form: `slide-${name}`, bytes })
  const { photo } = await shown(issue, press)
  return photo ? [...made, { form: 'picture.jpg', bytes: photo }] : made
}

export const hashOf = (issue: Issue): string => fingerprint(recordOf(issue))

async function setSlides(asked: Issue, press: Press) {
  const { issue, photo } = await shown(asked, press)
  const show = slidesOf(issue, around(issue, press))
  return { show, pdf: (await sheetPdf(show, photo)).bytes }
}

/** Every slide as a broadcast frame: 01.png, 1920 × 1080. */
async function drawn({ show, pdf }: Awaited<ReturnType<typeof setSlides>>): Promise<Show> {
  const frames = (await pdfPictures(pdf, 1920)).map((bytes, at) => ({
    name: `${String(at + 1).padStart(2, '0')}.png` as const,
    bytes,
  }))
  return { show, pdf, frames }
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
function catalogue(issue: Issue, { site, origin }: Omit<Press, 'read'>): object {
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
