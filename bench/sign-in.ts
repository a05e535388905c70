import { performance } from 'node:perf_hooks'

/**
 * How long the entrance takes for names that somebody has and that nobody has: measured, asserted nowhere.
 * node bench/sign-in.ts http://localhost:8080 shusa@tsushima.example
 */
const [, , base = 'http://localhost:8080', known = 'shusa@tsushima.example'] = process.argv
const rounds = 7

async function once(email: string): Promise<number> {
  const begun = performance.now()
  const body = new URLSearchParams({ email, password: 'a password that nobody has' })
  const answer = await fetch(`${base}/sign-in`, { method: 'POST', body, headers: { origin: base } })
  await answer.text()
  if (answer.status !== 422) throw new Error(`${email}: ${answer.status}; wait and try again`)
  return performance.now() - begun
}

const middle = (all: readonly number[]) => all.toSorted((a, b) => a - b)[all.length >> 1] ?? 0

const times: Record<'known' | 'unknown', number[]> = { known: [], unknown: [] }
for (let n = 0; n < rounds; n++) {
  times.known.push(await once(known))
  times.unknown.push(await once('nobody@tsushima.example'))
}
for (const [name, all] of Object.entries(times))
  console.log(
    `${name.padEnd(8)} median ${middle(all).toFixed(1)} ms  ${all.map((t) => t.toFixed(0)).join(' ')}`,
  )
