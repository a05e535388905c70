import { eraDate, eraFiscalYear } from '#platform/calendar.ts'
import type { Block, Cell, Document, Sign } from '#platform/document.ts'
import type { SiteProfile } from '#platform/site.ts'
import { type Amendment, isInForce } from './amendment.ts'
import { contentFields, type Lead, leads, type PlanItem, quarters } from './item.ts'
import { inWords } from './messages/in-words.ts'
import { ja as t } from './messages/ja.ts'
import type { Plan } from './plan.ts'
import { isPublicField } from './rules/content.ts'
import { defaultTerms } from './terms.ts'
import { itemsOf, type MeasureTree, type PlanTree } from './tree.ts'

/** What is printed besides the plan itself. */
export interface Printed {
  readonly tree: PlanTree
  readonly site: SiteProfile
  readonly considerYears: ReadonlyMap<string, number>
  readonly amendments: readonly Amendment[]
}

const shapes = { citizens: 'star', city: 'disc', both: 'ring' } as const
const sign = (lead: Lead | null, word: string): Sign => ({
  shape: lead ? shapes[lead] : 'none',
  word,
})
const legend: Block = { kind: 'legend', signs: leads.map((lead) => sign(lead, t.leads[lead])) }

/** The plan as the city prints it: the same blocks go to the PDF and to the web edition. */
export function planDocument(printed: Printed): Document {
  const { tree, site, amendments } = printed
  const { plan } = tree
  const over = eraFiscalYear(plan.fiscalYear)
  return {
    title: plan.title.replace(over, '') || plan.title,
    over,
    ...(plan.subtitle && { subtitle: plan.subtitle }),
    author: site.name.ja,
    lang: 'ja',
    date: dateOf(plan, amendments),
    ...(isDraft(plan) && { stamp: t.draft }),
    colophon: colophon(printed),
    blocks: [
      ...opening(plan),
      ...tree.measures.flatMap((measure) => ofMeasure(measure, plan)),
      ...details(tree, printed.considerYears),
      ...changes(tree, amendments),
    ],
  }
}

const isDraft = (plan: Plan) => !('publishedOn' in plan)

/** The day of the text: of its last change. Fixes the bytes of the PDF. */
function dateOf(plan: Plan, amendments: readonly Amendment[]): string {
  const days = amendments.flatMap((a) => (isInForce(a) ? [a.approvedOn] : []))
  const own =
    'publishedOn' in plan
      ? plan.publishedOn
      : 'decidedOn' in plan
        ? plan.decidedOn
        : `${plan.fiscalYear}-04-01`
  return [own, ...days].sort().at(-1) ?? own
}

function colophon({ tree: { plan }, site, amendments }: Printed): string[] {
  const changed = amendments.filter(isInForce).map((a) => a.approvedOn)
  const last = changed.sort().at(-1)
  return [
    'decidedOn' in plan ? `${eraDate(plan.decidedOn)} 決定` : `${t.draft}(決定前)`,
    ...('publishedOn' in plan ? [`${eraDate(plan.publishedOn)} 公表`] : []),
    ...(last ? [`${eraDate(last)} 一部変更`] : []),
    `${site.name.ja} ${site.unit.ja}${site.phone ? ` 電話 ${site.phone}` : ''}`,
    ...(site.notice ? [site.notice.ja] : []),
  ]
}

const opening = (plan: Plan): Block[] => [
  ...(plan.purpose
    ? [{ kind: 'facts' as const, pairs: [[t.purpose, plan.purpose]] as const }]
    : []),
  ...(plan.aim ? [{ kind: 'narrative' as const, title: t.aim, text: plan.aim }] : []),
  { kind: 'steps', title: t.story, steps: t.storySteps },
  ...(plan.goals.length ? [{ kind: 'goals' as const, title: t.goals, items: plan.goals }] : []),
]

const columns = [
  { label: t.lead, width: 10, role: 'sign' },
  { label: t.item, width: 27, role: 'heading' },
  { label: t.content, width: 43 },
  { label: t.departments, width: 20 },
] as const

function ofMeasure(measure: MeasureTree, plan: Plan): Block[] {
  return [
    {
      kind: 'heading',
      level: 2,
      // The wide space parts number and title in print.
      text: `${plan.levels.measure}${measure.number}　${measure.title}`,
    },
    legend,
    ...measure.groups
      .filter((group) => group.items.length > 0)
      .flatMap((group): Block[] => [
        {
          kind: 'heading',
          level: 3,
          text: group.text,
          ...(group.audience && { tag: t.audiences[group.audience] }),
        },
        {
          kind: 'table',
          caption: group.text,
          columns,
          rows: group.items.map((item): Cell[] => [
            sign(item.lead, item.lead ? t.leadShort[item.lead] : t.leadUnknown),
            item.title,
            item.description,
            item.departments,
          ]),
        },
      ]),
  ]
}

/** What stands on the page of each item, in tables: who does what, when, and up to which figure. */
function details(tree: PlanTree, considerYears: ReadonlyMap<string, number>): Block[] {
  const items = itemsOf(tree)
  const named = (item: PlanItem) => `${item.code} ${item.title}`
  const described = items.filter((i) => i.citizenRole || i.cityRole || i.commitment)
  const scheduled = items.filter((i) => quarters.some((q) => i.schedule[q]))
  const measured = items.filter((i) => i.indicators.length)
  const backed = items.filter((i) => i.budgetYen !== null || i.articles.length)
  const table = (
    title: string,
    labels: readonly (readonly [label: string, width: number])[],
    rows: readonly (readonly Cell[])[],
  ): Block[] =>
    rows.length
      ? [
          { kind: 'heading', level: 3, text: title },
          {
            kind: 'table',
            caption: title,
            columns: [
              { label: t.item, width: 26, role: 'heading' },
              ...labels.map(([label, width]) => ({ label, width })),
            ],
            rows,
          },
        ]
      : []
  const tables = [
    ...table(
      t.roles,
      [
        [t.commitment, 14],
        [t.citizenRole, 30],
        [t.cityRole, 30],
      ],
      described.map((i) => [named(i), standing(i, considerYears), i.citizenRole, i.cityRole]),
    ),
    ...table(
      t.schedule,
      quarters.map((q) => [t.quarters[q], 18.5] as const),
      scheduled.map((i) => [named(i), ...quarters.map((q) => i.schedule[q])]),
    ),
    ...table(
      t.indicators,
      [
        [t.indicator, 32],
        [t.baseline, 14],
        [t.target, 14],
        [t.direction, 14],
      ],
      measured.flatMap((i) =>
        i.indicators.map((one) => [
          named(i),
          one.name,
          one.baseline === null ? t.notSet : `${one.baseline}${one.unit}`,
          one.target === null ? t.notSet : `${one.target}${one.unit}`,
          t.directions[one.direction],
        ]),
      ),
    ),
    ...table(
      `${t.budget}・${t.articles}`,
      [
        [t.budget, 24],
        [t.articles, 50],
      ],
      backed.map((i) => [
        named(i),
        i.budgetYen === null ? t.notSet : t.yen(i.budgetYen),
        i.articles,
      ]),
    ),
  ]
  return tables.length
    ? [{ kind: 'heading', level: 2, text: `${t.roles}・${t.schedule}・${t.indicators}` }, ...tables]
    : []
}

function standing(item: PlanItem, considerYears: ReadonlyMap<string, number>): string[] {
  const years = considerYears.get(item.id) ?? 0
  return [
    item.commitment ? t.commitments[item.commitment] : t.notSet,
    ...(years >= defaultTerms.stalledAfterYears ? [t.stalled(years)] : []),
    ...(item.considerUntil ? [t.by(shortDay(item.considerUntil))] : []),
  ]
}

function changes(tree: PlanTree, amendments: readonly Amendment[]): Block[] {
  const items = new Map(itemsOf(tree).map((item) => [item.id, item]))
  const inForce = amendments.filter(isInForce)
  if (!inForce.length) return []
  return [
    { kind: 'heading', level: 2, text: t.amendments },
    {
      kind: 'table',
      caption: t.amendments,
      columns: [
        { label: t.item, width: 20, role: 'heading' },
        { label: t.amendedWhen, width: 13 },
        { label: t.reason, width: 27 },
        { label: t.before, width: 20 },
        { label: t.after, width: 20 },
      ],
      rows: inForce.map((a) => [
        [items.get(a.itemId)?.code ?? '', items.get(a.itemId)?.title ?? ''].join(' '),
        shortDay(a.approvedOn),
        a.reason,
        changed(a, a.before),
        changed(a, a.after),
      ]),
    },
  ]
}

/** What an amendment says of each field that it changes. */
const changed = (amendment: Amendment, side: Amendment['before']): string[] =>
  contentFields
    .filter((field) => field in amendment.after && isPublicField(field))
    .flatMap((field) => {
      const text = inWords(t, field, side, eraDate) || t.empty
      return [`${t.fields[field]}：`, ...text.split('\n')]
    })

/** Without the weekday: for narrow columns. */
const shortDay = (date: string) => eraDate(date).replace(/\(.\)$/, '')
