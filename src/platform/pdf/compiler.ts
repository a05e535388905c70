import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { NodeCompiler } from '@myriaddreamin/typst-ts-node-compiler'
import type { Document } from '#platform/document.ts'
import type { SetSheet, Sheet } from '#platform/sheet.ts'
import { codePoints } from './glyphs.ts'
import { prepared } from './prepare.ts'
import { preparedSheet } from './prepare-sheet.ts'
import { withPressBoxes } from './press-boxes.ts'
import { template } from './template.ts'
import { bulletinTemplate } from './template-bulletin.ts'
import { slidesTemplate } from './template-slides.ts'

/** BIZ UD, made to be read by everyone. Given by name: a system's own fonts must not change a page. */
const fonts = [
  '@expo-google-fonts/biz-udgothic/400Regular/BIZUDGothic_400Regular.ttf',
  '@expo-google-fonts/biz-udgothic/700Bold/BIZUDGothic_700Bold.ttf',
  '@expo-google-fonts/biz-udmincho/400Regular/BIZUDMincho_400Regular.ttf',
  '@expo-google-fonts/biz-udmincho/700Bold/BIZUDMincho_700Bold.ttf',
]

/** A place that need not exist: the files in it are only in memory. */
const workspace = '/tomoni'
const sources = { document: template, bulletin: bulletinTemplate, slides: slidesTemplate }

/** What the typesetter's thread is asked for: a flowing document, a designed sheet, or that sheet as a picture. */
export type Wanted =
  | { readonly as: 'document'; readonly document: Document }
  | { readonly as: 'sheet' | 'picture'; readonly sheet: Sheet; readonly photo?: Uint8Array }

export type Compile = (wanted: Wanted) => SetSheet

/** Counted here: a template that asks for its own last page is laid out twice. */
const mostPages = (sheet: Sheet): number =>
  sheet.kind === 'slides' ? sheet.slides.length : sheet.table || sheet.alarms ? 2 : 1

/** Loads the fonts once (about 0.3 s) and answers with a function that sets one document. */
export function compiler(): Compile {
  const require = createRequire(import.meta.url)
  const blobs = fonts.map((font) => readFileSync(require.resolve(font)))
  const known = blobs.map(codePoints).reduce((all, one) => all.intersection(one))
  const typst = NodeCompiler.create({ workspace, fontArgs: [{ fontBlobs: blobs }] })
  for (const [name, source] of Object.entries(sources))
    typst.addSource(`${workspace}/${name}.typ`, source)

  return (wanted) => {
    const [name, data] =
      wanted.as === 'document'
        ? (['document', prepared(wanted.document, known)] as const)
        : ([wanted.sheet.kind, preparedSheet(wanted.sheet, known)] as const)
    // In one picture of all pages the paper of a later page would hide what stands before it.
    const drawn = { ...data, paperless: wanted.as === 'picture' }
    if (wanted.as !== 'document' && wanted.photo)
      typst.mapShadow(`${workspace}/photo.jpg`, Buffer.from(wanted.photo))
    typst.mapShadow(`${workspace}/data.json`, Buffer.from(JSON.stringify(drawn)))
    const set = typst.compile({ mainFilePath: `${workspace}/${name}.typ` })
    if (!set.result) {
      const fault = set.takeDiagnostics()
      throw new Error(`typst: ${JSON.stringify(fault && typst.fetchDiagnostics(fault))}`)
    }
    const asked = { selector: '<overfull>', field: 'value' }
    const pages = set.result.numOfPages
    const overfull = name === 'bulletin' ? (typst.query(set.result, asked) as string[]) : []
    if (wanted.as !== 'document' && pages > mostPages(wanted.sheet)) overfull.push('pages')
    const bytes =
      wanted.as === 'picture'
        ? Buffer.from(typst.plainSvg(set.result))
        : typst.pdf(set.result, { pdfStandard: 'ua-1' })
    const forPrinter =
      wanted.as === 'sheet' && wanted.sheet.kind === 'bulletin' && wanted.sheet.press
    // Typst remembers what it laid out: without this it grows by 3 MB with every document.
    typst.evictCache(3)
    return { bytes: forPrinter ? withPressBoxes(bytes) : bytes, pages, overfull }
  }
}
