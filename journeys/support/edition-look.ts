import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import sharp from 'sharp'
import { formOf } from '#domains/publications/files.ts'
import type { Issue } from '#domains/publications/publication.ts'
import { must } from '#platform/must.ts'
import { pdfPictures } from '#platform/pdf/raster.ts'
import { sampleEdition } from './edition.ts'

/** Where the pictures lie that people looked at and found good; the documentation shows the same. */
export const keptPictures = 'docs/screenshots/edition'

/** As wide as an A4 page at 96 dots an inch, and as half a broadcast frame. */
const widths = { bulletin: 794, slides: 960 } as const
const shown = {
  bulletin: { 'bulletin-1': 0, 'bulletin-2': 1 },
  slides: { 'slide-counts': 1, 'slide-measures': 2, 'slide-picture': 3 },
} as const

/** Bulletin and three slides of an edition, as PNG by the name of their kept picture. */
export async function lookOf(
  change: (issue: Issue) => Issue = (same) => same,
): Promise<ReadonlyMap<string, Uint8Array>> {
  const { issue, press } = await sampleEdition()
  const made = new Map<string, Uint8Array>()
  for (const kind of ['bulletin', 'slides'] as const) {
    const pdf = await formOf(`${kind}.pdf`, change(issue), press)
    const pages = await pdfPictures(pdf, widths[kind])
    for (const [name, at] of Object.entries(shown[kind]))
      made.set(name, must(pages[at], `page ${at + 1} of ${kind}`))
  }
  return made
}

/** Renews the kept pictures: `node scripts/screenshots.ts` does, with those of the pages. */
export async function keepPictures(): Promise<void> {
  await mkdir(keptPictures, { recursive: true })
  for (const [name, png] of await lookOf())
    await writeFile(
      join(keptPictures, `${name}.png`),
      await sharp(png).png({ palette: true, colours: 128, effort: 10 }).toBuffer(),
    )
}

/** Blurred a little, so that the edge of a letter may fall differently and a word may not. */
const softened = async (png: Uint8Array) => {
  const { data, info } = await sharp(png)
    .removeAlpha()
    .toColourspace('srgb')
    .blur(1.2)
    .raw()
    .toBuffer({ resolveWithObject: true })
  return { data, info }
}

/** More than this of 255 in a colour is seen. */
const visible = 28

/** The share of pixels that differ, 0 to 1; all of them where the sizes do. */
export async function differenceOf(one: Uint8Array, other: Uint8Array): Promise<number> {
  const [a, b] = await Promise.all([softened(one), softened(other)])
  if (a.info.width !== b.info.width || a.info.height !== b.info.height) return 1
  const { channels } = a.info
  let differ = 0
  for (let at = 0; at < a.data.length; at += channels) {
    let most = 0
    for (let c = 0; c < channels; c++)
      most = Math.max(most, Math.abs((a.data[at + c] ?? 0) - (b.data[at + c] ?? 0)))
    if (most > visible) differ += 1
  }
  return differ / (a.data.length / channels)
}
