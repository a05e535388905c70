import { fiscalYearEnd } from '#platform/calendar.ts'
import { type Avoided, findMarks, type Mark } from '#platform/personal.ts'
import { commitments, type PlanItem } from '../item.ts'
import type { PlanTerms } from '../terms.ts'
import { type Placed, type PlanTree, placedItems } from '../tree.ts'

/** What a careful colleague would say before the plan goes on. `must` stops it, `look` does not. */
export const remarkKinds = [
  'no-lead',
  'no-department',
  'no-owner',
  'consider-without-date',
  'consider-date-past-year',
  'no-commitment',
  'indicator-without-target',
  'indicator-without-baseline',
  'no-indicator',
  'collective-without-department',
  'unknown-department',
  'same-wording',
  'commitment-fell',
  'not-climbing',
  'no-description',
  'no-translation',
  'personal-data',
  'unwanted-word',
  'group-without-items',
] as const
export type RemarkKind = (typeof remarkKinds)[number]

export interface Remark {
  readonly kind: RemarkKind
  readonly weight: 'must' | 'look'
  /** What it is about; null for a remark on a heading. */
  readonly item: PlanItem | null
  /** What was found, to name it: an indicator, a department, a heading. */
  readonly found: string
  /** Where in a text of the item it stands, with what could stand there. */
  readonly mark?: TextMark
}

/** The texts of an item that will be public as people wrote them; owner and deputy stay in the city hall. */
export const publicFields = ['title', 'description', 'citizenRole', 'cityRole'] as const
export interface TextMark extends Pick<Mark, 'from' | 'to' | 'text' | 'proposal' | 'why'> {
  readonly field: (typeof publicFields)[number]
}

const must: readonly RemarkKind[] = ['no-lead', 'no-department']

/** What is known around a plan: last year's wording by item, the departments there are. */
export interface Surroundings {
  readonly departments: ReadonlySet<string>
  /** Predecessors of each item in last year's plan. */
  readonly predecessors: ReadonlyMap<string, readonly PlanItem[]>
  /** Items that stand at 検討 for so many years in a row, this year included. */
  readonly yearsAtConsider: ReadonlyMap<string, number>
  /** Words that the city does not want in what it publishes. */
  readonly avoided: readonly Avoided[]
}

export function carefulRemarks(tree: PlanTree, around: Surroundings, terms: PlanTerms): Remark[] {
  const empty = tree.measures
    .flatMap((m) => m.groups)
    .filter((g) => g.items.length === 0)
    .map((g) => remark('group-without-items', null, g.text))
  return [...placedItems(tree).flatMap((placed) => ofItem(placed, tree, around, terms)), ...empty]
}

function ofItem({ item }: Placed, tree: PlanTree, around: Surroundings, terms: PlanTerms) {
  const out: Remark[] = []
  const say = (kind: RemarkKind, found = '', mark?: TextMark) =>
    out.push({ ...remark(kind, item, found), ...(mark && { mark }) })
  const collective = item.departments.filter((d) => terms.collectiveDepartments.includes(d))
  if (!item.lead) say('no-lead')
  if (!item.departments.length) say('no-department')
  else if (collective.length === item.departments.length)
    say('collective-without-department', collective.join('、'))
  for (const name of item.departments)
    if (!around.departments.has(name) && !collective.includes(name)) say('unknown-department', name)
  if (!item.owner) say('no-owner')
  if (!item.description) say('no-description')
  for (const field of publicFields)
    for (const mark of findMarks(item[field], around.avoided))
      say(mark.kind === 'word' ? 'unwanted-word' : 'personal-data', mark.text, { ...mark, field })
  if (!item.commitment) say('no-commitment')
  if (item.commitment === 'consider') {
    if (!item.considerUntil) say('consider-without-date')
    else if (item.considerUntil > fiscalYearEnd(tree.plan.fiscalYear))
      say('consider-date-past-year', item.considerUntil)
  }
  if (!item.indicators.length) say('no-indicator')
  for (const { name, target, baseline } of item.indicators) {
    if (target === null) say('indicator-without-target', name)
    else if (baseline === null) say('indicator-without-baseline', name)
  }
  for (const before of around.predecessors.get(item.id) ?? []) {
    if (before.description === item.description && before.title === item.title)
      say('same-wording', before.code)
    if (fell(before, item)) say('commitment-fell', before.code)
  }
  const years = around.yearsAtConsider.get(item.id) ?? 0
  if (years >= terms.stalledAfterYears) say('not-climbing', String(years))
  if (
    !item.translations.easy?.title ||
    !item.translations.en?.title ||
    !item.translations.ko?.title
  )
    say('no-translation')
  return out
}

/** A commitment may not silently fall. */
function fell(before: PlanItem, now: PlanItem): boolean {
  return (
    before.commitment !== null &&
    now.commitment !== null &&
    commitments.indexOf(now.commitment) < commitments.indexOf(before.commitment)
  )
}

const remark = (kind: RemarkKind, item: PlanItem | null, found: string): Remark => ({
  kind,
  weight: must.includes(kind) ? 'must' : 'look',
  item,
  found,
})
