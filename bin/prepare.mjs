// Runs on whatever Node the machine has: installs the packages (and with them our own Node) when they
// are missing or older than the lock file, and says so line by line.
import { spawnSync } from 'node:child_process'
import { existsSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

export const root = fileURLToPath(new URL('..', import.meta.url))
export const ownNode = join(root, 'node_modules', 'node', 'bin', 'node')

export const say = (line) => process.stderr.write(`… ${line}\n`)

export function run(command, args, options = {}) {
  const { status } = spawnSync(command, args, { cwd: root, stdio: 'inherit', ...options })
  return status ?? 1
}

export function install() {
  const marker = join(root, 'node_modules', '.package-lock.json')
  const fresh =
    existsSync(marker) &&
    statSync(marker).mtimeMs >= statSync(join(root, 'package-lock.json')).mtimeMs
  if (!fresh) {
    say('必要な部品を入れています(はじめの1回だけ、1分ほどかかります)')
    const quiet = ['--no-audit', '--no-fund', '--loglevel=error']
    const status = run('npm', ['ci', ...quiet], { stdio: ['ignore', process.stderr, 'inherit'] })
    if (status) process.exit(status)
  }
  if (!existsSync(ownNode)) {
    say('Node.js の部品(npm の node)が入りませんでした。')
    say('npm の設定 ignore-scripts を外し、npm rebuild node を実行してください。')
    process.exit(1)
  }
}
