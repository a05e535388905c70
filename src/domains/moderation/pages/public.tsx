import { AskedFields, asked, Faults, optionsOf } from '#design/asked.tsx'
import { Actions, Button } from '#design/button.tsx'
import { figure, longDate } from '#design/dates.ts'
import { Contact } from '#design/doors.tsx'
import { Form } from '#design/form.tsx'
import { Masthead, Part } from '#design/masthead.tsx'
import { Notice } from '#design/notice.tsx'
import { Page } from '#design/page.tsx'
import { ProofField } from '#design/proof.tsx'
import { Table } from '#design/table.tsx'
import { at, type View } from '#design/view.ts'
import { fiscalYearIn } from '#platform/calendar.ts'
import type { Filled } from '#platform/form.ts'
import type { Challenge } from '#platform/proof-of-work.ts'
import type { Kind, Opening, Subject } from '../case.ts'
import type { appealForm, flagForm } from '../forms.ts'
import { messages, type PublicWords } from '../messages/public.ts'
import { urls } from '../urls.ts'
import { GuidelineText, type ShownGuidelines } from './guideline-text.tsx'
import { OpeningList } from './openings.tsx'

export interface YearCount {
  readonly year: number
  readonly what: string
  readonly ground: string | null
  readonly count: number
}

const isRow = (what: string, t: PublicWords): what is keyof PublicWords['rows'] =>
  Object.hasOwn(t.rows, what)

interface FiguresProps {
  readonly view: View
  readonly counts: readonly YearCount[]
  readonly guidelines: ShownGuidelines
  readonly unit: string
}

/** 数の公表: small and honest where there is nothing. */
export function FiguresPage({ view, counts, guidelines, unit }: FiguresProps) {
  const t = messages[view.locale]
  const years = [...new Set(counts.map(({ year }) => year))]
  const sum = (year: number, what: string, ground?: string) =>
    counts
      .filter((c) => c.year === year && c.what === what)
      .filter((c) => ground === undefined || c.ground === ground)
      .reduce((total, { count }) => total + count, 0)
  const columns = (what: (row: string, year: number) => number) => [
    ...years.map((year) => ({
      label: fiscalYearIn(view.locale, year),
      role: 'number' as const,
      cell: (row: string) => figure(view.locale, what(row, year)),
    })),
  ]
  const hidden = [
    ...new Set(counts.flatMap((c) => (c.what === 'hide' && c.ground ? [c.ground] : []))),
  ]
  return (
    <Page view={view} title={t.title} description={t.lead} section="about">
      <Masthead title={t.title} lead={t.lead} />
      <Part view={view} id="figures" title={t.figures} lead={t.figuresLead}>
        {years.length === 0 ? (
          <p>{t.none}</p>
        ) : (
          <Table
            view={view}
            caption={t.figures}
            quietCaption
            narrow="scroll"
            columns={[
              {
                label: t.what,
                role: 'heading',
                cell: (row) => (isRow(row, t) ? t.rows[row] : row),
              },
              ...columns((row, year) => sum(year, row)),
            ]}
            rows={Object.keys(t.rows)}
          />
        )}
        {hidden.length > 0 && (
          <Table
            view={view}
            caption={t.byGround}
            narrow="scroll"
            columns={[
              { label: t.ground, role: 'heading', cell: (key) => t.grounds[key] ?? key },
              ...columns((key, year) => sum(year, 'hide', key)),
            ]}
            rows={hidden}
          />
        )}
      </Part>
      <Part view={view} id="guidelines" title={t.guidelines} lead={t.guidelinesLead}>
        <GuidelineText view={view} of={guidelines} />
      </Part>
      <Contact view={view} title={t.title} who={unit} />
    </Page>
  )
}

interface FlagProps {
  readonly view: View
  readonly subject: Subject
  readonly kind: Kind
  readonly path: string | undefined
  readonly form: Filled<ReturnType<typeof flagForm>>
  readonly grounds: readonly string[]
  readonly challenge?: Challenge | undefined
  readonly unproven?: boolean
  /** Minutes to wait. */
  readonly wait?: number
}

export function FlagPage(props: FlagProps) {
  const { view, subject, kind, path, form, grounds, challenge, unproven, wait } = props
  const t = messages[view.locale]
  const fields = [
    asked(view, form, 'ground', {
      label: t.whichGround,
      open: true,
      options: optionsOf(grounds, t.grounds),
    }),
    asked(view, form, 'note', { label: t.note, hint: t.noteHint }),
  ]
  return (
    <Page view={view} title={t.flag}>
      <Masthead title={t.flag} lead={t.flagLead} />
      {wait !== undefined && (
        <Notice view={view} kind="warning" live>
          <p>{t.tooMany(figure(view.locale, wait))}</p>
        </Notice>
      )}
      <Faults view={view} fields={fields} />
      {path !== undefined && (
        <p>
          <a href={at(view, path)}>{t.flagged(kind.name[view.locale])}</a>
        </p>
      )}
      <Form
        view={view}
        action={urls.flag}
        hidden={{ kind: subject.kind, id: subject.id }}
        trap={t.trap}
      >
        <div class="stack">
          <AskedFields view={view} fields={fields} />
          {challenge && (
            <ProofField
              view={view}
              challenge={challenge}
              slowPath={urls.wait}
              words={{
                title: t.proof,
                text: t.proofText,
                slow: t.proofSlow,
                open: t.proofGet,
                code: t.proofCode,
                fault: t.proofFault,
              }}
              {...(unproven && { wrong: true })}
            />
          )}
        </div>
        <Actions>
          <Button>{t.send}</Button>
        </Actions>
      </Form>
    </Page>
  )
}

export function ThanksPage({ view }: { readonly view: View }) {
  const t = messages[view.locale]
  return (
    <Page view={view} title={t.thanks}>
      <Masthead title={t.thanks} lead={t.thanksText} />
      <p>
        <a href={at(view, urls.figures)}>{t.title}</a>
      </p>
    </Page>
  )
}

interface WaitProps {
  readonly view: View
  readonly code: string | null
  /** Null where the token is not good any more. */
  readonly seconds: number | null
}

export function WaitPage({ view, code, seconds }: WaitProps) {
  const t = messages[view.locale]
  return (
    <Page view={view} title={t.waitTitle}>
      <Masthead title={t.waitTitle} />
      {code !== null ? (
        <>
          <p>{t.waitCode}</p>
          <p class="request">{code}</p>
        </>
      ) : (
        <p>{seconds === null ? t.waitGone : t.waitText(figure(view.locale, seconds))}</p>
      )}
    </Page>
  )
}

interface AppealProps {
  readonly view: View
  readonly id: string
  readonly form: Filled<typeof appealForm>
  readonly reason: string
  readonly until: Date | null
  readonly state: 'open' | 'over' | 'done'
  /** What the author wrote, and who has opened it; without a text when its term is over. */
  readonly own?: { readonly text: string | null; readonly openings: readonly Opening[] }
}

export function AppealPage({ view, id, form, reason, until, state, own }: AppealProps) {
  const t = messages[view.locale]
  const fields = [asked(view, form, 'text', { label: t.appealText, hint: t.appealSeal, rows: 8 })]
  return (
    <Page view={view} title={t.appeal}>
      <Masthead
        title={t.appeal}
        {...(state === 'open' && until && { lead: t.appealLead(longDate(view.locale, until)) })}
      />
      {state !== 'open' && (
        <Notice view={view} kind={state === 'done' ? 'success' : 'info'} live>
          <p>{state === 'done' ? t.appealDone : t.appealOver}</p>
        </Notice>
      )}
      {reason && (
        <Part view={view} id="why" title={t.appealWhy}>
          <p class="lines">{reason}</p>
        </Part>
      )}
      {own && (
        <Part view={view} id="own" title={t.appealOwn}>
          {own.text === null ? (
            <p class="soft">{t.appealForgotten}</p>
          ) : (
            <p class="lines">{own.text}</p>
          )}
          <h3>{t.appealOpened}</h3>
          {own.openings.length === 0 ? (
            <p>{t.appealUnopened}</p>
          ) : (
            <OpeningList view={view} openings={own.openings} purposes={t.purposes} />
          )}
        </Part>
      )}
      {state === 'open' && (
        <>
          <Faults view={view} fields={fields} />
          <Form view={view} action={urls.appeal(id)}>
            <div class="stack">
              <AskedFields view={view} fields={fields} />
            </div>
            <Actions>
              <Button>{t.appealSend}</Button>
            </Actions>
          </Form>
        </>
      )}
    </Page>
  )
}
