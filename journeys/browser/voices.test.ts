import type { BrowserContext, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { axe, leaveOut, phone, type Visited, violations, visit } from '../support/chromium.ts'
import { tabTo, typeInto } from '../support/keys.ts'

let city: Visited
beforeAll(async () => {
  if (!leaveOut) city = await visit()
})
afterAll(() => city?.close())

/** The radio button at a place of its group: the first is reached by Tab, the others by arrows. */
async function choose(page: Page, name: string, place: number): Promise<void> {
  await tabTo(page, `[name=${name}]`)
  await page.keyboard.press('Space')
  for (let i = 0; i < place; i += 1) await page.keyboard.press('ArrowDown')
}
const press = async (page: Page, step: string) => {
  await tabTo(page, `button[value=${step}]`)
  await page.keyboard.press('Enter')
}

/** In the order in which a screen reader comes to them. */
async function heardInOrder(page: Page, names: readonly string[]): Promise<void> {
  const heard = await page.locator('main').ariaSnapshot()
  const places = names.map((name) => heard.indexOf(name))
  expect(places.every((place) => place >= 0) || `${names}\n${heard}`).toBe(true)
  expect(places).toEqual(places.toSorted((a, b) => a - b))
}

const context = async (): Promise<BrowserContext> => {
  const page = await city.open({ viewport: phone })
  await page.context().addInitScript({ path: axe })
  return page.context()
}
const narrow = (page: Page) =>
  page.evaluate(() => document.documentElement.scrollWidth <= window.innerWidth)

describe.skipIf(leaveOut)('on a phone', () => {
  test('a voice is written and sent by keyboard alone; what it is about comes before who one is', async () => {
    const page = await (await context()).newPage()
    await page.goto('/voices/new')
    await heardInOrder(page, [
      'heading "声を届ける"',
      '伝えたいこと',
      'どこのことですか',
      '地区',
      'button "次へ"',
    ])
    expect(await page.evaluate(violations)).toEqual([])
    expect(await narrow(page)).toBe(true)
    await typeInto(page, 'text', '坂の街灯が暗いです。')
    await typeInto(page, 'place', '市役所の前の坂')
    await press(page, 'what')
    await page.waitForSelector('[name=reach]')
    await heardInOrder(page, [
      'どなたの声ですか',
      '年代',
      '公表してもよいですか',
      '返事の受け取り方',
      'button "確かめる"',
    ])
    expect(await page.evaluate(violations)).toEqual([])
    expect(await narrow(page)).toBe(true)
    await choose(page, 'sender', 0)
    await choose(page, 'publish', 0)
    await choose(page, 'reach', 3)
    // Where nothing is needed to answer, nothing is asked.
    expect(await page.locator('[name=mail], [name=name]').filter({ visible: true }).count()).toBe(0)
    await press(page, 'who')
    await page.waitForSelector('[name=photos]')
    await heardInOrder(page, [
      'この内容で送りますか',
      '坂の街灯が暗いです。',
      '写真',
      'button "この内容で送る"',
    ])
    expect(await page.evaluate(violations)).toEqual([])
    expect(await narrow(page)).toBe(true)
    await press(page, 'send')
    await page.waitForURL('**/r/receipt')
    expect(await page.textContent('main')).toMatch(/V2012-\d{4}-\d/)
    expect(await page.evaluate(violations)).toEqual([])
    expect(await narrow(page)).toBe(true)
    await page.context().close()
  })

  test('what is written without a line stays on the phone and is sent later; then nothing of it is left', async () => {
    const phoneOf = await context()
    const page = await phoneOf.newPage()
    await page.goto('/voices/new')
    await page.fill('[name=text]', '港の手すりがこわれています。')
    await page.waitForFunction(() => localStorage.length > 0)
    await phoneOf.setOffline(true)
    await page.click('button[value=what]')
    await page.waitForSelector('text=つながっていません')
    expect(await page.inputValue('[name=text]')).toBe('港の手すりがこわれています。')
    // The battery was empty, or the window was closed.
    await page.close()
    await phoneOf.setOffline(false)
    const later = await phoneOf.newPage()
    await later.goto('/voices/new')
    expect(await later.inputValue('[name=text]')).toBe('')
    await later.click('.draft-found button.primary')
    expect(await later.inputValue('[name=text]')).toBe('港の手すりがこわれています。')
    await later.click('button[value=what]')
    await later.check('[name=sender][value=anonymous]')
    await later.check('[name=publish][value=yes]')
    await later.check('[name=reach][value=mail]')
    await later.fill('[name=mail]', 'nagisa@example.jp')
    // Who one is does not stay on a device that others may use.
    expect(await later.evaluate(() => JSON.stringify(localStorage))).not.toContain('nagisa')
    await later.click('button[value=who]')
    await later.click('button[value=send]')
    await later.waitForURL('**/r/receipt')
    await later.waitForFunction(() => localStorage.length === 0)
    await later.goto('/voices/new')
    expect(await later.locator('.draft-found').count()).toBe(0)
    await phoneOf.close()
  })
})

describe.skipIf(leaveOut)('from the phone of one to the desks of four and back', () => {
  test('a voice is split, answered, approved, sent and published by pointing at what the pages offer', async () => {
    const sender = await (await context()).newPage()
    await sender.goto('/voices/new')
    await sender.fill('[name=text]', '橋の手すりがさびています。花を植える人も足りません。')
    await sender.fill('[name=place]', '川の橋')
    await sender.click('button[value=what]')
    await sender.check('[name=sender][value=individual]')
    await sender.check('[name=publish][value=yes]')
    await sender.check('[name=reach][value=none]')
    await sender.click('button[value=who]')
    await sender.click('button[value=send]')
    await sender.waitForURL('**/r/receipt')
    const said = (await sender.textContent('main')) ?? ''
    const number = /V2012-\d{4}-\d/.exec(said)?.[0] ?? ''

    const author = await city.open({}, 'author')
    await author.goto('/desk/voices?show=received')
    await author.click(`main a:has-text("${number}")`)
    await author.click('main a[href$="/triage"]')
    const row = async (at: number, gist: string, kind: string) => {
      await author.fill(`[name="point${at}.gist"]`, gist)
      await author.selectOption(`[name="point${at}.kind"]`, kind)
      await author.selectOption(`[name="point${at}.topic"]`, 'traffic')
      await author.selectOption(`[name="point${at}.section"]`, '建設課')
    }
    await row(0, '橋のさびた手すりを直してほしい。', 'request')
    await author.click('button[value=add]')
    await row(1, '橋の花だんの人手が足りない。', 'opinion')
    await author.click('button[value=save]')
    await author.waitForURL((url) => !url.pathname.endsWith('/triage'))

    const clerk = await city.open({}, 'clerk')
    for (const [gist, text] of [
      ['橋のさびた手すり', '4月に手すりを塗り直します。'],
      ['橋の花だん', '花の係を一緒にしてくださる方を、広報で募ります。'],
    ] as const) {
      await clerk.goto('/desk/voices')
      await clerk.click(`main a:has-text("${gist}")`)
      await clerk.fill('[name=text]', text)
      await clerk.selectOption('[name=disposition]', 'done')
      await clerk.click('button[value=submit]')
      await clerk.waitForSelector('text=決裁')
    }
    const chief = await city.open({}, 'chief')
    await chief.goto('/desk/voices/approvals')
    for (const box of await chief.locator('[name=point]').all()) await box.check()
    await chief.click('button[value=approve]')
    await chief.waitForLoadState()

    await author.goto('/desk/voices?show=ready')
    await author.click(`main a:has-text("${number}")`)
    await author.click('main a[href$="/reply"]')
    await author.click('form[action$="/reply"] button')
    await author.waitForURL((url) => !url.pathname.endsWith('/reply'))
    await author.goto('/desk/voices/decisions')
    await author.click('main tr:has-text("橋のさびた手すり") a')
    await author.click('button[value=publish]')
    await author.waitForURL((url) => url.search.includes('told=shown'))

    // The phone of the sender has the page open still.
    await sender.reload()
    const answered = (await sender.textContent('main')) ?? ''
    expect(answered).toContain('4月に手すりを塗り直します。')
    expect(answered).toContain('広報で募ります。')
    const page = await city.open()
    await page.goto(`/voices/${number}`)
    const shown = (await page.textContent('main')) ?? ''
    expect(shown).toContain('4月に手すりを塗り直します。')
    expect(shown).not.toContain('広報で募ります。')
    await Promise.all([sender, author, clerk, chief, page].map((one) => one.context().close()))
  })
})
