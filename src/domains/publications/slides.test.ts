import { expect, test } from 'vitest'
import { sampleEdition } from '../../../journeys/support/edition.ts'
import { slidesOf } from './slides.ts'

const code = { rows: [], address: 'https://city.example/publications/edn_1', says: '' }

/** How many sentences stand on each screen of the lead story. */
async function screensOf(lead: string): Promise<readonly number[]> {
  const { issue, press } = await sampleEdition()
  const { slides } = slidesOf(
    { ...issue, content: { ...issue.content, lead } },
    { site: press.site, code },
  )
  return slides.flatMap((slide) => (slide.kind === 'text' ? [slide.text.split('\n').length] : []))
}

const sentence = 'ひとつの行におさまる文です。'

test('the lead story is spread over as few screens as hold it, none with a last sentence alone', async () => {
  expect(await screensOf(sentence.repeat(6))).toEqual([6])
  expect(await screensOf(sentence.repeat(7))).toEqual([4, 3])
  expect(await screensOf(sentence.repeat(13))).toEqual([5, 5, 3])
})

test('a sentence longer than a screen stands alone, and none is lost', async () => {
  const long = `${'長い文が続きます、'.repeat(20)}おわり。`
  expect(await screensOf(`${sentence}${long}${sentence}`)).toEqual([1, 1, 1])
})
