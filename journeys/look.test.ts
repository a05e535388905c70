import { beforeAll, expect, test } from 'vitest'
import type { Actor } from '#platform/actor.ts'
import type { Browser } from '#testing/browser.ts'
import { people } from '#testing/people.ts'
import { demoCity } from './support/city.ts'

/** What a stranger stumbled over on the pages of the demo city. */
let site: Browser
beforeAll(async () => {
  site = await demoCity()
})

/** Without tags, so that only what is read is asserted on. */
const textOf = (html: string): string =>
  html
    .replace(/<(script|style)[\s\S]*?<\/\1>/g, '')
    .replace(/<[^>]+>/g, ' ')
    .replace(/\s+/g, ' ')

async function read(who: Actor, path: string): Promise<string> {
  await site.as(who)
  return site.text(path)
}

test('an item that nobody judged tells no empty sentence of its midterm', async () => {
  const page = await read(people.resident, '/plans/2012/items/1-3')
  expect(textOf(page)).toContain('中間点検を公表しました')
  expect(page).not.toMatch(/>\s*[。.]\s*</)
})

test('each side of a comparison says its year, also where one stands above the other', async () => {
  const page = textOf(await read(people.resident, '/plans/compare?from=2012&to=2013'))
  expect(page).toMatch(
    /平成24年度 1-3 職員用マニュアルの作成.*?平成25年度 1-2 職員用マニュアルの作成/,
  )
  expect(page).toContain('理由: 条例の周知と市の情報提供は')
})

test('what a role of the city may do is said in the words of the chapters', async () => {
  const page = textOf(await read(people.author, '/admin/permissions'))
  expect(page).toMatch(/地域づくり相談員 市全体 組織と職員: \S+、計画: /)
  expect(page).not.toContain('plan.staff、')
})

test('whoever is refused on the desk is told the rule and led back to the desk', async () => {
  const page = await read(people.author, '/desk/residents/openings')
  expect(textOf(page)).toContain('よりどころ: 個人情報保護法 第66条')
  expect(page).toMatch(/<a class="button[^"]*" href="\/desk">/)
  expect(await read(people.author, '/plans/1999')).toMatch(/<a class="button[^"]*" href="\/">/)
})

test('who came to a training is ticked in the order of the organisation, and listed once', async () => {
  const list = await read(people.author, '/desk/liaisons/trainings')
  const [path = ''] = /\/desk\/liaisons\/trainings\/trn_\w+/.exec(list) ?? []
  const page = textOf(await read(people.author, path))
  expect(page).toMatch(
    /協働推進課 阿比留 見一.*地域政策課 桐谷 見七.*総務課 小島 見三.*税務課 宮原/,
  )
  expect(page.match(/税務課 宮原/g)).toHaveLength(1)
})

test('a department that was always there has no invented first day', async () => {
  const staff = await read(people.author, '/desk/staff')
  const [path = ''] = /\/desk\/staff\/departments\/dep_\w+/.exec(staff) ?? []
  const page = textOf(await read(people.author, path))
  expect(page).toContain('はじめから')
  expect(page).not.toContain('昭和22年')
})
