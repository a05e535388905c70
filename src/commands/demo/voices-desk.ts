import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { type District, districtNamed, districts } from '#domains/districts/index.ts'
import { addSheets, begin, keepDraft } from '#domains/voices/actions/entries.ts'
import { readInbox } from '#domains/voices/actions/mail.ts'
import { readScan } from '#domains/voices/actions/scans.ts'
import { keepTemplate, setTerms } from '#domains/voices/actions/terms.ts'
import { entriesOf } from '#domains/voices/store/entries.ts'
import type { Template } from '#domains/voices/store/templates.ts'
import { defaultTerms, type Population, type Route } from '#domains/voices/terms.ts'
import type { Actor } from '#platform/actor.ts'
import type { IsoDate } from '#platform/calendar.ts'
import type { Ctx } from '#platform/context.ts'
import type { Files } from '#platform/files.ts'
import { maildir } from '#platform/mail/maildir.ts'
import { must } from '#platform/must.ts'
import { peopleOf } from './sections.ts'
import { demoFile } from './voices.ts'

/** demo/voices-desk-2012.json: how the desk of the voices is set up, and what lies on it. */
export interface DemoVoiceDesk {
  readonly routing: readonly (Pick<Route, 'topic' | 'section'> & Partial<Route>)[]
  readonly population: Population
  readonly templates: readonly Pick<Template, 'section' | 'name' | 'text'>[]
  /** A box that was scanned and begun: the first sheet is half typed. */
  readonly box: {
    readonly on: IsoDate
    readonly receivedOn: IsoDate
    readonly scans: readonly string[]
    readonly unscanned: number
    readonly typed: Readonly<Record<string, string>>
  }
  /** As the city's mail server laid them down. */
  readonly mails: readonly {
    readonly on: IsoDate
    readonly name: string
    readonly source: string
    /** A file of demo/voices in place of `{file}` in the source. */
    readonly file?: string
  }[]
}

interface Cast {
  readonly on: (day: string, actor: Actor) => Ctx
  readonly author: Actor
}

/** 条件 and ひな形, before the first voice of the year comes. */
export async function voiceTermsDemo(
  { on, author }: Cast,
  { routing, population, templates }: DemoVoiceDesk,
): Promise<void> {
  const office = on('2012-04-01', author)
  const known = await districts(office.db)
  await setTerms(office, '2012-04-01', {
    ...defaultTerms,
    routing: routing.map((one) => ({
      district: '',
      deputy: '',
      awayFrom: '',
      awayUntil: '',
      ...one,
    })),
    population: { ...population, district: byId(known, population.district) },
  })
  for (const template of templates) {
    const { clerk } = await peopleOf(office, template.section)
    await keepTemplate(on('2012-04-02', clerk), template)
  }
}

const byId = (known: readonly District[], named: Readonly<Record<string, number>>) =>
  Object.fromEntries(
    Object.entries(named).map(([name, n]) => [must(districtNamed(known, name), name).id, n]),
  )

/** Where the demo keeps its files, and the folder into which its mail server lays down. */
export interface DemoPlaces {
  readonly files: Files
  readonly mailFolder: string
}

/** What lies on the desk on the demo's last days: a box that somebody began, a mail that no program could read. */
export async function voiceDeskDemo(
  { on, author }: Cast,
  { files, mailFolder }: DemoPlaces,
  { box, mails }: DemoVoiceDesk,
): Promise<void> {
  const ctx = on(box.on, author)
  const sheets: Awaited<ReturnType<typeof readScan>>[] = []
  for (const name of box.scans) sheets.push(await readScan(files, demoFile(name)))
  const told = { channel: 'box', receivedOn: box.receivedOn, isSingle: false } as const
  const batch = await begin(ctx, told, sheets)
  await addSheets(
    ctx,
    batch,
    Array.from({ length: box.unscanned }, () => []),
  )
  const [first] = await entriesOf(ctx.db, batch)
  await keepDraft(ctx, must(first, 'a sheet'), box.typed)
  const laid = join(mailFolder, 'new')
  await mkdir(laid, { recursive: true, mode: 0o700 })
  for (const { on: day, name, source, file } of mails) {
    await writeFile(join(laid, name), file ? source.replace('{file}', inLines(file)) : source)
    await readInbox(on(day, author), files, maildir(mailFolder))
  }
}

/** As a mail carries a file. */
const inLines = (name: string) =>
  (
    Buffer.from(demoFile(name))
      .toString('base64')
      .match(/.{1,76}/g) ?? []
  ).join('\r\n')
