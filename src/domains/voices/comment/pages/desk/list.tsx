import { Actions, ButtonLink } from '#design/button.tsx'
import { inJapanese } from '#design/desk-tongue.ts'
import { EmptyState } from '#design/list.tsx'
import { Table } from '#design/table.tsx'
import { at } from '#design/view.ts'
import type { CommentCase } from '../../case.ts'
import { deskWords } from '../../messages/desk.ts'
import { urls } from '../../urls.ts'
import { CaseBadge, type Desk, dayIn, Frame } from './frame.tsx'

export interface ListProps extends Desk {
  readonly cases: readonly CommentCase[]
  readonly mayMake: boolean
}

export function DeskListPage(props: ListProps) {
  const { view, cases, mayMake, isOffice } = props
  const w = deskWords(view)
  return (
    <Frame {...props} title={w.title} lead={w.lead}>
      <Actions>
        {mayMake && (
          <ButtonLink view={view} path={urls.make}>
            {w.make}
          </ButtonLink>
        )}
        {isOffice && <a href={at(view, urls.settings)}>{w.settings}</a>}
      </Actions>
      {cases.length === 0 ? (
        <EmptyState title={w.none}>
          <p>{w.noneHint}</p>
        </EmptyState>
      ) : (
        <Table
          view={view}
          caption={w.title}
          quietCaption
          rows={cases}
          to={({ id }) => urls.work(id)}
          columns={[
            { label: w.number, cell: ({ number }) => number },
            {
              label: w.name,
              role: 'heading',
              cell: ({ title }) => <span {...inJapanese(view)}>{title}</span>,
            },
            {
              label: w.period,
              cell: (one) => w.days(dayIn(view, one.opensOn), dayIn(view, one.closesOn)),
            },
            {
              label: w.fields.section,
              cell: ({ section }) => <span {...inJapanese(view)}>{section}</span>,
            },
            { label: w.state, cell: ({ state }) => <CaseBadge view={view} state={state} /> },
          ]}
        />
      )}
    </Frame>
  )
}
