import { readFileSync, writeFileSync } from 'node:fs'

/**
 * Completes package-lock.json after `npm install`: npm leaves out the binaries of other systems that its
 * registry does not have, and `npm ci` then refuses its own file. Each missing one is added as optional.
 */
interface Entry {
  version?: string
  optional?: boolean
  os?: string[]
  cpu?: string[]
  optionalDependencies?: Record<string, string>
}

const path = 'package-lock.json'
const lock = JSON.parse(readFileSync(path, 'utf8')) as { packages: Record<string, Entry> }
const systems = [
  'linux',
  'darwin',
  'win32',
  'freebsd',
  'android',
  'openbsd',
  'netbsd',
  'sunos',
  'aix',
]
const processors = [
  'x64',
  'arm64',
  'arm',
  'ia32',
  'riscv64',
  'ppc64',
  's390x',
  'loong64',
  'mips64el',
]
const part = (name: string, known: readonly string[]) =>
  known.filter((one) => name.split(/[/-]/).includes(one))

let added = 0
for (const [place, entry] of Object.entries(lock.packages)) {
  for (const [name, range] of Object.entries(entry.optionalDependencies ?? {})) {
    const inside = `${place}/node_modules/${name}`
    const beside = `node_modules/${name}`
    if (lock.packages[inside] || lock.packages[beside]) continue
    const os = part(name, systems)
    const cpu = part(name, processors)
    lock.packages[beside] = {
      version: range.replace(/^[\^~]/, ''),
      optional: true,
      ...(os.length > 0 && { os }),
      ...(cpu.length > 0 && { cpu }),
    }
    added += 1
  }
}
const sorted = Object.fromEntries(
  Object.entries(lock.packages).sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0)),
)
writeFileSync(path, `${JSON.stringify({ ...lock, packages: sorted }, null, 2)}\n`)
console.log(`${added} added`)
