import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate'
import { must } from '#platform/must.ts'

const escaped = (text: string) =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;')

/** Types over cells of the first sheet as another program would save them: as texts in place. */
export function typedOver(
  bytes: Uint8Array,
  cells: Readonly<Record<string, string>>,
): Uint8Array<ArrayBuffer> {
  const parts = unzipSync(bytes)
  const name = 'xl/worksheets/sheet1.xml'
  let xml = strFromU8(must(parts[name], name))
  for (const [address, text] of Object.entries(cells)) {
    const cell = new RegExp(`<c r="${address}"([^>]*?)(?:/>|>.*?</c>)`, 's')
    const [, head = ''] = must(cell.exec(xml), address)
    const style = /\ss="\d+"/.exec(head)?.[0] ?? ''
    const typed = `<c r="${address}"${style} t="inlineStr"><is><t>${escaped(text)}</t></is></c>`
    xml = xml.replace(cell, () => typed)
  }
  return new Uint8Array(zipSync({ ...parts, [name]: strToU8(xml) }))
}
