#!/usr/bin/env node
// npx tomoni … in a checkout: the built program, run by our own Node.
import { spawn } from 'node:child_process'
import { join } from 'node:path'
import { build } from './build.mjs'
import { install, ownNode, root } from './prepare.mjs'

install()
build()
const program = spawn(ownNode, [join(root, 'dist', 'cli.js'), ...process.argv.slice(2)], {
  stdio: 'inherit',
})
for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => program.kill(signal))
program.on('exit', (code) => process.exit(code ?? 1))
