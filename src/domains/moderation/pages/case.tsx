import { Actions, Button, ButtonLink } from '#design/button.tsx'
import { longDate } from '#design/dates.ts'
import { DeskPage } from '#design/desk-page.tsx'
import { Facts } from '#design/facts.tsx'
import type { AskedField } from '#design/field-kinds.ts'
import { Form } from '#design/form.tsx'
import { Masthead, Part } from '#design/masthead.tsx'
import { Notice } from '#design/notice.tsx'
import { Day, Timeline } from '#design/timeline.tsx'
import { at, type View } from '#design/view.ts'
import { dayStart } from '#platform/calendar.ts'
import type { Body, Fields, Filled } from '#platform/form.ts'
import { blank } from '#platform/form.ts'
import type { Block, Case, Decision, Flag } from '../case.ts'
import { blockForm, decisionForm, reasonForm } from '../forms.ts'
import { deskWords } from '../messages/desk.ts'
import { urls } from '../urls.ts'
import { AskedFields, asked, Faults, optionsOf } from './fields.tsx'
import { GuidelineText, type ShownGuidelines } from './public.tsx'
import { CaseBadge } from './queue.tsx'

/** The steps of the desk, and which form each needs. */
export const deskSteps = {
  claim: 'none',
  unclaim: 'none',
  keep: 'why',
  hide: 'why',
  restore: 'reason',
  warn: 'why',
  block: 'block',
  unblock: 'reason',
  uphold: 'reason',
  overturn: 'reason',
} as const
export type DeskStep = keyof typeof deskSteps

export interface CaseProps {
  readonly view: View
  readonly of: Case
  readonly kind: string
  readonly excerpt: string | null
  readonly path: string | null
  readonly author: string | null
  readonly block: Block | undefined
  readonly flags: readonly Flag[]
  readonly decisions: readonly Decision[]
  readonly nameOf: (id: string) => string
  readonly grounds: readonly string[]
  readonly reasonLength: number
  readonly guidelines: ShownGuidelines
  readonly offers: readonly DeskStep[]
  /** The appeal is there, and this person is who decided first. */
  readonly decidedFirst: boolean
  /** What was typed for one step, and what a rule says to it. */
  readonly tried?: {
    readonly step: DeskStep
    readonly form: Filled<Fields>
    readonly body: Body
    readonly refusal?: string
  }
  readonly done: string | null
}

/** One case: what it says, what was said of it, what was decided, and what this person can do. */
export function CasePage(props: CaseProps) {
  const { view, of, kind, excerpt, path, author, block, flags, decisions, nameOf } = props
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
        <div>
          <Part view={view} id="excerpt" title={d.excerpt} level={3}>
            <p class="lines" lang="ja">
              {excerpt ?? d.gone}
            </p>
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
              entries={flags.map(({ at: date, by, ground, note }) => ({
                date,
                title: t.grounds[ground] ?? ground,
                by: by === 'anonymous' ? d.resident : nameOf(by),
                ...(note && { text: <p class="lines">{note}</p> }),
              }))}
            />
          </Part>
          {of.appealText !== null && (
            <Part view={view} id="appeal" title={d.appealed} level={3}>
              <p class="lines">{of.appealText}</p>
            </Part>
          )}
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
                  text: <p class="lines">{reason}</p>,
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
  const { view, offers, guidelines, decidedFirst } = props
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
        <summary>{d.guidelines}</summary>
        <GuidelineText view={view} of={guidelines} />
      </details>
    </div>
  )
}

function fieldsOf(props: CaseProps, step: DeskStep, open: boolean): readonly AskedField[] {
  const { view, grounds, reasonLength, tried } = props
  const { d, t } = deskWords(view)
  const need = deskSteps[step]
  const refusal = open ? tried?.refusal : undefined
  const choices = optionsOf(grounds, t.grounds)
  const name = (key: string) => `${step}.${key}`
  const hint = { label: d.reason, hint: d.reasonHint, rows: 4 }
  if (need === 'none') return []
  const known = open && tried ? tried.form : null
  const reason = known ?? blank(reasonForm(reasonLength))
  const why = known ?? blank(decisionForm(grounds, reasonLength))
  const block = known ?? blank(blockForm(grounds, reasonLength))
  const fault = refusal === undefined ? {} : { error: refusal }
  if (need === 'reason')
    return [asked(view, reason, 'reason', { ...hint, name: name('reason'), ...fault })]
  const ground = asked(view, why, 'ground', {
    label: d.ground,
    options: choices,
    name: name('ground'),
    ...(need === 'why' && fault),
  })
  const text = asked(view, why, 'reason', { ...hint, name: name('reason') })
  if (need === 'why') return [ground, text]
  const until = asked(view, block, 'until', {
    label: d.until,
    hint: d.untilHint,
    name: name('until'),
    ...fault,
  })
  return [ground, text, until]
}

function Step(props: CaseProps & { readonly step: DeskStep }) {
  const { view, of, step, tried } = props
  const { d } = deskWords(view)
  const open = tried?.step === step
  const fields = fieldsOf(props, step, open)
  const severe = step === 'hide' || step === 'block'
  const form = (
    <Form view={view} action={urls.act(of.id, step)} id={`step-${step}`}>
      {open && <Faults view={view} fields={fields} />}
      <p class="hint">{d.what[step]}</p>
      <div class="stack">
        <AskedFields view={view} fields={fields} />
      </div>
      <Actions>
        <Button kind={severe ? 'danger' : step === 'claim' ? 'primary' : 'secondary'}>
          {d.actions[step]}
        </Button>
      </Actions>
    </Form>
  )
  if (fields.length === 0) return form
  return (
    <details class="fold" open={open}>
      <summary>{d.actions[step]}</summary>
      {form}
    </details>
  )
}

interface GuidelinesProps {
  readonly view: View
  readonly form: Filled<Fields>
  readonly version: number
  readonly done: boolean
  readonly stale: boolean
}

export function GuidelinesPage({ view, form, version, done, stale }: GuidelinesProps) {
  const { d } = deskWords(view)
  const fields = (['ja', 'easy', 'en', 'ko'] as const).map((key) =>
    asked(view, form, key, {
      label: d.languages[key],
      rows: 10,
      ...(key !== 'ja' && { hint: d.languagesHint }),
    }),
  )
  return (
    <DeskPage
      view={view}
      title={d.guidelinesEdit}
      section="desk-moderation"
      breadcrumbs={[{ text: d.title, path: urls.queue }]}
      narrow
    >
      <Masthead title={d.guidelinesEdit} lead={d.guidelinesLead} />
      {(done || stale) && (
        <Notice view={view} kind={done ? 'success' : 'warning'} live>
          <p>{done ? d.done.saved : d.refusals.stale}</p>
        </Notice>
      )}
      <p>{d.guidelinesNow(String(version))}</p>
      <Faults view={view} fields={fields} />
      <Form view={view} action={urls.guidelines} hidden={{ version: String(version) }}>
        <div class="stack">
          <AskedFields view={view} fields={fields} />
        </div>
        <Actions>
          <Button>{d.save}</Button>
          <ButtonLink view={view} path={urls.queue} kind="secondary">
            {d.title}
          </ButtonLink>
        </Actions>
      </Form>
    </DeskPage>
  )
}
