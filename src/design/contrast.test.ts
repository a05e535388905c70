import { readFile } from 'node:fs/promises'
import { describe, expect, it } from 'vitest'

/** Text on ground, as the stylesheets set them: 4.5 to 1. */
// biome-ignore format: a table is read in columns
const texts = [
  ['text', 'paper'], ['text', 'washi'], ['text', 'white'],
  ['text', 'sea-pale'], ['text', 'good-pale'], ['text', 'care-pale'], ['text', 'danger-pale'],
  ['soft', 'paper'], ['soft', 'washi'], ['soft', 'quiet-pale'],
  ['ink', 'paper'], ['ink', 'washi'],
  ['link', 'paper'], ['link', 'washi'], ['link', 'white'], ['visited', 'paper'], ['visited', 'washi'],
  ['link', 'sea-pale'], ['link', 'good-pale'], ['link', 'care-pale'], ['link', 'danger-pale'],
  ['sea', 'paper'], ['sea-deep', 'paper'], ['sea-deep', 'sea-pale'], ['sea', 'washi'],
  ['vermilion', 'paper'], ['vermilion', 'washi'],
  ['good', 'good-pale'], ['moving', 'moving-pale'], ['care', 'care-pale'],
  ['danger', 'danger-pale'], ['danger', 'paper'], ['danger', 'white'],
  ['white', 'sea'], ['white', 'sea-deep'], ['white', 'danger'],
  ['black', 'focus'],
] as const

/** Marks and edges that carry meaning: 3 to 1. */
// biome-ignore format: a table is read in columns
const marks = [
  ['edge', 'white'], ['edge', 'paper'], ['sea', 'paper'], ['vermilion', 'paper'], ['ink', 'paper'],
  ['text', 'sea-pale'], ['sea', 'sea-pale'], ['care', 'care-pale'], ['soft', 'paper'],
  ['sea', 'line'], ['black', 'paper'], ['black', 'white'], ['focus', 'black'],
] as const

const colours = (css: string) =>
  new Map(
    [...css.matchAll(/--([a-z-]+):\s*#([0-9a-f]{3,6})\b/g)].map(([, name = '', hex = '']) => [
      name,
      hex.length === 3 ? [...hex].map((digit) => digit + digit).join('') : hex,
    ]),
  )

const plainCss = await readFile(new URL('./tokens.css', import.meta.url), 'utf8')
const reader = await readFile(new URL('./reader.css', import.meta.url), 'utf8')
const plainColours = colours(plainCss)
const highContrast = new Map([...plainColours, ...colours(reader)])

const light = (hex: string) => {
  const [red = 0, green = 0, blue = 0] = [0, 2, 4].map((at) => {
    const share = Number.parseInt(hex.slice(at, at + 2), 16) / 255
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4
  })
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue
}

const contrast = (set: ReadonlyMap<string, string>, front: string, ground: string) => {
  const [one, other] = [front, ground].map((name) => {
    const hex = set.get(name)
    if (hex === undefined) throw new Error(`no such colour: ${name}`)
    return light(hex)
  })
  const [bright = 0, dark = 0] = [one ?? 0, other ?? 0].sort((a, b) => b - a)
  return (bright + 0.05) / (dark + 0.05)
}

for (const [name, set] of [
  ['as set', plainColours],
  ['black on white', highContrast],
] as const)
  describe(`colours ${name}`, () => {
    it.each(texts)('%s is read on %s', (front, ground) => {
      expect(contrast(set, front, ground)).toBeGreaterThanOrEqual(4.5)
    })
    if (set === plainColours)
      it.each(marks)('%s is seen on %s', (front, ground) => {
        expect(contrast(set, front, ground)).toBeGreaterThanOrEqual(3)
      })
  })

describe('the tokens', () => {
  it('are those of the Digital Agency, but for the four that are mixed', async () => {
    const theirs = await readFile(
      new URL(
        '../../node_modules/@digital-go-jp/design-tokens/dist/tokens-simple.css',
        import.meta.url,
      ),
      'utf8',
    )
    const known = new Set([...theirs.matchAll(/#([0-9a-f]{6})\b/g)].map(([, hex]) => hex))
    const mixed = [...plainColours].filter(([, hex]) => !known.has(hex)).map(([name]) => name)
    expect(mixed).toEqual(['paper', 'washi', 'line', 'vermilion'])
  })
})
