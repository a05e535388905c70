#!/usr/bin/env node
// The first command of the README: install, build, and open the demo city (or the city that is there).
import { spawn } from 'node:child_process'
import { build } from './build.mjs'
import { install, ownNode, root, say } from './prepare.mjs'

install()
build()
say('はじめています')
const server = spawn(ownNode, ['dist/cli.js', 'demo', ...process.argv.slice(2)], {
  cwd: root,
  stdio: 'inherit',
})
for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => server.kill(signal))
server.on('exit', (code) => process.exit(code ?? 1))
