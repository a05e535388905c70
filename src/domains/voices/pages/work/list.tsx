import { ButtonLink } from '#design/button.tsx'
import { inJapanese } from '#design/desk-tongue.ts'
import { Field } from '#design/field.tsx'
import { EmptyState, Filters } from '#design/list.tsx'
import { Notice } from '#design/notice.tsx'
import { Table } from '#design/table.tsx'
import { at } from '#design/view.ts'
import type { IsoDate } from '#platform/calendar.ts'
import { channelName } from '../../messages/paper.ts'
import { type WorkMessages, workWords } from '../../messages/work.ts'
import type { Point } from '../../point.ts'
import type { Named } from '../../terms.ts'
import { urls } from '../../urls.ts'
import { channels, type Voice } from '../../voice.ts'
import { type Desk, DueDay, Frame, PointBadge, VoiceBadge } from './frame.tsx'

export type Show = keyof WorkMessages['shows']

interface PointLine
  extends Pick<Point, 'id' | 'voice' | 'no' | 'gist' | 'topic' | 'section' | 'state'> {
  readonly number: string
  readonly dueOn: IsoDate | null
  readonly isWaiting: boolean
}
interface VoiceLine
  extends Pick<
    Voice,
    'id' | 'number' | 'channel' | 'receivedOn' | 'dueOn' | 'waitingSince' | 'state'
  > {
  /** None before it is split. */
  readonly gists: readonly string[]
}

export interface ListProps extends Desk {
  readonly show: Show
  /** What can be looked at, and how many there are; nothing where nobody counted. */
  readonly shows: readonly { readonly show: Show; readonly count: string | null }[]
  readonly points: readonly PointLine[] | null
  readonly voices: readonly VoiceLine[] | null
  readonly asked: readonly {
    readonly voice: Voice['id']
    readonly number: string
    readonly asked: string
    readonly at: Date
  }[]
  readonly topics: readonly Named[]
  readonly sections: readonly string[]
  readonly chosen: Readonly<Record<'section' | 'topic' | 'channel', string>>
  /** The address of the next page. */
  readonly next: string | null
  readonly isUnknown: boolean
}

/** What waits, by its day: points of the sections, or voices that nobody has split yet. */
export function ListPage(props: ListProps) {
  const { view, show, shows, points, voices, asked, next, isUnknown } = props
  const w = workWords(view)
  const isEmpty = !(points?.length || voices?.length || asked.length)
  return (
    <Frame {...props} title={w.title} lead={w.lead} here="list">
      <nav class="desk-tabs" aria-label={w.state}>
        <ul>
          {shows.map((one) => (
            <li>
              <a
                href={at(view, `${urls.desk}?show=${one.show}`)}
                aria-current={one.show === show ? 'page' : undefined}
              >
                {w.shows[one.show]} {one.count !== null && w.count(one.count)}
              </a>
            </li>
          ))}
        </ul>
      </nav>
      {isUnknown && (
        <Notice view={view} kind="warning" live>
          <p>{w.numberUnknown}</p>
        </Notice>
      )}
      <div class="columns start">
        <Choose {...props} />
        <div class="stack">
          {isEmpty && <EmptyState title={w.empty[show]} />}
          {points && points.length > 0 && <PointTable {...props} points={points} />}
          {voices && voices.length > 0 && <VoiceTable {...props} voices={voices} />}
          {asked.length > 0 && <AskedTable {...props} />}
          {next !== null && (
            <p>
              <ButtonLink view={view} path={next} kind="secondary">
                {w.older}
              </ButtonLink>
            </p>
          )}
        </div>
      </div>
    </Frame>
  )
}

function Choose({ view, show, sections, topics, chosen }: ListProps) {
  const w = workWords(view)
  const ja = view.locale === 'en' || view.locale === 'ko' ? 'en' : 'ja'
  const select = (
    name: 'section' | 'topic' | 'channel',
    options: readonly { readonly value: string; readonly label: string }[],
  ) => (
    <Field
      view={view}
      field={{
        kind: 'select',
        name,
        label: w[name],
        plain: true,
        value: chosen[name],
        empty: w.any,
        options,
      }}
    />
  )
  return (
    <Filters view={view} action={urls.desk} active={Object.values(chosen).filter(Boolean).length}>
      <input type="hidden" name="show" value={show} />
      <Field view={view} field={{ kind: 'text', name: 'number', label: w.find, plain: true }} />
      {select(
        'section',
        sections.map((one) => ({ value: one, label: one })),
      )}
      {select(
        'topic',
        topics.map((one) => ({ value: one.key, label: one[ja] })),
      )}
      {select(
        'channel',
        channels.map((one) => ({ value: one, label: channelName(view, one) })),
      )}
    </Filters>
  )
}

function PointTable(props: ListProps & { readonly points: readonly PointLine[] }) {
  const { view, today, show, points, topics } = props
  const w = workWords(view)
  const tongue = view.locale === 'en' || view.locale === 'ko' ? 'en' : 'ja'
  const topic = (key: string) => topics.find((one) => one.key === key)?.[tongue] ?? key
  return (
    <Table
      view={view}
      caption={w.shows[show]}
      quietCaption
      to={(point: PointLine) => urls.point(point.id)}
      columns={[
        {
          label: w.gist,
          role: 'heading',
          cell: (p) => <span {...inJapanese(view)}>{p.gist}</span>,
        },
        { label: w.number, cell: (p) => `${p.number} (${p.no})` },
        { label: w.topic, cell: (p) => topic(p.topic) },
        { label: w.section, cell: (p) => <span {...inJapanese(view)}>{p.section}</span> },
        { label: w.due, cell: (p) => <DueDay view={view} today={today} {...p} /> },
        { label: w.state, cell: (p) => <PointBadge view={view} state={p.state} /> },
      ]}
      rows={points}
    />
  )
}

function VoiceTable(props: ListProps & { readonly voices: readonly VoiceLine[] }) {
  const { view, today, show, voices } = props
  const w = workWords(view)
  const areSplit = voices.some(({ gists }) => gists.length > 0)
  return (
    <Table
      view={view}
      caption={w.shows[show]}
      quietCaption
      to={(voice: VoiceLine) => urls.work(voice.id)}
      columns={[
        { label: w.number, role: 'heading', cell: (v) => v.number },
        ...(areSplit
          ? [
              {
                label: w.gist,
                cell: ({ gists: [first, ...rest] }: VoiceLine) => (
                  <>
                    <span {...inJapanese(view)}>{first ?? w.unsplit}</span>
                    {rest.length > 0 && ` ${w.andMore(rest.length)}`}
                  </>
                ),
              },
            ]
          : []),
        { label: w.channel, cell: (v) => channelName(view, v.channel) },
        { label: w.received, cell: (v) => w.day(v.receivedOn) },
        {
          label: w.due,
          cell: (v) => (
            <DueDay view={view} today={today} dueOn={v.dueOn} isWaiting={v.waitingSince !== null} />
          ),
        },
        { label: w.state, cell: (v) => <VoiceBadge view={view} state={v.state} /> },
      ]}
      rows={voices}
    />
  )
}

function AskedTable({ view, asked }: ListProps) {
  const w = workWords(view)
  return (
    <Table
      view={view}
      caption={w.shows.asked}
      quietCaption
      to={(one) => `${urls.work(one.voice)}#notes`}
      columns={[
        { label: w.number, role: 'heading', cell: (one) => one.number },
        { label: w.ask, cell: (one) => <span {...inJapanese(view)}>{one.asked}</span> },
      ]}
      rows={asked}
    />
  )
}
