import { beforeAll, expect, test } from 'vitest'
import { type Browser, browser } from '#testing/browser.ts'
import { people } from '#testing/people.ts'
import { formTo, onward, send } from '../support/desk.ts'
import { itemIn } from '../support/plan.ts'

/** What no keyboard makes, but a program sends: it once stopped the database in the middle of a save. */
const odd = 'あ\u0000い\ud800う\u0007え\udc00お'
const kept = 'あい\ufffdうえ\ufffdお'

let site: Browser
beforeAll(async () => {
  site = await browser('2012-03-05T10:00:00+09:00')
  await site.as(people.author)
})

const plan = (title: string) =>
  JSON.stringify({
    title: '計画',
    measures: [
      {
        number: 1,
        title,
        headings: [
          { audience: null, text: title, items: [{ lead: 'city', title, departments: ['課'] }] },
        ],
      },
    ],
  })

test('a file, its name and an answer with half characters and NUL are taken without them', async () => {
  const file = new File([plan(odd)], `${odd}.json`)
  const way = onward(await send(site, '/desk/plans/intake', { year: '2012', file }))
  onward(await send(site, way, {}, formTo('/accept')))
  expect((await itemIn(site.db, 2012, '1-1')).title).toBe(kept)
  expect(site.bugs).toEqual([])
})

test('a form as well', async () => {
  const { id } = await itemIn(site.db, 2012, '1-1')
  const form = `/desk/plans/2012/items/${id}`
  onward(
    await send(site, form, { title: 'か\u0000き', description: '1\r\n2\tc\u0008' }, formTo(form)),
  )
  const saved = await itemIn(site.db, 2012, '1-1')
  expect([saved.title, saved.description]).toEqual(['かき', '1\n2\tc'])
  expect(site.bugs).toEqual([])
})

test('pasted rows and answers to questions too', async () => {
  const rows = [
    '施策番号\t施策\t方針\t主体\t項目\t関係部署',
    `1\t施\u0000策\t方針\t\t項\u0000目\t課`,
  ]
  const pasted = rows.join('\n')
  const way = onward(await send(site, '/desk/plans/intake', { year: '2013', pasted }))
  const questions = [...(await site.text(way)).matchAll(/name="(answer\.[^"]+)"/g)]
  for (const [, name = ''] of questions)
    expect((await site.post(way, { [name]: '\u0000●' })).status).toBeLessThan(500)
  expect(site.bugs).toEqual([])
})
