/**
 * 関係部署: names are learnt from the document's own rightmost columns; there is no list in the code.
 */

export interface Names {
  readonly names: readonly string[]
  /** It cannot be told where one name ends and the next begins. */
  readonly doubtful: boolean
}

const office =
  /(部|課|局|室|係|班|所|館|署|院|校|園|センター|本部|委員会|協議会|事務局|チーム|市民|団体|自治会)$/

const isOffice = (name: string): boolean => office.test(name)

const tokensOf = (pieces: readonly string[]) =>
  pieces
    .flatMap((piece) => piece.split(/[、，,\s]+/))
    .map((t) => t.trim())
    .filter(Boolean)

/** A name is known when it fills a cell alone, or comes back in another cell beside other names. */
export function learnDepartments(cells: readonly (readonly string[])[]): ReadonlySet<string> {
  const known = new Set<string>()
  const seen = new Map<string, number>()
  for (const cell of cells) {
    const names = new Set(tokensOf(cell))
    const [only] = names
    if (names.size === 1 && only) known.add(only)
    for (const name of names) seen.set(name, (seen.get(name) ?? 0) + 1)
  }
  for (const [name, count] of seen) if (count > 1 && isOffice(name)) known.add(name)
  return known
}

/**
 * A break inside a cell either ends a name or only the line. Known names are taken first, the
 * longest joint first; what is left is joined until it ends like an office. Two unknown offices
 * side by side may be one (総務部 企画課): they are told apart and doubted.
 */
export function splitDepartments(pieces: readonly string[], known: ReadonlySet<string>): Names {
  const tokens = tokensOf(pieces)
  const names: string[] = []
  let doubtful = false
  let open = ''
  for (let i = 0; i < tokens.length; ) {
    const length = longestKnown(tokens.slice(i), known)
    if (length > 0 && !open) {
      names.push(tokens.slice(i, i + length).join(''))
      i += length
      continue
    }
    open += tokens[i] ?? ''
    i += 1
    if (isOffice(open)) {
      names.push(open)
      if (!known.has(open) && tokens.length > 1) doubtful = true
      open = ''
    }
  }
  if (open) {
    names.push(open)
    if (names.length > 1) doubtful = true
  }
  return { names, doubtful }
}

function longestKnown(tokens: readonly string[], known: ReadonlySet<string>): number {
  for (let length = tokens.length; length > 0; length -= 1) {
    if (known.has(tokens.slice(0, length).join(''))) return length
  }
  return 0
}

/** Every word of the line is the name of an office, known or of the usual shape. */
export function areDepartments(pieces: readonly string[], known: ReadonlySet<string>): boolean {
  const tokens = tokensOf(pieces)
  return (
    tokens.length > 0 &&
    tokens.every((name) => known.has(name) || (isOffice(name) && [...name].length <= 20))
  )
}
