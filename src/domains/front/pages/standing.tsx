import { Contact } from '#design/doors.tsx'
import { href } from '#design/href.ts'
import { Masthead } from '#design/masthead.tsx'
import { words } from '#design/messages.ts'
import { Page } from '#design/page.tsx'
import { ReaderForm } from '#design/reader-form.tsx'
import { frame } from '#design/sections.ts'
import { Table } from '#design/table.tsx'
import { at, type View } from '#design/view.ts'
import { liaisonUrls } from '#domains/liaisons/index.ts'
import { moderationUrls } from '#domains/moderation/index.ts'
import { newsletterUrls } from '#domains/newsletters/index.ts'
import { type Plan, planMessages, planUrls } from '#domains/plan/index.ts'
import { publicationUrls } from '#domains/publications/index.ts'
import { residentUrls } from '#domains/residents/index.ts'
import { messages } from '../messages/words.ts'
import { urls } from '../urls.ts'

const Parts = ({ parts }: { parts: readonly (readonly [string, string])[] }) => (
  <div class="prose">
    {parts.map(([title, text]) => (
      <>
        <h2>{title}</h2>
        <p>{text}</p>
      </>
    ))}
  </div>
)

export function AboutPage({ view, unit }: { view: View; unit: string }) {
  const w = messages[view.locale]
  return (
    <Page view={view} title={w.about} section="about">
      <Masthead title={w.about} lead={w.aboutLead} />
      <Parts parts={w.aboutParts} />
      <ul class="bullets">
        {(
          [
            [urls.accessibility, w.accessibility],
            [urls.licence, w.licence],
            [planUrls.openData, w.openData],
            [urls.apiDocs, w.api],
            [urls.paper, w.paper],
            [liaisonUrls.roster, w.liaisons],
            [publicationUrls.list, w.publications],
            [newsletterUrls.list, w.newsletters],
            [residentUrls.account, w.account],
            [moderationUrls.figures, w.moderation],
            [frame.heads, w.heads],
          ] as const
        ).map(([path, text]) => (
          <li>
            <a href={at(view, path)}>{text}</a>
          </li>
        ))}
      </ul>
      <Contact view={view} title={planMessages[view.locale].ask} who={unit} />
    </Page>
  )
}

export function PaperPage({
  view,
  plans,
  unit,
}: {
  view: View
  plans: readonly Plan[]
  unit: string
}) {
  const w = messages[view.locale]
  const t = planMessages[view.locale]
  return (
    <Page view={view} title={w.paper}>
      <Masthead title={w.paper} lead={w.paperLead} />
      <div class="prose">
        <ol>
          {w.paperSteps.map((step) => (
            <li>{step}</li>
          ))}
        </ol>
        <p>{w.paperPrint}</p>
        <ul>
          {plans.map((plan) => (
            <li>
              <a href={planUrls.file(plan.fiscalYear, 'pdf')}>{t.planOf(plan.fiscalYear)} PDF</a>
            </li>
          ))}
        </ul>
      </div>
      <Contact view={view} title={t.ask} who={unit} />
    </Page>
  )
}

export function AccessibilityPage({ view, unit }: { view: View; unit: string }) {
  const w = messages[view.locale]
  return (
    <Page view={view} title={w.accessibility} section="about">
      <Masthead title={w.accessibility} lead={w.accessibilityLead} />
      <Parts parts={w.accessibilityParts} />
      <Contact view={view} title={planMessages[view.locale].ask} who={unit} />
    </Page>
  )
}

export function LicencePage(props: { view: View; licence: string; source: string | undefined }) {
  const { view, licence, source } = props
  const w = messages[view.locale]
  return (
    <Page view={view} title={w.licence} section="about">
      <Masthead title={w.licence} lead={w.licenceLead(licence)} />
      <Parts parts={w.licenceParts(view.site.name)} />
      <p>{source ? <a href={href(source)}>{w.source}</a> : w.sourceByPhone(view.site.phone)}</p>
      <p>
        <a href={at(view, planUrls.openData)}>{w.openData}</a>
      </p>
    </Page>
  )
}

export function ReaderPage({ view, from }: { view: View; from: string }) {
  const t = words(view).reader
  return (
    <Page view={view} title={t.title}>
      <Masthead title={t.title} lead={messages[view.locale].readerLead} />
      <ReaderForm view={view} from={from} />
    </Page>
  )
}

interface Endpoint {
  readonly path: string
  readonly summary: string
}

/** The addresses of the read API, from its own description. */
export function ApiPage({ view, endpoints }: { view: View; endpoints: readonly Endpoint[] }) {
  const w = messages[view.locale]
  return (
    <Page view={view} title={w.api} section="about">
      <Masthead title={w.api} lead={w.apiLead} />
      <Table
        view={view}
        caption={w.api}
        quietCaption
        columns={[
          { label: w.apiMethod, role: 'heading', cell: (e: Endpoint) => <code>GET {e.path}</code> },
          { label: w.apiWhat, cell: (e) => <span lang="ja">{e.summary}</span> },
        ]}
        rows={endpoints}
      />
      <p>
        <a href="/api/v1/openapi.json">{w.apiSpec}</a>
      </p>
    </Page>
  )
}
