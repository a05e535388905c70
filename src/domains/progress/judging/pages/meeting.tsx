import { AskedFields, asked, Faults } from '#design/asked.tsx'
import { Actions, Button } from '#design/button.tsx'
import { DeskPage } from '#design/desk-page.tsx'
import { FieldSet, Form } from '#design/form.tsx'
import { Masthead, Part } from '#design/masthead.tsx'
import { Notice } from '#design/notice.tsx'
import { at, type View } from '#design/view.ts'
import type { Filled } from '#platform/form.ts'
import type { settleForm, verdictForm } from '../forms.ts'
import { deskWords } from '../messages/desk.ts'
import type { JudgedItem, JudgingYear } from '../rules/year.ts'
import { urls } from '../urls.ts'
import type { JudgingAction } from '../workflow.ts'
import { Done, LayerTable, Marks, Papers, verdictFields } from './parts.tsx'

export interface MeetingProps {
  readonly view: View
  readonly year: JudgingYear
  readonly judged: JudgedItem
  readonly offers: ReadonlySet<JudgingAction>
  readonly form: Filled<ReturnType<typeof settleForm>>
  readonly faults?: Readonly<Record<string, string>>
  readonly nameOf: (user: string) => string
  readonly done: string | null
}

/** One item before the meeting: everything side by side, and what was settled. */
export function MeetingPage(props: MeetingProps) {
  const { view, year, judged, offers, form, faults = {}, nameOf, done } = props
  const d = deskWords(view)
  const { committee, scale } = year
  const { item } = judged.progress
  const fields = verdictFields(view, form, scale, faults, d.comment)
  const others = (['minority1', 'minority2', 'minority3'] as const).map((key) =>
    asked(view, form, key, { label: d.minority, hint: d.minorityHint, rows: 3 }),
  )
  const serving = judged.shares.filter((s) => !s.recused)
  return (
    <DeskPage
      view={view}
      title={`${item.code} ${item.title}`}
      breadcrumbs={[
        { text: d.title, path: urls.desk },
        { text: committee.name, path: urls.one(committee.id), lang: 'ja' },
      ]}
    >
      <Faults view={view} fields={fields} />
      <Masthead over={d.meeting} title={`${item.code} ${item.title}`} lang="ja" />
      <Done view={view} done={done} />
      <Papers view={view} judged={judged} />
      <LayerTable view={view} judged={judged} scale={scale} />
      <Part view={view} id="marks" title={d.marks}>
        <p>{d.handed(judged.handedIn.size, serving.length)}</p>
        {judged.marks.length === 0 && judged.handedIn.size > 0 && <p>{d.notYetSeen}</p>}
        <Marks
          view={view}
          scale={scale}
          marks={judged.marks}
          nameOf={nameOf}
          dueOn={committee.marksDueOn}
        />
        {offers.has('markOnPaper') && (
          <ul>
            {serving
              .filter(({ userId }) => !judged.handedIn.has(userId))
              .map(({ userId }) => (
                <li>
                  <a href={at(view, urls.paper(committee.id, item.id, userId))}>
                    {d.paperEntry}: <span lang="ja">{nameOf(userId)}</span>
                  </a>
                </li>
              ))}
          </ul>
        )}
      </Part>
      {offers.has('settleItem') && (
        <Part view={view} id="settle" title={d.meeting} lead={d.meetingLead}>
          <Form view={view} action={urls.meeting(committee.id, item.id)}>
            <AskedFields view={view} fields={fields} />
            <FieldSet legend={d.minority}>
              <AskedFields view={view} fields={others} />
            </FieldSet>
            <Actions>
              <Button>{d.settleItem}</Button>
            </Actions>
          </Form>
        </Part>
      )}
    </DeskPage>
  )
}

export interface PaperProps {
  readonly view: View
  readonly year: JudgingYear
  readonly judged: JudgedItem
  readonly member: { readonly id: string; readonly name: string }
  readonly form: Filled<ReturnType<typeof verdictForm>>
  readonly faults?: Readonly<Record<string, string>>
  readonly refused?: string
}

/** A sheet of paper, typed in. */
export function PaperPage(props: PaperProps) {
  const { view, year, judged, member, form, faults = {}, refused } = props
  const d = deskWords(view)
  const { committee, scale } = year
  const { item } = judged.progress
  const fields = verdictFields(view, form, scale, faults, d.commentOfMember)
  return (
    <DeskPage
      view={view}
      title={d.paperEntry}
      narrow
      breadcrumbs={[
        { text: d.title, path: urls.desk },
        { text: committee.name, path: urls.one(committee.id), lang: 'ja' },
      ]}
    >
      <Faults view={view} fields={fields} />
      <Masthead
        over={<span lang="ja">{`${item.code} ${item.title}`}</span>}
        title={`${d.paperEntry}: ${member.name}`}
        lead={d.paperLead}
      />
      {refused && (
        <Notice view={view} kind="danger" live>
          <p>{refused}</p>
        </Notice>
      )}
      <Form view={view} action={urls.paper(committee.id, item.id, member.id)}>
        <AskedFields view={view} fields={fields} />
        <Actions>
          <Button>{d.handIn}</Button>
        </Actions>
      </Form>
    </DeskPage>
  )
}
