import { readFileSync } from 'node:fs'
import { Agent, request } from 'node:http'
import { setTimeout } from 'node:timers/promises'

export interface Measured {
  readonly requests: number
  readonly perSecond: number
  readonly p50: number
  readonly p99: number
  /** Processor time of the server for one request, all its threads, in milliseconds. */
  readonly cpu: number
}

/** Ticks of the kernel's clock: 100 a second on Linux. */
const tick = 10

/** Processor time that a process has used since its start, in milliseconds, all threads together. */
export function cpuOf(pid: number): number {
  const stat = readFileSync(`/proc/${pid}/stat`, 'utf8')
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ')
  return (Number(fields[11]) + Number(fields[12])) * tick
}

/** Waits until a server that has just started has done what it does beside answering. */
export async function settled(pid: number): Promise<void> {
  for (let before = -1, now = cpuOf(pid); now - before > 2 * tick; now = cpuOf(pid)) {
    before = now
    await setTimeout(1000)
  }
}

/** Resident memory in MB. */
export function memoryOf(pid: number): number {
  const [, kb = '0'] = /VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8')) ?? []
  return Math.round(Number(kb) / 1024)
}

/** Asks a bounded number of times, so many at once, on loopback; every answer must be 200. */
export async function load(
  base: string,
  pid: number,
  path: (n: number) => string,
  requests: number,
  clients: number,
  /** A page is kept apart for each name by which the site is asked. */
  hostOf?: (n: number) => string,
): Promise<Measured> {
  const agent = new Agent({ keepAlive: true, maxSockets: clients })
  const times: number[] = []
  let next = 0
  const ask = (n: number) =>
    new Promise<void>((done, failed) => {
      const begun = performance.now()
      const headers = { 'accept-encoding': 'br', ...(hostOf && { host: hostOf(n) }) }
      request(new URL(path(n), base), { agent, headers }, (answer) => {
        answer.resume()
        answer.on('end', () => {
          if (answer.statusCode !== 200) failed(new Error(`${path(n)}: ${answer.statusCode}`))
          times.push(performance.now() - begun)
          done()
        })
      })
        .on('error', failed)
        .end()
    })
  const client = async () => {
    while (next < requests) {
      const n = next
      next += 1
      await ask(n)
    }
  }
  const cpu = cpuOf(pid)
  const begun = performance.now()
  await Promise.all(Array.from({ length: clients }, client))
  const seconds = (performance.now() - begun) / 1000
  const used = cpuOf(pid) - cpu
  agent.destroy()
  times.sort((a, b) => a - b)
  const at = (share: number) => round(times[Math.floor((times.length - 1) * share)] ?? 0)
  return {
    requests,
    perSecond: Math.round(requests / seconds),
    p50: at(0.5),
    p99: at(0.99),
    cpu: round(used / requests),
  }
}

export const round = (n: number) => Math.round(n * 100) / 100
