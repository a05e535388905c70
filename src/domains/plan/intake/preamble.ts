import { joinPieces, type Vouches } from './joining.ts'
import { isBlank, isLegend, isNoise, type Line, lineText } from './lines.ts'
import type { Head, Question } from './sheet.ts'
import { hasDebris, isBalanced, readFiscalYear } from './written.ts'

/** Only the head fields that the text above the first measure speaks of. */
export interface Preamble {
  readonly head: Partial<Head>
  readonly questions: readonly Question[]
  readonly skipped: readonly Line[]
}

const numbered = /^[\s・\-–—*]*([①-⑳]|[(（]?[0-9０-９]{1,2}[)）.．、])\s*(.+)$/u
const purposeLabel = /^[■◆○●\s]*(?:指針の|計画の|プランの)?目的\s*[:：]?\s*/u
const aimLabel = /^(.{0,15}の)?ねらい\s*[:：]?\s*/u
const decoration = /^[|｜■◆・\s]+/u

/** Title, subtitle, purpose, aim and goals: what stands above the first measure. */
export function readPreamble(lines: readonly Line[], vouches: Vouches): Preamble {
  const blocks = blocksOf(lines)
  const taken = new Set<Line>()
  const goals: string[] = []
  const found: { title?: string; subtitle?: string; purpose?: string; aim?: string } = {}
  const sources: { aim?: readonly Line[]; purpose?: readonly Line[] } = {}
  const join = (pieces: readonly string[]) =>
    joinPieces(
      pieces.flatMap((piece) => piece.split(/\s+/)),
      vouches,
    ).text
  let awaited: 'purpose' | 'aim' | null = null

  const keep = (field: 'purpose' | 'aim', block: readonly Line[], text: string) => {
    found[field] = text
    sources[field] = block
    awaited = null
  }
  for (const block of blocks) {
    const texts = block.map((line) => lineText(line).trim())
    const whole = texts.join(' ')
    const start = texts.findIndex((text) => numbered.test(text))
    if (block.every(isNoise)) continue
    if (start >= 0) {
      for (const [i, text] of texts.entries()) {
        if (i < start) continue
        const goal = numbered.exec(text)
        if (goal) goals.push(join([goal[2] ?? '']))
        else goals.push(join([goals.pop() ?? '', text]))
      }
      for (const line of block.slice(start)) taken.add(line)
      continue
    }
    const label = purposeLabel.test(whole) ? 'purpose' : aimLabel.test(whole) ? 'aim' : null
    if (label) {
      const rest = whole.replace(label === 'purpose' ? purposeLabel : aimLabel, '')
      if (rest) keep(label, block, join([rest]))
      else awaited = label
    } else if (awaited) keep(awaited, block, join([whole.replace(decoration, '')]))
    else if (!found.title) found.title = join([whole])
    else if (!found.subtitle && !found.purpose && !found.aim) found.subtitle = join([whole])
    else continue
    for (const line of block) taken.add(line)
  }

  const fiscalYear = readFiscalYear(found.title ?? '')
  const head: Partial<Head> = {
    ...found,
    ...(found.title !== undefined && { fiscalYear }),
    ...(goals.length > 0 && { goals }),
  }
  const questions = (['purpose', 'aim'] as const).flatMap((field): Question[] => {
    const text = found[field]
    const [first] = sources[field] ?? []
    if (text === undefined || !first || (isBalanced(text) && !hasDebris(text))) return []
    const original = (sources[field] ?? []).map((line) => line.raw.trimEnd()).join('\n')
    const place = first.place
    return [{ key: field, code: '', field, reason: 'text-broken', original, place, seen: text }]
  })
  const skipped = lines.filter((l) => !isBlank(l) && !taken.has(l) && !isLegend(l))
  return { head, questions, skipped }
}

/** Paragraphs: lines without a blank one between them. */
function blocksOf(lines: readonly Line[]): Line[][] {
  const blocks: Line[][] = []
  let open: Line[] = []
  for (const line of lines) {
    if (isBlank(line)) {
      if (open.length > 0) blocks.push(open)
      open = []
    } else open.push(line)
  }
  if (open.length > 0) blocks.push(open)
  return blocks
}
