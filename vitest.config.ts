import { defineConfig } from 'vitest/config'

/**
 * One run, one engine: embedded, or a real PostgreSQL with TOMONI_TEST_DATABASE=postgres. What drives
 * Chromium against the built server is a project of its own; `node scripts/test.ts` runs all of it.
 */
export default defineConfig({
  test: {
    globalSetup: ['src/testing/setup.ts'],
    testTimeout: 120_000,
    hookTimeout: 120_000,
    maxWorkers: 2,
    // Files of one process share its database; modules need no second world.
    isolate: false,
    projects: [
      {
        extends: true,
        oxc: { jsx: { runtime: 'automatic', importSource: 'hono/jsx' } },
        test: {
          name: 'fast',
          include: ['src/**/*.test.{ts,tsx}', 'journeys/**/*.test.ts'],
          exclude: ['journeys/browser/**', 'journeys/crash.test.ts'],
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
