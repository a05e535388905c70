import type { Child } from 'hono/jsx'
import { Actions, ButtonLink } from '#design/button.tsx'
import { figure } from '#design/dates.ts'
import { Facts } from '#design/facts.tsx'
import { Masthead, Part } from '#design/masthead.tsx'
import { Notice } from '#design/notice.tsx'
import { Page } from '#design/page.tsx'
import { StateBadge } from '#design/state.tsx'
import { Timeline } from '#design/timeline.tsx'
import { at, type View } from '#design/view.ts'
import { moderationUrls, moderationWords } from '#domains/moderation/index.ts'
import { residentUrls } from '#domains/residents/index.ts'
import { dayStart, type IsoDate, localDate } from '#platform/calendar.ts'
import { pointSubject } from '../../point.ts'
import type { PublicStatus, PublicVoice } from '../../rules/shown.ts'
import type { VoiceTerms } from '../../terms.ts'
import { urls } from '../../urls.ts'
import { Photos } from './photos.tsx'
import { PublicPointText } from './point.tsx'
import { day, groundWord, wordsOf } from './words.tsx'

/** An item of a public plan to which a point is tied. */
export interface TiedItem {
  readonly id: string
  readonly title: string
  readonly lang?: 'ja'
  readonly path: string
  /** What the item did last; from the chapter that knows. */
  readonly news: Child
}

export interface VoiceProps {
  readonly view: View
  readonly today: IsoDate
  readonly voice: PublicVoice
  readonly terms: VoiceTerms
  readonly items: ReadonlyMap<string, TiedItem>
  readonly departmentName: (name: string) => string
  readonly districtName: (id: string) => string
}

/** What became of one voice, for whoever knows its number. */
export function VoicePage(props: VoiceProps) {
  const { view, voice } = props
  const t = wordsOf(view)
  const number = (n: number) => figure(view.locale, n)
  return (
    <Page
      view={view}
      title={t.voiceTitle(voice.number)}
      section="voices"
      breadcrumbs={[{ text: t.title, path: urls.list }]}
    >
      <Masthead
        over={t.received(day(view, voice.receivedOn))}
        title={t.voiceTitle(voice.number)}
        lead={t.noSender}
      />
      <Standing {...props} />
      {voice.texts > 1 && <p>{t.many(number(voice.texts), number(voice.persons))}</p>}
      {voice.points.map(({ no, status }) => (
        <Part
          view={view}
          id={`point-${no}`}
          title={voice.points.length > 1 ? t.point(number(no)) : t.said}
        >
          <OnePoint {...props} status={status} />
        </Part>
      ))}
      <Photos view={view} number={voice.number} photos={voice.photos} terms={props.terms} />
      <Days {...props} />
      <Follow view={view} voice={voice} />
      <Next view={view} />
    </Page>
  )
}

function Standing({ view, voice, today }: VoiceProps) {
  const t = wordsOf(view)
  if (voice.state === 'joined')
    return (
      <Notice view={view}>
        <p>{t.state.joined}</p>
        {voice.joinedTo && (
          <p>
            <a href={at(view, urls.one(voice.joinedTo))}>{t.joinedTo(voice.joinedTo)}</a>
          </p>
        )}
      </Notice>
    )
  if (voice.state !== 'received' && voice.state !== 'answering') return null
  const { dueOn } = voice
  const late = dueOn !== null && dueOn < today
  return (
    <Notice view={view} kind={late ? 'warning' : 'info'}>
      <p>{voice.state === 'received' ? t.state.received : t.state.open}</p>
      {voice.isWaiting && <p>{t.state.waiting}</p>}
      {dueOn && <p>{late ? t.state.late(day(view, dueOn)) : t.state.due(day(view, dueOn))}</p>}
    </Notice>
  )
}

function OnePoint(props: VoiceProps & { readonly status: PublicStatus }) {
  const { view, status, terms } = props
  const t = wordsOf(view)
  switch (status.kind) {
    case 'open':
      return <StateBadge tone="moving" word={t.outcomes.open} />
    case 'deciding':
      return <p>{t.state.deciding}</p>
    case 'transferred':
      return <p>{t.state.transferred(status.to)}</p>
    case 'withheld':
      return (
        <>
          <p>{withheldWord(view, status.ground)}</p>
          <Facts
            names="beside"
            pairs={[[t.ground, groundWord(terms, status.ground, view.locale)]]}
          />
        </>
      )
    case 'shown':
      return (
        <>
          <PublicPointText
            view={view}
            point={status.point}
            promises={status.promises}
            terms={terms}
            today={props.today}
            departmentName={props.departmentName}
            districtName={props.districtName}
          />
          <Tied {...props} items={props.items} ids={status.items} />
          {!status.point.cover && (
            <p>
              <a
                href={at(view, moderationUrls.flagOf({ kind: pointSubject, id: status.point.id }))}
                rel="nofollow"
              >
                {moderationWords[view.locale].flagIt}
              </a>
            </p>
          )}
        </>
      )
  }
}

function withheldWord(view: View, ground: string): string {
  const t = wordsOf(view).state
  if (ground === 'circulated') return t.circulated
  return ground.startsWith('declined:') ? t.declined : t.withheld
}

function Tied({ view, items, ids }: VoiceProps & { readonly ids: readonly string[] }) {
  const t = wordsOf(view)
  const tied = ids.flatMap((id) => items.get(id) ?? [])
  if (!tied.length) return null
  return (
    <section class="stack-tight">
      <h3>{t.items}</h3>
      <p>{t.itemsLead}</p>
      <ul class="bullets">
        {tied.map(({ title, lang, path, news }) => (
          <li>
            <a href={at(view, path)} lang={lang}>
              {title}
            </a>
            {news}
          </li>
        ))}
      </ul>
    </section>
  )
}

function Days({ view, voice }: VoiceProps) {
  const t = wordsOf(view)
  const shown = voice.points.flatMap(({ status }) =>
    status.kind === 'shown' ? [localDate(status.point.shownAt)] : [],
  )
  const days = [
    [voice.receivedOn, t.dayReceived] as const,
    ...(voice.repliedOn ? [[voice.repliedOn, t.dayAnswered] as const] : []),
    ...[...new Set(shown)].toSorted().map((on) => [on, t.dayPublished] as const),
  ]
  return (
    <Part view={view} id="days" title={t.days}>
      <Timeline
        view={view}
        // What was last stands first, as in every history here.
        entries={days.toReversed().map(([on, title]) => ({ date: dayStart(on), title }))}
      />
    </Part>
  )
}

/** この件の続き: by a notice of the city's, or by a feed. */
function Follow({ view, voice }: Pick<VoiceProps, 'view' | 'voice'>) {
  const t = wordsOf(view).follow
  return (
    <Part view={view} id="follow" title={t.title} lead={t.lead}>
      <Actions>
        <ButtonLink view={view} path={residentUrls.followOf(voice.number)} kind="secondary">
          {t.one}
        </ButtonLink>
      </Actions>
      <p>
        <a href={at(view, urls.feedOf(voice.number))}>{t.feed}</a>
      </p>
    </Part>
  )
}

function Next({ view }: Pick<VoiceProps, 'view'>) {
  const t = wordsOf(view)
  const ways = [
    [residentUrls.receipt, t.nextMine],
    [urls.list, t.nextAll],
    [urls.figures, t.figures],
    [urls.write, t.write],
  ] as const
  return (
    <Part view={view} id="next" title={t.next}>
      <ul class="bullets">
        {ways.map(([path, text]) => (
          <li>
            <a href={at(view, path)}>{text}</a>
          </li>
        ))}
      </ul>
    </Part>
  )
}
