import { AskedFields, asked, Faults, optionsOf } from '#design/asked.tsx'
import { Actions, Button, ButtonLink } from '#design/button.tsx'
import type { AskedField, Option } from '#design/field-kinds.ts'
import { Form } from '#design/form.tsx'
import { EmptyState, Entries, Entry } from '#design/list.tsx'
import { Part } from '#design/masthead.tsx'
import { Notice } from '#design/notice.tsx'
import { StateBadge } from '#design/state.tsx'
import { Table } from '#design/table.tsx'
import { at } from '#design/view.ts'
import type { Plan } from '#domains/plan/index.ts'
import type { Filled } from '#platform/form.ts'
import type { newRoundForm, planYearForm } from '../../forms.ts'
import { deskWords, inJapanese } from '../../messages/desk.ts'
import type { Period, Round, Scale } from '../../progress.ts'
import type { Tallied } from '../../rules/desk.ts'
import { urls } from '../../urls.ts'
import { type Desk, Frame, RoundBadge } from './frame.tsx'

/** One section of one open round. */
export interface SectionLine {
  readonly round: Round
  readonly section: string
  readonly tally: Tallied
  readonly phone: string
  readonly liaisons: readonly string[]
}

export interface YearProps extends Desk {
  readonly plan: Plan | null
  readonly years: readonly number[]
  readonly rounds: readonly { readonly round: Round; readonly whole: Tallied }[]
  /** The sections of this person, in open rounds. */
  readonly mine: readonly SectionLine[]
  /** Sections of open rounds that have something left, which this person may read. */
  readonly behind: readonly SectionLine[]
  readonly scales: readonly Scale[]
  /** Periods of the terms that are not planned yet. */
  readonly ahead: readonly Period[]
  /** Periods for which there is no round. */
  readonly free: readonly Period[]
  readonly planning: Filled<typeof planYearForm>
  readonly adding: Filled<typeof newRoundForm>
  /** What the action refused, at its field. */
  readonly fault?: { readonly field: string; readonly text: string }
}

/** The year of reporting: the own section's work first, then the rounds, then who is silent. */
export function YearPage(props: YearProps) {
  const { view, plan, years, mine, runs } = props
  const w = deskWords(view)
  if (!plan)
    return (
      <Frame {...props} title={w.title} lead={w.lead} here="title">
        <EmptyState title={w.noPlan} />
      </Frame>
    )
  return (
    <Frame {...props} title={w.title} lead={w.lead} over={w.yearName(plan.fiscalYear)} here="title">
      {mine.length > 0 && <Mine {...props} />}
      <Part view={view} id="rounds" title={w.rounds}>
        {props.rounds.length ? <Rounds {...props} /> : <EmptyState title={w.noRounds} />}
        {runs && props.ahead.length > 0 && <PlanYear {...props} plan={plan} />}
        {runs && props.free.length > 0 && <AddRound {...props} plan={plan} />}
      </Part>
      {props.rounds
        .filter(({ round }) => round.state === 'open')
        .map(({ round }) => (
          <Behind {...props} round={round} />
        ))}
      <Actions>
        {years
          .filter((year) => year !== plan.fiscalYear)
          .map((year) => (
            <a href={at(view, urls.year(year))}>{w.otherYear(w.yearName(year))}</a>
          ))}
      </Actions>
    </Frame>
  )
}

function Mine({ view, mine }: YearProps) {
  const w = deskWords(view)
  return (
    <Part view={view} id="mine" title={w.mine} lead={w.mineLead}>
      <Entries>
        {mine.map(({ round, section, tally }) => {
          const left = tally.asked - tally.submitted - tally.confirmed
          return (
            <Entry
              view={view}
              path={urls.section(round.id, section)}
              title={`${section} ${w.periods[round.period]}`}
              marks={
                left ? (
                  <StateBadge tone={tally.silent ? 'care' : 'moving'} word={w.left(left)} />
                ) : (
                  <StateBadge tone="good" word={w.allIn} />
                )
              }
              facts={[
                [w.due, w.day(round.dueOn)],
                ...(tally.submitted
                  ? [
                      [
                        w.queue,
                        <a href={at(view, urls.queue(round.id, section))}>
                          {w.count(tally.submitted)}
                        </a>,
                      ] as const,
                    ]
                  : []),
              ]}
            />
          )
        })}
      </Entries>
    </Part>
  )
}

type Listed = YearProps['rounds'][number]

function Rounds({ view, rounds }: YearProps) {
  const w = deskWords(view)
  const number = (name: keyof Tallied) => ({
    label: w[name],
    role: 'number' as const,
    cell: ({ whole }: Listed) => whole[name],
  })
  return (
    <Table
      view={view}
      caption={w.rounds}
      quietCaption
      columns={[
        {
          label: w.period,
          role: 'heading',
          cell: ({ round }: Listed) => w.periods[round.period],
        },
        { label: w.state, cell: ({ round }) => <RoundBadge view={view} round={round} /> },
        { label: w.opens, cell: ({ round }) => w.day(round.opensOn) },
        { label: w.due, cell: ({ round }) => w.day(round.dueOn) },
        number('asked'),
        number('drafting'),
        number('submitted'),
        number('confirmed'),
        number('silent'),
      ]}
      rows={rounds}
      to={({ round }) => urls.round(round.id)}
    />
  )
}

const scaleOptions = (scales: readonly Scale[]): readonly Option[] =>
  scales.map(({ id, name }) => ({ value: id, label: name }))

const withFault = (field: AskedField, fault: YearProps['fault']): AskedField =>
  fault?.field === field.name ? { ...field, error: fault.text } : field

function PlanYear(props: YearProps & { readonly plan: Plan }) {
  const { view, plan, scales, ahead, planning, fault } = props
  const w = deskWords(view)
  const field = withFault(
    asked(view, planning, 'scaleId', { label: w.scale, options: scaleOptions(scales) }),
    fault,
  )
  return (
    <section class="stack" aria-labelledby="plan-year">
      <h3 id="plan-year">{w.planYear}</h3>
      <p>{w.planYearLead(ahead.map((one) => w.periods[one]).join('、'))}</p>
      {scales.length ? (
        <>
          <Faults view={view} fields={[field]} />
          <Form view={view} action={urls.planYear} hidden={{ year: String(plan.fiscalYear) }}>
            <AskedFields view={view} fields={[field]} />
            <Actions>
              <Button>{w.planYearGo}</Button>
            </Actions>
          </Form>
        </>
      ) : (
        <Notice view={view}>
          <p>
            {w.scaleNeeded} <a href={at(view, urls.settings)}>{w.settings}</a>
          </p>
        </Notice>
      )}
    </section>
  )
}

function AddRound(props: YearProps & { readonly plan: Plan }) {
  const { view, plan, scales, free, adding, fault } = props
  const w = deskWords(view)
  // Another form of this page asks for a scale too.
  const prefix = 'new'
  const fields = [
    asked(view, adding, 'period', { prefix, label: w.period, options: optionsOf(free, w.periods) }),
    asked(view, adding, 'scaleId', { prefix, label: w.scale, options: scaleOptions(scales) }),
    asked(view, adding, 'opensOn', { prefix, label: w.opens }),
    asked(view, adding, 'dueOn', { prefix, label: w.due }),
    asked(view, adding, 'note', { prefix, label: w.note, hint: w.noteHint, rows: 2 }),
  ].map((field) => withFault(field, fault))
  if (!scales.length) return null
  const open = fault !== undefined || fields.some((f) => f.error !== undefined)
  return (
    <details class="desk-fold" open={open}>
      <summary>{w.addRound}</summary>
      <Faults view={view} fields={fields} />
      <Form view={view} action={urls.rounds} hidden={{ year: String(plan.fiscalYear) }}>
        <div class="stack">
          <AskedFields view={view} fields={fields} />
        </div>
        <Actions>
          <Button kind="secondary">{w.addRoundGo}</Button>
        </Actions>
      </Form>
    </details>
  )
}

function Behind({ view, behind, round }: YearProps & { readonly round: Round }) {
  const w = deskWords(view)
  const rows = behind.filter((line) => line.round.id === round.id)
  return (
    <Part view={view} id={`behind-${round.period}`} title={w.notReported(w.periods[round.period])}>
      {rows.length === 0 ? <p>{w.everyoneReported}</p> : <Sections view={view} lines={rows} />}
      <ButtonLink view={view} path={urls.round(round.id)} kind="quiet">
        {w.sections}
      </ButtonLink>
    </Part>
  )
}

/** Sections with how far they are and whom to ring up. */
export function Sections(props: {
  readonly view: Desk['view']
  readonly lines: readonly SectionLine[]
}) {
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
          cell: ({ section }: SectionLine) => <span {...inJapanese(view)}>{section}</span>,
        },
        { label: w.asked, role: 'number', cell: ({ tally }) => tally.asked },
        { label: w.untouched, role: 'number', cell: ({ tally }) => tally.untouched },
        { label: w.drafting, role: 'number', cell: ({ tally }) => tally.drafting },
        { label: w.submitted, role: 'number', cell: ({ tally }) => tally.submitted },
        { label: w.confirmed, role: 'number', cell: ({ tally }) => tally.confirmed },
        {
          label: w.silent,
          role: 'number',
          cell: ({ tally }) =>
            tally.silent ? <StateBadge tone="care" word={w.count(tally.silent)} /> : w.count(0),
        },
        { label: w.phone, cell: ({ phone }) => phone || '—' },
        {
          label: w.liaison,
          cell: ({ liaisons }) => <span {...inJapanese(view)}>{liaisons.join('、') || '—'}</span>,
        },
      ]}
      rows={lines}
      to={({ round, section }) => urls.section(round.id, section)}
    />
  )
}
