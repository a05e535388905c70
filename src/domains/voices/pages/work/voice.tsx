import { asked } from '#design/asked.tsx'
import { ButtonLink } from '#design/button.tsx'
import { deskTongue, inJapanese } from '#design/desk-tongue.ts'
import { Facts } from '#design/facts.tsx'
import { Part } from '#design/masthead.tsx'
import { Timeline } from '#design/timeline.tsx'
import { at, languageOf } from '#design/view.ts'
import { channelName } from '../../messages/paper.ts'
import { publicWords } from '../../messages/public.ts'
import { workWords } from '../../messages/work.ts'
import { mayReply } from '../../rules/answer.ts'
import { urls } from '../../urls.ts'
import { AtPlace } from '../chosen.tsx'
import { DueDay, Frame, PointBadge, VoiceBadge } from './frame.tsx'
import { FoldedStep, PlainStep } from './steps.tsx'
import { Notes, SenderPart, type VoiceProps } from './voice-parts.tsx'

/** One voice as those who work on it see it: words, points, what can be done, what was done. */
export function VoicePage(props: VoiceProps) {
  const { view, voice, points, offers, counts, into, same } = props
  const isOpen = voice.state === 'received' || voice.state === 'answering'
  const w = workWords(view)
  const seen = { version: String(voice.version) }
  const step = (name: string) => urls.workStep(voice.id, name)
  return (
    <Frame
      {...props}
      title={voice.number}
      over={`${channelName(view, voice.channel)} ${w.day(voice.receivedOn)}`}
      marks={<VoiceBadge view={view} state={voice.state} />}
      {...(isOpen && { lead: <Due {...props} /> })}
      upNext={props.upNext}
    >
      <Original {...props} />
      <Part view={view} id="points" title={w.points}>
        {points.length === 0 ? <p class="soft">{w.noPoints}</p> : <Points {...props} />}
        {offers.has('triage') && (
          <p>
            <ButtonLink view={view} path={step('triage')}>
              {w.triage}
            </ButtonLink>
          </p>
        )}
        {offers.has('retriage') && (
          <p>
            <a href={at(view, step('triage'))}>{w.addPoint}</a>
          </p>
        )}
        {offers.has('reply') && (
          <p>
            <ButtonLink
              view={view}
              path={step('reply')}
              kind={mayReply(points).ok ? 'primary' : 'secondary'}
            >
              {w.replyPreview}
            </ButtonLink>
          </p>
        )}
        {offers.has('close') && (
          <PlainStep view={view} action={step('close')} title={w.close} hidden={seen} />
        )}
      </Part>
      <Clock {...props} />
      <Part view={view} id="came" title={w.howItCame}>
        <Facts
          pairs={[
            [w.sender, w.senderKinds[voice.sender]],
            [w.district, props.district || '—'],
            [w.age, voice.ageBand ? publicWords[deskTongue(view)].ages[voice.ageBand] : '—'],
            [w.replyBy, w.ways[voice.replyBy]],
            [w.mayPublish, voice.mayPublish ? w.publishYes : w.publishNo],
            ...(counts.texts > 1
              ? [[w.same, w.joinedCounts(counts.texts, counts.persons)] as const]
              : []),
            ...(into
              ? [[w.joinedInto, <a href={at(view, urls.work(into.id))}>{into.number}</a>] as const]
              : []),
          ]}
        />
      </Part>
      {(offers.has('join') || offers.has('part') || same > 0) && <Same {...props} />}
      {offers.has('openSender') && <SenderPart {...props} />}
      <Notes {...props} />
      <Part view={view} id="history" title={w.history}>
        <Timeline
          view={view}
          entries={props.history.map((one) => ({ date: one.at, title: one.what, by: one.by }))}
        />
      </Part>
    </Frame>
  )
}

/** By when it has to be answered: what a desk asks first. */
function Due({ view, today, voice }: VoiceProps) {
  const isWaiting = voice.waitingSince !== null
  return (
    <>
      {workWords(view).due}{' '}
      <DueDay view={view} today={today} dueOn={voice.dueOn} isWaiting={isWaiting} />
    </>
  )
}

function Original({ view, voice, original, placing, files }: VoiceProps) {
  const w = workWords(view)
  return (
    <Part view={view} id="original" title={w.original}>
      {original === null ? (
        <p class="soft">{w.originalHidden}</p>
      ) : (
        <div class="original" lang={languageOf(voice.language)}>
          <p class="lines">{original.text || w.originalGone}</p>
          {original.place && (
            <p>
              <span class="soft">{w.place}:</span> {original.place}
            </p>
          )}
        </div>
      )}
      {original?.point && <AtPlace view={view} placing={placing} spot={original.point} />}
      {original !== null && files.length > 0 && (
        <ul class="evidence-pictures" aria-label={w.files}>
          {files.map(({ id, mediaType }, i) => (
            <li class="evidence-picture">
              <a href={at(view, urls.file(voice.id, id))}>
                {mediaType.startsWith('image/') ? (
                  <img src={urls.file(voice.id, id)} alt={w.file(i + 1)} loading="lazy" />
                ) : (
                  w.file(i + 1)
                )}
              </a>
            </li>
          ))}
        </ul>
      )}
    </Part>
  )
}

function Points({ view, points }: VoiceProps) {
  const w = workWords(view)
  return (
    <ul class="entries">
      {points.map((point) => (
        <li class="entry">
          <div class="entry-text" {...inJapanese(view)}>
            <h3>
              <span class="code">{point.no}</span>{' '}
              <a href={at(view, urls.point(point.id))}>{point.gist}</a>
            </h3>
            {point.answer.text && <p class="lines soft">{point.answer.text}</p>}
          </div>
          <div class="entry-side">
            <PointBadge view={view} state={point.state} />
            <p class="entry-fact">
              <span class="soft">{w.section}</span>{' '}
              <span {...inJapanese(view)}>{point.section}</span>
            </p>
            <p class="entry-fact">{w.kinds[point.kind]}</p>
          </div>
        </li>
      ))}
    </ul>
  )
}

function Clock({ view, voice, offers, forms }: VoiceProps) {
  const w = workWords(view)
  const hidden = { version: String(voice.version) }
  if (voice.waitingSince !== null && offers.has('goOn'))
    return (
      <PlainStep
        view={view}
        action={urls.workStep(voice.id, 'go-on')}
        title={w.goOn}
        hidden={hidden}
      />
    )
  if (voice.waitingSince !== null || !offers.has('wait')) return null
  const reason = asked(view, forms.wait, 'reason', { label: w.reason, rows: 2, among: 'wait' })
  return (
    <FoldedStep
      view={view}
      action={urls.workStep(voice.id, 'wait')}
      title={w.wait}
      hidden={hidden}
      hint={w.waitHint}
      fields={[reason]}
    />
  )
}

function Same({ view, voice, offers, same, forms, refused }: VoiceProps) {
  const w = workWords(view)
  const hidden = { version: String(voice.version) }
  const into = asked(view, forms.join, 'into', {
    label: w.number,
    hint: w.joinHint,
    width: 'medium',
    fault: refused,
  })
  return (
    <Part view={view} id="same" title={w.same}>
      {same > 0 && (
        <p>
          {w.sameLead(same)} <a href={at(view, urls.workStep(voice.id, 'same'))}>{w.sameOpen}</a>
        </p>
      )}
      {offers.has('join') && (
        <FoldedStep
          view={view}
          action={urls.workStep(voice.id, 'join')}
          title={w.joinThis}
          hidden={hidden}
          fields={[into]}
        />
      )}
      {offers.has('part') && (
        <PlainStep
          view={view}
          action={urls.workStep(voice.id, 'part')}
          title={w.part}
          hidden={hidden}
        />
      )}
    </Part>
  )
}
