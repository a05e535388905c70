import type { Workflow } from '#platform/workflow.ts'

/** One chapter's workflow table with the words that an auditor reads it by. */
export interface Chapter {
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
export const pageOf = (chapters: readonly Chapter[]): string =>
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
