import { Difference } from '#design/difference.tsx'
import { Facts } from '#design/facts.tsx'
import { Notice } from '#design/notice.tsx'
import type { View } from '#design/view.ts'
import type { MemberWords } from '../messages/member.ts'

export type Faults = Readonly<Record<string, string>>

/** Why a form came back. */
export interface Wrong {
  /** Which of the page's forms it was, where there are several, and of which line. */
  readonly of?: string
  readonly faults: Faults
  /** Over the form, where no field says it. */
  readonly refused: string
  /** Somebody else saved, or went on, in between. */
  readonly stale: boolean
}

/** The faults of one of the page's forms. */
export const faultsOf = (wrong: Wrong | undefined, form: string): Faults =>
  wrong?.of === form ? wrong.faults : {}

/** A field's name, what stands now, and what was typed. */
export type Pair = readonly [label: string, now: string, typed: string]

interface RefusedProps {
  readonly view: View
  readonly wrong: Wrong | undefined
}

/** Why the page came back, where no field says it. */
export const Refused = ({ view, wrong }: RefusedProps) =>
  wrong?.refused ? (
    <Notice view={view} kind="danger" live>
      <p>{wrong.refused}</p>
    </Notice>
  ) : null

interface BetweenProps extends RefusedProps {
  readonly words: Pick<
    MemberWords,
    'keptLead' | 'keptTitle' | 'staleLead' | 'staleSame' | 'staleTitle'
  >
  readonly pairs: readonly Pair[]
  /** The form is below, with what was typed. If it is not, all of that stands here. */
  readonly isOpen: boolean
}

/** Nothing typed is lost: what another person saved in between, and how what was typed differs from it. */
export function Between({ view, wrong, words: d, pairs, isOpen }: BetweenProps) {
  if (!wrong?.stale) return <Refused view={view} wrong={wrong} />
  const other = pairs.filter(([, now, typed]) => now !== typed)
  const typed = other.filter(([, , text]) => text !== '')
  // Nothing was typed but a button.
  if (pairs.every(([, , text]) => text === '')) return <Refused view={view} wrong={wrong} />
  if (!isOpen)
    return (
      <Notice view={view} kind="warning" live title={d.keptTitle}>
        {typed.length > 0 && <p>{d.keptLead}</p>}
        <Facts
          names="above"
          pairs={typed.map(([label, , text]) => [
            label,
            <span class="lines" lang="ja">
              {text}
            </span>,
          ])}
        />
        {wrong.refused && <p>{wrong.refused}</p>}
      </Notice>
    )
  return (
    <Notice view={view} kind="warning" live title={d.staleTitle}>
      <p>{other.length ? d.staleLead : d.staleSame}</p>
      <Facts
        names="above"
        pairs={other.map(([label, now, text]) => [
          label,
          <Difference view={view} before={now} after={text} />,
        ])}
      />
    </Notice>
  )
}
