import { AskedFields, asked, Faults, optionsOf } from '#design/asked.tsx'
import { Actions, Button, ButtonLink } from '#design/button.tsx'
import { DeskPage } from '#design/desk-page.tsx'
import { Facts } from '#design/facts.tsx'
import { Form } from '#design/form.tsx'
import { Masthead, Part } from '#design/masthead.tsx'
import { StateBadge } from '#design/state.tsx'
import { Table } from '#design/table.tsx'
import { at, type View } from '#design/view.ts'
import { blank, type Filled } from '#platform/form.ts'
import type { Scale } from '../../progress.ts'
import { type committeeForm, reasonForm, waiveForm } from '../forms.ts'
import { layers } from '../judging.ts'
import { deskWords } from '../messages/desk.ts'
import type { Lack } from '../rules/missing.ts'
import { type JudgedItem, type JudgingYear, layersDiffer, layersOf } from '../rules/year.ts'
import { urls } from '../urls.ts'
import type { JudgingAction } from '../workflow.ts'
import { day, type ScheduleFaults, scheduleFields } from './desk.tsx'
import { itemOptions, Members } from './members.tsx'
import { Done, Lacks, StepBadge, tones } from './parts.tsx'

/** The steps of a year's run that need no more than a yes, by their address. */
export const runSteps = {
  'send-papers': 'sendPapers',
  'begin-marking': 'beginMarking',
  'begin-meeting': 'beginMeeting',
  settle: 'settle',
  'ask-answers': 'askAnswers',
  publish: 'publish',
} as const satisfies Readonly<Record<string, JudgingAction>>
export type RunStep = keyof typeof runSteps
export const runStepNames = Object.keys(runSteps) as readonly RunStep[]

export interface CommitteeProps {
  readonly view: View
  readonly year: JudgingYear
  readonly offers: ReadonlySet<JudgingAction>
  readonly lacks: readonly Lack[]
  readonly scales: readonly Scale[]
  readonly form: Filled<ReturnType<typeof committeeForm>>
  readonly faults?: ScheduleFaults
  /** Those who can be chosen as members. */
  readonly people: readonly { readonly id: string; readonly name: string }[]
  readonly nameOf: (user: string) => string
  readonly done: string | null
}

/** The secretariat's run of one year: where it stands, what is missing, who does what. */
export function CommitteePage(props: CommitteeProps) {
  const { view, year, offers, lacks, scales, form, faults = {}, done } = props
  const d = deskWords(view)
  const { committee } = year
  const fields = scheduleFields(view, form, scales, faults)
  const next = runStepNames.filter((step) => offers.has(runSteps[step]))
  return (
    <DeskPage view={view} title={committee.name} breadcrumbs={[{ text: d.title, path: urls.desk }]}>
      <Faults view={view} fields={fields} />
      <Masthead
        over={<span lang="ja">{year.plan.title}</span>}
        title={committee.name}
        lang="ja"
        marks={<StateBadge tone={tones[committee.state]} word={d.states[committee.state]} />}
      />
      <Done view={view} done={done} />
      <Facts
        pairs={[
          [d.occasion, d.occasions[committee.occasion]],
          [d.scale, <span lang="ja">{year.scale.name}</span>],
          [d.papersOn, day(view, committee.papersOn)],
          [d.marksDueOn, day(view, committee.marksDueOn)],
          [d.meetingOn, day(view, committee.meetingOn)],
        ]}
      />
      {lacks.length > 0 && (
        <Part view={view} id="missing" title={d.missing}>
          <Lacks view={view} lacks={lacks} to={(lack) => pathOf(year, lack)} />
        </Part>
      )}
      {next.map((step) => (
        <Form view={view} action={urls.step(committee.id, step)}>
          <p>{d.steps[step].what}</p>
          <Actions>
            <Button>{d.steps[step].go}</Button>
          </Actions>
        </Form>
      ))}
      <Actions>
        <a href={at(view, urls.papers(committee.id))}>{d.papers}</a>
        <a href={at(view, urls.sheet(committee.id))}>{d.sheet}</a>
        <a href={at(view, urls.marks(committee.id))}>{d.marksFile}</a>
        {committee.state === 'published' && (
          <a href={at(view, urls.public(committee.fiscalYear))}>{d.public}</a>
        )}
        {offers.has('divide') && (
          <ButtonLink view={view} path={urls.division(committee.id)} kind="secondary">
            {d.division}
          </ButtonLink>
        )}
      </Actions>
      <Items {...props} />
      <Members {...props} />
      {offers.has('edit') && (
        <Part view={view} id="edit" title={d.edit}>
          <Form
            view={view}
            action={urls.one(committee.id)}
            hidden={{ version: String(committee.version) }}
          >
            <AskedFields view={view} fields={fields} />
            <Actions>
              <Button kind="secondary">{d.save}</Button>
            </Actions>
          </Form>
        </Part>
      )}
      {offers.has('waive') && <Waive {...props} />}
      {offers.has('skip') && (
        <Part view={view} id="skip" title={d.skip} lead={d.skipHint}>
          <Form view={view} action={urls.step(committee.id, 'skip')}>
            <AskedFields
              view={view}
              fields={[
                asked(view, blank(reasonForm), 'reason', { label: d.reason, among: 'skip' }),
              ]}
            />
            <Actions>
              <Button kind="danger">{d.skip}</Button>
            </Actions>
          </Form>
        </Part>
      )}
    </DeskPage>
  )
}

function pathOf({ committee, items }: JudgingYear, lack: Lack): string | null {
  const judged = items.find(({ progress }) => progress.item.id === lack.itemId)
  if (lack.kind === 'section' || lack.kind === 'secretariat') {
    const judgement = judged?.[lack.kind]
    return judgement ? urls.judgement(judgement.id) : null
  }
  if (lack.kind === 'committee' && lack.itemId) return urls.meeting(committee.id, lack.itemId)
  if (lack.kind === 'few-members') return urls.division(committee.id)
  if (lack.kind === 'answer') return urls.answers
  return null
}

function Items({ view, year }: CommitteeProps) {
  const d = deskWords(view)
  const { committee } = year
  const value = (judged: JudgedItem, layer: (typeof layers)[number]) => {
    const said = layersOf(judged, year.scale)[layer]
    if (said) return <StepBadge step={said.step} />
    return judged.waived[layer] ? d.waived : d.nothingSaid
  }
  return (
    <Part view={view} id="items" title={d.item}>
      <Table
        view={view}
        caption={d.item}
        quietCaption
        columns={[
          {
            label: d.item,
            role: 'heading',
            cell: ({ progress: { item } }) => <span lang="ja">{`${item.code} ${item.title}`}</span>,
          },
          ...layers.map((layer) => ({
            label: d.shortLayers[layer],
            cell: (judged: JudgedItem) => value(judged, layer),
          })),
          {
            label: d.differs,
            cell: (judged) =>
              layersDiffer(layersOf(judged, year.scale)) ? (
                <StateBadge tone="care" word={d.differs} />
              ) : (
                ''
              ),
          },
          {
            label: d.marks,
            cell: ({ shares, handedIn }) =>
              d.handed(handedIn.size, shares.filter((s) => !s.recused).length),
          },
        ]}
        rows={year.items}
        to={({ progress: { item } }) => urls.meeting(committee.id, item.id)}
      />
    </Part>
  )
}

function Waive({ view, year }: CommitteeProps) {
  const d = deskWords(view)
  const form = blank(waiveForm(year.items.map(({ progress }) => progress.item.id)))
  return (
    <Part view={view} id="waive" title={d.waive} lead={d.waiveLead}>
      <Form view={view} action={urls.waive(year.committee.id)}>
        <AskedFields
          view={view}
          fields={[
            asked(view, form, 'layer', {
              among: 'waive',
              label: d.waiveLayer,
              options: optionsOf(layers, d.layers),
            }),
            asked(view, form, 'itemId', {
              among: 'waive',
              label: d.item,
              empty: d.waiveAll,
              options: itemOptions(year),
            }),
            asked(view, form, 'reason', { label: d.reason, among: 'waive' }),
          ]}
        />
        <Actions>
          <Button kind="secondary">{d.waive}</Button>
        </Actions>
      </Form>
    </Part>
  )
}
