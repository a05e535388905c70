/** A sign in a drawing, in its pixels, and the name that belongs beside it. */
export interface Sign {
  readonly x: number
  readonly y: number
  readonly name: string
  /** How far the sign itself reaches from its middle. */
  readonly reach: number
  /** Height of the letters. */
  readonly size: number
  /** Where the name may stand, the best first. */
  readonly sides: readonly Side[]
}
export type Side = 'above' | 'below' | 'right' | 'left'

/** Where a name is written, counted from its sign. */
export interface NameAt {
  readonly dx: number
  readonly dy: number
  readonly anchor: 'start' | 'middle' | 'end'
}

interface Box {
  readonly left: number
  readonly top: number
  readonly right: number
  readonly bottom: number
}

const gap = 5
/** Shares of the height of letters: above the base line, and below it. */
const [ascent, descent] = [0.88, 0.14]
/** Of a square sign of Japanese or Korean, and of a letter on average. */
const [square, letter] = [1, 0.58]

const widthOf = (name: string, size: number) =>
  [...name].reduce((sum, sign) => sum + (sign >= '\u1100' ? square : letter), 0) * size

function nameAt({ reach, size }: Sign, side: Side): NameAt {
  // Half of what is seen of a letter lies above the middle of its line.
  const middle = ((ascent - descent) / 2) * size
  const away = reach + gap
  switch (side) {
    case 'above':
      return { dx: 0, dy: -away, anchor: 'middle' }
    case 'below':
      return { dx: 0, dy: away + ascent * size, anchor: 'middle' }
    case 'right':
      return { dx: away, dy: middle, anchor: 'start' }
    case 'left':
      return { dx: -away, dy: middle, anchor: 'end' }
  }
}

const before = { start: 0, middle: 0.5, end: 1 } as const

function boxOf({ x, y, name, size }: Sign, { dx, dy, anchor }: NameAt): Box {
  const width = widthOf(name, size)
  const left = x + dx - width * before[anchor]
  return {
    left,
    top: y + dy - ascent * size,
    right: left + width,
    bottom: y + dy + descent * size,
  }
}

const signBox = ({ x, y, reach }: Sign): Box => ({
  left: x - reach,
  top: y - reach,
  right: x + reach,
  bottom: y + reach,
})

const meets = (one: Box, other: Box) =>
  one.left < other.right &&
  other.left < one.right &&
  one.top < other.bottom &&
  other.top < one.bottom

/**
 * Where each name stands so that none lies over another, over a sign, or outside of the drawing: those that come
 * first choose first. Undefined where there is no room: the drawing is nearer at the next step.
 */
export function namesBeside(
  signs: readonly Sign[],
  { width, height }: { readonly width: number; readonly height: number },
): readonly (NameAt | undefined)[] {
  const taken: Box[] = []
  return signs.map((sign) => {
    const others = signs.filter((one) => one !== sign).map(signBox)
    const isFree = (box: Box) =>
      box.left >= 0 &&
      box.top >= 0 &&
      box.right <= width &&
      box.bottom <= height &&
      ![...others, ...taken].some((other) => meets(box, other))
    const found = sign.sides.map((side) => nameAt(sign, side)).find((at) => isFree(boxOf(sign, at)))
    if (found) taken.push(boxOf(sign, found))
    return found
  })
}
