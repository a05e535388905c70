import { compare, type Piece } from './compare.ts'
import { words } from './messages.ts'
import { languageOf, type View } from './view.ts'

export interface DifferenceProps {
  readonly view: View
  readonly before: string
  readonly after: string
}

/** What was struck out and what was put in, seen without colour and said without sight. */
export function Difference({ view, before, after }: DifferenceProps) {
  const { difference } = words(view)
  const own = languageOf(view.locale)
  // The plan's own words are Japanese wherever nobody has translated them; ours are the reader's.
  const foreign = own !== 'ja' && japanese.test(before + after)
  const lang = foreign ? 'ja' : undefined
  if (before === after)
    return (
      <p class="difference" lang={lang}>
        {after || difference.same}
      </p>
    )
  return (
    <p class="difference" lang={lang}>
      {compare(before, after).map((piece) => (
        <Change
          piece={piece}
          removed={difference.removed}
          added={difference.added}
          lang={foreign ? own : undefined}
        />
      ))}
    </p>
  )
}

const japanese = /[\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Han}]/u

interface ChangeProps {
  readonly piece: Piece
  readonly removed: string
  readonly added: string
  /** Of the two words before, where the change itself is in another language. */
  readonly lang: string | undefined
}

function Change({ piece, removed, added, lang }: ChangeProps) {
  if (piece.kind === 'same') return <>{piece.text}</>
  if (piece.kind === 'removed')
    return (
      <del>
        <span class="unseen" lang={lang}>
          [{removed}]{' '}
        </span>
        {piece.text}
      </del>
    )
  return (
    <ins>
      <span class="unseen" lang={lang}>
        [{added}]{' '}
      </span>
      {piece.text}
    </ins>
  )
}
