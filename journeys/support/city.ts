import { type Browser, browser, testSeal } from '#testing/browser.ts'
import { testDatabase } from '#testing/database.ts'
import { fillDemo } from '../../src/commands/demo.ts'

/** Tsushima as `tomoni demo` makes it: 2012 under way and amended, 2013 out for comment. */
export async function demoCity(at = '2013-03-06T09:00:00+09:00'): Promise<Browser> {
  const database = await testDatabase()
  const silent = () => {}
  await fillDemo(database, testSeal, silent, silent)
  return browser(at, database)
}
