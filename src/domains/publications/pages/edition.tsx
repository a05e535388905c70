import { Actions, Button, ButtonLink } from '#design/button.tsx'
import { longDate, plainDate } from '#design/dates.ts'
import { DeskPage } from '#design/desk-page.tsx'
import { Facts } from '#design/facts.tsx'
import { Field } from '#design/field.tsx'
import { ErrorSummary, Form } from '#design/form.tsx'
import { Masthead, Part } from '#design/masthead.tsx'
import { Notice } from '#design/notice.tsx'
import { StateBadge } from '#design/state.tsx'
import { at, type View } from '#design/view.ts'
import { newsletterUrls } from '#domains/newsletters/index.ts'
import { plain } from '#platform/ruby.ts'
import { deskWords } from '../messages/desk.ts'
import { messages } from '../messages/public.ts'
import { type Edition, type Finding, forms } from '../publication.ts'
import { urls } from '../urls.ts'
import type { PublicationAction } from '../workflow.ts'
import { calledIn, Done, tones } from './desk.tsx'
import { Paper } from './editor.tsx'

export interface EditionProps {
  readonly view: View
  readonly edition: Edition
  readonly findings: readonly Finding[]
  readonly offers: ReadonlySet<PublicationAction>
  readonly isAuthor: boolean
  readonly corrects: number | null
  /** The newsletter draft that tells of it. */
  readonly notice: string | undefined
  readonly done: string | null
  /** A step that was refused, at its field. */
  readonly fault?: { readonly name: string; readonly reason: string }
  readonly typed?: Readonly<Record<string, string>>
}

/** One edition on the desk: how it stands, what speaks against it, what can be done now. */
export function DeskEditionPage(props: EditionProps) {
  const { view, edition, offers, isAuthor, corrects, done, fault } = props
  const d = deskWords(view)
  const { id, state, content, figures, note, correctionNote } = edition
  const faultText =
    fault && (fault.name === 'day' ? d.dayFault : (d.refused[fault.reason] ?? d.reasonHint))
  const known = messages[view.locale]
  return (
    <DeskPage
      view={view}
      title={calledIn(view, edition)}
      breadcrumbs={[{ text: d.title, path: urls.desk }]}
    >
      {fault && faultText !== undefined && (
        <ErrorSummary
          view={view}
          faults={[{ name: fault.name, label: askedAs(d, fault.name), text: faultText }]}
        />
      )}
      <Masthead
        over={calledIn(view, edition)}
        title={plain(content.title)}
        lang="ja"
        marks={<StateBadge tone={tones[state]} word={d.states[state]} />}
      />
      <Done view={view} done={done} />
      {note && state === 'draft' && (
        <Notice view={view} kind="warning" title={d.note}>
          <p class="lines">{note}</p>
        </Notice>
      )}
      <Facts
        pairs={[
          [d.asOf, plain(known.asOfDay(figures.asOf))],
          [d.composedAt, plainDate(view.locale, edition.composedAt)],
          ...(state === 'scheduled'
            ? ([[d.publishAt, momentIn(view, edition.publishAt)]] as const)
            : []),
          ...(state === 'published'
            ? ([
                [d.publishedAt, momentIn(view, edition.publishedAt)],
                [plain(known.hash), <code class="hash">{edition.hash}</code>],
              ] as const)
            : []),
          ...(corrects === null ? [] : ([[d.correctionOf(corrects), correctionNote]] as const)),
        ]}
      />
      <Actions>
        {offers.has('edit') && (
          <ButtonLink view={view} path={urls.edit(id)}>
            {d.edit}
          </ButtonLink>
        )}
        {offers.has('publish') && (
          <Form view={view} action={urls.step(id, 'publish')}>
            <p class="soft">{d.publishAsk}</p>
            <Button>{d.publish}</Button>
          </Form>
        )}
        {state === 'published' && (
          <ButtonLink view={view} path={urls.one(id)} kind="secondary">
            {d.public}
          </ButtonLink>
        )}
        {offers.has('retake') && (
          <Form view={view} action={urls.step(id, 'retake')}>
            <Button kind="secondary">{d.retake}</Button>
          </Form>
        )}
      </Actions>
      <div class="editor whole">
        <div>
          {state !== 'published' && <Check {...props} />}
          {state === 'submitted' && isAuthor && <p class="soft">{d.approveOwn}</p>}
          <Announce {...props} />
          <Later {...props} />
          <Part view={view} id="proofs" title={state === 'published' ? d.forms : d.proofs}>
            <p>{state === 'published' ? d.formsLead : d.proofsLead}</p>
            <ul>
              {forms.map((form) => (
                <li>
                  <a href={at(view, urls.proof(id, form))}>{plain(known.forms[form])}</a>
                </li>
              ))}
            </ul>
          </Part>
        </div>
        <Paper view={view} edition={edition} />
      </div>
    </DeskPage>
  )
}

const clock = new Intl.DateTimeFormat('en-GB', {
  timeZone: 'Asia/Tokyo',
  hour: '2-digit',
  minute: '2-digit',
})
const momentIn = (view: View, at: Date) => `${plain(longDate(view.locale, at))} ${clock.format(at)}`

/** 自己点検, and the step that it stands before. */
function Check({ view, edition, findings, offers, fault }: EditionProps) {
  const d = deskWords(view)
  const step = offers.has('approve') ? 'approve' : offers.has('submit') ? 'submit' : null
  const must = findings.filter((one) => one.must)
  const look = findings.filter((one) => !one.must)
  const list = (some: readonly Finding[]) => (
    <ul>
      {some.map(({ kind, place, text }) => (
        <li>
          {place && <strong>{d.fields[place] ?? place}: </strong>}
          {plain(d.findings[kind](text))}
        </li>
      ))}
    </ul>
  )
  return (
    <Part view={view} id="check" title={d.check}>
      {findings.length === 0 && <p>{d.checkNone}</p>}
      {must.length > 0 && (
        <Notice view={view} kind="danger" title={d.checkMust}>
          {list(must)}
        </Notice>
      )}
      {look.length > 0 && (
        <Notice view={view} kind="warning" title={d.checkLook}>
          {list(look)}
        </Notice>
      )}
      {step && must.length === 0 && (
        <Form view={view} action={urls.step(edition.id, step)}>
          {look.length > 0 && (
            <Field
              view={view}
              field={{
                kind: 'checkboxes',
                name: 'looked',
                label: d.check,
                required: true,
                options: [{ value: 'yes', label: d.looked }],
                ...(fault?.name === 'looked' && { error: d.looked }),
              }}
            />
          )}
          <Actions>
            <Button>{step === 'approve' ? d.approve : d.submit}</Button>
          </Actions>
        </Form>
      )}
    </Part>
  )
}

/** Published, it may be told: as a draft in the newsletter, once. */
function Announce({ view, edition: { id, state }, offers, notice }: EditionProps) {
  const d = deskWords(view)
  if (state !== 'published' || !(notice || offers.has('announce'))) return null
  return (
    <Part view={view} id="announce" title={d.announce}>
      {notice ? (
        <p>
          <a href={at(view, newsletterUrls.one(notice))}>{d.announced}</a>
        </p>
      ) : (
        <Form view={view} action={urls.announce(id)}>
          <p>{d.announceLead}</p>
          <Actions>
            <Button kind="secondary">{d.announceDraft}</Button>
          </Actions>
        </Form>
      )}
    </Part>
  )
}

/** The field that is wrong, by the name under which it is asked. */
const askedAs = (d: ReturnType<typeof deskWords>, name: string): string =>
  ({ day: d.day, looked: d.check })[name] ?? d.reason

/** What is done less often: at an hour, back, away, anew. */
function Later({ view, edition: { id }, offers, fault, typed = {} }: EditionProps) {
  const d = deskWords(view)
  const written = <Kind extends 'text' | 'date'>(kind: Kind, name: string, label: string) => ({
    kind,
    name,
    label,
    required: true,
    value: typed[name] ?? '',
    width: 'short' as const,
    ...(fault?.name === name && { error: d.dayFault }),
  })
  const reason = (label: string) => ({
    kind: 'textarea' as const,
    name: 'reason',
    label,
    required: true,
    rows: 2,
    max: 500,
    value: typed.reason ?? '',
    ...(fault?.name === 'reason' && { error: d.refused[fault.reason] ?? d.reasonHint }),
  })
  return (
    <>
      {offers.has('schedule') && (
        <Part view={view} id="schedule" title={d.schedule}>
          <Form view={view} action={urls.step(id, 'schedule')}>
            <Field view={view} field={written('date', 'day', d.day)} />
            <Field view={view} field={{ ...written('text', 'hour', d.hour), hint: d.hourHint }} />
            <Actions>
              <Button kind="secondary">{d.schedule}</Button>
            </Actions>
          </Form>
        </Part>
      )}
      {offers.has('sendBack') && (
        <Part view={view} id="back" title={d.sendBack}>
          <Form view={view} action={urls.step(id, 'back')}>
            <Field view={view} field={reason(d.reason)} />
            <Actions>
              <Button kind="secondary">{d.sendBack}</Button>
            </Actions>
          </Form>
        </Part>
      )}
      {offers.has('correct') && (
        <Part view={view} id="correct" title={d.correct}>
          <Form view={view} action={urls.step(id, 'correct')}>
            <Field view={view} field={reason(d.correctReason)} />
            <Actions>
              <Button kind="secondary">{d.correct}</Button>
            </Actions>
          </Form>
        </Part>
      )}
      {offers.has('drop') && (
        <Form view={view} action={urls.step(id, 'drop')}>
          <Actions>
            <Button kind="quiet">{d.drop}</Button>
          </Actions>
        </Form>
      )}
    </>
  )
}
