import { monitorEventLoopDelay, performance } from 'node:perf_hooks'
import { formOf, picture } from '#domains/publications/files.ts'
import type { FormName, Issue } from '#domains/publications/publication.ts'
import { closePdf } from '#platform/pdf/pdf.ts'
import { closeRaster } from '#platform/pdf/raster.ts'
import { sampleEdition } from '../journeys/support/edition.ts'

/** As many items as the largest plans have. */
const many = 400
const forms: readonly FormName[] = ['bulletin.pdf', 'report.pdf', 'slides.pdf', 'slides.zip']

/** The same edition with its items again and again, each with a code of its own, and figures that add up. */
function enlarged(issue: Issue, to: number): Issue {
  const { figures } = issue
  const items = Array.from({ length: to }, (_, at) => {
    const item = figures.items[at % figures.items.length]
    return item ? { ...item, id: `${item.id}x${at}`, code: `${item.measure}-${at + 1}` } : []
  }).flat()
  const countsOf = (some: typeof items) => {
    const counts = { ...figures.counts }
    for (const one of Object.keys(counts) as (keyof typeof counts)[])
      counts[one] = some.filter(({ standing }) => standing === one).length
    return counts
  }
  const measures = figures.measures.map((measure) => {
    const own = items.filter((item) => item.measure === measure.number)
    return { ...measure, total: own.length, counts: countsOf(own) }
  })
  const whole = { total: items.length, counts: countsOf(items), measures, items }
  return { ...issue, figures: { ...figures, ...whole } }
}

/**
 * An edition of 400 items in each form, and the page beside the editor: how long it takes, and the longest time
 * for which other requests had to wait for the thread that answers them. Measured here, asserted nowhere.
 */
export async function measureEditions(): Promise<void> {
  const { issue, press } = await sampleEdition()
  const large = enlarged(issue, many)
  // The first of all loads the fonts.
  await picture(issue, press)
  await formOf('slides.zip', issue, press)
  const timed = async (name: string, times: number, work: () => Promise<unknown>) => {
    const delay = monitorEventLoopDelay({ resolution: 5 })
    delay.enable()
    const all: number[] = []
    for (let n = 0; n < times; n++) {
      const begun = performance.now()
      await work()
      all.push(performance.now() - begun)
    }
    delay.disable()
    all.sort((a, b) => a - b)
    const middle = Math.round(all[all.length >> 1] ?? 0)
    const longest = Math.round(all.at(-1) ?? 0)
    const wait = Math.round(delay.max / 1e6)
    console.log(
      `${name.padEnd(34)} median ${String(middle).padStart(5)} ms  longest ${String(longest).padStart(5)} ms  others wait at most ${wait} ms`,
    )
  }
  let set = 0
  for (const form of forms)
    await timed(`edition of ${many} items, ${form}`, 3, () => {
      // Never the same twice: the typesetter remembers what it set.
      set += 1
      const title = `${large.content.title} ${set}`
      return formOf(form, { ...large, content: { ...large.content, title } }, press)
    })
  for (const [name, one] of [
    ['15', issue],
    [String(many), large],
  ] as const) {
    let typed = 0
    await timed(`preview, ${name} items`, 12, () => {
      typed += 1
      const content = { ...one.content, kicker: `特集 ${typed}` }
      return picture({ ...one, content }, press)
    })
  }
  await closePdf()
  await closeRaster()
}

if (import.meta.main) await measureEditions()
