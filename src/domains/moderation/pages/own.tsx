import { Actions, Button } from '#design/button.tsx'
import { longDate } from '#design/dates.ts'
import { Facts } from '#design/facts.tsx'
import { Field } from '#design/field.tsx'
import { Form } from '#design/form.tsx'
import { Part } from '#design/masthead.tsx'
import { at, languageOf, type View } from '#design/view.ts'
import { dayStart, localDate } from '#platform/calendar.ts'
import type { Case, Decision, Opening } from '../case.ts'
import { messages } from '../messages/public.ts'
import { urls } from '../urls.ts'
import { OpeningList } from './openings.tsx'

export interface OwnCase {
  readonly of: Case
  readonly path: string | undefined
  readonly decisions: readonly Decision[]
  readonly mayAppeal: boolean
  /** What the author wrote; without a text when its term is over. */
  readonly own?: { readonly text: string | null; readonly openings: readonly Opening[] }
}

export interface OwnProps {
  readonly view: View
  /** Under which the forms of the receipt lie. */
  readonly base: string
  readonly cases: readonly OwnCase[]
  /** An appeal that came back. */
  readonly back?: { readonly of: string; readonly text: string; readonly fault: string } | undefined
}

/** On the page of a receipt: what was decided of what its holder wrote, why, and how to ask for another look. */
export function OwnCases({ view, base, cases, back }: OwnProps) {
  const t = messages[view.locale]
  if (!cases.length) return null
  return (
    <Part view={view} id="moderation" title={t.ownTitle}>
      {cases.map((one) => (
        <OneCase
          view={view}
          base={base}
          one={one}
          back={back?.of === one.of.id ? back : undefined}
        />
      ))}
      <p>
        <a href={at(view, urls.figures)}>{t.coveredMore}</a>
      </p>
    </Part>
  )
}

type OneProps = Pick<OwnProps, 'view' | 'base' | 'back'> & { readonly one: OwnCase }

function OneCase({ view, base, one: { of, path, decisions, mayAppeal, own }, back }: OneProps) {
  const t = messages[view.locale]
  const day = (on: string) => longDate(view.locale, dayStart(on))
  const lang = languageOf(view.locale) === 'ja' ? undefined : 'ja'
  return (
    <div class="stack">
      {decisions.map(({ at: when, action, ground, reason }) => (
        <div class="stack-tight">
          <p>{t.ownDecided[action]?.(day(localDate(when)))}</p>
          <Facts
            names="above"
            pairs={[
              ...(ground ? [[t.ground, t.grounds[ground] ?? ground] as const] : []),
              ...(reason
                ? [
                    [
                      t.ownReason,
                      <span class="lines" lang={lang}>
                        {reason}
                      </span>,
                    ] as const,
                  ]
                : []),
            ]}
          />
        </div>
      ))}
      {path !== undefined && (
        <p>
          <a href={at(view, path)}>{path}</a>
        </p>
      )}
      {of.state === 'appealed' && <p>{t.ownWaits}</p>}
      {own && (
        <div class="stack-tight">
          <h3>{t.appealOwn}</h3>
          <p class={own.text === null ? 'soft' : 'lines'}>{own.text ?? t.appealForgotten}</p>
          <h4>{t.appealOpened}</h4>
          {own.openings.length === 0 ? (
            <p>{t.appealUnopened}</p>
          ) : (
            <OpeningList view={view} openings={own.openings} purposes={t.purposes} />
          )}
        </div>
      )}
      {of.state === 'hidden' && of.appealUntil && !mayAppeal && (
        <p>{t.ownLate(day(of.appealUntil))}</p>
      )}
      {mayAppeal && of.appealUntil && (
        <Form view={view} action={`${base}/${urls.ownAppeal}`} hidden={{ case: of.id }}>
          <div class="stack">
            <h3>{t.appeal}</h3>
            <p>{t.appealLead(day(of.appealUntil))}</p>
            <Field
              view={view}
              field={{
                kind: 'textarea',
                name: 'appeal',
                // The list of faults leads to the one that came back, by its name.
                ...(!back && { among: of.id }),
                label: t.appealText,
                hint: t.appealSeal,
                rows: 6,
                max: 2000,
                required: true,
                value: back?.text ?? '',
                ...(back && { error: back.fault }),
              }}
            />
            <Actions>
              <Button kind="secondary">{t.appealSend}</Button>
            </Actions>
          </div>
        </Form>
      )}
    </div>
  )
}
