import { compare, type Piece } from './compare.ts'
import { words } from './messages.ts'
import type { View } from './view.ts'

export interface DifferenceProps {
  readonly view: View
  readonly before: string
  readonly after: string
}

/** What was struck out and what was put in, seen without colour and said without sight. */
export function Difference({ view, before, after }: DifferenceProps) {
  const { difference } = words(view)
  if (before === after) return <p class="difference">{after || difference.same}</p>
  return (
    <p class="difference">
      {compare(before, after).map((piece) => (
        <Change piece={piece} removed={difference.removed} added={difference.added} />
      ))}
    </p>
  )
}

interface ChangeProps {
  readonly piece: Piece
  readonly removed: string
  readonly added: string
}

function Change({ piece, removed, added }: ChangeProps) {
  if (piece.kind === 'same') return <>{piece.text}</>
  if (piece.kind === 'removed')
    return (
      <del>
        <span class="unseen">[{removed}] </span>
        {piece.text}
      </del>
    )
  return (
    <ins>
      <span class="unseen">[{added}] </span>
      {piece.text}
    </ins>
  )
}
