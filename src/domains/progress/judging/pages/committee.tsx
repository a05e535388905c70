import { AskedFields, asked, Faults } from '#design/asked.tsx'
import { Actions, Button, ButtonLink } from '#design/button.tsx'
import { DeskPage } from '#design/desk-page.tsx'
import { Facts, Progress } from '#design/facts.tsx'
import { Form } from '#design/form.tsx'
import { Masthead, Part } from '#design/masthead.tsx'
import { StateBadge } from '#design/state.tsx'
import { Table } from '#design/table.tsx'
import { at, type View } from '#design/view.ts'
import type { Filled } from '#platform/form.ts'
import type { Scale } from '../../progress.ts'
import type { committeeForm, memberForm, reasonForm, recuseForm, waiveForm } from '../forms.ts'
import { layers } from '../judging.ts'
import { deskWords } from '../messages/desk.ts'
import type { Lack } from '../rules/missing.ts'
import { type JudgedItem, type JudgingYear, layersDiffer, layersOf } from '../rules/year.ts'
import { urls } from '../urls.ts'
import type { JudgingAction } from '../workflow.ts'
import { day, scheduleFields } from './desk.tsx'
import { pathOf } from './lacking.ts'
import { Members, memberFields, recuseFields } from './members.tsx'
import { Done, Lacks, StepBadge, tones } from './parts.tsx'
import { Fold, undoField } from './undo.tsx'
import { Waive, waiveFields } from './waive.tsx'
import { Between, faultsOf, type Pair, Refused, type Wrong } from './wrong.tsx'

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

/** The small forms of the page, as they came back or as they begin. */
export interface CommitteeForms {
  readonly skip: Filled<typeof reasonForm>
  readonly waive: Filled<ReturnType<typeof waiveForm>>
  readonly member: Filled<ReturnType<typeof memberForm>>
  readonly recuse: Filled<ReturnType<typeof recuseForm>>
  /** Of whichever line is undone; `wrong.of` says which. */
  readonly undo: Filled<typeof reasonForm>
}

export interface CommitteeProps {
  readonly view: View
  readonly year: JudgingYear
  readonly offers: ReadonlySet<JudgingAction>
  readonly lacks: readonly Lack[]
  readonly scales: readonly Scale[]
  readonly form: Filled<ReturnType<typeof committeeForm>>
  readonly forms: CommitteeForms
  readonly wrong?: Wrong
  /** Those who can be chosen as members. */
  readonly people: readonly { readonly id: string; readonly name: string }[]
  readonly nameOf: (user: string) => string
  readonly done: string | null
}

/** The secretariat's run of one year: where it stands, what is missing, who does what. */
export function CommitteePage(props: CommitteeProps) {
  const { view, year, offers, lacks, scales, form, forms, wrong, done } = props
  const d = deskWords(view)
  const { committee } = year
  const fields = scheduleFields(view, form, scales, faultsOf(wrong, 'edit'))
  const skip = asked(view, forms.skip, 'reason', {
    label: d.reason,
    among: 'skip',
    fault: faultsOf(wrong, 'skip').reason,
  })
  const waive = waiveFields(props)
  const small = [skip, ...waive, ...memberFields(props), ...recuseFields(props)]
  const undo = wrong?.of ? [undoField(props, wrong.of)] : []
  const next = runStepNames.filter((step) => offers.has(runSteps[step]))
  return (
    <DeskPage view={view} title={committee.name} breadcrumbs={[{ text: d.title, path: urls.desk }]}>
      <Faults view={view} fields={[...fields, ...small, ...undo]} />
      <Masthead
        over={<span lang="ja">{year.plan.title}</span>}
        title={committee.name}
        lang="ja"
        marks={<StateBadge tone={tones[committee.state]} word={d.states[committee.state]} />}
      />
      <Done view={view} done={done} />
      {wrong?.of === 'edit' ? (
        <Between
          view={view}
          words={d}
          wrong={wrong}
          isOpen={offers.has('edit')}
          pairs={schedulePairs(props)}
        />
      ) : (
        <Refused view={view} wrong={wrong} />
      )}
      <Facts
        pairs={[
          [d.occasion, d.occasions[committee.occasion]],
          [d.scale, <span lang="ja">{year.scale.name}</span>],
          [d.papersOn, day(view, committee.papersOn)],
          [d.marksDueOn, day(view, committee.marksDueOn)],
          [d.meetingOn, day(view, committee.meetingOn)],
        ]}
      />
      <WhereItStands {...props} />
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
          <Fold open={fields.some((f) => f.error) || wrong?.of === 'edit'} summary={d.edit}>
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
          </Fold>
        </Part>
      )}
      {offers.has('waive') && <Waive {...props} />}
      {offers.has('skip') && (
        <Part view={view} id="skip" title={d.skip} lead={d.skipHint}>
          <Fold open={skip.error !== undefined || wrong?.of === 'skip'} summary={d.skip}>
            <Form view={view} action={urls.step(committee.id, 'skip')}>
              <AskedFields view={view} fields={[skip]} />
              <Actions>
                <Button kind="danger">{d.skip}</Button>
              </Actions>
            </Form>
          </Fold>
        </Part>
      )}
    </DeskPage>
  )
}

/** How many marks have come in, with the ways to the parts of the page; on a phone it stays in sight. */
function WhereItStands({ view, year, lacks, offers }: CommitteeProps) {
  const d = deskWords(view)
  const asked = year.items.flatMap(({ shares }) => shares.filter((s) => !s.recused)).length
  const given = year.items.reduce((sum, { handedIn }) => sum + handedIn.size, 0)
  const parts = [
    lacks.length > 0 && (['missing', d.missing] as const),
    ['items', d.item] as const,
    ['members', d.members] as const,
    offers.has('edit') && (['edit', d.edit] as const),
  ].filter((part) => part !== false)
  return (
    <div class="in-sight">
      {asked > 0 && (
        <Progress
          label={d.progress(given, asked)}
          share={given / asked}
          text={d.progressSaid(given, asked)}
        />
      )}
      <nav aria-label={d.partsOfPage}>
        <ul class="cluster">
          {parts.map(([id, text]) => (
            <li>
              <a href={`#${id}`}>{text}</a>
            </li>
          ))}
        </ul>
      </nav>
    </div>
  )
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

/** What the form of name and days says, beside what stands now. */
function schedulePairs({ view, year, scales, form }: CommitteeProps): readonly Pair[] {
  const d = deskWords(view)
  const { committee } = year
  const scale = (id: string) => scales.find((one) => one.id === id)?.name ?? ''
  const { raw } = form
  return [
    [d.name, committee.name, raw.name],
    [d.scale, scale(committee.scaleId), scale(raw.scaleId)],
    [d.papersOn, committee.papersOn, raw.papersOn],
    [d.marksDueOn, committee.marksDueOn, raw.marksDueOn],
    [d.meetingOn, committee.meetingOn, raw.meetingOn],
    [d.leastMembers, String(committee.leastMembers), raw.leastMembers],
  ]
}
