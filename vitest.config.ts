import { defineConfig } from 'vitest/config'

/** Fast tests run beside their files; whole-app journeys and Chromium have projects of their own. */
export default defineConfig({
  oxc: { jsx: { runtime: 'automatic', importSource: 'hono/jsx' } },
  test: {
    globals: false,
    include: ['src/**/*.test.{ts,tsx}', 'journeys/**/*.test.ts'],
    testTimeout: 60_000,
    hookTimeout: 120_000,
    maxWorkers: 2,
  },
})
