import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { build, type Rollup } from 'vite'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { browser } from '#testing/browser.ts'
import { demoPassword } from '../../src/commands/demo.ts'

/** What only the server may know, as its settings are called. */
const settings = [
  ...new Set(
    ['config.ts', 'sign-in-settings.ts'].flatMap(
      (file) =>
        readFileSync(`src/${file}`, 'utf8').match(/(?<=\benv\.)[A-Z][A-Z_]{3,}|TOMONI_[A-Z_]+/g) ??
        [],
    ),
  ),
]
/** Keys and tokens as they look wherever they are left lying. */
const left =
  /-----BEGIN [A-Z ]*PRIVATE KEY-----\s*\n?\s*[A-Za-z0-9+/]{20}|\bAKIA[0-9A-Z]{16}\b|\bgh[pousr]_[A-Za-z0-9]{36}\b|\bsk-[A-Za-z0-9]{32,}\b|\bxox[abpr]-[A-Za-z0-9-]{20,}|\beyJ[\w-]{20,}\.eyJ[\w-]{20,}\.[\w-]{20,}/
const canary = 'canary-7c1f0e5a9b3d4286'
const kept = new Map<string, string | undefined>()
const all = [...settings, 'VITE_SECRET', 'PUBLIC_SECRET']
beforeAll(() => {
  for (const name of all) {
    kept.set(name, process.env[name])
    process.env[name] = canary
  }
})
afterAll(() => {
  for (const [name, value] of kept)
    if (value === undefined) delete process.env[name]
    else process.env[name] = value
})

/** Of what a browser gets: nothing of the machine that made it, or of the one that serves it. */
const betrays = (text: string): readonly string[] =>
  [
    canary,
    demoPassword,
    'a secret that only tests know',
    'process.env',
    'import.meta.env',
    'sourceMappingURL',
    'postgres://',
    'smtp://',
    `${process.cwd()}/`,
    ...settings,
  ]
    .filter((word) => text.includes(word))
    .concat(left.exec(text)?.[0] ?? [])

describe('what goes to browsers knows nothing of the server', () => {
  test('the settings are found that must not be in it', () => {
    expect(settings).toEqual(expect.arrayContaining(['TOMONI_SECRET', 'DATABASE_URL', 'SMTP_URL']))
  })

  const islands = readdirSync('src', { recursive: true, encoding: 'utf8' }).filter(
    (file) => /(^|\/)islands\/[^/]+\.ts$/.test(file) && !file.includes('.test.'),
  )

  test.each(islands)('built anew where every setting is a canary: %s', async (island) => {
    const made = (await build({
      configFile: false,
      logLevel: 'silent',
      build: {
        write: false,
        lib: { entry: join('src', island), formats: ['es'], fileName: 'island' },
      },
    })) as readonly Rollup.RollupOutput[]
    const code = made.flatMap(({ output }) =>
      output.map((one) => (one.type === 'chunk' ? one.code : String(one.source))),
    )
    expect(code.length).toBeGreaterThan(0)
    expect(code.flatMap(betrays)).toEqual([])
    // Nothing of the server's own code comes along: it would say how sessions and keys are made.
    const modules = made.flatMap(({ output }) =>
      output.flatMap((one) => (one.type === 'chunk' ? one.moduleIds : [])),
    )
    const within = modules.map((id) => id.replace(`${process.cwd()}/src/`, ''))
    expect(within.filter((id) => /(^|\/)(store|actions|routes|auth|config)\b/.test(id))).toEqual([])
  })

  test.runIf(existsSync('dist/assets'))('as it was built last', () => {
    const files = readdirSync('dist/assets')
    expect(files.length).toBeGreaterThan(3)
    expect(
      files.filter((file) => !/\.[0-9a-f]{10}\.(js|css|svg|woff2)(\.br|\.gz)?$/.test(file)),
    ).toEqual([])
    const plain = files.filter((file) => /\.(js|css|svg)$/.test(file))
    const found = plain.map((file) => [
      file,
      ...betrays(readFileSync(join('dist/assets', file), 'utf8')),
    ])
    expect(found.filter(([, ...words]) => words.length)).toEqual([])
  })

  test('pages, files for programs and refusals name no setting', async () => {
    const site = await browser(undefined, undefined, { metricsToken: canary })
    for (const path of [
      '/',
      '/sign-in',
      '/account',
      '/api',
      '/api/v1/openapi.json',
      '/nowhere',
      '/metrics',
      '/healthz',
      '/readyz',
      '/robots.txt',
    ]) {
      const answer = await site.get(path)
      const text = (await answer.text()) + JSON.stringify([...answer.headers])
      // The page for developers may say how settings are called, never what they are.
      expect([
        path,
        ...betrays(text).filter((word) => word === canary || !settings.includes(word)),
      ]).toEqual([path])
    }
  })
})

test('no key lies in the tree', () => {
  const files = ['src', 'scripts', 'bin', 'bench', 'docs', 'migrations', 'demo'].flatMap((folder) =>
    readdirSync(folder, { recursive: true, encoding: 'utf8' }).map((file) => join(folder, file)),
  )
  const texts = files.filter(
    (file) => /\.(tsx?|mjs|js|json|md|sql|yml|txt|csv|env)$/.test(file) && statSync(file).isFile(),
  )
  expect(texts.length).toBeGreaterThan(400)
  expect(texts.filter((file) => left.test(readFileSync(file, 'utf8')))).toEqual([])
  expect(existsSync('.env')).toBe(false)
})
