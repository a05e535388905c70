import { defineConfig } from 'vitest/config'
import { BaseSequencer, type TestSpecification } from 'vitest/node'

/**
 * One run, one engine: embedded, or a real PostgreSQL with TOMONI_TEST_DATABASE=postgres. What drives
 * Chromium against the built server is a project of its own; `node scripts/test.ts` runs all of it.
 */

const inSecurity = (name: string) => `security/${name}`
/** What says the same whichever engine is below: what pages look like, whom they let in, what is refused. */
const sameOnBoth = [
  'crawl-*',
  'routes',
  'edition-look',
  'edition-figures',
  ...['stored-xss', 'reflected-xss', 'open-redirect', 'host-header', 'mail-headers'].map(
    inSecurity,
  ),
  ...['csv-formula', 'redos', 'images', 'path-traversal', 'metrics', 'configuration', 'limits'].map(
    inSecurity,
  ),
].map((name) => `journeys/${name}.test.ts`)
/** Whole walks through the city are begun first: what is long ends with the rest. */
class LongFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]) {
    const long = (one: TestSpecification) => Number(/\/journeys\/crawl-/.test(one.moduleId))
    return (await super.sort(files)).sort((a, b) => long(b) - long(a))
  }
}
const onServer = process.env.TOMONI_TEST_DATABASE === 'postgres'

export default defineConfig({
  test: {
    globalSetup: ['src/testing/setup.ts'],
    testTimeout: 120_000,
    hookTimeout: 240_000,
    maxWorkers: 2,
    sequence: { sequencer: LongFirst },
    // Files of one process share its database; modules need no second world.
    isolate: false,
    projects: [
      {
        extends: true,
        oxc: { jsx: { runtime: 'automatic', importSource: 'hono/jsx' } },
        test: {
          name: 'fast',
          include: ['src/**/*.test.{ts,tsx}', 'journeys/**/*.test.ts'],
          exclude: [
            'journeys/browser/**',
            'journeys/crash.test.ts',
            ...(onServer ? sameOnBoth : []),
          ],
        },
      },
      {
        extends: true,
        oxc: { jsx: { runtime: 'automatic', importSource: 'hono/jsx' } },
        test: { name: 'crash', include: ['journeys/crash.test.ts'] },
      },
      {
        extends: true,
        oxc: { jsx: { runtime: 'automatic', importSource: 'hono/jsx' } },
        test: {
          name: 'browser',
          include: ['journeys/browser/**/*.test.ts'],
          fileParallelism: false,
        },
      },
    ],
  },
})
