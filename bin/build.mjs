// Builds dist/ when it is missing or older than what it is made of.
import { existsSync, readdirSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { ownNode, root, run, say } from './prepare.mjs'

const newest = (folder) =>
  readdirSync(join(root, folder), { recursive: true, withFileTypes: true })
    .filter((file) => file.isFile())
    .reduce((time, file) => Math.max(time, statSync(join(file.parentPath, file.name)).mtimeMs), 0)

export function build() {
  const made = join(root, 'dist', 'database.template')
  const sources = Math.max(...['src', 'migrations', 'scripts', 'demo'].map(newest))
  if (existsSync(made) && statSync(made).mtimeMs >= sources) return
  say('組み立てて、デモの市を用意しています(30秒ほど)')
  const status = run(ownNode, ['scripts/build.ts'], {
    stdio: ['ignore', process.stderr, 'inherit'],
  })
  if (status) process.exit(status)
}
