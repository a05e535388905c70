import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { NodeCompiler } from '@myriaddreamin/typst-ts-node-compiler'
import type { Document } from '#platform/document.ts'
import { codePoints } from './glyphs.ts'
import { prepared } from './prepare.ts'
import { template } from './template.ts'

/** BIZ UD, made to be read by everyone. Given by name: a system's own fonts must not change a page. */
const fonts = [
  '@expo-google-fonts/biz-udgothic/400Regular/BIZUDGothic_400Regular.ttf',
  '@expo-google-fonts/biz-udgothic/700Bold/BIZUDGothic_700Bold.ttf',
  '@expo-google-fonts/biz-udmincho/400Regular/BIZUDMincho_400Regular.ttf',
  '@expo-google-fonts/biz-udmincho/700Bold/BIZUDMincho_700Bold.ttf',
]

/** A place that need not exist: the two files in it are only in memory. */
const workspace = '/tomoni'
const main = `${workspace}/main.typ`

export type Compile = (document: Document) => Uint8Array

/** Loads the fonts once (about 0.3 s) and answers with a function that sets one document. */
export function compiler(): Compile {
  const require = createRequire(import.meta.url)
  const blobs = fonts.map((font) => readFileSync(require.resolve(font)))
  const known = blobs.map(codePoints).reduce((all, one) => all.intersection(one))
  const typst = NodeCompiler.create({ workspace, fontArgs: [{ fontBlobs: blobs }] })
  typst.addSource(main, template)

  return (document) => {
    typst.mapShadow(
      `${workspace}/data.json`,
      Buffer.from(JSON.stringify(prepared(document, known))),
    )
    const set = typst.compile({ mainFilePath: main })
    if (!set.result) {
      const fault = set.takeDiagnostics()
      throw new Error(`typst: ${JSON.stringify(fault && typst.fetchDiagnostics(fault))}`)
    }
    const bytes = typst.pdf(set.result, { pdfStandard: 'ua-1' })
    // Typst remembers what it laid out: without this it grows by 3 MB with every document.
    typst.evictCache(3)
    return bytes
  }
}
