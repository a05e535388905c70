import { Actions, Button, ButtonLink } from '#design/button.tsx'
import { Form } from '#design/form.tsx'
import { EmptyState } from '#design/list.tsx'
import { Table } from '#design/table.tsx'
import { at } from '#design/view.ts'
import type { Leaver } from '../handover.ts'
import { deskWords, inJapanese } from '../messages/desk.ts'
import { urls } from '../urls.ts'
import { type Desk, Frame, StateOf } from './frame.tsx'

export interface HandoversProps extends Desk {
  readonly leavers: readonly { readonly leaver: Leaver; readonly mayPrepare: boolean }[]
  readonly nameOf: (id: string | null) => string
}

/** Who leaves when, and how far the hand-over has come. */
export function HandoversPage(props: HandoversProps) {
  const { view, leavers, nameOf } = props
  const w = deskWords(view)
  type Line = HandoversProps['leavers'][number]
  const fresh = leavers.filter(({ leaver, mayPrepare }) => mayPrepare && !leaver.handover)
  return (
    <Frame {...props} title={w.title} lead={w.lead}>
      {leavers.length === 0 ? (
        <EmptyState title={w.none} />
      ) : (
        <Table
          view={view}
          caption={w.title}
          quietCaption
          columns={[
            {
              label: w.who,
              role: 'heading',
              cell: ({ leaver: { serving, handover } }: Line) => {
                const who = <span {...inJapanese(view)}>{`${serving.name} ${serving.post}`}</span>
                return handover ? <a href={at(view, urls.one(handover.id))}>{who}</a> : who
              },
            },
            {
              label: w.section,
              cell: ({ leaver }) => <span {...inJapanese(view)}>{leaver.section}</span>,
            },
            { label: w.lastDay, cell: ({ leaver }) => w.day(leaver.endsOn) },
            {
              label: w.successor,
              cell: ({ leaver: { handover, suggested } }) => {
                const name = handover ? nameOf(handover.successor) : (suggested?.name ?? '')
                return name ? <span {...inJapanese(view)}>{name}</span> : w.noSuccessor
              },
            },
            {
              label: w.state,
              cell: ({ leaver }) => <StateOf view={view} of={leaver.handover} late={leaver.late} />,
            },
          ]}
          rows={leavers}
        />
      )}
      {fresh.map(({ leaver }) => (
        <Form view={view} action={urls.prepare} hidden={{ assignment: leaver.serving.id }}>
          <p {...inJapanese(view)}>{`${leaver.section} ${leaver.serving.name}`}</p>
          <Actions>
            <Button kind="secondary">{w.prepare}</Button>
          </Actions>
        </Form>
      ))}
      <Actions>
        <ButtonLink view={view} path={urls.silence} kind="quiet">
          {w.silence}
        </ButtonLink>
      </Actions>
    </Frame>
  )
}
