import { AskedFields, asked, Faults, optionsOf } from '#design/asked.tsx'
import { Actions, Button, ButtonLink } from '#design/button.tsx'
import { inJapanese } from '#design/desk-tongue.ts'
import { Facts } from '#design/facts.tsx'
import type { AskedField } from '#design/field-kinds.ts'
import { Form } from '#design/form.tsx'
import { Part } from '#design/masthead.tsx'
import { Notice } from '#design/notice.tsx'
import { tongues } from '#domains/residents/index.ts'
import { blank, type Filled } from '#platform/form.ts'
import { leaveOutForm } from '../../../forms/paper.ts'
import { channelName, paperWords } from '../../../messages/paper.ts'
import { besides, Paper } from '../../../pages/paper/typed.tsx'
import type { Scan } from '../../../paper.ts'
import type { CommentCase, Passage } from '../../case.ts'
import { ties } from '../../comment.ts'
import type { typeForm } from '../../forms.ts'
import { deskWords } from '../../messages/desk.ts'
import type { Sheet, TakenSheet } from '../../sheet.ts'
import { urls } from '../../urls.ts'
import { type Desk, dayIn, Frame, tiesOf } from './frame.tsx'

interface Typing extends Desk {
  readonly one: CommentCase
  readonly draft: readonly Passage[]
  readonly scans: readonly Scan[]
  readonly form: Filled<typeof typeForm>
  /** 氏名と住所 are asked of everybody. */
  readonly asksName: boolean
  /** What a rule refused, by field. */
  readonly refused: Readonly<Record<string, string>>
}

const crumbsOf = ({ view, one }: Pick<Typing, 'view' | 'one'>) => [
  { text: one.title, path: urls.work(one.id), ...inJapanese(view) },
  { text: deskWords(view).sheets, path: urls.sheets(one.id) },
]

/** The paragraphs to choose from, by number and beginning. */
const passageOptions = ({ draft }: Typing) =>
  draft.map(({ no, text }) => ({
    value: String(no),
    label: `${no} ${[...text].slice(0, 24).join('')}`,
    lang: 'ja' as const,
  }))

const needed = (field: AskedField, isNeeded: boolean): AskedField =>
  isNeeded ? { ...field, required: true, plain: false } : field

/** The same fields as on the web, in their order. */
function fieldsOf(props: Typing): readonly AskedField[] {
  const { view, form, refused, asksName } = props
  const w = deskWords(view)
  const p = paperWords(view)
  const field = (key: keyof typeof typeForm, label: string, more: object = {}) =>
    asked(view, form, key, { label, fault: refused[key], ...more })
  return [
    { ...field('text', w.written, { rows: 12, hint: p.textHint }), plain: false },
    field('passage', w.passage, { options: passageOptions(props), empty: w.noPassage }),
    field('place', w.place, { hint: w.placeHint }),
    field('language', p.fields.language, { options: optionsOf(tongues, p.languages) }),
    field('tie', w.tie, { options: optionsOf(ties, tiesOf(props)), open: true }),
    needed(field('name', w.personName, { width: 'medium' }), asksName),
    needed(field('address', w.address), asksName),
    field('mail', w.mail, { width: 'medium' }),
  ]
}

export interface TypeProps extends Typing {
  readonly sheet: Sheet
  /** The form that leaves the sheet out, as it came back. */
  readonly out?: Filled<typeof leaveOutForm> | undefined
}

/** 意見を打ち込む: the paper beside what it says. */
export function TypePage(props: TypeProps) {
  const { view, one, sheet, scans } = props
  const w = deskWords(view)
  const p = paperWords(view)
  const fields = fieldsOf(props)
  const by = `${channelName(view, sheet.channel)} ${dayIn(view, sheet.receivedOn)}`
  return (
    <Frame {...props} title={w.typing} lead={by} crumbs={crumbsOf(props)}>
      <Faults view={view} fields={fields} />
      <div class={besides(scans)}>
        <Paper view={view} page={(page) => urls.page(one.id, sheet.id, page)} scans={scans} />
        <div class="stack">
          <Form
            view={view}
            action={urls.sheet(one.id, sheet.id)}
            hidden={{ version: String(sheet.version) }}
          >
            <AskedFields view={view} fields={fields} />
            <Actions>
              <Button name="do" value="take">
                {w.takeIn}
              </Button>
              <Button name="do" value="keep" kind="secondary">
                {p.keep}
              </Button>
            </Actions>
          </Form>
          <LeaveOut {...props} />
        </div>
      </div>
    </Frame>
  )
}

function LeaveOut({ view, one, sheet, out }: TypeProps) {
  const w = deskWords(view)
  const p = paperWords(view)
  const why = asked(view, out ?? blank(leaveOutForm), 'why', { label: p.why, hint: p.leaveOutText })
  return (
    <details class="desk-fold" open={out !== undefined}>
      <summary>{w.leaveOut}</summary>
      <Faults view={view} fields={[why]} />
      <Form
        view={view}
        action={urls.sheetStep(one.id, sheet.id, 'out')}
        hidden={{ version: String(sheet.version) }}
      >
        <AskedFields view={view} fields={[why]} />
        <Actions>
          <Button kind="secondary">{w.leaveOut}</Button>
        </Actions>
      </Form>
    </details>
  )
}

export interface TakenProps extends Desk {
  readonly one: CommentCase
  readonly sheet: TakenSheet
  /** Empty once the slip was handed over. */
  readonly phrase: string
}

/** 受け付けました: the number, the phrase for as long as it may be said, and the slip. */
export function TakenPage(props: TakenProps) {
  const { view, one, sheet, phrase } = props
  const w = deskWords(view)
  const p = paperWords(view)
  const step = (name: 'slip.pdf' | 'handed') => urls.sheetStep(one.id, sheet.id, name)
  return (
    <Frame
      {...props}
      narrow
      title={p.taken}
      {...(phrase && { lead: p.takenLead })}
      crumbs={crumbsOf(props)}
    >
      <Facts
        pairs={[
          [w.number, <strong>{sheet.number}</strong>],
          ...(phrase ? [[w.phrase, <strong lang="ja">{phrase}</strong>] as const] : []),
        ]}
      />
      {phrase ? (
        <Part view={view} id="slip" title={p.slip}>
          <Form view={view} action={step('slip.pdf')}>
            <Actions>
              <Button>{p.slipPdf}</Button>
            </Actions>
          </Form>
          <Form view={view} action={step('handed')}>
            <p class="hint">{p.handedText}</p>
            <Actions>
              <Button kind="secondary">{p.handed}</Button>
            </Actions>
          </Form>
        </Part>
      ) : (
        <p>{p.isHanded}</p>
      )}
      <Actions>
        <ButtonLink view={view} path={urls.take(one.id)}>
          {w.takeNext}
        </ButtonLink>
        <ButtonLink view={view} path={urls.comment(one.id, sheet.comment)} kind="quiet">
          {w.comment}
        </ButtonLink>
      </Actions>
    </Frame>
  )
}

export interface CompareProps extends Typing {
  readonly sheet: TakenSheet
  readonly mayCorrect: boolean
}

/** 見比べる: the paper beside what was typed; right as it is, or corrected. */
export function ComparePage(props: CompareProps) {
  const { view, one, sheet, scans, mayCorrect } = props
  const w = deskWords(view)
  const p = paperWords(view)
  const fields = fieldsOf(props)
  return (
    <Frame
      {...props}
      title={`${p.compare} ${sheet.number}`}
      lead={p.compareLead}
      crumbs={crumbsOf(props)}
    >
      <Faults view={view} fields={fields} />
      <div class={besides(scans)}>
        <Paper view={view} page={(page) => urls.page(one.id, sheet.id, page)} scans={scans} />
        <div class="stack">
          {!mayCorrect && (
            <Notice view={view} kind="warning">
              <p>{w.onlyConfirm}</p>
            </Notice>
          )}
          <Form
            view={view}
            action={urls.sheetStep(one.id, sheet.id, 'check')}
            hidden={{ version: String(sheet.version) }}
          >
            <Actions>
              <Button name="do" value="confirm">
                {p.confirm}
              </Button>
            </Actions>
            <AskedFields view={view} fields={fields} />
            {mayCorrect && (
              <Actions>
                <Button name="do" value="correct" kind="secondary">
                  {p.correct}
                </Button>
              </Actions>
            )}
          </Form>
        </div>
      </div>
    </Frame>
  )
}
