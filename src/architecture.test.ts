import { readdirSync, readFileSync } from 'node:fs'
import { posix } from 'node:path'
import { expect, test } from 'vitest'

/** The shelves, lowest first. A domain may read the doors of domains on lower shelves only. */
const shelves = [
  ['notices', 'districts'],
  ['ordinance', 'staff', 'residents', 'cost-sharing', 'words'],
  ['plan', 'organisations', 'moderation', 'liaisons', 'newsletters'],
  [
    'voices',
    'dialogues',
    'surveys',
    'slogans',
    'meetings',
    'field-logs',
    'model-projects',
    'proposals',
  ],
  ['progress', 'casebook', 'handovers'],
  ['publications'],
  ['front', 'audit'],
]

/** The files of a chapter: what each may read beside it, and which packages it may use. */
const roles: Record<string, { reads: string; packages?: string }> = {
  noun: { reads: 'noun', packages: 'zod' },
  workflow: { reads: 'noun' },
  terms: { reads: 'noun' },
  rules: { reads: 'noun workflow terms rules' },
  forms: { reads: 'noun rules' },
  messages: { reads: 'noun rules workflow forms messages' },
  urls: { reads: 'noun' },
  chapter: { reads: 'noun rules terms messages' },
  store: { reads: 'noun rules workflow terms store', packages: 'kysely' },
  files: { reads: 'noun rules chapter store urls messages files' },
  auth: {
    reads: 'noun store',
    packages:
      'better-auth better-auth/crypto @better-auth/passkey @simplewebauthn/server kysely jose',
  },
  actions: { reads: 'noun workflow terms rules forms urls store files actions' },
  pages: {
    reads: 'noun workflow terms rules forms messages urls pages',
    packages: 'hono/jsx hono/html',
  },
  routes: {
    reads:
      'noun workflow terms rules forms messages urls store files auth actions pages contents routes',
    packages: 'hono hono/cookie hono/utils/http-status',
  },
  api: { reads: 'noun rules forms store actions', packages: '@hono/zod-openapi' },
  dues: { reads: 'noun workflow rules store messages urls' },
  jobs: { reads: 'noun rules store actions messages' },
  islands: { reads: 'islands' },
  contents: { reads: 'noun' },
  index: { reads: 'noun workflow terms rules store chapter messages urls actions' },
}
/** Folders that stand for the role of their name; their files count as one. */
const roleFolders = /\/(pages|store|actions|rules|messages|routes|islands|forms)\//
/** Files of other names that do, or hold, what a role does. */
const known: Record<string, string> = {
  'domains/plan/desk-routes.tsx': 'routes',
  'domains/plan/workbook.ts': 'files',
  'domains/staff/desk-routes.tsx': 'routes',
  'domains/residents/oidc.ts': 'auth',
  'domains/residents/webauthn.ts': 'auth',
  'domains/staff/roster/sources.ts': 'files',
  'domains/plan/intake/sources.ts': 'files',
  'domains/plan/intake/rows.ts': 'rules',
  'domains/publications/slides.ts': 'chapter',
  'domains/publications/slides-folder.ts': 'files',
  'domains/progress/public-api.ts': 'api',
  'domains/progress/public-files.ts': 'files',
  'domains/voices/paper-files.ts': 'files',
  'domains/voices/paper-sheet.ts': 'files',
  'domains/voices/comment/rows-sheet.ts': 'files',
}
/** What the pure files may take from the platform: nothing that reads, writes, waits or answers. */
const purePlatform =
  'actor calendar codes document form group id ledger result ruby search site storable workflow must personal merge sheet written-day'
const pure = 'noun workflow terms rules forms messages urls chapter'
const bannedNames = /(^|\/)(utils?|helpers?|common|misc|shared|service|manager)\.tsx?$/
/**
 * Counters are no facts (decision 15); sessions are the sign-in library's own (decision 5). Everything else is
 * written through the ledger's Writer, which is called `tx`.
 */
const mayWriteBeside = new Set(['platform/limits.ts', 'domains/staff/auth.ts'])
/** The shell: it names domains, starts and stops, and is named by none of them. */
const shell =
  /^(app\.tsx|address\.ts|deps\.ts|house\.ts|answers\.ts|doors\.ts|api\.ts|main\.ts|cli\.ts|facts\.ts|night\.ts|post-room\.ts|belongings\.ts|retentions\.ts|followed\.ts|sealed\.ts|views\.ts|commands\/)/

/** The law of a tree of sources, as a list of its breaches. Pure, so that it can be tried on a seeded one. */
function lawOf(source: ReadonlyMap<string, string>) {
  const files = [...source.keys()]
  const code = files.filter((f) => !/\.test\.|(^|\/)testing\//.test(f) && !/random-rows/.test(f))
  const has = (list: string | undefined, word: string) => list?.split(' ').includes(word) ?? false
  const shelf = (domain: string) => shelves.findIndex((s) => s.includes(domain))
  const domainOf = (file: string) => /^domains\/([^/]+)\//.exec(file)?.[1] ?? ''
  const roleOf = (file: string) => {
    if (known[file]) return known[file]
    const name = roleFolders.exec(file)?.[1] ?? posix.basename(file).replace(/\.tsx?$/, '')
    return name in roles ? name : 'noun'
  }
  /** Imports as written, turned into a path under src/, or left as a package name. Types count too. */
  const importsOf = (file: string) =>
    [...(source.get(file) ?? '').matchAll(/^\s*(?:import|export)\b[^'"]*?from '([^']+)'/gm)].map(
      ([, to = '']) =>
        to.startsWith('.') ? posix.join(posix.dirname(file), to) : to.replace(/^#(?=.*\/)/, ''),
    )
  const breaches = (rule: (file: string, to: string) => unknown) =>
    code.flatMap((f) =>
      importsOf(f)
        .filter((to) => rule(f, to))
        .map((to) => `${f} → ${to}`),
    )
  const across = (f: string, to: string) =>
    domainOf(to) && domainOf(to) !== domainOf(f) && !shell.test(f)
  const inside = (f: string, to: string) => domainOf(f) && domainOf(to) === domainOf(f)
  const platform = (to: string) => /^platform\/(.+)\.ts$/.exec(to)?.[1]
  const isPackage = (to: string) => !/^(domains|platform|design|testing|[a-z]+\.ts)/.test(to)
  const own = (f: string) => domainOf(f).replace(/s$/, '').replaceAll('-', '_')
  const tables = /(?:selectFrom|insertInto|updateTable|deleteFrom|[jJ]oin)\('(\w+)/g
  const named = (f: string) => [...(source.get(f) ?? '').matchAll(tables)].map(([, t = '']) => t)
  /** Names that a query itself gives to a part of it are not tables. */
  const withs = (f: string) =>
    [...(source.get(f) ?? '').matchAll(/with(?:Recursive)?\('(\w+)/g)].map(([, t = '']) => t)

  const circles = () => {
    const done = new Set<string>()
    const walk = (f: string, path: readonly string[]): string[] => {
      if (path.includes(f)) return [[...path.slice(path.indexOf(f)), f].join(' → ')]
      if (done.has(f) || !source.has(f)) return []
      done.add(f)
      return importsOf(f).flatMap((to) => walk(to, [...path, f]))
    }
    return code.flatMap((f) => walk(f, []))
  }

  return {
    'a domain without a shelf': [...new Set(files.map(domainOf))].filter((d) => d && shelf(d) < 0),
    'a domain entered past its door': breaches(
      (f, to) => across(f, to) && !/^domains\/[^/]+\/index\.ts$/.test(to) && domainOf(f),
    ),
    'a domain read from its own or a lower shelf': breaches(
      (f, to) => across(f, to) && domainOf(f) && shelf(domainOf(f)) <= shelf(domainOf(to)),
    ),
    'platform that knows a civic word': breaches(
      (f, to) => /^(platform|design)\//.test(f) && to.startsWith('domains/'),
    ),
    'platform that knows the look': breaches(
      (f, to) => f.startsWith('platform/') && to.startsWith('design/'),
    ),
    'a shell that is used from within': breaches((f, to) => domainOf(f) && shell.test(to)),
    'a file that reads more than its role allows': breaches(
      (f, to) => inside(f, to) && !has(roles[roleOf(f)]?.reads, roleOf(to)),
    ),
    'a package in the wrong role': breaches(
      (f, to) => domainOf(f) && isPackage(to) && !has(roles[roleOf(f)]?.packages, to),
    ),
    'a pure file that is not pure': breaches(
      (f, to) =>
        domainOf(f) &&
        has(pure, roleOf(f)) &&
        platform(to) &&
        !has(purePlatform, platform(to) ?? ''),
    ),
    'a Writer made outside the ledger': code.filter(
      (f) =>
        f !== 'platform/ledger.ts' &&
        domainOf(f) &&
        /as Writer\b|\.transaction\(/.test(source.get(f) ?? ''),
    ),
    'a write beside the ledger': code.filter(
      (f) =>
        !mayWriteBeside.has(f) &&
        /\b(?!tx\b)\w+\s*\.(?:insertInto|updateTable|deleteFrom)\(/.test(source.get(f) ?? ''),
    ),
    "a store that names another domain's table": code.filter(
      (f) =>
        roleOf(f) === 'store' &&
        own(f) !== 'front' &&
        named(f).some((t) => !t.startsWith(own(f)) && !withs(f).includes(t)),
    ),
    'a dynamic import': code.filter((f) => domainOf(f) && /\bimport\(/.test(source.get(f) ?? '')),
    'imports that go round in a circle': circles(),
    'a file of more than 300 lines': files.filter(
      (f) => (source.get(f) ?? '').split('\n').length > 301 && f !== 'platform/tables.ts',
    ),
    'a drawer for anything': files.filter((f) => bannedNames.test(f)),
  }
}

const files = readdirSync('src', { recursive: true, encoding: 'utf8' }).filter((f) =>
  /\.tsx?$/.test(f),
)
const here = new Map(files.map((f) => [f, readFileSync(`src/${f}`, 'utf8')]))

test.each(Object.entries(lawOf(here)))('there is not %s', (_law, found) => {
  expect(found).toEqual([])
})

test('the law sees the whole tree', () => {
  expect(files.length).toBeGreaterThan(100)
})

/** One breach of each kind: a scan that finds nothing here would find nothing anywhere. */
const seeded: Record<keyof ReturnType<typeof lawOf>, readonly [file: string, text: string]> = {
  'a domain without a shelf': ['domains/lottery/lottery.ts', ''],
  'a domain entered past its door': [
    'domains/front/x.tsx',
    "import { a } from '#domains/plan/item.ts'",
  ],
  'a domain read from its own or a lower shelf': [
    'domains/staff/x.ts',
    "import { a } from '#domains/plan/index.ts'",
  ],
  'platform that knows a civic word': [
    'platform/x.ts',
    "import { a } from '#domains/plan/index.ts'",
  ],
  'platform that knows the look': ['platform/x.ts', "import { a } from '#design/page.tsx'"],
  'a shell that is used from within': ['domains/plan/x.ts', "import { a } from '../../app.tsx'"],
  'a file that reads more than its role allows': [
    'domains/plan/pages/x.tsx',
    "import { a } from '../store/plans.ts'",
  ],
  'a package in the wrong role': ['domains/plan/rules/x.ts', "import { sql } from 'kysely'"],
  'a pure file that is not pure': ['domains/plan/x.ts', "import { a } from '#platform/pool.ts'"],
  'a Writer made outside the ledger': ['domains/plan/actions/x.ts', 'const w = tx as Writer'],
  'a write beside the ledger': ['domains/plan/store/x.ts', "db\n  .insertInto('plan_item')"],
  "a store that names another domain's table": [
    'domains/plan/store/x.ts',
    "db.selectFrom('staff_user')",
  ],
  'a dynamic import': ['domains/plan/actions/x.ts', "await import('./y.ts')"],
  'imports that go round in a circle': ['domains/plan/x.ts', "import { a } from './x.ts'"],
  'a file of more than 300 lines': ['domains/plan/x.ts', '\n'.repeat(400)],
  'a drawer for anything': ['platform/utils.ts', ''],
}

test.each(Object.entries(seeded))('the law catches %s', (law, [file, text]) => {
  const found = lawOf(new Map([[file, text]]))[law as keyof typeof seeded]
  expect(found).toHaveLength(1)
})
