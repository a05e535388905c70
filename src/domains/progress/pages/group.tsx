import { Faults } from '#design/asked.tsx'
import { Actions, Button, ButtonLink } from '#design/button.tsx'
import { Facts } from '#design/facts.tsx'
import { FieldSet, Form } from '#design/form.tsx'
import { Masthead, Part } from '#design/masthead.tsx'
import { Notice } from '#design/notice.tsx'
import { type Child, Page } from '#design/page.tsx'
import { at, languageOf, type View } from '#design/view.ts'
import { type PlanItem, planUrls, say } from '#domains/plan/index.ts'
import type { ReportFile } from '../evidence.ts'
import type { ReportTyped } from '../forms.ts'
import type { DifferenceNote, Hearing } from '../group.ts'
import { urls } from '../group-urls.ts'
import { evidenceWords } from '../messages/evidence.ts'
import { messages } from '../messages/group.ts'
import type { Report, Round, Scale } from '../progress.ts'
import { isOpen, linkUntil } from '../rules/groups.ts'
import type { Where } from '../rules/where.ts'
import { FileList, type FileRow, FileRows, fileFieldsOf, TakeOff } from './evidence.tsx'
import {
  allGroupFields,
  GroupFieldset,
  type GroupFieldsProps,
  groupFieldsOf,
} from './group-fields.tsx'
import { Same } from './group-same.tsx'
import { day, districtNameOn, InJapanese, wordsOf } from './public/words.tsx'
import { type SideProps, TwoSides, type TwoSidesProps } from './two-sides.tsx'

export interface GroupPageProps {
  readonly view: View
  readonly token: string
  readonly report: Report
  readonly round: Round
  readonly scale: Scale
  readonly where: Where
  readonly item: PlanItem
  readonly typed: ReportTyped
  readonly hearing: Hearing | null
  /** The city's public report of the same round; nothing while it has none. */
  readonly city: SideProps | null
  readonly found: TwoSidesProps['found']
  readonly notes: readonly DifferenceNote[]
  /** What stands in it is what the group said last time: it may say that nothing has changed. */
  readonly isAsBefore: boolean
  readonly files: readonly ReportFile[]
  readonly rows: readonly FileRow[]
  /** What moderation decided of it, and the form to ask for another look; nothing where it decided nothing. */
  readonly story: Child
  readonly done?: 'saved' | 'handedIn' | 'takenBack' | null
  readonly refused?: GroupFieldsProps['refused']
  readonly stale?: boolean
  /** Minutes to wait, when too much came from here. */
  readonly wait?: number
}

/** A text of the plan in the reader's language, or in Japanese and marked as such. */
const Told = ({ said }: { readonly said: ReturnType<typeof say> }) =>
  'lang' in said && said.lang ? <span lang={said.lang}>{said.text}</span> : said.text

/** 団体の報告: what is asked, what the plan says, and the form; or what has become of it. */
export function GroupPage(props: GroupPageProps) {
  const { view, report, round, item, done, stale, wait } = props
  const g = messages[view.locale]
  const t = wordsOf(view)
  const writes = isOpen(report) && round.state === 'open'
  const title = `${item.code} ${say(item, 'title', view.locale).text}`
  const fields = groupFieldsOf(props)
  return (
    <Page view={view} title={g.title} secret>
      {writes && (
        <Faults
          view={view}
          fields={[
            ...(props.isAsBefore ? [fields.unchanged] : []),
            ...allGroupFields(fields),
            ...fileFieldsOf(view, props.rows).flat(),
          ]}
        />
      )}
      <Masthead
        title={g.title}
        over={<Told said={{ ...say(item, 'title', view.locale), text: title }} />}
        lead={g.lead}
        marks={
          <span>
            <InJapanese view={view} text={report.asked} />
          </span>
        }
      />
      {done && (
        <Notice view={view} kind="success" live>
          <p>{g[done]}</p>
        </Notice>
      )}
      {stale && (
        <Notice view={view} kind="warning" live>
          <p>{g.stale}</p>
        </Notice>
      )}
      {wait !== undefined && (
        <Notice view={view} kind="warning" live>
          <p>{g.wait(wait)}</p>
        </Notice>
      )}
      <State {...props} />
      {props.story}
      <Part view={view} id="asks" title={g.asks}>
        <p>{g.asksText(title, t.periods[round.period], day(view, round.dueOn))}</p>
        {round.note && (
          <p class="lines" lang={languageOf(view.locale) === 'ja' ? undefined : 'ja'}>
            {round.note}
          </p>
        )}
        <p>{g.until(day(view, linkUntil(round)))}</p>
        <ul class="bullets">
          {g.rules.map((rule) => (
            <li>{rule}</li>
          ))}
        </ul>
      </Part>
      <Part view={view} id="item" title={g.item}>
        <p>
          <Told said={say(item, 'description', view.locale)} />
        </p>
        <Facts
          pairs={[
            ...(item.citizenRole
              ? [[g.citizenRole, <Told said={say(item, 'citizenRole', view.locale)} />] as const]
              : []),
            ...(item.cityRole
              ? [[g.cityRole, <Told said={say(item, 'cityRole', view.locale)} />] as const]
              : []),
          ]}
        />
      </Part>
      {writes ? <Write {...props} /> : <Read {...props} />}
    </Page>
  )
}

/** What has become of the report, in one box. */
function State({ view, token, report, round, hearing }: GroupPageProps) {
  const g = messages[view.locale]
  const closed = round.state !== 'open' && report.state !== 'confirmed'
  return (
    <Notice
      view={view}
      kind={report.state === 'returned' ? 'warning' : 'info'}
      title={g.states[report.state]}
    >
      {report.state === 'returned' && (
        <p>
          {g.returnedText}{' '}
          <span class="lines" lang={languageOf(view.locale) === 'ja' ? undefined : 'ja'}>
            {report.returnReason}
          </span>
        </p>
      )}
      {report.state === 'submitted' && !closed && <p>{g.submittedText}</p>}
      {report.state === 'confirmed' && <p>{g.confirmedText}</p>}
      {closed && <p>{g.closedText}</p>}
      {hearing && <p>{g.heard(g.ways[hearing.way], day(view, hearing.on))}</p>}
      {isOpen(report) && !closed && (
        <p>
          <a href={at(view, urls.sheet(token))}>{g.sheet}</a>
        </p>
      )}
    </Notice>
  )
}

function Write(props: GroupPageProps) {
  const { view, token, report, item } = props
  const g = messages[view.locale]
  const fields = groupFieldsOf(props)
  const hidden = { version: String(report.version) }
  return (
    <Part view={view} id="form" title={g.form} lead={g.filledIn}>
      <Form view={view} action={urls.report(token)} hidden={hidden} trap={g.trap} multipart>
        {props.isAsBefore && (
          <Same view={view} report={report} scale={props.scale} field={fields.unchanged} />
        )}
        <GroupFieldset view={view} fields={fields} item={item} />
        <Evidence {...props} />
        <Actions>
          <Button name="step" value="submit">
            {g.handIn}
          </Button>
          <Button kind="secondary" name="step" value="save">
            {g.save}
          </Button>
        </Actions>
      </Form>
    </Part>
  )
}

/** In the same form as the text: one button keeps both. */
function Evidence({ view, token, files, rows }: GroupPageProps) {
  const e = evidenceWords[view.locale]
  return (
    <FieldSet legend={e.title} hint={e.lead}>
      <FileList
        view={view}
        files={files}
        addressOf={(file) => urls.file(token, file)}
        beside={({ id, title }) => (
          <TakeOff view={view} title={title} name="step" value={`remove:${id}`} />
        )}
      />
      <ul class="bullets">
        {e.rules.map((rule) => (
          <li>{rule}</li>
        ))}
      </ul>
      <FileRows view={view} fields={fileFieldsOf(view, rows)} />
    </FieldSet>
  )
}

function Read(props: GroupPageProps) {
  const { view, token, report, round, scale, item, city, found, notes, files, where } = props
  const g = messages[view.locale]
  const t = wordsOf(view)
  const step = scale.steps.find(({ code }) => code === report.content.value) ?? null
  const own = { title: t.sides.group, asked: report.asked, step, content: report.content }
  const none = { title: t.sides.city, asked: '', step: null, content: null }
  return (
    <Part view={view} id="said" title={city ? g.bothSides : g.said}>
      <TwoSides
        {...{ view, found, notes }}
        city={city ?? none}
        group={own}
        districtName={districtNameOn(view, where)}
      />
      {files.length > 0 && (
        <div class="stack-tight">
          <h3>{evidenceWords[view.locale].title}</h3>
          <FileList view={view} files={files} addressOf={(file) => urls.file(token, file)} />
        </div>
      )}
      <Actions>
        {report.state === 'submitted' && round.state === 'open' && (
          <Form
            view={view}
            action={urls.report(token)}
            hidden={{ version: String(report.version) }}
            trap={g.trap}
          >
            <Button kind="secondary" name="step" value="change">
              {g.change}
            </Button>
          </Form>
        )}
        {report.state === 'confirmed' && (
          <ButtonLink view={view} path={planUrls.item(round.fiscalYear, item.code)}>
            {g.readPublic}
          </ButtonLink>
        )}
      </Actions>
    </Part>
  )
}

interface DoorProps {
  readonly view: View
  /** A link that does not open: wrong, too old and withdrawn look the same. */
  readonly dead?: boolean
}

export function DoorPage({ view, dead = false }: DoorProps) {
  const g = messages[view.locale]
  return (
    <Page view={view} title={dead ? g.dead : g.door}>
      <Masthead title={dead ? g.dead : g.door} lead={dead ? g.deadLead : g.doorLead} />
      <p>
        {g.doorLost} {view.site.phone}
      </p>
    </Page>
  )
}
