import { spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, mkdtempSync, readdirSync, readFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

/**
 * Every test there is: the whole on the embedded database, stores and journeys once more on a real
 * PostgreSQL, the built server in a real Chromium, and killed. Ends with one plain line: N passed, N failed.
 * With `--embedded` the first of these alone: what `npm run check` asks before each landing (decision 22).
 */
const onlyEmbedded = process.argv.includes('--embedded')
const say = (line: string) => console.error(`… ${line}`)
const binary = 'node_modules/.bin'

const server = () =>
  existsSync('/usr/lib/postgresql') &&
  readdirSync('/usr/lib/postgresql').some((v) => existsSync(`/usr/lib/postgresql/${v}/bin/initdb`))
const tools = [
  {
    name: 'chromium',
    there: () => existsSync('/usr/lib/chromium/chromium-headless-shell'),
    packages: ['chromium-headless-shell'],
  },
  { name: 'poppler', there: () => existsSync('/usr/bin/pdftotext'), packages: ['poppler-utils'] },
  { name: 'Dovecot', there: () => existsSync('/usr/sbin/dovecot'), packages: ['dovecot-imapd'] },
  { name: 'PostgreSQL', there: server, packages: ['postgresql'] },
  {
    name: 'fonts',
    there: () => existsSync('/usr/share/fonts/opentype/noto/NotoSansCJK-Regular.ttc'),
    packages: ['fonts-noto-cjk'],
  },
]

/** Gets what the tests need and the machine lacks, where it may; otherwise says what is left out. */
function furnish(): ReadonlySet<string> {
  const missing = tools.filter((tool) => !tool.there())
  const isRoot = process.getuid?.() === 0
  if (missing.length && isRoot && existsSync('/usr/bin/apt-get')) {
    say(`installing ${missing.map((m) => m.name).join(', ')}`)
    const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' }
    const packages = missing.flatMap((m) => m.packages)
    spawnSync('apt-get', ['update', '-qq'], { stdio: 'inherit', env })
    spawnSync('apt-get', ['install', '-y', '-qq', '--no-install-recommends', ...packages], {
      stdio: ['ignore', 'ignore', 'inherit'],
      env,
    })
  }
  return new Set(tools.filter((tool) => !tool.there()).map((tool) => tool.name))
}

interface Report {
  readonly numPassedTests: number
  readonly numFailedTests: number
  readonly testResults: readonly {
    readonly name: string
    readonly status: string
    readonly message: string
    readonly assertionResults: readonly { readonly fullName: string; readonly status: string }[]
  }[]
}

const folder = mkdtempSync(join(tmpdir(), 'tomoni-test-'))
let passed = 0
let failed = 0
const failures: string[] = []

async function vitest(
  name: string,
  args: readonly string[],
  env: Record<string, string> = {},
): Promise<void> {
  say(name)
  const file = join(folder, `${name.replaceAll(' ', '-')}.json`)
  const reporters = ['--reporter=dot', '--reporter=json', `--outputFile.json=${file}`]
  const run = spawn(`${binary}/vitest`, ['run', ...args, ...reporters], {
    stdio: 'inherit',
    env: { ...process.env, NO_COLOR: '1', TOMONI_TEST_RUN: folder, ...env },
  })
  const [status] = await once(run, 'exit')
  if (!existsSync(file)) {
    failed += 1
    failures.push(`${name}: no report`)
    return
  }
  const report = JSON.parse(readFileSync(file, 'utf8')) as Report
  const faults = report.testResults.flatMap((tested) => {
    const wrong = tested.assertionResults.filter((one) => one.status === 'failed')
    const whole = tested.status === 'failed' && !wrong.length ? [tested.message] : []
    return [...wrong.map((one) => one.fullName), ...whole].map((what) => `${tested.name}: ${what}`)
  })
  passed += report.numPassedTests
  // A file that does not even load has no failed test, and has failed all the same.
  failed += Math.max(report.numFailedTests, faults.length, status ? 1 : 0)
  failures.push(...faults.map((fault) => `${name}: ${fault}`))
}

const lacking = furnish()
for (const name of lacking) say(`left out, for want of ${name}: the tests that need it`)
if (process.env.CI && lacking.size) {
  console.log(`0 passed, ${lacking.size} failed`)
  process.exit(1)
}
say('building')
const built = spawnSync(process.execPath, ['scripts/build.ts'], { stdio: 'inherit' })
if (built.status !== 0) failed += 1

/** What speaks to a database; the rest would only say the same again. */
const onBoth = [
  'journeys',
  'src/domains',
  'src/testing',
  ...['backup', 'cities', 'jobs', 'ledger', 'migrate', 'pool', 'search', 'tables'].map(
    (name) => `src/platform/${name}`,
  ),
]
/** Beside the embedded database, which keeps one core busy, go the runs that mostly wait for other processes. */
async function besideIt() {
  if (!lacking.has('chromium')) await vitest('Chromium', ['--project', 'browser'])
  await vitest('crash', ['--project', 'crash'])
  if (!lacking.has('PostgreSQL'))
    await vitest('PostgreSQL', ['--project', 'fast', ...onBoth], {
      TOMONI_TEST_DATABASE: 'postgres',
    })
}
await Promise.all([
  vitest('embedded', ['--project', 'fast']),
  ...(onlyEmbedded ? [] : [besideIt()]),
])

for (const failure of failures) console.error(`failed: ${failure}`)
console.log(`${passed} passed, ${failed} failed`)
process.exit(failed ? 1 : 0)
