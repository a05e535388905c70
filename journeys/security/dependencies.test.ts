import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { advisoriesIn, type Exception, refusalIn, unexcused } from '../../scripts/audit.ts'
import { isFree, type Lock, offline } from '../../scripts/audit-offline.ts'

interface Locked {
  readonly version?: string
  readonly resolved?: string
  readonly integrity?: string
  readonly optional?: boolean
  readonly link?: boolean
  readonly hasInstallScript?: boolean
  readonly os?: readonly string[]
  readonly dependencies?: Readonly<Record<string, string>>
  readonly optionalDependencies?: Readonly<Record<string, string>>
}
const read = <T>(path: string): T => JSON.parse(readFileSync(path, 'utf8')) as T
const lock = read<{ packages: Readonly<Record<string, Locked>> }>('package-lock.json')
const own = read<
  Readonly<Record<'dependencies' | 'devDependencies' | 'overrides', Record<string, string>>> & {
    readonly allowScripts: Readonly<Record<string, boolean>>
  }
>('package.json')
const packages = Object.entries(lock.packages).filter(([place]) => place !== '')
const nameOf = (place: string) => place.split('node_modules/').at(-1) ?? ''
/** The only package whose installation runs a program of its own: it unpacks Node itself. */
const mayRun = ['node']

describe('what is installed is what the lock file says, byte by byte', () => {
  test('it is read at all', () => expect(packages.length).toBeGreaterThan(200))

  test('every package has its hash', () => {
    const without = packages.filter(([, one]) => !/^sha512-[\w+/]{86}==$/.test(one.integrity ?? ''))
    // Binaries for other systems, which the registry does not have (docs/decisions/0012): nobody gets one of
    // them here, and each bears the very version of the package that would call it.
    const main = lock.packages['node_modules/@myriaddreamin/typst-ts-node-compiler']
    for (const [place, one] of without) {
      expect(nameOf(place)).toMatch(/^@myriaddreamin\/typst-ts-node-compiler-/)
      expect(one).toMatchObject({ version: main?.version, optional: true })
      expect(existsSync(place)).toBe(false)
    }
  })

  test('and comes from npm’s registry: from no other, no repository, no folder', () => {
    const strange = packages.filter(
      ([, one]) =>
        one.link || (one.resolved && !one.resolved.startsWith('https://registry.npmjs.org/')),
    )
    expect(strange).toEqual([])
    const asked = packages.flatMap(([, one]) =>
      Object.values({ ...one.dependencies, ...one.optionalDependencies }),
    )
    expect(asked.filter((range) => /^(?:git|https?|file|link|[\w-]+\/)/.test(range))).toEqual([])
    expect(existsSync('.npmrc') && readFileSync('.npmrc', 'utf8')).toBe(false)
  })

  test('ours are named by one version, never by a range', () => {
    const { dependencies, devDependencies, overrides } = own
    const named = Object.entries({ ...dependencies, ...devDependencies, ...overrides })
    expect(named.filter(([, version]) => !/^\d+\.\d+\.\d+$/.test(version))).toEqual([])
  })

  test('the folder holds these versions', () => {
    const { packages: there } = read<typeof lock>('node_modules/.package-lock.json')
    const other = Object.entries(there).filter(
      ([place, { version }]) => lock.packages[place]?.version !== version,
    )
    expect(other).toEqual([])
  })
})

test('nothing runs when it is installed, but what is allowed to by name', () => {
  expect(Object.keys(own.allowScripts)).toEqual(mayRun)
  const running = packages.filter(([, one]) => one.hasInstallScript).map(([place]) => nameOf(place))
  expect(running).toEqual(mayRun)
  const folders = readdirSync('node_modules').flatMap((name) =>
    name.startsWith('@')
      ? readdirSync(join('node_modules', name)).map((inner) => `${name}/${inner}`)
      : [name],
  )
  const scripts = folders.flatMap((name) => {
    const path = join('node_modules', name, 'package.json')
    if (name.startsWith('.') || !existsSync(path)) return []
    const { scripts = {} } = read<{ scripts?: Readonly<Record<string, string>> }>(path)
    const runs = ['preinstall', 'install', 'postinstall'].some((when) => scripts[when])
    const compiles = existsSync(join('node_modules', name, 'binding.gyp'))
    return runs || compiles ? [name] : []
  })
  expect(scripts).toEqual(mayRun)
})

describe('the question whether anything of it is known to be at fault', () => {
  const answer = {
    auditReportVersion: 2,
    vulnerabilities: {
      deep: {
        name: 'deep',
        severity: 'high',
        via: [
          {
            source: 1,
            name: 'deep',
            title: 'It opens doors',
            url: 'https://github.com/advisories/GHSA-aaaa-bbbb-cccc',
            severity: 'high',
          },
          { source: 2, name: 'deep', title: 'It is slow', url: '', severity: 'moderate' },
        ],
      },
      above: { name: 'above', severity: 'high', via: ['deep'] },
    },
  }
  const known = advisoriesIn(JSON.stringify(answer)) ?? []
  const excuse: Exception = {
    advisory: 'GHSA-aaaa-bbbb-cccc',
    package: 'deep',
    reason: 'The part of it is not called.',
    until: '2026-12-31',
  }

  test('is answered with each fault once; grave ones count', () => {
    expect(known.map(({ id }) => id)).toEqual(['GHSA-aaaa-bbbb-cccc', '2'])
    expect(unexcused(known, [], '2026-12-01')).toEqual([known[0]])
  })

  test('an exception is for one fault of one package, and until its day', () => {
    expect(unexcused(known, [excuse], '2026-12-31')).toEqual([])
    expect(unexcused(known, [excuse], '2027-01-01')).toEqual([known[0]])
    expect(unexcused(known, [{ ...excuse, package: 'other' }], '2026-12-01')).toEqual([known[0]])
  })

  test('no answer is not taken for a good one', () => {
    for (const said of ['', '{"message":"405 Method Not Allowed"}', '<html>', 'null'])
      expect(advisoriesIn(said)).toBeNull()
  })

  test('ours are few, say why, and end', () => {
    const ours = read<readonly Exception[]>('docs/security-exceptions.json')
    for (const one of ours) {
      expect(one.advisory).toMatch(/^GHSA(-\w{4}){3}$/)
      expect(one.reason.length).toBeGreaterThan(20)
      expect(one.until).toMatch(/^\d{4}-\d\d-\d\d$/)
      expect(packages.map(([place]) => nameOf(place))).toContain(one.package)
    }
  })
})

describe('what can be seen without asking anybody', () => {
  const real = read<Lock>('package-lock.json')
  const seen = (change: object, name = 'node_modules/hono') =>
    offline(
      { packages: { ...real.packages, [name]: { ...real.packages[name], ...change } } },
      mayRun,
      [],
      '2026-12-01',
    ).findings

  test('is in order now, and looked at every part', () => {
    const { packages: count, findings } = offline(
      real,
      mayRun,
      read<readonly Exception[]>('docs/security-exceptions.json'),
      '2026-11-22',
    )
    expect(findings).toEqual([])
    expect(count).toBe(packages.length)
  })

  test.each([
    [{ integrity: 'sha1-x' }, 'no sha512'],
    [{ integrity: undefined }, 'no sha512'],
    [{ resolved: 'https://elsewhere.example/hono.tgz' }, 'comes from https://elsewhere.example'],
    [{ link: true }, 'comes from a folder'],
    [{ hasInstallScript: true }, 'would run a program'],
    [{ license: 'GPL-2.0-only' }, 'licence GPL-2.0-only'],
    [{ license: undefined }, 'licence not said'],
  ])('%j is found', (change, said) => {
    expect(seen(change).join('\n')).toContain(said)
  })

  test('an exception that is over, or of a part that is gone, is found', () => {
    const one = { advisory: 'GHSA-aaaa-bbbb-cccc', package: 'hono', until: '2026-11-30' }
    const found = (exception: typeof one) =>
      offline(real, mayRun, [exception], '2026-12-01').findings.length
    expect(found(one)).toBe(1)
    expect(found({ ...one, until: '2026-12-01' })).toBe(0)
    expect(found({ ...one, until: '2026-12-01', package: 'gone' })).toBe(1)
  })

  test('of a choice of licences one is enough; of what is joined, all', () => {
    expect(isFree('(MIT OR GPL-3.0-or-later)')).toBe(true)
    expect(isFree('Apache-2.0 AND LGPL-3.0-or-later AND MIT')).toBe(true)
    expect(isFree('MIT AND SSPL-1.0')).toBe(false)
    expect(isFree('UNLICENSED')).toBe(false)
  })

  test('that the registry refused is said in its words', () => {
    expect(refusalIn('{"message":"405 Method Not Allowed"}', '')).toContain('405')
    expect(refusalIn('', 'npm warn audit 404 Not Found')).toBe('404 Not Found')
    expect(refusalIn('', '')).toBe('no answer at all')
  })
})
