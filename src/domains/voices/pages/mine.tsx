import { AskedFields, asked } from '#design/asked.tsx'
import { Actions, Button } from '#design/button.tsx'
import { longDate } from '#design/dates.ts'
import { Facts } from '#design/facts.tsx'
import { Form } from '#design/form.tsx'
import { href } from '#design/href.ts'
import { Part } from '#design/masthead.tsx'
import { Notice } from '#design/notice.tsx'
import type { Child } from '#design/page.tsx'
import { StateBadge } from '#design/state.tsx'
import { at, languageOf, type View } from '#design/view.ts'
import { dayStart, type IsoDate } from '#platform/calendar.ts'
import { blank } from '#platform/form.ts'
import { objectionForm } from '../forms/write.ts'
import { senderWords } from '../messages/sender.ts'
import type { Point } from '../point.ts'
import type { Named } from '../terms.ts'
import { urls } from '../urls.ts'
import type { Original, Voice } from '../voice.ts'
import { AtPlace, type Placing } from './chosen.tsx'

interface ShownObjection {
  readonly text: string
  readonly at: Date
  readonly settled: { readonly outcome: 'changed' | 'kept'; readonly reason: string } | null
}
interface ShownFollowUp {
  readonly promise: string
  readonly dueOn: IsoDate
  readonly done: { readonly result: string } | null
}
interface ShownPoint {
  readonly point: Point
  readonly followUps: readonly ShownFollowUp[]
  readonly objections: readonly ShownObjection[]
}

export interface StoryProps {
  readonly view: View
  /** Under which the forms of the receipt lie. */
  readonly base: string
  /** Just sent: what this device kept of it may go. */
  readonly isNew: boolean
  readonly voice: Voice
  readonly original: Original
  /** The city's map, where a place was chosen on it. */
  readonly placing?: Placing | undefined
  readonly photos: number
  readonly points: readonly ShownPoint[]
  readonly isAnswered: boolean
  readonly asked: string | undefined
  readonly words: {
    readonly dispositions: readonly Named[]
    readonly grounds: readonly Named[]
    readonly outside: readonly Named[]
  }
  /** An objection that came back: to which point, what was typed, what is wrong. */
  readonly back?:
    | { readonly point: string; readonly text: string; readonly fault: string }
    | undefined
}

const wordsOf = (view: View) => senderWords[view.locale].mine
const day = (view: View, on: IsoDate) => longDate(view.locale, dayStart(on))
const japanese = (view: View) => (languageOf(view.locale) === 'ja' ? undefined : 'ja')

/** 声のその後, on the page that number and phrase open: what was written, what the city understood, what it answers. */
export function Story(props: StoryProps) {
  const { view, voice, original, points, isNew } = props
  const w = wordsOf(view)
  const script = view.scripts?.voice
  return (
    <>
      {isNew && script && (
        <div data-draft="voice" data-done="">
          <script type="module" src={href(script)} />
        </div>
      )}
      {props.asked !== undefined && (
        <Notice view={view} kind="warning" title={w.asked}>
          <p class="lines" lang={japanese(view)}>
            {props.asked}
          </p>
          <p>
            <a href={href('#add')}>{w.askedHow}</a>
          </p>
        </Notice>
      )}
      <Part view={view} id="original" title={w.original}>
        <p class="lines" lang={languageOf(voice.language)}>
          {original.text || w.originalGone}
        </p>
        <Facts
          pairs={[
            ...(original.place ? [[w.place, original.place] as const] : []),
            ...(props.photos
              ? [[senderWords[view.locale].write.photos, w.photos(props.photos)] as const]
              : []),
          ]}
        />
        {original.point && <AtPlace view={view} placing={props.placing} spot={original.point} />}
      </Part>
      <Part
        view={view}
        id="points"
        title={w.points}
        lead={points.length ? w.pointsLead : w.pointsNone}
      >
        {points.map((shown) => (
          <OnePoint {...props} shown={shown} />
        ))}
      </Part>
    </>
  )
}

type OneProps = StoryProps & { readonly shown: ShownPoint }

function OnePoint(props: OneProps) {
  const { view, shown, isAnswered } = props
  const { point } = shown
  const w = wordsOf(view)
  const pairs: readonly (readonly [string, Child])[] = [
    [w.kind, w.kinds[point.kind]],
    [w.section, <span lang={japanese(view)}>{point.section}</span>],
    ...outcomeOf(props),
    ...(isAnswered && point.state === 'answered'
      ? [[w.publication, <Published {...props} />] as const]
      : []),
  ]
  return (
    <Part view={view} id={`point-${point.no}`} level={3} title={w.point(point.no)}>
      <p class="lines" lang={japanese(view)}>
        {point.gist}
      </p>
      <p>
        <StateBadge tone={isAnswered ? 'good' : 'moving'} word={stateWord(props)} />
      </p>
      <Facts pairs={pairs} />
      <Objections {...props} />
    </Part>
  )
}

/** What is decided is said when all goes out together, not before. */
function stateWord({ view, shown: { point }, isAnswered }: OneProps): string {
  const w = wordsOf(view)
  if (!isAnswered) return w.preparing
  if (point.state === 'circulated') return w.circulated
  if (point.state === 'transferred') return w.transferred(point.to)
  if (point.state === 'declined') return w.declined
  return w.isAnswered
}

const named = (view: View, among: readonly Named[], key: string) =>
  among.find((one) => one.key === key)?.[view.locale] ?? key

function outcomeOf(props: OneProps): readonly (readonly [string, Child])[] {
  const { view, shown, isAnswered, words } = props
  const { point, followUps } = shown
  const w = wordsOf(view)
  if (!isAnswered) return []
  const lang = japanese(view)
  const text = (said: string) => (
    <span class="lines" lang={lang}>
      {said}
    </span>
  )
  if (point.state === 'declined')
    return [
      [
        w.why,
        <>
          {named(view, words.outside, point.ground)}
          <br />
          {text(point.reason)}
        </>,
      ],
    ]
  if (point.state === 'circulated' || point.state === 'transferred')
    return [[w.why, text(point.reason)]]
  return [
    [
      w.answer,
      <>
        <strong>{named(view, words.dispositions, point.answer.disposition)}</strong>
        <br />
        {text(point.answer.text)}
      </>,
    ],
    ...followUps.flatMap(({ promise, dueOn, done }) => [
      [
        w.promise,
        <>
          {text(promise)} {w.promiseBy(day(view, dueOn))}
        </>,
      ] as const,
      ...(done ? [[w.promiseDone, text(done.result)] as const] : []),
    ]),
  ]
}

/** 公表の判断, with its reason. */
function Published({ view, voice, shown: { point }, words }: OneProps) {
  const w = wordsOf(view)
  const { decision } = point
  const said =
    decision.kind === 'shown'
      ? w.publications.shown
      : decision.kind === 'undecided'
        ? w.publications.undecided
        : decision.ground === 'wish'
          ? w.publications.wish
          : w.publications.withheld(named(view, words.grounds, decision.ground))
  return (
    <>
      {said} {decision.kind === 'shown' && <a href={at(view, urls.one(voice.number))}>{w.read}</a>}
      {decision.kind === 'withheld' && decision.ground !== 'wish' && (
        <span lang={japanese(view)}>{decision.reason}</span>
      )}
    </>
  )
}

/** What the sender said of the gist, and the form to say so: one at a time for each point. */
function Objections(props: OneProps) {
  const { view, base, voice, shown, back } = props
  const { point, objections } = shown
  const w = wordsOf(view)
  const isOpen = objections.some(({ settled }) => !settled)
  const may = (voice.state === 'answering' || voice.state === 'replied') && !isOpen
  const mine = back?.point === point.id ? back : undefined
  const form = blank(objectionForm, { point: point.id, objection: mine?.text ?? '' })
  return (
    <>
      {objections.length > 0 && (
        <Facts
          pairs={objections.map(({ text, at: on, settled }) => [
            w.objected(longDate(view.locale, on)),
            <>
              <span class="lines">{text}</span>
              <br />
              {settled
                ? settled.outcome === 'changed'
                  ? w.objectionChanged
                  : w.objectionKept
                : w.objectionOpen}{' '}
              <span lang={japanese(view)}>{settled?.reason}</span>
            </>,
          ])}
        />
      )}
      {may && (
        <details open={mine !== undefined}>
          <summary>
            {w.object} <span class="unseen">({w.point(point.no)})</span>
          </summary>
          <Form view={view} action={`${base}/object`} hidden={{ point: point.id }}>
            <div class="stack">
              <AskedFields
                view={view}
                fields={[
                  asked(view, form, 'objection', {
                    label: w.objection,
                    hint: w.objectionHint,
                    rows: 4,
                    fault: mine?.fault,
                    // The summary of faults leads to the form that came back.
                    ...(!mine && { among: point.id }),
                  }),
                ]}
              />
              <Actions>
                <Button kind="secondary">{w.objectGo}</Button>
              </Actions>
            </div>
          </Form>
        </details>
      )}
    </>
  )
}
