import { expect, test } from 'vitest'
import { emptyContent, type PlanItem } from '../item.ts'
import type { Plan } from '../plan.ts'
import { defaultLevels, defaultTerms } from '../terms.ts'
import type { PlanTree } from '../tree.ts'
import { carefulRemarks, type Surroundings } from './careful.ts'
import { changedFields, merge, toPublic } from './content.ts'
import * as rules from './decide.ts'
import { type Fate, rollOver } from './roll-over.ts'

const plan = {
  state: 'drafting',
  id: 'pln_1',
  version: 1,
  fiscalYear: 2012,
  title: '平成24年度アクションプラン',
  subtitle: '',
  purpose: '',
  aim: '',
  goals: [],
  levels: defaultLevels,
  translations: {},
  authors: ['per_a'],
  commentUntil: null,
} as const satisfies Plan

const item = (over: Partial<PlanItem> & { code: string }): PlanItem => ({
  ...emptyContent,
  id: `itm_${over.code.replace('-', 'x')}`,
  version: 1,
  planId: 'pln_1',
  groupId: 'grp_1',
  lead: 'city',
  title: `項目${over.code}`,
  description: 'します。',
  departments: ['総務部'],
  ...over,
})

const treeOf = (...items: PlanItem[]): PlanTree => ({
  plan,
  measures: [
    {
      id: 'mea_1',
      number: 1,
      title: '意識',
      translations: {},
      groups: [
        { id: 'grp_1', measureId: 'mea_1', audience: null, text: '方針', translations: {}, items },
      ],
    },
  ],
})

test('nothing goes to the council with a gap in it, and the gap is named', () => {
  const refusal = (...items: PlanItem[]) => {
    const result = rules.submit(plan, treeOf(...items))
    return result.ok ? null : result.refusal
  }
  expect(refusal()).toMatchObject({ reason: 'plan-is-empty' })
  expect(refusal(item({ code: '1-1' }), item({ code: '1-2', lead: null }))).toMatchObject({
    reason: 'item-without-lead',
    place: '1-2',
  })
  expect(refusal(item({ code: '1-1', departments: [] }))).toMatchObject({
    reason: 'item-without-department',
    place: '1-1',
  })
  expect(refusal(item({ code: '1-1' }))).toBeNull()
})

test('a decision keeps its day and by whom, and the ledger hears of it', () => {
  const { plan: decided, fact } = rules.decide(
    { ...plan, state: 'council-review' },
    'per_b',
    '2012-03-26',
  )
  expect(decided).toMatchObject({ state: 'decided', decidedOn: '2012-03-26', decidedBy: 'per_b' })
  expect(fact).toMatchObject({
    fact: 'plan.decided',
    subject: 'pln_1',
    detail: { on: '2012-03-26' },
  })
})

const base = item({ code: '1-1', title: '標語', description: '募集します。' })

test('two people who change different fields: both changes stand, the second is told of the first', () => {
  const found = merge(base, { ...base, title: '標語の募集' }, { ...base, budgetYen: 1000 })
  expect(found.merged).toMatchObject({ title: '標語の募集', budgetYen: 1000 })
  expect(found.theirChanges).toEqual(['title'])
  expect(found.conflicts).toEqual([])
})

test('two people who change one field: mine is kept in the form, and the field is named', () => {
  const found = merge(base, { ...base, title: '甲' }, { ...base, title: '乙' })
  expect(found.merged.title).toBe('乙')
  expect(found.conflicts).toEqual(['title'])
})

test('two people who make the same change have no conflict', () => {
  expect(merge(base, { ...base, title: '甲' }, { ...base, title: '甲' }).conflicts).toEqual([])
})

test('an empty translation is no change', () => {
  const after = { ...base, translations: { en: { title: '' }, ko: {} } }
  expect(changedFields(base, after)).toEqual([])
})

test('the public item names nobody within the city hall', () => {
  const shown = toPublic({ ...base, owner: '主査', deputy: '係長' })
  expect(JSON.stringify(shown)).not.toMatch(/主査|係長|owner|deputy/)
})

const around: Surroundings = {
  departments: new Set(['総務部', '関係各部']),
  predecessors: new Map(),
  yearsAtConsider: new Map(),
  avoided: [],
}
const kinds = (one: PlanItem, surroundings: Partial<Surroundings> = {}) =>
  carefulRemarks(treeOf(one), { ...around, ...surroundings }, defaultTerms).map((r) => r.kind)

const well = item({
  code: '1-1',
  owner: '主査',
  commitment: 'implement',
  indicators: [{ name: '回数', unit: '回', baseline: 0, target: 6, direction: 'up' }],
  translations: { easy: { title: 'a' }, en: { title: 'b' }, ko: { title: 'c' } },
})

test('a careful colleague has nothing to say of an item that is well', () => {
  expect(kinds(well)).toEqual([])
})

test.each<[string, Partial<PlanItem>, Partial<Surroundings>]>([
  ['no-owner', { owner: '' }, {}],
  ['no-lead', { lead: null }, {}],
  ['no-department', { departments: [] }, {}],
  ['no-commitment', { commitment: null }, {}],
  ['no-description', { description: '' }, {}],
  ['no-indicator', { indicators: [] }, {}],
  ['no-translation', { translations: {} }, {}],
  ['consider-without-date', { commitment: 'consider' }, {}],
  ['consider-date-past-year', { commitment: 'consider', considerUntil: '2013-04-01' }, {}],
  ['collective-without-department', { departments: ['関係各部'] }, {}],
  ['unknown-department', { departments: ['総務部', '夢部'] }, {}],
  [
    'indicator-without-target',
    { indicators: [{ name: '回数', unit: '回', baseline: 0, target: null, direction: 'up' }] },
    {},
  ],
  [
    'indicator-without-baseline',
    { indicators: [{ name: '回数', unit: '回', baseline: null, target: 6, direction: 'up' }] },
    {},
  ],
  ['same-wording', {}, { predecessors: new Map([[well.id, [{ ...well, code: '1-9' }]]]) }],
  [
    'commitment-fell',
    { description: '検討します。' },
    { predecessors: new Map([[well.id, [{ ...well, commitment: 'enhance' }]]]) },
  ],
  ['not-climbing', {}, { yearsAtConsider: new Map([[well.id, 2]]) }],
  [
    'unwanted-word',
    { cityRole: '父兄に知らせる' },
    { avoided: [{ word: '父兄', instead: '保護者', why: '' }] },
  ],
  ['personal-data', { cityRole: '厳原町の阿比留さん(0920-52-1234)に連絡する' }, {}],
])('a careful colleague says %s', (kind, over, surroundings) => {
  expect(new Set(kinds({ ...well, ...over }, surroundings))).toEqual(new Set([kind]))
})

const [a, b, c, d] = ['1-1', '1-2', '1-3', '1-4'].map((code) => item({ code })) as [
  PlanItem,
  PlanItem,
  PlanItem,
  PlanItem,
]
const fate = (from: PlanItem, relation: Fate['relation'], over: Partial<Fate> = {}): Fate => ({
  from: from.id,
  relation,
  titles: [],
  into: null,
  reason: relation === 'continued' ? '' : 'わけ',
  ...over,
})

test('each item is followed into the next year, under its new name, out of whichever it comes', () => {
  const result = rollOver(
    [a, b, c, d],
    [
      fate(a, 'renamed', { titles: ['新しい名'] }),
      fate(b, 'merged', { into: b.id, titles: ['まとめた名'] }),
      fate(c, 'merged', { into: b.id }),
      fate(d, 'split', { titles: ['甲', '乙'] }),
    ],
  )
  if (!result.ok) throw new Error('refused')
  expect(
    result.value.successors.map((s) => [s.title, s.relation, s.from.map((f) => f.code)]),
  ).toEqual([
    ['新しい名', 'renamed', ['1-1']],
    ['まとめた名', 'merged', ['1-2', '1-3']],
    ['甲', 'split', ['1-4']],
    ['乙', 'split', ['1-4']],
  ])
})

test.each<[string, readonly Fate[], string]>([
  ['item-without-fate', [fate(a, 'continued')], '1-2'],
  ['reason-needed', [fate(a, 'ended', { reason: '' }), fate(b, 'continued')], '1-1'],
  ['one-title-needed', [fate(a, 'renamed'), fate(b, 'continued')], '1-1'],
  ['two-titles-needed', [fate(a, 'split', { titles: ['甲'] }), fate(b, 'continued')], '1-1'],
  ['merge-target-needed', [fate(a, 'merged'), fate(b, 'continued')], '1-1'],
  ['merge-target-goes', [fate(a, 'merged', { into: b.id }), fate(b, 'ended')], '1-1'],
])('a year does not roll over with %s', (reason, fates, place) => {
  expect(rollOver([a, b], fates)).toMatchObject({ ok: false, refusal: { reason, place } })
})

test('what ends is kept with its reason', () => {
  const result = rollOver([a], [fate(a, 'ended')])
  expect(result.ok && result.value.ended).toMatchObject([{ item: { code: '1-1' }, reason: 'わけ' }])
})
