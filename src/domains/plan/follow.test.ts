import { expect, test } from 'vitest'
import { considerYears, type Dated, lifeOf, type Threads } from './follow.ts'
import { type Commitment, emptyContent, type PlanItem } from './item.ts'
import type { Link, Relation } from './lineage.ts'
import type { ItemId } from './plan.ts'

const dated = (id: ItemId, fiscalYear: number, commitment: Commitment): [string, Dated] => {
  const item: PlanItem = {
    ...emptyContent,
    id,
    version: 1,
    planId: 'pln_1',
    groupId: 'grp_1',
    code: id,
    title: id,
    commitment,
  }
  return [id, { item, fiscalYear }]
}
const link = (from: ItemId | null, to: ItemId | null, relation: Relation, reason = ''): Link => ({
  planId: 'pln_1',
  from,
  to,
  relation,
  reason,
})

const threads: Threads = {
  items: new Map([
    dated('itm_a', 2010, 'consider'),
    dated('itm_b', 2011, 'consider'),
    dated('itm_x', 2011, 'implement'),
    dated('itm_c', 2012, 'consider'),
    dated('itm_d', 2013, 'prepare'),
  ]),
  links: [
    link('itm_a', 'itm_b', 'renamed', '広く呼びかけるため'),
    link('itm_b', 'itm_c', 'merged', 'いっしょに進めるため'),
    link('itm_x', 'itm_c', 'merged', 'いっしょに進めるため'),
    link('itm_c', 'itm_d', 'continued'),
  ],
}

test('an item is followed through every name it had', () => {
  const life = lifeOf(threads, 'itm_c').map((y) => [
    y.fiscalYear,
    y.relation,
    y.items.map((i) => i.id),
  ])
  expect(life).toEqual([
    [2010, null, ['itm_a']],
    [2011, 'renamed', ['itm_b', 'itm_x']],
    [2012, 'merged', ['itm_c']],
    [2013, 'continued', ['itm_d']],
  ])
})

test('what ended is said with its reason', () => {
  const ended: Threads = { ...threads, links: [link('itm_d', null, 'ended', '終えたため')] }
  expect(lifeOf(ended, 'itm_d').at(-1)).toMatchObject({
    fiscalYear: 2014,
    relation: 'ended',
    reason: '終えたため',
    items: [],
  })
})

test('merging does not wipe away the years at 検討', () => {
  expect(considerYears(threads, 'itm_c')).toBe(3)
})

test('an item that climbed is not counted, whatever it was', () => {
  expect(considerYears(threads, 'itm_d')).toBe(0)
})
