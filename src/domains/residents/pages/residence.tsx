import { Actions, Button } from '#design/button.tsx'
import { longDate } from '#design/dates.ts'
import { Doors } from '#design/doors.tsx'
import { Facts } from '#design/facts.tsx'
import { ErrorSummary, Form } from '#design/form.tsx'
import { Masthead, Part } from '#design/masthead.tsx'
import { Page } from '#design/page.tsx'
import { StateBadge, type StateTone } from '#design/state.tsx'
import type { View } from '#design/view.ts'
import { dayStart } from '#platform/calendar.ts'
import type { Check, CheckState } from '../resident.ts'
import { urls } from '../urls.ts'
import { type Faults, Good, Press, type Raw, Said, summary, Typed, wordsOf } from './fields.tsx'

const tones: Readonly<Record<CheckState, StateTone>> = {
  pending: 'moving',
  confirmed: 'good',
  renewed: 'good',
  refused: 'stopped',
  expired: 'care',
  revoked: 'stopped',
}

export interface ResidenceProps {
  readonly view: View
  readonly check: Check | undefined
  readonly raw: Raw
  readonly faults: Faults
  readonly reason?: string
  readonly good?: string
}

/** The ways to ask, each on a page of its own. */
export const ways = ['letter', 'paper', 'register'] as const
export type AskedWay = (typeof ways)[number]

export function ResidencePage({ view, check, raw, faults, reason, good }: ResidenceProps) {
  const { check: t, receipt, me, faults: words } = wordsOf(view)
  const mayAsk = !check || ['refused', 'expired', 'revoked'].includes(check.state)
  return (
    <Page view={view} title={t.title} breadcrumbs={[{ text: me.title, path: urls.me }]}>
      <Masthead
        title={t.title}
        lead={t.lead}
        {...(check && {
          marks: <StateBadge tone={tones[check.state]} word={t.states[check.state]} />,
        })}
      />
      <Said view={view} reason={reason} />
      <Good view={view} text={good} />
      <ErrorSummary view={view} faults={summary(words, { code: receipt.code }, faults)} />
      {check && (
        <Facts
          pairs={[
            ...(check.until
              ? [[t.until, longDate(view.locale, dayStart(check.until))] as const]
              : []),
            ...(check.reason ? [[t.reason, check.reason] as const] : []),
          ]}
        />
      )}
      {check?.state === 'pending' && (
        <Part view={view} id="code" title={t.letter} lead={t.letterWait}>
          <Form view={view} action={urls.meDo('residence/code')}>
            <div class="stack">
              <Typed
                view={view}
                raw={raw}
                faults={faults}
                name="code"
                label={receipt.code}
                inputmode="numeric"
                width="short"
              />
              <Actions>
                <Button>{t.go}</Button>
              </Actions>
            </div>
          </Form>
          <Press
            view={view}
            action={urls.meDo('residence/withdraw')}
            text={t.withdraw}
            kind="quiet"
          />
        </Part>
      )}
      {mayAsk && (
        <>
          <Doors
            view={view}
            doors={ways.map((way) => ({ path: urls.meDo(`residence/${way}`), title: t[way] }))}
          />
          <Part view={view} id="counter" title={t.counterTitle}>
            <p>{t.counter}</p>
          </Part>
        </>
      )}
    </Page>
  )
}

export interface WayProps {
  readonly view: View
  readonly way: AskedWay
  readonly raw: Raw
  readonly faults: Faults
  readonly reason?: string
}

export function WayPage({ view, way, raw, faults, reason }: WayProps) {
  const { check: t, reach, me, faults: words } = wordsOf(view)
  const line = { view, raw, faults }
  const labels = {
    name: t.name,
    born: t.born,
    address: t.address,
    postcode: reach.postcode,
    code: t.paperCode,
  }
  const lead = way === 'letter' ? t.letterLead : way === 'register' ? t.registerLead : undefined
  return (
    <Page
      view={view}
      title={t[way]}
      breadcrumbs={[
        { text: me.title, path: urls.me },
        { text: t.title, path: urls.meDo('residence') },
      ]}
    >
      <Masthead title={t[way]} {...(lead !== undefined && { lead })} />
      <Said view={view} reason={reason} />
      <ErrorSummary view={view} faults={summary(words, labels, faults)} />
      <Form view={view} action={urls.meDo(`residence/${way}`)}>
        <div class="stack">
          {way === 'paper' && <Typed {...line} name="code" label={t.paperCode} width="medium" />}
          <Typed {...line} name="name" label={t.name} autocomplete="name" />
          <Typed {...line} name="born" label={t.born} day />
          {way === 'letter' && (
            <Typed
              {...line}
              name="postcode"
              label={reach.postcode}
              inputmode="numeric"
              width="short"
            />
          )}
          {way !== 'paper' && <Typed {...line} name="address" label={t.address} />}
          <Actions>
            <Button>{way === 'letter' ? t.letterGo : t.go}</Button>
          </Actions>
        </div>
      </Form>
    </Page>
  )
}
