import { Actions, Button, ButtonLink } from '#design/button.tsx'
import { plainDate } from '#design/dates.ts'
import { DeskPage } from '#design/desk-page.tsx'
import { Facts } from '#design/facts.tsx'
import { Field } from '#design/field.tsx'
import { ErrorSummary, Form } from '#design/form.tsx'
import { Marked } from '#design/marked.tsx'
import { Masthead, Part } from '#design/masthead.tsx'
import { Notice } from '#design/notice.tsx'
import { StateBadge } from '#design/state.tsx'
import { at, type View } from '#design/view.ts'
import { deskWords } from '../messages/desk.ts'
import type { Issue } from '../newsletter.ts'
import { placesOf, type Part as TextPart } from '../rules.ts'
import type { NewsletterTerms } from '../terms.ts'
import { urls } from '../urls.ts'
import type { NewsletterAction } from '../workflow.ts'
import { Done, segmentWords, tones } from './desk.tsx'
import { WrittenView } from './public.tsx'

/** What became of an issue, counted now. */
export interface Tally {
  readonly sent: number
  readonly waiting: number
  readonly bounced: number
  readonly left: number
}

export interface Shown {
  readonly view: View
  readonly issue: Issue
  readonly terms: NewsletterTerms
  readonly districtName: (id: string) => string
}

export interface DeskIssueProps extends Shown {
  readonly offers: ReadonlySet<NewsletterAction>
  /** How many would receive it now. */
  readonly count: number
  readonly marks: number
  readonly tally: Tally | null
  readonly isAuthor: boolean
  readonly done: string | null
  readonly reasonMissing?: boolean
}

/** One issue on the desk: how it stands, what it says, what can be done now. */
export function DeskIssuePage(props: DeskIssueProps) {
  const { view, issue, offers, count, tally, isAuthor, done, reasonMissing } = props
  const d = deskWords(view)
  const { id, state, content, segment, note, approvedAt, sentAt } = issue
  const day = (date: Date | null) => (date ? plainDate(view.locale, date) : '—')
  return (
    <DeskPage
      view={view}
      title={content.ja.title}
      breadcrumbs={[{ text: d.title, path: urls.desk }]}
    >
      {reasonMissing && (
        <ErrorSummary
          view={view}
          faults={[{ name: 'reason', label: d.reason, text: d.reasonHint }]}
        />
      )}
      <Masthead
        title={content.ja.title}
        lang="ja"
        marks={<StateBadge tone={tones[state]} word={d.states[state]} />}
      />
      <Done view={view} done={done} />
      {note && (
        <Notice view={view} kind="warning" title={d.note}>
          <p class="lines">{note}</p>
        </Notice>
      )}
      <Facts
        pairs={[
          [d.segment, segmentWords(view, segment, props)],
          [d.recipients, tally ? String(issue.counted ?? 0) : d.count(count)],
          [d.approvedAt, day(approvedAt)],
          [d.sentAt, day(sentAt)],
        ]}
      />
      {tally && <Result view={view} issue={issue} tally={tally} />}
      <Actions>
        {offers.has('send') && (
          <ButtonLink view={view} path={urls.send(id)}>
            {d.send}
          </ButtonLink>
        )}
        {(offers.has('submit') || offers.has('approve')) && (
          <ButtonLink view={view} path={urls.check(id)}>
            {offers.has('approve') ? `${d.check} → ${d.approve}` : `${d.check} → ${d.submit}`}
          </ButtonLink>
        )}
        {offers.has('edit') && (
          <ButtonLink view={view} path={urls.edit(id)} kind="secondary">
            {d.edit}
          </ButtonLink>
        )}
        <ButtonLink view={view} path={urls.mail(id)} kind="secondary">
          {d.previewOpen}
        </ButtonLink>
      </Actions>
      {state === 'submitted' && isAuthor && <p class="soft">{d.approveOwn}</p>}
      {offers.has('testSend') && (
        <Form view={view} action={urls.step(id, 'test')}>
          <Actions>
            <Button kind="secondary">{d.test}</Button>
          </Actions>
        </Form>
      )}
      <Part view={view} id="web" title={d.previewWeb}>
        <WrittenView view={view} content={content} />
      </Part>
      {offers.has('sendBack') && (
        <Part view={view} id="back" title={d.sendBack} lead={d.sendBackLead}>
          <Form view={view} action={urls.step(id, 'back')}>
            <div class="stack">
              <Field
                view={view}
                field={{
                  kind: 'textarea',
                  name: 'reason',
                  label: d.reason,
                  hint: d.reasonHint,
                  required: true,
                  rows: 2,
                  max: 500,
                  ...(reasonMissing && { error: d.reasonHint }),
                }}
              />
              <Actions>
                <Button kind="secondary">{d.sendBack}</Button>
              </Actions>
            </div>
          </Form>
        </Part>
      )}
      {offers.has('drop') && (
        <details class="desk-fold">
          <summary>{d.drop}</summary>
          <p>{d.dropLead}</p>
          <Form view={view} action={urls.step(id, 'drop')}>
            <Actions>
              <Button kind="danger">{d.drop}</Button>
            </Actions>
          </Form>
        </details>
      )}
    </DeskPage>
  )
}

function Result({ view, issue, tally }: Pick<Shown, 'view' | 'issue'> & { readonly tally: Tally }) {
  const d = deskWords(view)
  return (
    <Part view={view} id="result" title={d.result}>
      <Facts
        names="beside"
        pairs={[
          [d.counted, String(issue.counted ?? 0)],
          [d.posted, String(issue.posted)],
          [d.sent, String(tally.sent)],
          [d.waiting, String(tally.waiting)],
          [d.bounced, String(tally.bounced)],
          [d.left, String(tally.left)],
        ]}
      />
    </Part>
  )
}

export interface CheckProps {
  readonly view: View
  readonly issue: Issue
  readonly parts: readonly TextPart[]
  readonly offers: ReadonlySet<NewsletterAction>
  readonly done: string | null
  /** Somebody went on without saying that they had looked. */
  readonly unread?: boolean
}

/** Every place that may tell who somebody is; the last page before another person, and that person's first. */
export function CheckPage({ view, issue, parts, offers, done, unread = false }: CheckProps) {
  const d = deskWords(view)
  const { id, content } = issue
  const marked = parts.filter(({ spans }) => spans.length > 0)
  const step = offers.has('approve') ? 'approve' : offers.has('submit') ? 'submit' : null
  const error = unread ? { error: d.looked } : {}
  return (
    <DeskPage
      view={view}
      title={d.check}
      breadcrumbs={[
        { text: d.title, path: urls.desk },
        { text: content.ja.title, path: urls.one(id), lang: 'ja' },
      ]}
    >
      {unread && (
        <ErrorSummary view={view} faults={[{ name: 'looked', label: d.check, text: d.looked }]} />
      )}
      <Masthead title={d.check} lead={d.checkLead} />
      <Done view={view} done={done} />
      {marked.length === 0 && <p>{d.checkNone}</p>}
      {!step && issue.state === 'submitted' && <p class="soft">{d.approveOwn}</p>}
      {marked.map(({ name, text, spans }) => (
        <Marked
          view={view}
          text={text}
          spans={spans}
          action={urls.step(id, 'mask')}
          hidden={{ part: name, places: placesOf(spans) }}
        />
      ))}
      {step && (
        <Form view={view} action={urls.step(id, step)}>
          {marked.length > 0 && (
            <Field
              view={view}
              field={{
                kind: 'checkboxes',
                name: 'looked',
                label: d.check,
                required: true,
                options: [{ value: 'yes', label: d.looked }],
                ...error,
              }}
            />
          )}
          <Actions>
            <Button>{step === 'approve' ? d.approve : d.submit}</Button>
            <a href={at(view, urls.one(id))} lang="ja">
              {content.ja.title}
            </a>
          </Actions>
        </Form>
      )}
    </DeskPage>
  )
}
