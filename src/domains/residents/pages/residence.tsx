import { longDate } from '#design/dates.ts'
import { Facts } from '#design/facts.tsx'
import { Entries, Entry } from '#design/list.tsx'
import { Part } from '#design/masthead.tsx'
import { StateBadge, type StateTone } from '#design/state.tsx'
import type { View } from '#design/view.ts'
import { dayStart } from '#platform/calendar.ts'
import type { CheckState, ReadCheck } from '../resident.ts'
import { urls } from '../urls.ts'
import { Ask, AskCode } from './ask.tsx'
import { type Faults, Press, type Raw, summary, Typed, wordsOf } from './fields.tsx'
import { fromMe, Sheet } from './frame.tsx'

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
  readonly check: ReadCheck | undefined
  readonly raw: Raw
  readonly faults: Faults
  readonly reason?: string | undefined
  readonly good?: string | undefined
}

/** The ways to ask, each on a page of its own. */
export const ways = ['letter', 'paper', 'register'] as const
export type AskedWay = (typeof ways)[number]

export function ResidencePage({ view, check, raw, faults, reason, good }: ResidenceProps) {
  const { check: t, receipt, faults: words } = wordsOf(view)
  const mayAsk = !check || ['refused', 'expired', 'revoked'].includes(check.state)
  return (
    <Sheet
      view={view}
      title={t.title}
      lead={t.lead}
      trail={[fromMe(view)]}
      marks={check && <StateBadge tone={tones[check.state]} word={t.states[check.state]} />}
      reason={reason}
      good={good}
      faults={summary(words, { code: receipt.code }, faults)}
    >
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
          <AskCode
            view={view}
            action={urls.meDo('residence/code')}
            raw={raw}
            faults={faults}
            go={t.go}
          />
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
          <Entries>
            {ways.map((way) => (
              <Entry
                view={view}
                level={2}
                path={urls.meDo(`residence/${way}`)}
                title={t[way]}
                text={t.wayDoors[way]}
              />
            ))}
          </Entries>
          <Part view={view} id="counter" title={t.counterTitle}>
            <p>{t.counter}</p>
          </Part>
        </>
      )}
    </Sheet>
  )
}

export interface WayProps {
  readonly view: View
  readonly way: AskedWay
  readonly raw: Raw
  readonly faults: Faults
  readonly reason?: string | undefined
}

export function WayPage({ view, way, raw, faults, reason }: WayProps) {
  const { check: t, reach, faults: words } = wordsOf(view)
  const line = { view, raw, faults }
  const labels = {
    name: t.name,
    born: t.born,
    address: t.address,
    postcode: reach.postcode,
    code: t.paperCode,
  }
  const leads = { letter: t.letterLead, paper: t.paperLead, register: t.registerLead }
  return (
    <Sheet
      view={view}
      title={t[way]}
      lead={leads[way]}
      trail={[fromMe(view), { text: t.title, path: urls.meDo('residence') }]}
      reason={reason}
      faults={summary(words, labels, faults)}
    >
      <Ask
        view={view}
        action={urls.meDo(`residence/${way}`)}
        go={way === 'letter' ? t.letterGo : t.go}
      >
        {way === 'paper' && <Typed {...line} name="code" label={t.paperCode} width="medium" />}
        <Typed {...line} name="name" label={t.name} autocomplete="name" />
        <Typed {...line} name="born" label={t.born} day="own" />
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
      </Ask>
    </Sheet>
  )
}
