import { Actions, Button, ButtonLink } from '#design/button.tsx'
import { figure, plainDate } from '#design/dates.ts'
import { inJapanese } from '#design/desk-tongue.ts'
import { Form } from '#design/form.tsx'
import { EmptyState } from '#design/list.tsx'
import { Part } from '#design/masthead.tsx'
import { Notice } from '#design/notice.tsx'
import { Table } from '#design/table.tsx'
import { dayStart } from '#platform/calendar.ts'
import { decideWords } from '../../messages/decide.ts'
import type { PhotosWaiting } from '../../photo.ts'
import type { PointId } from '../../point.ts'
import { urls } from '../../urls.ts'
import { type Desk, Frame } from '../work/frame.tsx'
import { ToldNotice } from './told.tsx'

export interface DecidingRow {
  readonly id: PointId
  readonly version: number
  readonly no: number
  readonly number: string
  readonly gist: string
  readonly section: string
  readonly receivedOn: string
  readonly mayPublish: boolean
  readonly findings: number
  /** Handed in by whoever looks at the page. */
  readonly isOwn: boolean
}

export interface DecisionsProps extends Desk {
  readonly rows: readonly DecidingRow[]
  /** The address of the next page. */
  readonly next: string | null
  readonly photos: readonly PhotosWaiting[]
  readonly published: { readonly n: number; readonly left: number } | null
}

export const isPlain = (row: Pick<DecidingRow, 'mayPublish' | 'findings' | 'isOwn'>): boolean =>
  row.mayPublish && row.findings === 0 && !row.isOwn

/** What waits for a decision, oldest first. */
export function DecisionsPage(props: DecisionsProps) {
  const { view, rows, next, published } = props
  const w = decideWords(view)
  return (
    <Frame {...props} title={w.title} lead={w.lead} here="decisions">
      <ToldNotice view={view} />
      {published && (
        <Notice view={view} kind={published.left ? 'warning' : 'success'} live>
          <p>{w.allDone(published.n, published.left)}</p>
        </Notice>
      )}
      {rows.length === 0 ? (
        <EmptyState title={w.empty} />
      ) : (
        <Table
          view={view}
          caption={w.title}
          quietCaption
          to={(row) => urls.decision(row.id)}
          columns={[
            {
              label: w.number,
              role: 'heading',
              cell: (row) => w.point(row.number, row.no),
            },
            { label: w.gist, cell: (row) => <span {...inJapanese(view)}>{row.gist}</span> },
            { label: w.section, cell: (row) => <span {...inJapanese(view)}>{row.section}</span> },
            { label: w.wish, cell: (row) => (row.mayPublish ? w.mayPublish : w.mayNot) },
            {
              label: w.findings,
              cell: (row) => (row.findings ? w.found(row.findings) : w.noFinding),
            },
          ]}
          rows={rows}
        />
      )}
      {next && (
        <Actions>
          <ButtonLink view={view} path={next} kind="secondary">
            {w.older}
          </ButtonLink>
        </Actions>
      )}
      <PublishAll {...props} />
      <WaitingPhotos {...props} />
    </Frame>
  )
}

/** Their points are decided on already. */
function WaitingPhotos({ view, photos }: DecisionsProps) {
  const w = decideWords(view)
  if (!photos.length) return null
  return (
    <Part view={view} id="photos" title={w.photosWait} lead={w.photosWaitLead}>
      <Table
        view={view}
        caption={w.photosWait}
        quietCaption
        to={({ point }) => `${urls.decision(point)}#photos`}
        columns={[
          { label: w.number, role: 'heading', cell: ({ number }) => number },
          {
            label: w.receivedOn,
            cell: ({ receivedOn }) => plainDate(view.locale, dayStart(receivedOn)),
          },
          { label: w.photosCount, role: 'number', cell: (one) => figure(view.locale, one.photos) },
        ]}
        rows={photos}
      />
    </Part>
  )
}

function PublishAll({ view, rows }: DecisionsProps) {
  const w = decideWords(view)
  const plain = rows.filter(isPlain)
  if (plain.length < 2) return null
  return (
    <Form view={view} action={urls.decideAll}>
      {plain.map(({ id, version }) => (
        <input type="hidden" name="point[]" value={`${id}:${version}`} />
      ))}
      <p>{w.allLead(plain.length)}</p>
      <Actions>
        <Button kind="secondary">{w.all}</Button>
      </Actions>
    </Form>
  )
}
