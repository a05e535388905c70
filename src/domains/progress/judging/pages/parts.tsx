import { asked } from '#design/asked.tsx'
import { Facts } from '#design/facts.tsx'
import { Entries } from '#design/list.tsx'
import { Notice } from '#design/notice.tsx'
import { StateBadge, type StateTone } from '#design/state.tsx'
import { Table } from '#design/table.tsx'
import { at, type View } from '#design/view.ts'
import type { Filled } from '#platform/form.ts'
import type { PublicReport, Scale, ScaleStep } from '../../progress.ts'
import { stepOf } from '../../rules/report.ts'
import type { verdictForm } from '../forms.ts'
import { type CommitteeState, courses, layers, type Mark, onPaper } from '../judging.ts'
import { deskWords } from '../messages/desk.ts'
import type { Lack } from '../rules/missing.ts'
import { type JudgedItem, type JudgingYear, layersDiffer, layersOf } from '../rules/year.ts'

export const tones: Readonly<Record<CommitteeState, StateTone>> = {
  preparing: 'draft',
  'papers-out': 'moving',
  marking: 'moving',
  meeting: 'moving',
  settled: 'moving',
  answering: 'care',
  published: 'good',
}
export const kindTones: Readonly<Record<ScaleStep['kind'], StateTone>> = {
  done: 'good',
  'on-track': 'moving',
  behind: 'care',
  'not-started': 'quiet',
  stopped: 'stopped',
  'not-assessable': 'quiet',
}

export const StepBadge = ({ step }: { readonly step: ScaleStep | null }) =>
  step === null ? null : (
    <span lang="ja">
      <StateBadge tone={kindTones[step.kind]} word={step.label} />
    </span>
  )

/** What was just done, in a sentence. */
export function Done({ view, done }: { readonly view: View; readonly done: string | null }) {
  const said = done === null ? undefined : deskWords(view).saved[done]
  return said === undefined ? null : (
    <Notice view={view} kind="success" live>
      <p>{said}</p>
    </Notice>
  )
}

interface LacksProps {
  readonly view: View
  readonly lacks: readonly Lack[]
  readonly to?: (lack: Lack) => string | null
}

/** What is still missing, as a list of places to go to. */
export function Lacks({ view, lacks, to }: LacksProps) {
  const d = deskWords(view)
  return (
    <ul class="bullets">
      {lacks.map((lack) => {
        const path = to?.(lack)
        const text = `${d.missingOf[lack.kind]}${lack.kind === 'reading' ? `: ${lack.what}` : ''}`
        const item = lack.code ? `${lack.code} ${lack.title} — ` : ''
        return (
          <li>
            <span lang="ja">{item}</span>
            {path ? <a href={at(view, path)}>{text}</a> : text}
          </li>
        )
      })}
    </ul>
  )
}

interface ItemProps {
  readonly view: View
  readonly judged: JudgedItem
  readonly scale: Scale
}

/** What the members read: the plan's own words and what both sides report. */
export function Papers({ view, judged }: Omit<ItemProps, 'scale'>) {
  const d = deskWords(view)
  const { item, reports } = judged.progress
  const newest = reports.filter(({ side }) => side === 'city').at(-1)
  const groups = new Map(
    reports.filter(({ side }) => side === 'group').map((one) => [one.asked, one]),
  )
  const readings = newest?.content.readings ?? []
  return (
    <div class="stack" lang="ja">
      <Facts
        pairs={[
          [d.planned, item.description || d.nothingSaid],
          [d.cityReport, newest ? <Reported view={view} report={newest} /> : d.noReport],
          ...[...groups.values()].map(
            (one) => [d.groupReport(one.asked), <Reported view={view} report={one} />] as const,
          ),
        ]}
      />
      {item.indicators.length > 0 && (
        <Table
          view={view}
          caption={d.indicators}
          columns={[
            { label: d.indicators, role: 'heading', cell: (one) => one.name },
            { label: d.target, cell: (one) => `${one.target ?? d.nothingSaid}${one.unit}` },
            {
              label: d.actual,
              cell: (one) => {
                const reading = readings.find(({ name }) => name === one.name)
                if (!reading) return d.nothingSaid
                return reading.actual === null
                  ? `${d.unmeasured}: ${reading.unmeasured || d.nothingSaid}`
                  : `${reading.actual}${one.unit}`
              },
            },
          ]}
          rows={item.indicators}
        />
      )}
    </div>
  )
}

function Reported({ view, report }: { readonly view: View; readonly report: PublicReport }) {
  const d = deskWords(view)
  const { content, step } = report
  return (
    <div class="stack-tight">
      <StepBadge step={step} />
      <p>{content.unchanged || content.result}</p>
      {content.figures.length > 0 && (
        <p>{content.figures.map((f) => `${f.name} ${f.value}${f.unit}`).join('、')}</p>
      )}
      {content.issues && <p>{`${d.issues}: ${content.issues}`}</p>}
      {content.next && <p>{`${d.next}: ${content.next}`}</p>}
    </div>
  )
}

/** The layers that have spoken, one under the other, with last year beside them. */
export function LayerTable({ view, judged, scale }: ItemProps) {
  const d = deskWords(view)
  const said = layersOf(judged, scale)
  const last = judged.lastYear
  return (
    <>
      {layersDiffer(said) && (
        <p>
          <StateBadge tone="care" word={d.differs} />
        </p>
      )}
      <Table
        view={view}
        caption={d.title}
        quietCaption
        columns={[
          { label: d.title, role: 'heading', cell: (layer) => d.layers[layer] },
          {
            label: d.value,
            cell: (layer) =>
              said[layer] ? (
                <StepBadge step={said[layer].step} />
              ) : judged.waived[layer] ? (
                <>
                  {d.waived}: <span lang="ja">{judged.waived[layer]}</span>
                </>
              ) : (
                d.nothingSaid
              ),
          },
          {
            label: d.course,
            cell: (layer) => (said[layer]?.course ? d.courses[said[layer].course] : d.nothingSaid),
          },
          {
            label: d.comment,
            cell: (layer) => <span lang="ja">{said[layer]?.comment ?? d.nothingSaid}</span>,
          },
          {
            label: d.lastYear,
            cell: (layer) => <StepBadge step={last?.said[layer]?.step ?? null} />,
          },
        ]}
        rows={layers}
      />
    </>
  )
}

interface MarksProps {
  readonly view: View
  readonly scale: Scale
  readonly marks: readonly Mark[]
  readonly nameOf: (user: string) => string
  readonly dueOn: string
}

/** Marks as far as they were handed to this page: what may not be seen never comes here. */
export function Marks({ view, scale, marks, nameOf, dueOn }: MarksProps) {
  const d = deskWords(view)
  const given = marks.filter((one) => one.state === 'given')
  const day = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Asia/Tokyo' })
  return (
    <Entries>
      {given.map((mark) => (
        <li class="entry">
          <div class="entry-text">
            <p>
              <strong lang="ja">{nameOf(mark.userId)}</strong>{' '}
              <StepBadge step={stepOf(scale, mark.verdict.value)} />{' '}
              {mark.verdict.course && d.courses[mark.verdict.course]}{' '}
              {onPaper(mark) && <StateBadge tone="quiet" word={d.onPaper} />}{' '}
              {day.format(mark.givenAt) > dueOn && <StateBadge tone="care" word={d.lateMark} />}
            </p>
            {mark.verdict.comment && <p lang="ja">{mark.verdict.comment}</p>}
          </div>
        </li>
      ))}
    </Entries>
  )
}

type VerdictForm = Filled<ReturnType<typeof verdictForm>>

/** The fields of a verdict; the choices lie open, so that a keyboard or a finger is enough. */
export function verdictFields(
  view: View,
  form: VerdictForm,
  scale: Scale,
  faults: Readonly<Record<string, string>>,
  comment: string,
) {
  const d = deskWords(view)
  const fault = (name: string) => ({ fault: faults[name] })
  return [
    asked(view, form, 'value', {
      label: d.value,
      open: true,
      options: scale.steps.map(({ code, label, meaning }) => ({
        value: code,
        label,
        hint: meaning,
        lang: 'ja' as const,
      })),
      ...fault('value'),
    }),
    asked(view, form, 'comment', { label: comment, rows: 5, ...fault('comment') }),
    asked(view, form, 'course', {
      label: d.course,
      open: true,
      options: courses.map((value) => ({ value, label: d.courses[value] })),
      ...fault('course'),
    }),
  ]
}

export const countGiven = ({ items }: JudgingYear, layer: 'section' | 'secretariat'): number =>
  items.filter((item) => item[layer]?.state === 'given').length
