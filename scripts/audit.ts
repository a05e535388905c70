import { spawnSync } from 'node:child_process'
import { readFileSync } from 'node:fs'

/**
 * Asks npm's registry for known faults of what we run, and says them. Only high and critical ones that
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

if (import.meta.main) {
  const { stdout } = spawnSync('npm', ['audit', '--omit=dev', '--json'], { encoding: 'utf8' })
  const advisories = advisoriesIn(stdout)
  if (!advisories) {
    // Many networks let packages through and not this question. Whoever must know asks with --strict.
    console.log('audit: the registry gave no answer; nothing is known')
    process.exit(process.argv.includes('--strict') ? 1 : 0)
  }
  const exceptions = JSON.parse(
    readFileSync('docs/security-exceptions.json', 'utf8'),
  ) as readonly Exception[]
  const open = unexcused(advisories, exceptions, new Date().toISOString().slice(0, 10))
  for (const one of advisories)
    console.log(
      `${open.includes(one) ? '!' : ' '} ${one.severity}\t${one.package}\t${one.id}\t${one.title}`,
    )
  console.log(`audit: ${advisories.length} known, ${open.length} to be looked at now`)
  process.exit(open.length ? 1 : 0)
}
