import { readdirSync, readFileSync } from 'node:fs'
import { parseAst } from 'vite'
import { type Node, type Pattern, parsePattern, signTest } from './backtracking.ts'

export interface Found extends Pattern {
  /** Where it stands, under src/. */
  readonly place: string
}

type Ast = Readonly<Record<string, unknown>>
const isAst = (value: unknown): value is Ast => typeof value === 'object' && value !== null

function* nodesIn(value: unknown): Generator<Ast> {
  if (!isAst(value)) return
  yield value
  for (const inner of Array.isArray(value) ? value : Object.values(value)) yield* nodesIn(inner)
}

/** The text that an expression stands for, if it is put together of texts that stand in the file. */
function textOf(value: unknown, known: ReadonlyMap<string, unknown>): string {
  if (!isAst(value)) throw new Error('no text')
  const { type, left, right, expressions, quasis, name } = value
  if (type === 'Literal') return String(isAst(value.regex) ? value.regex.pattern : value.value)
  if (type === 'BinaryExpression') return textOf(left, known) + textOf(right, known)
  if (type === 'Identifier') return textOf(known.get(String(name)), known)
  if (type !== 'TemplateLiteral') throw new Error(`no text: ${type}`)
  const between = (expressions as readonly unknown[]).map((one) => textOf(one, known))
  return (quasis as readonly { readonly value: { readonly cooked: string } }[])
    .map((quasi, i) => quasi.value.cooked + (between[i] ?? ''))
    .join('')
}

/** Every regular expression of the product, by its syntax tree: written as one, or made of texts. */
export function patternsIn(folder: string): readonly Found[] {
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter(
    (file) => /\.tsx?$/.test(file) && !/\.test\.|(^|\/)testing\//.test(file),
  )
  const all = files.flatMap((place) => {
    const lang = place.endsWith('x') ? 'tsx' : 'ts'
    const tree = [...nodesIn(parseAst(readFileSync(`${folder}/${place}`, 'utf8'), { lang }, place))]
    const known = new Map(
      tree.flatMap(({ type, id, init }) =>
        type === 'VariableDeclarator' && isAst(id) ? [[String(id.name), init] as const] : [],
      ),
    )
    return tree.flatMap((node): Found[] => {
      if (isAst(node.regex))
        return [{ place, source: String(node.regex.pattern), flags: String(node.regex.flags) }]
      const isMade =
        /^(New|Call)Expression$/.test(String(node.type)) &&
        isAst(node.callee) &&
        node.callee.name === 'RegExp'
      const [source, flags] = isMade ? (node.arguments as readonly unknown[]) : []
      if (!source) return []
      return [{ place, source: textOf(source, known), flags: flags ? textOf(flags, known) : '' }]
    })
  })
  return [...new Map(all.map((one) => [`${one.source}/${one.flags}`, one])).values()]
}

/** Signs among which at least one of each kind is that a pattern tells apart. */
const universe = [
  ...'a9 -_.,:;/\\|\'"@<>=+*?!#%&~()[]{}\n\r\t\u0000\u3000あア漢一号年月、。〒ー々가éŪ',
]

function* within(node: Node): Generator<Node> {
  yield node
  if (node.kind === 'row') for (const one of node.nodes) yield* within(one)
  if (node.kind === 'fork') for (const one of node.ways) yield* within(one)
  if (node.kind === 'loop' || node.kind === 'look') yield* within(node.body)
}

export interface Attack {
  readonly before: string
  readonly pump: string
  readonly after: string
}

/**
 * Texts on which going back hurts most: up to each loop by the shortest way, then again and again what the
 * loop takes or what the pattern tells apart, then an end that fits nowhere.
 */
export function attacksOn(pattern: Pattern): readonly Attack[] {
  const tree = parsePattern(pattern)
  const fits = signTest(pattern.flags)
  const signs = [...within(tree)].flatMap((node) => (node.kind === 'one' ? [node.source] : []))
  const own = signs.flatMap((source) => (/^[^\\[.]$/u.test(source) ? [source] : []))
  const kinds = new Map(
    [...new Set([...universe, ...own.slice(0, 40)])].map((sign) => [
      signs.map((source) => Number(fits(source)(sign))).join(''),
      sign,
    ]),
  )
  const apart = [...kinds.values()].slice(0, 7)
  const sampleOf = (node: Node): string => {
    switch (node.kind) {
      case 'one':
        return [...own, ...universe].find(fits(node.source)) ?? ''
      case 'edge':
      case 'look':
        return ''
      case 'loop':
        return sampleOf(node.body).repeat(node.min)
      case 'row':
        return node.nodes.map(sampleOf).join('')
      case 'fork':
        return sampleOf(node.ways[0] ?? { kind: 'row', nodes: [] })
    }
  }
  const found: { readonly before: string; readonly pump: string }[] = []
  const walk = (node: Node, before: string): void => {
    if (node.kind === 'loop' && node.max > 1) found.push({ before, pump: sampleOf(node.body) })
    if (node.kind === 'loop' || node.kind === 'look') walk(node.body, before)
    if (node.kind === 'fork') for (const way of node.ways) walk(way, before)
    if (node.kind !== 'row') return
    let so = before
    for (const one of node.nodes) {
      walk(one, so)
      so += sampleOf(one)
    }
  }
  walk(tree, '')
  // Loops with an end, and none within another, cost each sign so much and no more.
  const loops = [...within(tree)].filter((node) => node.kind === 'loop')
  const isOpen = loops.some(
    ({ max, body }) =>
      max === Number.POSITIVE_INFINITY ||
      (max > 1 && [...within(body)].some((inner) => inner.kind === 'loop' && inner.max > 1)),
  )
  const befores = [...new Set(['', ...found.map((one) => one.before)])].slice(0, 3)
  const pairs = apart.flatMap((one) => apart.map((other) => (one === other ? one : one + other)))
  const pumps = [...new Set([...found.map((one) => one.pump), ...pairs])].filter(Boolean)
  const afters = ['', '\n\u0001']
  return isOpen
    ? befores.flatMap((before) =>
        pumps.flatMap((pump) => afters.map((after) => ({ before, pump, after }))),
      )
    : []
}
