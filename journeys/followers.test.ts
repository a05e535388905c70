import { beforeAll, expect, test } from 'vitest'
import { approveAmendment, proposeAmendment } from '#domains/plan/actions/amend.ts'
import { contentOf } from '#domains/plan/rules/content.ts'
import { follow } from '#domains/residents/actions/receipts.ts'
import type { Browser } from '#testing/browser.ts'
import { people } from '#testing/people.ts'
import { demoCity } from './support/city.ts'
import { itemIn } from './support/plan.ts'

let site: Browser
beforeAll(async () => {
  site = await demoCity()
})

const told = () =>
  site.db
    .selectFrom('notice')
    .innerJoin('notice_recipient', 'notice_recipient.notice_id', 'notice.id')
    .select(['notice_recipient.recipient_id as to', 'notice.path', 'notice.said'])
    .where('notice.kind', '=', 'plan.news')
    .where('notice.posted_at', '>', new Date('2013-03-06T00:00:00+09:00'))
    .execute()

test('the page of an item leads to the form by which one asks to be told', async () => {
  const item = await itemIn(site.db, 2012, '2-2')
  const page = await site.text('/plans/2012/items/2-2')
  const way = `/follow?item=${item.id}`
  expect(page).toContain(`href="${way}"`)
  expect((await site.get(way)).status).toBe(200)
})

test('a change that is approved is told once to those who follow, and to nobody before', async () => {
  const item = await itemIn(site.db, 2012, '2-2')
  const asked = { channel: 'letter', locale: 'ja' } as const
  const letter = { kind: 'letter', text: '見本 静\n8170000\n峰3' } as const
  const clerk = site.ctx(people.author)
  const { receipt } = await follow(clerk, { ...asked, subject: item.id, contact: letter })
  await follow(clerk, { ...asked, subject: 'plan:2011', contact: letter })

  const content = { ...contentOf(item), cityRole: '広報紙で年に2回お知らせします。' }
  const { id } = await proposeAmendment(clerk, item.id, content, '回数を決めたため')
  expect(await told()).toEqual([])
  await approveAmendment(site.ctx(people.head), id)
  const notices = await told()
  expect(notices.filter(({ to }) => to === receipt.id)).toEqual([
    {
      to: receipt.id,
      path: '/plans/2012/items/2-2',
      said: expect.objectContaining({ news: 'amended', reason: '回数を決めたため' }),
    },
  ])
  // Approving twice is refused, and tells nobody again.
  await expect(approveAmendment(site.ctx(people.head), id)).rejects.toThrow()
  expect(await told()).toEqual(notices)
})
