import { longDate } from '#design/dates.ts'
import { DeskPage } from '#design/desk-page.tsx'
import { Facts } from '#design/facts.tsx'
import { Icon } from '#design/icon.tsx'
import { MarkedReading } from '#design/marked.tsx'
import { Masthead, Part } from '#design/masthead.tsx'
import { Notice } from '#design/notice.tsx'
import { Day, Timeline } from '#design/timeline.tsx'
import { at } from '#design/view.ts'
import { dayStart } from '#platform/calendar.ts'
import { deskWords } from '../messages/desk.ts'
import { urls } from '../urls.ts'
import { GuidelineText } from './guideline-text.tsx'
import { CaseBadge } from './queue.tsx'
import { type CaseProps, Step } from './step.tsx'
import { Sealed, Words } from './words.tsx'

/** One case: what it says, what was said of it, what was decided, and what this person can do. */
export function CasePage(props: CaseProps) {
  const { view, of, kind, excerpt, path, author, block, flags, decisions, words, nameOf } = props
  const { d, t } = deskWords(view)
  const done = props.done !== null && Object.hasOwn(d.done, props.done) ? d.done[props.done] : null
  return (
    <DeskPage
      view={view}
      title={`${d.title}: ${kind}`}
      section="desk-moderation"
      breadcrumbs={[{ text: d.title, path: urls.queue }]}
    >
      {done && (
        <Notice view={view} kind="success" live>
          <p>{done}</p>
        </Notice>
      )}
      <Masthead over={d.title} title={kind} marks={<CaseBadge view={view} state={of.state} />} />
      <div class="halves">
        <div class="stack-loose">
          <Part view={view} id="excerpt" title={d.excerpt} level={3}>
            {excerpt === null ? (
              <p>{d.gone}</p>
            ) : (
              <MarkedReading view={view} text={excerpt} spans={props.marks} />
            )}
            {path && excerpt !== null && (
              <p>
                <a href={at(view, path)}>{d.look}</a>
              </p>
            )}
          </Part>
          <Facts
            pairs={[
              [d.author, author ?? d.authorUnknown],
              ...(block
                ? ([
                    [d.until, d.blockedUntil(longDate(view.locale, dayStart(block.until)))],
                  ] as const)
                : []),
              [d.opened, <Day view={view} date={of.openedAt} />],
              [d.claimedBy, of.claimedBy === null ? '—' : nameOf(of.claimedBy)],
              [d.decidedBy, of.decidedBy === null ? '—' : nameOf(of.decidedBy)],
            ]}
          />
          <Part view={view} id="flags" title={d.flagList} level={3}>
            <Timeline
              view={view}
              entries={flags.map(({ id, at: date, by, ground, note }) => ({
                date,
                title: t.grounds[ground] ?? ground,
                by: by === 'anonymous' ? d.resident : nameOf(by),
                ...(note !== null && { text: <Sealed view={view} text={words?.notes.get(id)} /> }),
              }))}
            />
          </Part>
          {of.appealedAt !== null && (
            <Part view={view} id="appeal" title={d.appealed} level={3}>
              {of.appeal === null ? (
                <p class="soft">{d.forgotten}</p>
              ) : (
                <Sealed view={view} text={words?.appeal ?? undefined} />
              )}
            </Part>
          )}
          <Words {...props} />
          <Part view={view} id="history" title={d.history} level={3}>
            {decisions.length === 0 ? (
              <p>{d.historyNone}</p>
            ) : (
              <Timeline
                view={view}
                entries={decisions.map(({ at: date, by, action, ground, reason }) => ({
                  date,
                  title: ground
                    ? `${d.actions[action]}(${t.grounds[ground] ?? ground})`
                    : d.actions[action],
                  by: by === of.authorId ? d.author : nameOf(by),
                  ...(reason && {
                    text: (
                      <p class="lines" lang="ja">
                        {reason}
                      </p>
                    ),
                  }),
                }))}
              />
            )}
          </Part>
        </div>
        <Steps {...props} />
      </div>
    </DeskPage>
  )
}

function Steps(props: CaseProps) {
  const { view, guidelines, decidedFirst } = props
  const offers = props.offers.filter((step) => step !== 'open')
  const { d } = deskWords(view)
  return (
    <div>
      <Part view={view} id="todo" title={d.todo} level={3}>
        {decidedFirst && (
          <Notice view={view}>
            <p>{d.ownDecision}</p>
          </Notice>
        )}
        {offers.length === 0 && !decidedFirst && <p>{d.todoNone}</p>}
        {offers.map((step) => (
          <Step {...props} step={step} />
        ))}
      </Part>
      <details class="fold">
        <summary>
          <Icon name="open" />
          <span>{d.guidelines}</span>
        </summary>
        <GuidelineText view={view} of={guidelines} />
      </details>
    </div>
  )
}
