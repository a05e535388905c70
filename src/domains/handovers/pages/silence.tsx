import { Actions, ButtonLink } from '#design/button.tsx'
import { Facts } from '#design/facts.tsx'
import { EmptyState } from '#design/list.tsx'
import { Part } from '#design/masthead.tsx'
import { Table } from '#design/table.tsx'
import type { Silent } from '../handover.ts'
import { deskWords, inJapanese, toldIn } from '../messages/desk.ts'
import { urls } from '../urls.ts'
import { type Desk, Frame } from './frame.tsx'

export interface SilenceProps extends Desk {
  readonly sections: readonly {
    readonly id: string
    readonly name: string
    readonly head: string
    readonly list: readonly Silent[]
  }[]
  readonly counts: readonly { readonly kind: string; readonly count: number }[]
}

/** 担い手のいないもの: by section, with its head, counts on top. */
export function SilencePage(props: SilenceProps) {
  const { view, sections, counts } = props
  const w = deskWords(view)
  return (
    <Frame {...props} title={w.silence} lead={w.silenceLead}>
      {sections.length === 0 ? (
        <EmptyState title={w.silenceNone} />
      ) : (
        <>
          <Facts
            names="beside"
            pairs={counts.map(({ kind, count }) => [w.kinds[kind] ?? kind, w.silenceCount(count)])}
          />
          <Actions>
            <ButtonLink view={view} path={urls.silenceFile} kind="secondary">
              {w.csv}
            </ButtonLink>
          </Actions>
        </>
      )}
      {sections.map(({ id, name, head, list }) => (
        <Part
          view={view}
          id={id}
          title={name || w.nowhere}
          {...(name && inJapanese(view))}
          over={`${w.silenceCount(list.length)}`}
        >
          {head && (
            <p class="soft">
              {w.head}: <span {...inJapanese(view)}>{head}</span>
            </p>
          )}
          <Table
            view={view}
            caption={`${w.silence} ${name || w.nowhere}`}
            quietCaption
            columns={[
              {
                label: w.thing,
                role: 'heading',
                cell: ({ title }: Silent) =>
                  typeof title === 'string' ? (
                    <span {...inJapanese(view)}>{title}</span>
                  ) : (
                    <span>{toldIn(view, title)}</span>
                  ),
              },
              { label: w.kind, cell: ({ kind }) => w.kinds[kind] ?? kind },
              { label: w.since, cell: ({ since }) => (since ? w.day(since) : '—') },
              { label: w.why, cell: ({ why }) => toldIn(view, why) },
            ]}
            rows={list}
            to={({ path }) => path}
          />
        </Part>
      ))}
    </Frame>
  )
}
