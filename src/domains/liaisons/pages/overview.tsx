import { Actions, Button, ButtonLink } from '#design/button.tsx'
import { Form } from '#design/form.tsx'
import { EmptyState } from '#design/list.tsx'
import { Part } from '#design/masthead.tsx'
import { Notice } from '#design/notice.tsx'
import { StateBadge } from '#design/state.tsx'
import { Table } from '#design/table.tsx'
import { at } from '#design/view.ts'
import { deskWords, inJapanese } from '../messages/desk.ts'
import type { SectionYear } from '../section-year.ts'
import { urls } from '../urls.ts'
import { type Desk, Frame } from './frame.tsx'

export interface OverviewProps extends Desk {
  readonly year: number
  readonly years: readonly number[]
  readonly lines: readonly SectionYear[]
  /** Whether this person may open a section's page. */
  readonly mayOpen: (line: SectionYear) => boolean
}

/** Every section with its liaisons, and what is done and overdue; those without one are said on top. */
export function OverviewPage(props: OverviewProps) {
  const { view, lines, year, years, organises, mayOpen } = props
  const w = deskWords(view)
  const without = lines.filter((line) => !line.seats.length)
  const unasked = without.filter((line) => !line.pending.some((a) => a.fiscalYear === year))
  return (
    <Frame {...props} title={w.title} lead={w.lead} over={w.yearName(year)} here="title">
      {lines.length === 0 ? (
        <EmptyState title={w.noTasks} />
      ) : without.length === 0 ? (
        <p>{w.withoutNone}</p>
      ) : (
        <Notice view={view} kind="warning" title={w.without(without.length)}>
          <ul class="bullets">
            {without.map((line) => (
              <li>
                {mayOpen(line) ? (
                  <a
                    href={at(view, `${urls.section(line.section.id)}?year=${year}`)}
                    {...inJapanese(view)}
                  >
                    {line.section.name}
                  </a>
                ) : (
                  <span {...inJapanese(view)}>{line.section.name}</span>
                )}{' '}
                <Waiting {...props} line={line} />
              </li>
            ))}
          </ul>
        </Notice>
      )}
      {organises && unasked.length > 0 && (
        <Form
          view={view}
          action={urls.ask}
          hidden={{
            year: String(year),
            section: unasked.map((line) => line.section.id).join(','),
          }}
        >
          <Actions>
            <Button>{w.askAll(unasked.length)}</Button>
          </Actions>
        </Form>
      )}
      <Part view={view} id="sections" title={w.sections}>
        <Sections {...props} />
      </Part>
      <Actions>
        <ButtonLink view={view} path={urls.roster} kind="secondary">
          {w.roster}
        </ButtonLink>
        {years
          .filter((one) => one !== year)
          .map((one) => (
            <a href={at(view, `${urls.desk}?year=${one}`)}>{w.otherYear(w.yearName(one))}</a>
          ))}
      </Actions>
    </Frame>
  )
}

/** How far the search for a liaison has come, in one sentence. */
export function Waiting({ view, line }: Pick<OverviewProps, 'view'> & { line: SectionYear }) {
  const w = deskWords(view)
  const asked = line.pending.find((a) => a.state === 'asked')
  const [next] = line.next
  return (
    <span class="soft">
      {line.head ? '' : `${w.noHead} `}
      {asked && `${w.askedSince(w.day(asked.askedOn))} `}
      {asked?.remindedOn && `${w.remindedOn(w.day(asked.remindedOn))} `}
      {next && (
        <span {...inJapanese(view)}>{w.comingFrom(next.name, w.day(next.appointment.from))}</span>
      )}
    </span>
  )
}

function Sections(props: OverviewProps) {
  const { view, lines } = props
  const w = deskWords(view)
  return (
    <Table
      view={view}
      caption={w.sections}
      quietCaption
      columns={[
        {
          label: w.section,
          role: 'heading',
          cell: ({ section }: SectionYear) => <span {...inJapanese(view)}>{section.name}</span>,
        },
        {
          label: w.liaisons,
          cell: ({ seats }) =>
            seats.length ? (
              <span {...inJapanese(view)}>
                {seats.map((s) => [s.name, s.post].filter(Boolean).join(' ')).join('、')}
              </span>
            ) : (
              <StateBadge tone="care" word={w.withoutHere} />
            ),
        },
        {
          label: w.phone,
          cell: ({ section, seats }) => (
            <span class="unbroken">
              {seats.find((s) => s.phone)?.phone || section.phone || '—'}
            </span>
          ),
        },
        {
          label: w.term,
          cell: ({ seats }) =>
            seats
              .map((s) => w.termOf(w.day(s.appointment.from), w.day(s.appointment.until)))
              .join('、') || '—',
        },
        { label: w.progress, cell: (line) => <Progress {...props} line={line} /> },
      ]}
      rows={lines}
      to={(line) =>
        props.mayOpen(line) ? `${urls.section(line.section.id)}?year=${props.year}` : null
      }
    />
  )
}

export function Progress({ view, line }: Pick<OverviewProps, 'view'> & { line: SectionYear }) {
  const w = deskWords(view)
  const { done, open, overdue, excused } = line.tally
  if (!line.tasks.length) return <span class="soft">{w.noTasks}</span>
  return (
    <span class="cluster">
      {overdue > 0 && <StateBadge tone="care" word={w.overdue(overdue)} />}
      <StateBadge tone="good" word={w.done(done)} />
      {open > 0 && <StateBadge tone="quiet" word={w.open(open)} />}
      {excused > 0 && <StateBadge tone="stopped" word={w.excused(excused)} />}
    </span>
  )
}
