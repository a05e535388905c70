import { AskedFields, asked, Faults } from '#design/asked.tsx'
import { Actions, Button, ButtonLink } from '#design/button.tsx'
import { plainDate } from '#design/dates.ts'
import { DeskPage } from '#design/desk-page.tsx'
import type { Option } from '#design/field-kinds.ts'
import { FieldSet, Form } from '#design/form.tsx'
import { EmptyState } from '#design/list.tsx'
import { Masthead } from '#design/masthead.tsx'
import { Notice } from '#design/notice.tsx'
import { StateBadge, type StateTone } from '#design/state.tsx'
import { Table } from '#design/table.tsx'
import { at, type View } from '#design/view.ts'
import type { Filled } from '#platform/form.ts'
import type { issueForm } from '../forms.ts'
import { deskTongue, deskWords } from '../messages/desk.ts'
import type { Issue, IssueState, Segment } from '../newsletter.ts'
import type { NewsletterTerms } from '../terms.ts'
import { urls } from '../urls.ts'

export const tones: Readonly<Record<IssueState, StateTone>> = {
  draft: 'draft',
  submitted: 'care',
  approved: 'moving',
  sending: 'moving',
  sent: 'good',
  dropped: 'stopped',
}

/** How what a segment holds is called. */
export interface SegmentNames {
  readonly terms: NewsletterTerms
  readonly districtName: (id: string) => string
}

/** To whom, in words. */
export function segmentWords(
  view: View,
  segment: Segment,
  { terms, districtName }: SegmentNames,
): string {
  const d = deskWords(view)
  const tongue = deskTongue(view.locale)
  const named = segment.topics.map(
    (key) => terms.topics.find((one) => one.key === key)?.title[tongue] ?? key,
  )
  const district = segment.district === null ? null : districtName(segment.district)
  return d.segmentOf(district, named) || d.everyone
}

export interface DeskListProps extends SegmentNames {
  readonly view: View
  readonly issues: readonly Issue[]
  readonly mayWrite: boolean
  readonly done: string | null
}

export function DeskListPage(props: DeskListProps) {
  const { view, issues, mayWrite, done } = props
  const d = deskWords(view)
  return (
    <DeskPage view={view} title={d.title}>
      <Masthead title={d.title} lead={d.lead} />
      <Done view={view} done={done} />
      <Actions>
        {mayWrite && (
          <ButtonLink view={view} path={urls.fresh}>
            {d.fresh}
          </ButtonLink>
        )}
        {mayWrite && <a href={at(view, urls.terms)}>{d.terms}</a>}
        <a href={at(view, urls.list)}>{d.public}</a>
      </Actions>
      {issues.length === 0 ? (
        <EmptyState title={d.none}>
          <p>{d.noneTodo}</p>
        </EmptyState>
      ) : (
        <Table
          view={view}
          caption={d.title}
          quietCaption
          columns={[
            {
              label: d.issue,
              role: 'heading',
              cell: ({ content }: Issue) => <span lang="ja">{content.ja.title}</span>,
            },
            {
              label: d.state,
              cell: ({ state }) => <StateBadge tone={tones[state]} word={d.states[state]} />,
            },
            { label: d.segment, cell: ({ segment }) => segmentWords(view, segment, props) },
            { label: d.counted, role: 'number', cell: ({ counted }) => String(counted ?? '—') },
            { label: d.writtenAt, cell: ({ writtenAt }) => plainDate(view.locale, writtenAt) },
          ]}
          rows={issues}
          to={({ id }) => urls.one(id)}
        />
      )}
    </DeskPage>
  )
}

/** What was just done, in a sentence. */
export function Done({ view, done }: { readonly view: View; readonly done: string | null }) {
  const said = done === null ? undefined : deskWords(view).done[done]
  const isDone = done !== 'locked' && done !== 'early'
  return said === undefined ? null : (
    <Notice view={view} kind={isDone ? 'success' : 'warning'} live>
      <p>{said}</p>
    </Notice>
  )
}

export interface WriteProps {
  readonly view: View
  readonly form: Filled<ReturnType<typeof issueForm>>
  readonly terms: NewsletterTerms
  /** Districts; none, and an issue is for all of them. */
  readonly choices: readonly Option[]
  /** The issue that is edited; a new one has none. */
  readonly of?: Pick<Issue, 'id' | 'version'>
  readonly badLinks?: boolean
  /** Languages of which only half is written. */
  readonly halves?: readonly string[]
}

export function WritePage(props: WriteProps) {
  const { view, form, terms, choices, of, badLinks = false, halves = [] } = props
  const d = deskWords(view)
  const f = d.form
  const tongue = deskTongue(view.locale)
  const own = [
    asked(view, form, 'title', { label: f.title, hint: f.titleHint }),
    asked(view, form, 'body', { label: f.body, hint: f.bodyHint, rows: 12 }),
    asked(view, form, 'links', {
      label: f.links,
      hint: f.linksHint,
      fault: badLinks ? f.linksFault : undefined,
    }),
    ...(choices.length
      ? [
          asked(view, form, 'district', {
            label: f.district,
            empty: f.anyDistrict,
            options: choices,
          }),
        ]
      : []),
    asked(view, form, 'topics', {
      label: f.topics,
      hint: f.topicsHint,
      options: terms.topics.map(({ key, title }) => ({ value: key, label: title[tongue] })),
    }),
  ]
  const others = (['Easy', 'En', 'Ko'] as const).flatMap((suffix) => {
    const language = f.languages[suffix === 'Easy' ? 'easy' : suffix === 'En' ? 'en' : 'ko']
    const fault = halves.includes(suffix) ? f.pairFault : undefined
    return [
      asked(view, form, `title${suffix}`, { label: `${f.title} (${language})`, fault }),
      asked(view, form, `body${suffix}`, { label: `${f.body} (${language})`, rows: 6, fault }),
    ]
  })
  const fields = [...own, ...others]
  return (
    <DeskPage
      view={view}
      title={of ? d.editTitle : d.fresh}
      breadcrumbs={[{ text: d.title, path: urls.desk }]}
    >
      <Faults view={view} fields={fields} />
      <Masthead title={of ? d.editTitle : d.fresh} />
      <Form
        view={view}
        action={of ? urls.edit(of.id) : urls.fresh}
        {...(of && { hidden: { version: String(of.version) } })}
      >
        <AskedFields view={view} fields={own} />
        <FieldSet
          legend={[f.languages.easy, f.languages.en, f.languages.ko].join(' / ')}
          hint={f.othersHint}
        >
          <AskedFields view={view} fields={others} />
        </FieldSet>
        <Actions>
          <Button>{f.save}</Button>
          <ButtonLink view={view} path={of ? urls.one(of.id) : urls.desk} kind="quiet">
            {d.title}
          </ButtonLink>
        </Actions>
      </Form>
    </DeskPage>
  )
}
