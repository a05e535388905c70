import { must } from '#platform/must.ts'

/** 塗り足しとトンボ: how far the sheet reaches over the paper's edge, in millimetres; the template draws by it. */
export const pressEdge = { bleed: 3, slug: 13 } as const

const perMillimetre = 72 / 25.4
/** A page that is not for the printer has none of these. */
const boxNames = { BleedBox: pressEdge.slug - pressEdge.bleed, TrimBox: pressEdge.slug } as const

/**
 * For which inks the colours were chosen: the usual sheet-fed offset of Japan, by its name in the ICC registry of
 * characterisations. A profile need not be embedded where that name says it all, and Japan Color's may not be.
 */
const intent = `  /OutputIntents [<<
    /Type /OutputIntent
    /S /GTS_PDFX
    /OutputConditionIdentifier (JC200103)
    /OutputCondition (Japan Color 2001 Coated)
    /RegistryName (http://www.color.org)
    /Info (Japan Color 2001 Coated)
  >>]`

/**
 * The same PDF with what a printer's programs read of it: where to cut (TrimBox), how far the colours run over the
 * edge (BleedBox), and for which inks it was made. Typst writes none of these. They are put after its end as a
 * later version of the same objects (ISO 32000-2, 7.5.6), so that nothing of what it wrote is touched.
 *
 * Throws where the PDF is not of the shape that Typst writes: a table of plain objects, each by itself.
 */
export function withPressBoxes(pdf: Uint8Array): Uint8Array {
  const text = Buffer.from(pdf).toString('latin1')
  const trailer = text.slice(text.lastIndexOf('\ntrailer'))
  const root = found(trailer, /\/Root (\d+) 0 R/)
  const size = found(trailer, /\/Size (\d+)/)
  const start = found(trailer, /startxref\s+(\d+)/)
  const changed = [
    ...pagesOf(text).map(
      ([number, body]) => [number, body.replace('/Type /Page\n', pageWith(body))] as const,
    ),
    [root, bodyOf(text, root).replace('/Type /Catalog\n', `/Type /Catalog\n${intent}\n`)] as const,
  ]
  let at = pdf.length + 1
  let objects = '\n'
  let table = ''
  for (const [number, body] of changed) {
    const object = `${number} 0 obj\n${body}\nendobj\n\n`
    table += `${number} 1\n${String(at).padStart(10, '0')} 00000 n \n`
    objects += object
    at += object.length
  }
  const rest = must(/\/Info [^\n]+\n\s+\/ID [^\n]+/.exec(trailer), 'the names of the document')[0]
  const end = `trailer\n<<\n  /Size ${size}\n  /Root ${root} 0 R\n  ${rest}\n  /Prev ${start}\n>>\n`
  const added = `${objects}xref\n${table}${end}startxref\n${at}\n%%EOF\n`
  return Buffer.concat([pdf, Buffer.from(added, 'latin1')])
}

const found = (text: string, pattern: RegExp): number =>
  Number(must(pattern.exec(text)?.[1], `${pattern} in what Typst wrote`))

/** Every page with its number, as it was written. */
function pagesOf(text: string): readonly (readonly [number: number, body: string])[] {
  const all = [...text.matchAll(/\n(\d+) 0 obj\n(<<\n {2}\/Type \/Page\n[\s\S]*?)\nendobj\n/g)]
  must(all[0], 'a page in what Typst wrote')
  return all.map(([, number, body]) => [Number(number), body ?? ''])
}

function bodyOf(text: string, number: number): string {
  const head = `\n${number} 0 obj\n`
  const [, after] = text.split(head, 2)
  const [body] = must(after, `object ${number} in what Typst wrote`).split('\nendobj\n', 1)
  return body ?? ''
}

function pageWith(body: string): string {
  const sheet = must(/\/MediaBox \[0 0 ([\d.]+) ([\d.]+)\]/.exec(body), 'the size of a page')
  const [width, height] = [Number(sheet[1]), Number(sheet[2])]
  const box = (millimetres: number) => {
    const edge = millimetres * perMillimetre
    return [edge, edge, width - edge, height - edge].map((one) => one.toFixed(4)).join(' ')
  }
  const boxes = Object.entries(boxNames).map(([name, edge]) => `  /${name} [${box(edge)}]\n`)
  return `/Type /Page\n${boxes.join('')}`
}
