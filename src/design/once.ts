import { raw } from 'hono/html'
import type { Child } from 'hono/jsx'

const drawn = new WeakMap<object, Map<string, Child>>()

/**
 * A part of a page, drawn once for as long as what it shows lives. `thing` is never changed, only replaced
 * (what `recall` gives is such); `variant` names everything else that the drawing depends on.
 */
export function once(thing: object, variant: string, draw: () => Child): Child {
  const variants = drawn.get(thing) ?? new Map<string, Child>()
  drawn.set(thing, variants)
  const known = variants.get(variant)
  if (known !== undefined) return known
  // Through bytes and back: a text put together from thousands of pieces is otherwise walked at each use.
  const made = raw(Buffer.from(String(draw())).toString())
  variants.set(variant, made)
  return made
}
