import { beforeAll, describe, expect, test } from 'vitest'
import { must } from '#platform/must.ts'
import type { Browser } from '#testing/browser.ts'
import { people } from '#testing/people.ts'
import { demoCity } from '../support/city.ts'
import { onward } from '../support/desk.ts'
import { decoded } from '../support/html.ts'
import { itemIn } from '../support/plan.ts'
import { liveIn } from '../support/sound.ts'

/** There is no field that takes HTML. What comes as HTML, by whatever way, is shown as the signs that it is. */
const htmls = [
  '<b>太字</b>',
  '<a href="javascript:alert(1)">ここ</a>',
  '<scr<script>ipt>alert(1)</scr</script>ipt>',
  '<svg><animate onbegin=alert(1) attributeName=x></svg>',
  '<math><mtext><table><mglyph><style><img src=x onerror=alert(1)></style></mglyph></table></mtext></math>',
  '<iframe srcdoc="<script>alert(1)</script>"></iframe>',
  '<div style="position:fixed;inset:0">覆い</div>',
  '<!--><img src=x onerror=alert(1)>-->',
  '<![CDATA[<script>alert(1)</script>]]>',
  '&lt;script&gt;alert(1)&lt;/script&gt;',
]
const typed = htmls.join('\n')

let site: Browser
beforeAll(async () => {
  site = await demoCity()
  await site.as(people.author)
})

const shown = async (path: string) => {
  const html = await site.text(path)
  expect([path, ...liveIn(html)]).toEqual([path])
  return decoded(html)
}

describe('HTML that somebody posts past every form', () => {
  test('is signs in a newsletter, on the desk and in its preview', async () => {
    const draft = { title: htmls[0] ?? '', body: typed, links: '', district: '', topics: '' }
    const path = must(
      onward(await site.post('/desk/newsletters/new', draft)).split('?')[0],
      'an address',
    )
    expect(await shown(path)).toContain('<b>太字</b>')
    await shown(`${path}/check`)
    await shown('/desk/newsletters')
  })

  test('is signs in a plan', async () => {
    const { id, version } = await itemIn(site.db, 2013, '1-2')
    const path = `/desk/plans/2013/items/${id}`
    await site.post(path, { version: String(version), title: '項目', description: typed })
    await shown(path)
    await shown('/desk/plans/2013')
  })
})

describe('HTML that lies in the database already, from before or by another hand', () => {
  test('runs on no page', async () => {
    const { db } = site
    await db
      .updateTable('plan_item')
      .set({ description: typed, city_role: typed, citizen_role: typed })
      .execute()
    await db
      .updateTable('staff_department_period')
      .set({ phone: htmls[1] ?? '' })
      .execute()
    await db
      .updateTable('staff_user')
      .set({ name: `${htmls[0]}${htmls[3]}` })
      .where('id', '=', people.author.id)
      .execute()
    site.site.forget()
    for (const path of [
      '/plans/2012',
      '/plans/2012/items/1-1',
      '/easy/plans/2012/items/1-1',
      '/liaisons',
      '/desk',
      '/desk/plans/2013',
      '/desk/staff',
      '/desk/ledger',
      '/desk/handovers',
      '/desk/without-owner',
      '/sign-in/account',
    ])
      await shown(path)
    expect(site.bugs).toEqual([])
  })
})
