import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { leaveOut, phone, signIn, staff, type Visited, visit } from '../support/chromium.ts'
import { demoJson } from '../support/files.ts'

const answers = demoJson<Readonly<Record<string, string>>>('tsushima-2012.answers.json')
const plain = { javaScriptEnabled: false, viewport: phone } as const

let city: Visited
beforeAll(async () => {
  city = await visit()
})
afterAll(() => city.close())

/** Sends the form of an address by its first button, as the Enter key does. */
const send = (page: Page, action: string) =>
  page.locator(`form[action$="${action}"] button[type=submit]`).first().click()

describe.skipIf(leaveOut)('on a phone, with JavaScript off', () => {
  test('a resident reads the plan, narrows it down, opens an item, searches and compares', async () => {
    const page = await city.open(plain)
    await page.goto('/')
    await page.locator('main a[href="/plans/2012"]').first().click()
    const items = page.locator('main a[href*="/plans/2012/items/"]')
    const all = await items.count()
    expect(all).toBeGreaterThanOrEqual(15)

    // On a phone the filter is folded away, and opens without a script.
    const filter = page.locator('main form:has([name=lead])')
    const fold = page.locator('.filters details.fold > summary')
    if (!(await filter.locator('[name=text]').isVisible())) await fold.click()
    await filter.locator('[name=text]').fill('ﾏﾆｭｱﾙ')
    await filter.locator('button[type=submit]').first().click()
    expect(new URL(page.url()).searchParams.get('text')).toBe('ﾏﾆｭｱﾙ')
    expect(await items.count()).toBeLessThan(all)

    await page.goto('/plans/2012')
    await items.first().click()
    expect(await page.locator('h1').innerText()).toContain('自治会')

    await page.goto('/search')
    await page.locator('main [name=q]').fill('標')
    await page.keyboard.press('Enter')
    await page.waitForURL('**/search?q=*')
    expect(await page.locator('main a[href*="/items/"]').count()).toBeGreaterThan(0)

    await page.goto('/plans/compare')
    await page.selectOption('[name=from]', '2012')
    await page.selectOption('[name=to]', '2013')
    await page.locator('main form button[type=submit]').first().click()
    expect(await page.locator('main').innerText()).toContain('導入準備')
    await page.context().close()
  })

  test('a reader sets the letters, and they stay set in every language', async () => {
    const page = await city.open(plain)
    await page.goto('/reader')
    await page.check('main [name=size][value=largest]')
    await page.locator('main form button[type=submit]').first().click()
    await page.goto('/ko/plans/2012')
    expect(await page.getAttribute('html', 'data-size')).toBe('largest')
    expect(await page.getAttribute('html', 'lang')).toBe('ko')
    await page.context().close()
  })

  test('a member of staff edits an item, is told of a fault, mends it and saves', async () => {
    const page = await city.open(plain, 'author')
    await page.goto('/desk/plans/2013')
    await page.locator('main a[href*="/desk/plans/2013/items/"]').first().click()
    const item = new URL(page.url()).pathname
    const before = await page.inputValue('[name=title]')
    await page.fill('[name=title]', '')
    await page.fill('[name=description]', '書きかけの内容です。')
    await send(page, item)
    expect(await page.locator('[name=title][aria-invalid=true]').count()).toBe(1)
    expect(await page.inputValue('[name=description]')).toBe('書きかけの内容です。')
    await page.fill('[name=title]', `${before}(改)`)
    await send(page, item)
    await page.waitForURL('**done=saved*')
    expect(await page.inputValue('[name=title]')).toBe(`${before}(改)`)
    // The draft is out for comment: what is saved is public at once.
    await page.goto('/plans/2013')
    expect(await page.locator('main').innerText()).toContain(`${before}(改)`)
    await page.context().close()
  })

  test('two people at one item: the second is told what changed, and loses nothing', async () => {
    const [one, two] = [await city.open(plain, 'author'), await city.open(plain, 'head')]
    await one.goto('/desk/plans/2013')
    const items = one.locator('main a[href*="/desk/plans/2013/items/"]')
    const path = new URL((await items.last().getAttribute('href')) ?? '', city.address).pathname
    await Promise.all([one.goto(path), two.goto(path)])
    await one.fill('[name=cityRole]', '市は、先に書きました。')
    await two.fill('[name=citizenRole]', '市民は、後に書きました。')
    await send(one, path)
    await one.waitForURL('**done=saved*')
    await send(two, path)
    expect(await two.locator('main').innerText()).toContain('先に書きました')
    expect(await two.inputValue('[name=citizenRole]')).toBe('市民は、後に書きました。')
    expect(await two.inputValue('[name=cityRole]')).toBe('市は、先に書きました。')
    await send(two, path)
    await two.waitForURL('**done=saved*')
    expect(await two.inputValue('[name=cityRole]')).toBe('市は、先に書きました。')
    await Promise.all([one.context().close(), two.context().close()])
  })

  test('a scan becomes a published plan, by forms alone', async () => {
    const page = await city.open(plain, 'author')
    await page.goto('/desk/plans/intake')
    await page.fill('[name=year]', '2014')
    await page.setInputFiles('[name=file]', 'demo/tsushima-2012.txt')
    await send(page, '/desk/plans/intake')
    const intake = new URL(page.url()).pathname
    for (const [key, value] of Object.entries(answers)) {
      const controls = page.locator(`[name="answer.${key}"]`)
      if ((await controls.first().getAttribute('type')) === 'radio')
        await page.check(`[name="answer.${key}"][value="${value}"]`)
      else await controls.first().fill(value)
    }
    await send(page, intake)
    await send(page, '/accept')
    await page.waitForURL('**/desk/plans/2014?*')
    const step = async (name: string) => {
      await page.goto(`/desk/plans/2014/steps/${name}`)
      await send(page, `/steps/${name}`)
      await page.waitForURL('**done=stepped*')
    }
    await step('submit')
    // Who wrote it is offered no way to decide it.
    await page.goto('/desk/plans/2014/steps/decide')
    expect(await page.locator('form[action$="/steps/decide"]').count()).toBe(0)
    await page.locator('form[action="/sign-out"] button').click()
    await signIn(page, staff.head)
    await step('decide')
    await step('publish')
    await page.goto('/plans/2014')
    expect(await page.locator('main').innerText()).toContain('協働(共働)事例集の作成')
    await page.context().close()
  })
})
