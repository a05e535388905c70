import { beforeAll, expect, test } from 'vitest'
import type { Browser } from '#testing/browser.ts'
import { people } from '#testing/people.ts'
import { demoCity } from '../../../journeys/support/city.ts'
import { itemIn, planIn } from '../../../journeys/support/plan.ts'
import { proposeAmendment } from './actions/amend.ts'
import { submit } from './actions/life.ts'
import { dues } from './dues.ts'
import { contentOf } from './rules/content.ts'
import { addAuthor } from './store/plans.ts'

const { author, head, officer, viewer } = people
let site: Browser
beforeAll(async () => {
  site = await demoCity()
})

const titles = async (who: Parameters<typeof dues>[1]) =>
  (await dues(site.db, who, '2013-02-20')).map(({ title, path }) => [title.ja, path])

test('a plan before the council waits for who may decide it, not for who wrote it', async () => {
  const ctx = site.ctx(author)
  const plan = await planIn(site.db, 2013)
  await ctx.record(async (tx) => {
    await addAuthor(tx, plan, author.id)
    return [undefined, { fact: 'plan.item-edited', subject: plan.id, basis: '-' }]
  })
  expect(await titles(head)).toEqual([])
  await submit(ctx, plan.id)
  expect(await titles(head)).toEqual([['平成25年度の計画の決裁', '/desk/plans/2013/steps/decide']])
  for (const other of [author, officer, viewer]) expect(await titles(other)).toEqual([])
})

test('a change waits for another than who proposed it', async () => {
  const item = await itemIn(site.db, 2012, '1-1')
  const content = { ...contentOf(item), title: '新しい題' }
  const { id } = await proposeAmendment(site.ctx(author), item.id, content, '名称の変更')
  expect(await titles(head)).toContainEqual([
    '平成24年度の計画の変更の決裁',
    `/desk/plans/2012/amendments#${id}`,
  ])
  expect(await titles(author)).toEqual([])
})
