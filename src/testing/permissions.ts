import { ja as desk } from '#domains/plan/messages/desk-ja.ts'
import { ja as words } from '#domains/plan/messages/ja.ts'
import {
  type PlanAction,
  workflow as plan,
  standing as planStanding,
} from '#domains/plan/workflow.ts'
import { workflow as staff, standing as staffStanding } from '#domains/staff/workflow.ts'
import type { Workflow } from '#platform/workflow.ts'
import { people } from './people.ts'

/** One chapter's workflow table with the words that an auditor reads it by. */
interface Chapter {
  readonly folder: string
  readonly title: string
  readonly workflow: Workflow<string, string>
  readonly actions: Readonly<Record<string, string>>
  readonly states: Readonly<Record<string, string>>
  readonly standings: Readonly<Record<string, string>>
  /** Who stands how: the columns of the second table, asked of the chapter's own `standing`. */
  readonly columns: readonly (readonly [name: string, stands: ReadonlySet<string>])[]
  /** What an action refuses beyond its line, because one line cannot say it. */
  readonly notes: readonly string[]
}

const planActions: Readonly<Record<PlanAction, string>> = {
  create: '計画を作る',
  edit: '施策・方針・前書きを直す、項目を足す・移す・削る',
  editItem: '項目を直す',
  takeIn: '取り込む',
  openComment: '意見の募集を始める',
  submit: '審議に出す',
  sendBack: '差し戻す',
  decide: '決裁する',
  publish: '公表する',
  start: '実施を始める',
  reachMidterm: '中間点検に進む',
  beginClosing: '取りまとめに進む',
  evaluate: '評価を終える',
  archive: '保存する',
  amend: '変更を起案する・取り下げる',
  approveAmendment: '変更を決裁する',
  rollOver: '次の年度の案を作る',
  readDraft: '案を読む',
  read: '公開された計画を読む',
}

const staffActions: Readonly<Record<keyof typeof staff, string>> = {
  addDepartment: '部署を登録する',
  addMember: '職員を登録する',
  signIn: '入口から入る',
  openDesk: '作業台を開く',
  readLedger: '台帳を読む',
}

const written = { authors: [people.author.id] }
const ownItem = { departments: [people.officer.department] }

export const chapters: readonly Chapter[] = [
  {
    folder: 'staff',
    title: '職員(staff)',
    workflow: staff,
    actions: staffActions,
    states: {},
    standings: {
      anyone: 'だれでも',
      staff: '職員',
      registrar: '組織の登録をする人',
      personnel: '職員の登録をする人',
      'ledger-reader': '台帳を読む人',
    },
    columns: [
      ['住民', staffStanding(people.resident)],
      ['監査', staffStanding(people.viewer)],
      ['課の職員', staffStanding(people.officer)],
      ['事務局', staffStanding(people.author)],
      ['システムの管理者', staffStanding(people.administrator)],
    ],
    notes: [
      'コマンド `tomoni` は、動かしている機械の事務局として働きます(台帳には `sys_cli` と残ります)。',
    ],
  },
  {
    folder: 'plan',
    title: '計画(plan)',
    workflow: plan,
    actions: planActions,
    states: words.states,
    standings: desk.standings,
    columns: [
      ['住民', planStanding(people.resident, written, ownItem)],
      ['監査', planStanding(people.viewer, written, ownItem)],
      ['課の職員(ほかの部署の項目)', planStanding(people.other, written, ownItem)],
      ['課の職員(自分の部署の項目)', planStanding(people.officer, written, ownItem)],
      ['事務局(案を書いた人)', planStanding(people.author, written, ownItem)],
      ['事務局(案を書いていない人)', planStanding(people.head, written, ownItem)],
    ],
    notes: [
      '「変更を決裁する」は、その変更を起案した人にはできません(`src/domains/plan/actions/amend.ts`、表 `plan_amendment` の CHECK)。',
      '「決裁する」は、案に1度でも手を入れた人にはできません(表 `plan` の CHECK も同じことを約束します)。',
    ],
  },
]

const row = (cells: readonly string[]) => `| ${cells.join(' | ')} |`
const table = (head: readonly string[], rows: readonly (readonly string[])[]) =>
  [row(head), row(head.map(() => '---')), ...rows.map(row)].join('\n')

function tables(chapter: Chapter): string {
  const { workflow, actions, states, standings, columns, notes } = chapter
  const state = (name: string) =>
    name === 'nothing' ? 'まだない' : name === 'same' ? '変わらない' : (states[name] ?? name)
  const steps = Object.entries(workflow)
  const hasStates = Object.keys(states).length > 0
  return [
    `## ${chapter.title}`,
    `もと: \`src/domains/${chapter.folder}/workflow.ts\``,
    table(
      ['操作', '名', ...(hasStates ? ['始められる段階', '行き先'] : []), 'できる人', 'よりどころ'],
      steps.map(([name, { from, to, by, basis }]) => [
        actions[name] ?? name,
        `\`${name}\``,
        ...(hasStates ? [from.map(state).join('、'), state(to)] : []),
        by.map((who) => standings[who] ?? who).join('、'),
        basis,
      ]),
    ),
    '段階が合うときに、だれができるか(○ できる、− できない)。',
    table(
      ['操作', ...columns.map(([name]) => name)],
      steps.map(([name, { by }]) => [
        actions[name] ?? name,
        ...columns.map(([, stands]) => (by.some((who) => stands.has(who)) ? '○' : '−')),
      ]),
    ),
    notes.map((note) => `- ${note}`).join('\n'),
  ].join('\n\n')
}

/** docs/permissions.md: every chapter's workflow table in one place. */
export const permissionsPage = () =>
  `${[
    '# 権限の一覧',
    'この文書は `node scripts/permissions.ts` が、各章の `workflow.ts` から作ります。手で直しません。',
    'Generated from the workflow tables, the one place that says who may do what. The server asks the same lines before every change, and the buttons are drawn from them.',
    ...chapters.map(tables),
  ].join('\n\n')}\n`

const begin = '<!-- flow: node scripts/permissions.ts -->'
const end = '<!-- /flow -->'

/** Mermaid reads a hyphen in a name as an arrow. */
const plainName = (state: string) => (state === 'nothing' ? '[*]' : state.replaceAll('-', '_'))

function flow({ workflow, actions, states }: Chapter): string {
  const steps = Object.entries(workflow)
  const moves = steps.flatMap(([name, { from, to }]) =>
    to === 'same'
      ? []
      : from.map((one) => `  ${plainName(one)} --> ${plainName(to)}: ${actions[name] ?? name}`),
  )
  const names = Object.entries(states).map(
    ([name, word]) => `  state "${word}" as ${plainName(name)}`,
  )
  return ['```mermaid', 'stateDiagram-v2', ...names, ...moves, '```'].join('\n')
}

/** A chapter's README with its flow drawn anew between the markers; unchanged where it has none. */
export function withFlow(readme: string, chapter: Chapter): string {
  const [before, rest] = readme.split(begin)
  const after = rest?.split(end)[1]
  if (before === undefined || after === undefined) return readme
  return `${before}${begin}\n${flow(chapter)}\n${end}${after}`
}
