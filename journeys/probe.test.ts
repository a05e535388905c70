import { test } from 'vitest'
import { unzipSync, strFromU8 } from 'fflate'
import { browser } from '#testing/browser.ts'
import { testDatabase } from '#testing/database.ts'
import { fillDemo } from '../src/commands/demo.ts'
import { filled } from '#domains/plan/files.ts'
import { planIn } from './support/plan.ts'
import { readWorkbook } from '#platform/spreadsheet.ts'
test('x', async () => {
  const db = await testDatabase()
  const t0 = performance.now()
  await fillDemo(db, () => {}, () => {})
  console.log('demo', performance.now() - t0)
  const site = await browser('2013-03-01T09:00:00+09:00', db)
  const x = await filled(site.db, await planIn(site.db, 2013), 'xlsx', 'staff')
  const parts = unzipSync(x)
  console.log(Object.keys(parts), strFromU8(parts['xl/worksheets/sheet1.xml']!).slice(0, 3000))
  const s = await readWorkbook(x)
  console.log(s.map(one => one.name), [...s[0]!.rows[0]!.cells].length, JSON.stringify(s[0]!.rows.slice(0,5).map(r => [r.row, [...r.cells].map(([k,v])=>k+':'+v.text.slice(0,12))])))
  for (const l of ['','/easy','/en','/ko']) for (const p of ['', '/plans/2012', '/plans/2012/items/1-1']) {
    const t = performance.now(); const r = await site.text(l + p || '/'); console.log(l+p, r.length, performance.now() - t) }
  console.log(site.site.site.routes.map(r => r.method + ' ' + r.path).join('\n'))
})
