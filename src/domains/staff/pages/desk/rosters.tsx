import { asked } from '#design/asked.tsx'
import { longDate } from '#design/dates.ts'
import { EmptyState, Entries, Entry } from '#design/list.tsx'
import { Part } from '#design/masthead.tsx'
import { at } from '#design/view.ts'
import type { Filled } from '#platform/form.ts'
import type { rosterForm } from '../../forms.ts'
import { deskWords } from '../../messages/desk.ts'
import type { StoredRoster } from '../../roster/stored.ts'
import { deskUrls } from '../../urls.ts'
import { Asking } from './fields.tsx'
import { type Desk, dayWords, StaffFrame } from './frame.tsx'

export interface RostersProps extends Desk {
  readonly rosters: readonly StoredRoster[]
  readonly nameOf: (id: string) => string
  readonly form: Filled<typeof rosterForm>
  /** What is wrong with the file, in words. */
  readonly fileFault?: string
}

export const stateOf = ({ acceptedAt, withdrawnAt }: StoredRoster) =>
  withdrawnAt ? 'withdrawn' : acceptedAt ? 'accepted' : 'open'

/** Handing in a roster, and those handed in before. */
export function RostersPage(props: RostersProps) {
  const { view, department, rosters, nameOf, form, fileFault } = props
  const { d, r } = deskWords(view)
  const file = {
    kind: 'file' as const,
    name: 'file',
    label: r.file,
    hint: r.fileHint,
    required: true,
    accept: '.xlsx,.csv',
    ...(fileFault !== undefined && { error: fileFault }),
  }
  return (
    <StaffFrame
      view={view}
      title={r.title}
      lead={r.lead}
      crumbs={[]}
      {...(department !== undefined && { department })}
    >
      <Asking
        view={view}
        action={deskUrls.rosters}
        go={r.go}
        kind="primary"
        multipart
        fields={[file, asked(view, form, 'on', { label: r.on, hint: r.onHint })]}
      />
      <p class="desk-gap">
        <a href={at(view, deskUrls.template)}>{r.template}</a>
        <br />
        <span class="soft">{r.templateWhy}</span>
      </p>
      <Part view={view} id="earlier" title={r.earlier}>
        {rosters.length === 0 ? (
          <EmptyState title={r.none} />
        ) : (
          <Entries>
            {rosters.map((roster) => (
              <Entry
                view={view}
                path={deskUrls.roster(roster.id)}
                title={r.check(dayWords(view, roster.effectiveOn))}
                text={`${roster.fileName}・${r.received(longDate(view.locale, roster.receivedAt), nameOf(roster.receivedBy))}`}
                facts={[[d.state, r.states[stateOf(roster)]]]}
              />
            ))}
          </Entries>
        )}
      </Part>
    </StaffFrame>
  )
}
