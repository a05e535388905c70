import { Facts } from '#design/facts.tsx'
import { Entries } from '#design/list.tsx'
import { Notice } from '#design/notice.tsx'
import { StateBadge, type StateTone } from '#design/state.tsx'
import { Table } from '#design/table.tsx'
import { at, type View } from '#design/view.ts'
import { coverSaid } from '#domains/moderation/index.ts'
import { groupBy } from '#platform/group.ts'
import type { PublicReport, Scale, ScaleStep } from '../../progress.ts'
import { stepOf } from '../../rules/report.ts'
import { type CommitteeState, type Layer, layers, type Mark, onPaper } from '../judging.ts'
import { deskWords } from '../messages/desk.ts'
import type { MemberWords } from '../messages/member.ts'
import type { Lack } from '../rules/missing.ts'
import { type JudgedItem, layersDiffer, layersOf } from '../rules/year.ts'

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

interface DoneProps {
  readonly view: View
  readonly done: string | null
  /** A member's own, where the page is theirs. */
  readonly words?: MemberWords
}

/** What was just done, in a sentence. */
export function Done({ view, done, words }: DoneProps) {
  const said = done === null ? undefined : (words ?? deskWords(view)).saved[done]
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

/** What is still missing, by what it is: one line a kind, and the items of which it is missing. */
export function Lacks({ view, lacks, to }: LacksProps) {
  const d = deskWords(view)
  const byKind = groupBy(lacks, ({ kind }) => kind)
  return (
    <ul class="bullets">
      {[...byKind].map(([kind, list]) => (
        <li>
          {d.missingOf[kind]}
          {list.some(({ code }) => code) && (
            <>
              {' '}
              <span class="soft">{d.itemsOf(list.length)}</span>
              <ul class="cluster">
                {list.map((lack) => (
                  <li>
                    <LackedItem view={view} lack={lack} path={to?.(lack) ?? null} />
                  </li>
                ))}
              </ul>
            </>
          )}
        </li>
      ))}
    </ul>
  )
}

interface LackedItemProps {
  readonly view: View
  readonly lack: Lack
  readonly path: string | null
}

/** By its code alone where everybody knows it; the title is heard, and an indicator is named. */
function LackedItem({ view, lack, path }: LackedItemProps) {
  const text = (
    <span lang="ja">
      {lack.code}
      <span class="unseen"> {lack.title}</span>
      {lack.kind === 'reading' && `: ${lack.what}`}
    </span>
  )
  return path ? <a href={at(view, path)}>{text}</a> : text
}

interface ItemProps {
  readonly view: View
  readonly words: MemberWords
  readonly judged: JudgedItem
  readonly scale: Scale
}

/** What the members read: the plan's own words and what both sides report. */
export function Papers({ view, words: d, judged }: Omit<ItemProps, 'scale'>) {
  const { item, reports } = judged.progress
  const newest = reports.filter(({ side }) => side === 'city').at(-1)
  const groups = new Map(
    reports.filter(({ side }) => side === 'group').map((one) => [one.asked, one]),
  )
  const readings = newest?.content.readings ?? []
  const plain = (text: string) => <span lang="ja">{text}</span>
  return (
    <div class="stack">
      <Facts
        pairs={[
          [d.planned, item.description ? plain(item.description) : d.nothingSaid],
          [d.cityReport, newest ? <Reported view={view} words={d} report={newest} /> : d.noReport],
          ...[...groups.values()].map(
            (one) =>
              [d.groupReport(one.asked), <Reported view={view} words={d} report={one} />] as const,
          ),
        ]}
      />
      {item.indicators.length > 0 && (
        <Table
          view={view}
          caption={d.indicators}
          columns={[
            { label: d.indicators, role: 'heading', cell: (one) => plain(one.name) },
            { label: d.target, cell: (one) => plain(`${one.target ?? d.nothingSaid}${one.unit}`) },
            {
              label: d.actual,
              cell: (one) => {
                const reading = readings.find(({ name }) => name === one.name)
                if (!reading) return d.nothingSaid
                return reading.actual === null ? (
                  <>
                    {d.unmeasured}: {plain(reading.unmeasured || d.nothingSaid)}
                  </>
                ) : (
                  plain(`${reading.actual}${one.unit}`)
                )
              },
            },
          ]}
          rows={item.indicators}
        />
      )}
    </div>
  )
}

interface ReportedProps {
  readonly view: View
  readonly words: MemberWords
  readonly report: PublicReport
}

function Reported({ view, words: d, report }: ReportedProps) {
  const { content, step, cover } = report
  const line = (label: string, text: string) =>
    text && (
      <p>
        {label}: <span lang="ja">{text}</span>
      </p>
    )
  return (
    <div class="stack-tight">
      <StepBadge step={step} />
      {cover ? (
        <p>{coverSaid(view.locale, cover)}</p>
      ) : (
        <p lang="ja">{content.unchanged || content.result}</p>
      )}
      {content.figures.length > 0 && (
        <p lang="ja">{content.figures.map((f) => `${f.name} ${f.value}${f.unit}`).join('、')}</p>
      )}
      {line(d.issues, content.issues)}
      {line(d.next, content.next)}
    </div>
  )
}

/** The layers that have spoken, one under the other, with last year beside them. */
export function LayerTable({ view, words: d, judged, scale }: ItemProps) {
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
          { label: d.whose, role: 'heading', cell: (layer) => d.layers[layer] },
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
          ...(last
            ? [
                {
                  label: d.lastYear,
                  cell: (layer: Layer) =>
                    last.said[layer] ? <StepBadge step={last.said[layer].step} /> : d.nothingSaid,
                },
              ]
            : []),
        ]}
        rows={layers}
      />
    </>
  )
}

interface MarksProps {
  readonly words: MemberWords
  readonly scale: Scale
  readonly marks: readonly Mark[]
  readonly nameOf: (user: string) => string
  readonly dueOn: string
}

/** Marks as far as they were handed to this page: what may not be seen never comes here. */
export function Marks({ words: d, scale, marks, nameOf, dueOn }: MarksProps) {
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
