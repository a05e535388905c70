import { spawnSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { type Lock, offline } from './audit-offline.ts'

/**
 * Two questions about the parts, and their answers are kept apart. What can be seen here, without anybody
 * (audit-offline.ts), always has an answer, and a finding makes it fail. Known faults only npm's registry
 * can say; many networks and mirrors refuse that question (405), and then it says that nothing is known:
 * that is no good news, and with --strict it fails. Only high and critical ones that
 * docs/security-exceptions.json does not excuse (with a reason and a last day) make it fail. It is a step of
 * its own and no test: what somebody finds tomorrow must not turn yesterday's green run red.
 */
export interface Advisory {
  readonly id: string
  readonly package: string
  readonly severity: string
  readonly title: string
}

export interface Exception {
  /** GHSA-… */
  readonly advisory: string
  readonly package: string
  /** Why it does no harm here, in a sentence. */
  readonly reason: string
  /** The last day on which this is believed: 2027-03-31. */
  readonly until: string
}

const grave = new Set(['high', 'critical'])

/** The advisories in an answer of `npm audit --json` (report version 2), each once. Null: it is no answer. */
export function advisoriesIn(text: string): readonly Advisory[] | null {
  const said = parsed(text)
  if (!said?.vulnerabilities) return null
  const all = Object.values(said.vulnerabilities).flatMap(({ name, via }) =>
    via.flatMap((one) => {
      // A name alone means: by way of that package, which stands in the list itself.
      if (typeof one === 'string') return []
      const id = /GHSA(?:-\w{4}){3}/.exec(one.url ?? '')?.[0] ?? String(one.source)
      return [{ id, package: one.name ?? name, severity: one.severity, title: one.title }]
    }),
  )
  return [...new Map(all.map((one) => [`${one.id} ${one.package}`, one])).values()]
}

interface Answer {
  /** Of a refusal. */
  readonly message?: string
  readonly vulnerabilities?: Readonly<
    Record<string, { readonly name: string; readonly via: readonly (string | Via)[] }>
  >
}
interface Via {
  readonly source: number
  readonly name?: string
  readonly title: string
  readonly url?: string
  readonly severity: string
}

function parsed(text: string): Answer | undefined {
  try {
    return JSON.parse(text) as Answer
  } catch {
    return undefined
  }
}

/** What has to be looked at today: grave, and not excused or no longer. */
export const unexcused = (
  advisories: readonly Advisory[],
  exceptions: readonly Exception[],
  today: string,
): readonly Advisory[] =>
  advisories.filter(
    (one) =>
      grave.has(one.severity) &&
      !exceptions.some(
        (e) => e.advisory === one.id && e.package === one.package && e.until >= today,
      ),
  )

/** Why the registry gave no list, in its own words where it had any. */
export function refusalIn(text: string, errors: string): string {
  const said = parsed(text)
  return said?.message ?? (/npm (?:warn|error) audit (.+)/.exec(errors)?.[1] || 'no answer at all')
}

if (import.meta.main) {
  const read = <T>(path: string): T => JSON.parse(readFileSync(path, 'utf8')) as T
  const today = new Date().toISOString().slice(0, 10)
  const exceptions = read<readonly Exception[]>('docs/security-exceptions.json')
  const { allowScripts } = read<{ allowScripts: Readonly<Record<string, boolean>> }>('package.json')
  const mayRun = Object.keys(allowScripts)
  const here = offline(read<Lock>('package-lock.json'), mayRun, exceptions, today)
  for (const finding of here.findings) console.log(`! ${finding}`)
  console.log(
    `audit, seen here: ${here.packages} parts (origin, hash, install scripts, licence), ${exceptions.length} exceptions; ${here.findings.length} findings`,
  )

  const { stdout, stderr } = spawnSync('npm', ['audit', '--omit=dev', '--json'], {
    encoding: 'utf8',
  })
  const advisories = advisoriesIn(stdout)
  if (!advisories) {
    console.log(
      `audit, known faults: NOT KNOWN. The registry refused: ${refusalIn(stdout, stderr)}`,
    )
    console.log('audit, known faults: ask again from a network that reaches registry.npmjs.org')
    process.exit(here.findings.length || process.argv.includes('--strict') ? 1 : 0)
  }
  const open = unexcused(advisories, exceptions, today)
  for (const one of advisories)
    console.log(
      `${open.includes(one) ? '!' : ' '} ${one.severity}\t${one.package}\t${one.id}\t${one.title}`,
    )
  console.log(`audit, known faults: ${advisories.length} known, ${open.length} to be looked at now`)
  process.exit(open.length || here.findings.length ? 1 : 0)
}
