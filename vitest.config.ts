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
  'resident-pages',
  'notice-pages',
  ...['stored-xss', 'reflected-xss', 'open-redirect', 'host-header', 'mail-headers'].map(
    inSecurity,
  ),
  ...['csrf', 'privilege', 'second-factor', 'file-links', 'rich-text', 'templates'].map(inSecurity),
  ...['dependencies', 'bundle', 'ssrf', 'draft-leak'].map(inSecurity),
  ...['voices-hostile', 'voices-leak'].map(inSecurity),
  ...['csv-formula', 'redos', 'images', 'path-traversal', 'metrics', 'configuration', 'limits'].map(
    inSecurity,
  ),
].map((name) => `journeys/${name}.test.ts`)
/**
 * What is long is begun first, and ends with the rest: one walk through the city, which makes it; what needs no
 * city meanwhile; the other walks.
 */
const first = [/crawl-desk-others/, /engine\/durability/, /engine\/embedded/, /journeys\/crawl-/]
class LongFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]) {
    const place = ({ moduleId }: TestSpecification) => {
      const at = first.findIndex((one) => one.test(moduleId))
      return at < 0 ? first.length : at
    }
    return (await super.sort(files)).sort((a, b) => place(a) - place(b))
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
    // What was transformed once is found by the next run, on the other engine too.
    fsModuleCache: true,
    projects: [
      {
        extends: true,
        oxc: { jsx: { runtime: 'automatic', importSource: 'hono/jsx' } },
        test: {
          name: 'fast',
          include: ['src/**/*.test.{ts,tsx}', 'journeys/**/*.test.ts'],
          exclude: [
            'journeys/browser/**',
            'journeys/crash*.test.ts',
            ...(onServer ? sameOnBoth : []),
          ],
        },
      },
      {
        extends: true,
        oxc: { jsx: { runtime: 'automatic', importSource: 'hono/jsx' } },
        test: { name: 'crash', include: ['journeys/crash*.test.ts'] },
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
