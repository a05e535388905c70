import { AskedFields, asked, Faults } from '#design/asked.tsx'
import { Actions, Button, ButtonLink } from '#design/button.tsx'
import { DeskPage } from '#design/desk-page.tsx'
import { Facts, Progress } from '#design/facts.tsx'
import { Form } from '#design/form.tsx'
import { Tongues } from '#design/header.tsx'
import { Masthead, Part } from '#design/masthead.tsx'
import { faultsIn } from '#design/messages/faults.ts'
import { Notice } from '#design/notice.tsx'
import { StateBadge } from '#design/state.tsx'
import { Table } from '#design/table.tsx'
import { at, type View } from '#design/view.ts'
import type { Filled } from '#platform/form.ts'
import { stepOf } from '../../rules/report.ts'
import type { reasonForm, verdictForm } from '../forms.ts'
import type { Mark } from '../judging.ts'
import { memberWords } from '../messages/member.ts'
import type { JudgedItem, JudgingYear } from '../rules/year.ts'
import { urls } from '../urls.ts'
import { day } from './desk.tsx'
import { Done, LayerTable, Marks, Papers, StepBadge, tones } from './parts.tsx'
import { verdictFields, verdictPairs } from './verdict.tsx'
import { Between, type Wrong } from './wrong.tsx'

export interface MemberProps {
  readonly view: View
  readonly year: JudgingYear
  /** The items of this member, in the order of the plan. */
  readonly own: readonly JudgedItem[]
  readonly me: string
  readonly done: string | null
}

/** One member's items with how far they are; the next one is a button away. */
export function MemberPage({ view, year, own, me, done }: MemberProps) {
  const d = memberWords(view)
  const { committee } = year
  const given = own.filter(({ handedIn }) => handedIn.has(me)).length
  const next = own.find(({ handedIn }) => !handedIn.has(me))
  return (
    <DeskPage
      view={view}
      title={committee.name}
      narrow
      breadcrumbs={[{ text: d.mine, path: urls.mine }]}
    >
      <Tongues view={view} />
      <Masthead
        title={committee.name}
        lang="ja"
        marks={<StateBadge tone={tones[committee.state]} word={d.states[committee.state]} />}
      />
      <Done view={view} done={done} words={d} />
      <p class="lead">{d.mineLead}</p>
      <div class="in-sight">
        <Progress
          label={d.progress(given, own.length)}
          share={own.length ? given / own.length : 0}
          text={d.progressSaid(given, own.length)}
        />
      </div>
      <Facts
        pairs={[
          [d.marksDueOn, day(view, committee.marksDueOn)],
          [d.meetingOn, day(view, committee.meetingOn)],
        ]}
      />
      <Actions>
        {next && (
          <ButtonLink view={view} path={urls.memberItem(committee.id, next.progress.item.id)}>
            {d.nextItem}
          </ButtonLink>
        )}
        <a href={at(view, urls.papers(committee.id))}>{d.papers}</a>
        <a href={at(view, urls.sheet(committee.id))}>{d.sheet}</a>
      </Actions>
      <Table
        view={view}
        caption={d.item}
        quietCaption
        columns={[
          {
            label: d.item,
            role: 'heading',
            cell: ({ progress: { item } }) => <span lang="ja">{`${item.code} ${item.title}`}</span>,
          },
          {
            label: d.myMark,
            cell: ({ marks, handedIn }) => {
              const mine = marks.find(({ userId }) => userId === me)
              if (!handedIn.has(me)) return mine ? d.drafting : d.nothingSaid
              return <StepBadge step={mine ? stepOf(year.scale, mine.verdict.value) : null} />
            },
          },
        ]}
        rows={own}
        to={({ progress: { item } }) => urls.memberItem(committee.id, item.id)}
      />
    </DeskPage>
  )
}

export interface MemberItemProps {
  readonly view: View
  readonly year: JudgingYear
  readonly judged: JudgedItem
  readonly own: readonly JudgedItem[]
  readonly me: string
  readonly mayMark: boolean
  readonly form: Filled<ReturnType<typeof verdictForm>>
  readonly leave: Filled<typeof reasonForm>
  readonly wrong?: Wrong
  readonly nameOf: (user: string) => string
  readonly done: string | null
}

/** One item: what to read, one's own mark, and the others' once they may be seen. */
export function MemberItemPage(props: MemberItemProps) {
  const { view, year, judged, own, me, mayMark, form, wrong, nameOf, done } = props
  const d = memberWords(view)
  const { committee, scale } = year
  const { item } = judged.progress
  const isLeave = wrong?.of === 'recuse'
  const faults = isLeave ? {} : (wrong?.faults ?? {})
  const fields = verdictFields(view, d, form, scale, faults, d.commentOfMember)
  const place = own.findIndex((one) => one.progress.item.id === item.id)
  const [before, after] = [own[place - 1], place < 0 ? undefined : own[place + 1]]
  const mine = judged.marks.find(({ userId }) => userId === me)
  const others = judged.marks.filter(({ userId }) => userId !== me)
  const isGiven = mine?.state === 'given'
  const gone = judged.shares.find((s) => s.userId === me)?.recused
  const action = urls.memberItem(committee.id, item.id)
  const isOpen = mayMark && !isGiven
  const leave = asked(view, props.leave, 'reason', {
    label: d.reason,
    hint: d.recuseMeLead,
    among: 'recuse',
    fault: leaveFault(props),
  })
  const none = { value: '', comment: '', course: null }
  const now = mine?.verdict ?? none
  return (
    <DeskPage
      view={view}
      title={`${item.code} ${item.title}`}
      narrow
      breadcrumbs={[
        { text: d.mine, path: urls.mine },
        { text: committee.name, path: urls.member(committee.id), lang: 'ja' },
      ]}
    >
      <Faults view={view} fields={[...fields, leave]} />
      <Tongues view={view} />
      <Masthead
        over={place >= 0 ? d.progress(place + 1, own.length) : undefined}
        title={`${item.code} ${item.title}`}
        lang="ja"
      />
      <Done view={view} done={done} words={d} />
      {done === 'marked' && <Onward {...props} />}
      <Between
        view={view}
        words={d}
        wrong={wrong}
        isOpen={isOpen}
        pairs={
          isLeave
            ? [[d.reason, '', props.leave.raw.reason]]
            : verdictPairs(d, scale, now, form, d.commentOfMember)
        }
      />
      <Papers view={view} words={d} judged={judged} />
      <LayerTable view={view} words={d} judged={judged} scale={scale} />
      {gone && (
        <Notice view={view} kind="info">
          <p>
            {d.recused}: <span lang="ja">{gone.reason}</span>
          </p>
        </Notice>
      )}
      {place < 0 && !gone && <p>{d.notMine}</p>}
      {isGiven && mine && <Own {...props} mine={mine} />}
      {isOpen && (
        <Part view={view} id="mark" title={d.myMark}>
          <Form view={view} action={action}>
            <AskedFields view={view} fields={fields} />
            <p class="hint">{d.handInHint}</p>
            <Actions>
              <Button name="does" value="give">
                {d.handIn}
              </Button>
              <Button kind="secondary" name="does" value="save" unchecked>
                {d.keep}
              </Button>
            </Actions>
          </Form>
        </Part>
      )}
      <Part view={view} id="others" title={d.marks}>
        {others.length > 0 ? (
          <Marks
            words={d}
            scale={scale}
            marks={others}
            nameOf={nameOf}
            dueOn={committee.marksDueOn}
          />
        ) : (
          <p>{isGiven ? d.othersNone : d.othersHidden}</p>
        )}
      </Part>
      <Actions>
        {after && (
          <ButtonLink view={view} path={urls.memberItem(committee.id, after.progress.item.id)}>
            {d.nextItem}
          </ButtonLink>
        )}
        {before && (
          <ButtonLink
            view={view}
            path={urls.memberItem(committee.id, before.progress.item.id)}
            kind="secondary"
          >
            {d.lastItem}
          </ButtonLink>
        )}
      </Actions>
      {isOpen && (
        <Part view={view} id="recuse" title={d.recuseMe}>
          <Form
            view={view}
            action={urls.recuse(committee.id)}
            hidden={{ itemId: item.id, userId: me }}
          >
            <AskedFields view={view} fields={[leave]} />
            <Actions>
              <Button kind="quiet">{d.recuseMe}</Button>
            </Actions>
          </Form>
        </Part>
      )}
    </DeskPage>
  )
}

/** What has just been handed in lies behind: the next item waits right here, or the list of all. */
function Onward({ view, year, own, me }: MemberItemProps) {
  const d = memberWords(view)
  const { id } = year.committee
  const next = own.find(({ handedIn }) => !handedIn.has(me))
  return (
    <Actions>
      <ButtonLink
        view={view}
        path={next ? urls.memberItem(id, next.progress.item.id) : urls.member(id)}
      >
        {next ? d.nextItem : d.mine}
      </ButtonLink>
    </Actions>
  )
}

/** Its own fault, or a reason that is too long, in the member's language. */
function leaveFault({ view, leave, wrong }: MemberItemProps): string | undefined {
  const found = leave.faults.reason
  if (found) return faultsIn({ locale: view.locale, path: '' })[found]
  return wrong?.of === 'recuse' ? wrong.faults.reason : undefined
}

function Own({ view, year, mine }: MemberItemProps & { readonly mine: Mark }) {
  const d = memberWords(view)
  const { value, comment, course } = mine.verdict
  return (
    <Part view={view} id="mark" title={d.myMark}>
      <Facts
        pairs={[
          [d.value, <StepBadge step={stepOf(year.scale, value)} />],
          [d.course, course ? d.courses[course] : d.nothingSaid],
          [d.commentOfMember, <span lang="ja">{comment || d.nothingSaid}</span>],
        ]}
      />
    </Part>
  )
}
