import { AskedFields, asked, Faults } from '#design/asked.tsx'
import { Actions, Button, ButtonLink } from '#design/button.tsx'
import { DeskPage } from '#design/desk-page.tsx'
import { FieldSet, Form } from '#design/form.tsx'
import { Masthead, Part } from '#design/masthead.tsx'
import { at, type View } from '#design/view.ts'
import type { Filled } from '#platform/form.ts'
import type { settleForm, verdictForm } from '../forms.ts'
import { emptyVerdict, type GivenMark, seenAt } from '../judging.ts'
import { deskWords } from '../messages/desk.ts'
import type { JudgedItem, JudgingYear } from '../rules/year.ts'
import { urls } from '../urls.ts'
import type { JudgingAction } from '../workflow.ts'
import { Done, LayerTable, Marks, Papers } from './parts.tsx'
import { verdictFields, verdictPairs } from './verdict.tsx'
import { Between, type Wrong } from './wrong.tsx'

export interface MeetingProps {
  readonly view: View
  readonly year: JudgingYear
  readonly judged: JudgedItem
  readonly offers: ReadonlySet<JudgingAction>
  readonly form: Filled<ReturnType<typeof settleForm>>
  readonly wrong?: Wrong
  readonly nameOf: (user: string) => string
  readonly done: string | null
}

/** One item before the meeting: everything side by side, and what was settled. */
export function MeetingPage(props: MeetingProps) {
  const { view, year, judged, offers, form, wrong, nameOf, done } = props
  const d = deskWords(view)
  const { committee, scale } = year
  const { item } = judged.progress
  const fields = verdictFields(view, d, form, scale, wrong?.faults ?? {}, d.comment)
  const keys = ['minority1', 'minority2', 'minority3'] as const
  const { settlement } = judged
  const others = keys.map((key) =>
    asked(view, form, key, { label: d.minority, hint: d.minorityHint, rows: 3 }),
  )
  const shown = Math.max(1, 1 + keys.findLastIndex((key) => form.raw[key] || form.faults[key]))
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
      <Faults view={view} fields={[...fields, ...others]} />
      <Masthead over={d.meeting} title={`${item.code} ${item.title}`} lang="ja" />
      <Done view={view} done={done} />
      {done === 'settled' && <Onward {...props} />}
      <Between
        view={view}
        words={d}
        wrong={wrong}
        isOpen={offers.has('settleItem')}
        pairs={[
          ...verdictPairs(d, scale, settlement?.verdict ?? emptyVerdict, form, d.comment),
          ...keys.map((key, at) => [d.minority, saidBy(judged)[at] ?? '', form.raw[key]] as const),
        ]}
      />
      <Papers view={view} words={d} judged={judged} />
      <LayerTable view={view} words={d} judged={judged} scale={scale} />
      <Part view={view} id="marks" title={d.marks}>
        <p>{d.handed(judged.handedIn.size, serving.length)}</p>
        {judged.marks.length === 0 && judged.handedIn.size > 0 && <p>{d.notYetSeen}</p>}
        <Marks
          words={d}
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
          <Form
            view={view}
            action={urls.meeting(committee.id, item.id)}
            hidden={{ version: seenAt(settlement?.settledAt) }}
          >
            <AskedFields view={view} fields={fields} />
            <FieldSet legend={d.minority}>
              <AskedFields view={view} fields={others.slice(0, shown)} />
              {shown < others.length && (
                <details class="desk-fold">
                  <summary>{d.minorityMore}</summary>
                  <div class="stack">
                    <AskedFields view={view} fields={others.slice(shown)} />
                  </div>
                </details>
              )}
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

/** After one item the next that waits; after the last, where the year goes on. */
function Onward({ view, year, judged }: MeetingProps) {
  const d = deskWords(view)
  const { committee, items } = year
  const place = items.indexOf(judged)
  const next = [...items.slice(place + 1), ...items.slice(0, place)].find(
    ({ settlement, waived }) => settlement === null && waived.committee === undefined,
  )
  const to = next ? urls.meeting(committee.id, next.progress.item.id) : urls.one(committee.id)
  return (
    <Actions>
      <ButtonLink view={view} path={to}>
        {next ? d.nextItem : d.allSettled}
      </ButtonLink>
    </Actions>
  )
}

/** A minority's words as they were kept, in their order. */
const saidBy = ({ remarks }: JudgedItem): readonly string[] =>
  remarks.filter(({ kind }) => kind === 'minority').map(({ text }) => text)

export interface PaperProps {
  readonly view: View
  readonly year: JudgingYear
  readonly judged: JudgedItem
  readonly member: { readonly id: string; readonly name: string }
  readonly form: Filled<ReturnType<typeof verdictForm>>
  /** What somebody typed of the same sheet before, if it may be seen. */
  readonly before: GivenMark | undefined
  readonly wrong?: Wrong
}

/** A sheet of paper, typed in. */
export function PaperPage(props: PaperProps) {
  const { view, year, judged, member, form, before, wrong } = props
  const d = deskWords(view)
  const { committee, scale } = year
  const { item } = judged.progress
  const fields = verdictFields(view, d, form, scale, wrong?.faults ?? {}, d.commentOfMember)
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
      <Between
        view={view}
        words={d}
        wrong={wrong}
        isOpen={before ? before.enteredBy !== before.userId : !wrong?.stale}
        pairs={verdictPairs(d, scale, before?.verdict ?? emptyVerdict, form, d.commentOfMember)}
      />
      <Form
        view={view}
        action={urls.paper(committee.id, item.id, member.id)}
        hidden={{ version: seenAt(before?.givenAt) }}
      >
        <AskedFields view={view} fields={fields} />
        <Actions>
          <Button>{d.handIn}</Button>
        </Actions>
      </Form>
    </DeskPage>
  )
}
