import { Actions, ButtonLink } from '#design/button.tsx'
import { Facts } from '#design/facts.tsx'
import { Field } from '#design/field.tsx'
import { ErrorSummary } from '#design/form.tsx'
import { Part } from '#design/masthead.tsx'
import { Notice } from '#design/notice.tsx'
import type { View } from '#design/view.ts'
import type { Receipt } from '../../receipt.ts'
import { type Assist, documents } from '../../resident.ts'
import { urls } from '../../urls.ts'
import { Ask } from '../ask.tsx'
import {
  deskOf,
  type Faults,
  Press,
  type Raw,
  ReachFields,
  reachLabels,
  summary,
  Typed,
} from '../fields.tsx'
import { CounterFrame } from './frame.tsx'
import { Account } from './owner.tsx'

export interface AssistProps {
  readonly view: View
  readonly assist: Assist
  readonly receipt?: Receipt
  /** Where it is an account: what the person likes to be called. */
  readonly nickname: string
  readonly masked: readonly string[]
  readonly act: 'add' | 'contact' | 'residence' | null
  readonly raw: Raw
  readonly faults: Faults
  readonly reason?: string | undefined
  readonly good?: string | undefined
}

/** One act a page; what the person asked for is written in, and no more is read than that needs. */
export function AssistPage({
  view,
  assist,
  receipt,
  nickname,
  masked,
  act,
  raw,
  faults,
  reason,
  good,
}: AssistProps) {
  const d = deskOf(view)
  const path = (what: string) => urls.deskDo(`assists/${assist.id}/${what}`)
  const until = new Intl.DateTimeFormat('ja-JP', {
    timeZone: 'Asia/Tokyo',
    hour: 'numeric',
    minute: '2-digit',
  }).format(assist.endsAt)
  const line = { view, raw, faults, words: d.faults }
  const acts = receipt ? (['add', 'contact'] as const) : (['residence'] as const)
  const titles = { add: d.addText, contact: d.changeContact, residence: d.confirmTitle }
  return (
    <CounterFrame view={view} title={d.assistTitle} reason={reason} good={good}>
      <Notice view={view} kind="warning">
        <p>{d.assistOn(until)}</p>
      </Notice>
      <Facts
        pairs={[
          [d.owner, receipt ? receipt.number : <Account view={view} nickname={nickname} />],
          [d.contactNow, masked.join(d.and) || '−'],
          [d.purpose, d.purposes[assist.purpose]],
          [d.reason, assist.reason],
        ]}
      />
      {act === null && (
        <Actions>
          {acts.map((one) => (
            <ButtonLink view={view} path={path(one)}>
              {titles[one]}
            </ButtonLink>
          ))}
        </Actions>
      )}
      {act !== null && (
        <Part view={view} id="act" title={titles[act]}>
          <ErrorSummary
            view={view}
            faults={summary(
              d.faults,
              { ...reachLabels(view), text: d.addText, born: d.born, document: d.document },
              faults,
            )}
          />
          <Ask view={view} action={path(act)} go={act === 'residence' ? d.confirmGo : titles[act]}>
            {act === 'add' && <Typed {...line} name="text" label={d.addText} area={2000} />}
            {act === 'contact' && (
              <ReachFields view={view} raw={raw} faults={faults} legend={d.changeContact} />
            )}
            {act === 'residence' && (
              <>
                <Field
                  view={view}
                  field={{
                    kind: 'select',
                    name: 'document',
                    label: d.document,
                    required: true,
                    value: raw.document ?? '',
                    options: documents.map((value) => ({ value, label: d.documents[value] })),
                  }}
                />
                <Typed {...line} name="name" label={d.name} />
                <Typed {...line} name="born" label={d.born} day="another" />
                <Typed {...line} name="address" label={d.address} />
              </>
            )}
          </Ask>
        </Part>
      )}
      {receipt && !receipt.endedAt && act === null && (
        <Press view={view} action={path('stop')} text={d.stop} />
      )}
      <Press view={view} action={path('end')} text={d.assistEnd} />
    </CounterFrame>
  )
}
