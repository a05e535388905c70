import { DeskPage } from '#design/desk-page.tsx'
import { Tongues } from '#design/header.tsx'
import { EmptyState } from '#design/list.tsx'
import { Masthead } from '#design/masthead.tsx'
import { StateBadge } from '#design/state.tsx'
import { at, type View } from '#design/view.ts'
import type { Committee } from '../judging.ts'
import { memberWords } from '../messages/member.ts'
import { urls } from '../urls.ts'
import { tones } from './parts.tsx'

export interface MineListProps {
  readonly view: View
  readonly committees: readonly Committee[]
}

/** The committees of one person. */
export function MineListPage({ view, committees }: MineListProps) {
  const d = memberWords(view)
  return (
    <DeskPage view={view} title={d.mine} narrow>
      <Tongues view={view} />
      <Masthead title={d.mine} lead={d.mineLead} />
      {committees.length === 0 ? (
        <EmptyState title={d.mineNone} />
      ) : (
        <ul>
          {committees.map(({ id, name, state }) => (
            <li>
              <a href={at(view, urls.member(id))} lang="ja">
                {name}
              </a>{' '}
              <StateBadge tone={tones[state]} word={d.states[state]} />
            </li>
          ))}
        </ul>
      )}
    </DeskPage>
  )
}
