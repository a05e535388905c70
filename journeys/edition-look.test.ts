import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import sharp from 'sharp'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { formOf } from '#domains/publications/files.ts'
import type { Issue } from '#domains/publications/publication.ts'
import { must } from '#platform/must.ts'
import { closePdf } from '#platform/pdf/pdf.ts'
import { closeRaster, pdfPictures } from '#platform/pdf/raster.ts'
import { sampleEdition } from './support/edition.ts'
import { differenceOf, keptPictures, lookOf } from './support/edition-look.ts'

/** Fonts, typesetter and renderer come with the program: what differs more was changed by somebody. */
const tolerance = 0.00005

let drawn: ReadonlyMap<string, Uint8Array>
beforeAll(async () => {
  drawn = await lookOf()
})
afterAll(async () => {
  await closePdf()
  await closeRaster()
})

const kept = (name: string) => readFile(join(keptPictures, `${name}.png`))

describe('bulletin and slides look as they did when people looked at them', () => {
  test.each(['bulletin-1', 'bulletin-2', 'slide-counts', 'slide-measures', 'slide-picture'])(
    '%s (if meant so: node scripts/screenshots.ts)',
    async (name) => {
      const now = must(drawn.get(name), name)
      const share = await differenceOf(now, await kept(name))
      // Left beside the run for whoever has to compare them.
      if (share > tolerance) await writeFile(join('/tmp', `tomoni-${name}.png`), now)
      expect(share).toBeLessThanOrEqual(tolerance)
    },
  )

  test('one digit more, a heading in another size or a missing chart would be found', async () => {
    const another = async (name: string, change: (issue: Issue) => Issue) =>
      differenceOf(must((await lookOf(change)).get(name), name), await kept(name))
    const content = (over: Partial<Issue['content']>) => (issue: Issue) => ({
      ...issue,
      content: { ...issue.content, ...over },
    })
    const counts = (issue: Issue) => ({
      ...issue,
      figures: { ...issue.figures, counts: { ...issue.figures.counts, 'on-track': 9 } },
    })
    expect(await another('bulletin-1', counts)).toBeGreaterThan(tolerance)
    expect(await another('bulletin-1', content({ parts: ['items'] }))).toBeGreaterThan(tolerance)
    expect(await another('bulletin-2', content({ call: 'お電話ください。' }))).toBeGreaterThan(
      tolerance,
    )
  })
})

describe('frames for television', () => {
  test('are 1920 × 1080, and no word stands in the outer tenth', async () => {
    const { issue, press } = await sampleEdition()
    const frames = await pdfPictures(await formOf('slides.pdf', issue, press), 1920)
    // The cover has circles that run off it, and none of its words differ in their place from the others'.
    for (const png of frames.slice(1)) {
      const { width, height } = await sharp(png).metadata()
      expect([width, height]).toEqual([1920, 1080])
      for (const edge of [
        { left: 0, top: 23, width: 1920, height: 85 },
        { left: 0, top: 973, width: 1920, height: 107 },
        { left: 0, top: 23, width: 191, height: 1057 },
        { left: 1729, top: 23, width: 191, height: 1057 },
      ]) {
        const cut = await sharp(png).extract(edge).toColourspace('b-w').raw().toBuffer()
        expect(Math.min(...new Set(cut))).toBe(255)
      }
    }
  })

  test('the same edition gives the same bytes', async () => {
    const { issue, press } = await sampleEdition()
    const once = await formOf('slides.zip', issue, press)
    expect(Buffer.compare(once, await formOf('slides.zip', issue, press))).toBe(0)
  })
})
