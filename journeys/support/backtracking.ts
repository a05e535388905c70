/**
 * A regular expression run by hand, in the way V8 runs it: by trying, and going back. It counts what it
 * tries, so that growth is seen without a clock. Back references are unknown to it, for we have none.
 */
type Next = (at: number) => boolean
type Matcher = (at: number, next: Next) => boolean

interface One {
  readonly kind: 'one'
  readonly source: string
}
interface Edge {
  readonly kind: 'edge'
  readonly source: string
}
interface Look {
  readonly kind: 'look'
  readonly behind: boolean
  readonly wanted: boolean
  readonly body: Node
}
interface Loop {
  readonly kind: 'loop'
  readonly min: number
  readonly max: number
  readonly lazy: boolean
  readonly body: Node
}
interface Row {
  readonly kind: 'row'
  readonly nodes: readonly Node[]
}
interface Fork {
  readonly kind: 'fork'
  readonly ways: readonly Node[]
}
export type Node = One | Edge | Look | Loop | Row | Fork

export interface Pattern {
  readonly source: string
  readonly flags: string
}

/** What it is made of; throws for what it does not know. */
export function parsePattern({ source, flags }: Pattern): Node {
  const signs = /[uv]/.test(flags) ? [...source] : source.split('')
  let at = 0
  const rest = () => signs.slice(at).join('')
  const take = (text: string) => {
    if (!rest().startsWith(text)) return false
    at += /[uv]/.test(flags) ? [...text].length : text.length
    return true
  }
  const taken = (form: RegExp): string => {
    const [found] = form.exec(rest()) ?? []
    if (found === undefined || !take(found)) throw new Error(`${source}: ${rest()}`)
    return found
  }
  const fork = (): Node => {
    const ways = [row()]
    while (take('|')) ways.push(row())
    return ways.length === 1 && ways[0] ? ways[0] : { kind: 'fork', ways }
  }
  const row = (): Node => {
    const nodes: Node[] = []
    while (at < signs.length && signs[at] !== '|' && signs[at] !== ')') nodes.push(looped(term()))
    return { kind: 'row', nodes }
  }
  const closed = (body: Node): Node => {
    if (!take(')')) throw new Error(`${source}: not closed`)
    return body
  }
  const term = (): Node => {
    for (const edge of ['^', '$', '\\b', '\\B'])
      if (take(edge)) return { kind: 'edge', source: edge }
    for (const behind of [false, true])
      for (const wanted of [true, false])
        if (take(`(?${behind ? '<' : ''}${wanted ? '=' : '!'}`))
          return { kind: 'look', behind, wanted, body: closed(fork()) }
    if (take('(?:')) return closed(fork())
    if (rest().startsWith('(?<')) taken(/^\(\?<\w+>/)
    else if (!take('(')) return { kind: 'one', source: sign() }
    return closed(fork())
  }
  const sign = (): string => {
    if (signs[at] === '[') return taken(/^\[(?:\\[\s\S]|[^\]\\])*\]/)
    if (signs[at] === '\\' && /^\\[1-9k]/.test(rest())) throw new Error(`${source}: refers back`)
    if (signs[at] === '\\')
      return taken(/^\\(?:[pPu]\{[^}]*\}|u[\dA-Fa-f]{4}|x[\dA-Fa-f]{2}|c[A-Z]|[\s\S])/u)
    return taken(/^[\s\S]/u)
  }
  const looped = (body: Node): Node => {
    const [found, min, comma, max] = /^(?:[*+?]|\{(\d+)(,?)(\d*)\})/.exec(rest()) ?? []
    if (found === undefined || !take(found)) return body
    const few = min === undefined ? (found === '+' ? 1 : 0) : Number(min)
    const open = min === undefined ? found !== '?' : comma !== '' && max === ''
    const many = open ? Number.POSITIVE_INFINITY : found === '?' ? 1 : Number(max || min)
    return { kind: 'loop', min: few, max: many, lazy: take('?'), body }
  }
  const whole = fork()
  if (at < signs.length) throw new Error(`${source}: ${rest()}`)
  return whole
}

/** Of how many signs a match is, if it is always so many. */
function lengthOf(node: Node): number | undefined {
  switch (node.kind) {
    case 'one':
      return 1
    case 'edge':
    case 'look':
      return 0
    case 'loop': {
      const one = lengthOf(node.body)
      return node.min === node.max && one !== undefined ? one * node.min : undefined
    }
    case 'row': {
      const all = node.nodes.map(lengthOf)
      return all.some((one) => one === undefined)
        ? undefined
        : all.reduce<number>((sum, one) => sum + (one ?? 0), 0)
    }
    case 'fork': {
      const [first, ...others] = node.ways.map(lengthOf)
      return others.every((one) => one === first) ? first : undefined
    }
  }
}

export class TooMany extends Error {}

/** A test of a single sign, by the engine itself. */
export function signTest(flags: string) {
  const known = new Map<string, (sign: string) => boolean>()
  return (source: string) => {
    const before = known.get(source)
    if (before) return before
    const form = new RegExp(`^(?:${source})$`, flags.replace(/[gmy]/g, ''))
    const seen = new Map<string, boolean>()
    const fits = (sign: string) => {
      const told = seen.get(sign) ?? form.test(sign)
      seen.set(sign, told)
      return told
    }
    known.set(source, fits)
    return fits
  }
}

/** Makes a counter of one pattern: how many signs are looked at until a text is matched, or is not. */
export function counter(pattern: Pattern) {
  const { flags } = pattern
  const fits = signTest(flags)
  let text: readonly string[] = []
  let steps = 0
  let most = 0
  const step = () => {
    steps += 1
    if (steps > most) throw new TooMany(pattern.source)
  }
  const isWord = (at: number) => /^\w$/.test(text[at] ?? '')
  const stands = (edge: string, at: number) => {
    if (edge === '^') return at === 0 || (flags.includes('m') && text[at - 1] === '\n')
    if (edge === '$') return at === text.length || (flags.includes('m') && text[at] === '\n')
    return (isWord(at - 1) !== isWord(at)) === (edge === '\\b')
  }
  const made = (node: Node): Matcher => {
    switch (node.kind) {
      case 'one': {
        const takes = fits(node.source)
        return (at, next) => {
          step()
          const sign = text[at]
          return sign !== undefined && takes(sign) && next(at + 1)
        }
      }
      case 'edge':
        return (at, next) => {
          step()
          return stands(node.source, at) && next(at)
        }
      case 'look': {
        const body = made(node.body)
        const length = lengthOf(node.body)
        const starts = (at: number) =>
          length === undefined ? Array.from({ length: at + 1 }, (_, i) => at - i) : [at - length]
        return (at, next) => {
          const is = node.behind
            ? starts(at).some((from) => from >= 0 && body(from, (end) => end === at))
            : body(at, () => true)
          return is === node.wanted && next(at)
        }
      }
      case 'row':
        return node.nodes.map(made).reduceRight<Matcher>(
          (after, one) => (at, next) => one(at, (end) => after(end, next)),
          (at, next) => next(at),
        )
      case 'fork': {
        const ways = node.ways.map(made)
        return (at, next) => ways.some((way) => way(at, next))
      }
      case 'loop': {
        const body = made(node.body)
        const round = (at: number, done: number, next: Next): boolean => {
          const more = () =>
            done < node.max &&
            body(at, (end) => (end > at || done < node.min) && round(end, done + 1, next))
          const enough = () => done >= node.min && next(at)
          return node.lazy ? enough() || more() : more() || enough()
        }
        return (at, next) => round(at, 0, next)
      }
    }
  }
  const whole = made(parsePattern(pattern))
  /** Looks for the first match from every place on, as `exec` does. Throws TooMany beyond `limit`. */
  return (given: string, limit: number): number => {
    text = /[uv]/.test(flags) ? [...given] : given.split('')
    steps = 0
    most = limit
    for (let from = 0; from <= text.length; from++) {
      steps += 1
      if (whole(from, () => true)) break
      if (flags.includes('y')) break
    }
    return steps
  }
}
