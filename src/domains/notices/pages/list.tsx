import { Actions, Button, ButtonLink } from '#design/button.tsx'
import { plainDate } from '#design/dates.ts'
import { Form } from '#design/form.tsx'
import { EmptyState, Entries } from '#design/list.tsx'
import { Masthead } from '#design/masthead.tsx'
import { StateBadge } from '#design/state.tsx'
import { at, type View } from '#design/view.ts'
import { listWords } from '../messages/list.ts'
import type { NoticeId, Words } from '../notice.ts'
import type { Frame } from './frame.ts'

interface Line {
  readonly id: NoticeId
  readonly path: string
  readonly postedAt: Date
  readonly readAt: Date | null
  readonly words: Words
}

export interface NoticeListProps {
  readonly view: View
  readonly frame: Frame
  /** Where this list stands: /desk/notices or /me/notices. */
  readonly base: string
  readonly things: readonly (readonly [thing: string, lines: readonly Line[]])[]
  readonly unread: number
}

/** お知らせの一覧: by thing, newest first, one line each. */
export function NoticeListPage({ view, frame: Around, base, things, unread }: NoticeListProps) {
  const w = listWords(view)
  return (
    <Around view={view} title={w.list}>
      <Masthead title={w.list} lead={w.lead} />
      {things.length === 0 ? (
        <EmptyState title={w.none}>
          <p>{w.noneTodo}</p>
        </EmptyState>
      ) : (
        <>
          <p role="status">{w.unreadCount(unread)}</p>
          {unread > 0 && (
            <Form view={view} action={`${base}/read`} hidden={{ all: 'all' }}>
              <Actions>
                <Button kind="secondary">{w.readAll}</Button>
              </Actions>
            </Form>
          )}
          <Entries>
            {things.map(([, lines]) => (
              <Thing view={view} base={base} lines={lines} />
            ))}
          </Entries>
        </>
      )}
      <Actions>
        <ButtonLink view={view} path={`${base}/settings`} kind="secondary">
          {w.settings}
        </ButtonLink>
      </Actions>
    </Around>
  )
}

interface ThingProps {
  readonly view: View
  readonly base: string
  readonly lines: readonly Line[]
}

function Thing({ view, base, lines }: ThingProps) {
  const w = listWords(view)
  const token = (view.staff ?? view.resident)?.csrf
  const unread = lines.filter(({ readAt }) => readAt === null)
  return (
    <li class="entry">
      <div class="entry-text stack-tight">
        {lines.map(({ path, words, postedAt, readAt }) => (
          <p>
            <a href={at(view, path)}>{words.line}</a>
            <span class="line">
              <span class="soft">{plainDate(view.locale, postedAt)}</span>{' '}
              {readAt === null && <StateBadge tone="moving" word={w.unread} />}
            </span>
          </p>
        ))}
      </div>
      {unread.length > 0 && (
        <div class="entry-side">
          <form method="post" action={at(view, `${base}/read`)}>
            {token !== undefined && <input type="hidden" name="csrf" value={token} />}
            {unread.map(({ id }) => (
              <input type="hidden" name="id" value={id} />
            ))}
            <Button kind="quiet">{w.readOne}</Button>
          </form>
        </div>
      )}
    </li>
  )
}
