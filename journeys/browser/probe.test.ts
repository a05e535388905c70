import { test } from 'vitest'
import { visit } from '../support/chromium.ts'

test('p', async () => {
  const city = await visit()
  const page = await city.open({ viewport: { width: 320, height: 640 } })
  const walk = `[...document.querySelectorAll('main *')].filter(e => e.getBoundingClientRect().right > 321).map(e => e.tagName + '.' + e.className + ' ' + Math.round(e.getBoundingClientRect().left) + '-' + Math.round(e.getBoundingClientRect().right) + ' ' + getComputedStyle(e).whiteSpace + ' ' + getComputedStyle(e).wordBreak + ' ' + (e.textContent||'').slice(0,30)).slice(0,14)`
  for (const p of ['/easy/plans/2012', '/en/', '/en/plans/2012/items/2-2']) {
    await page.goto(p)
    console.log(p, JSON.stringify(await page.evaluate(walk), null, 1))
  }
  await city.close()
})
