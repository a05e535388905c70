#!/usr/bin/env node
// The second command of the README: install, and run every test there is.
import { install, ownNode, run } from './prepare.mjs'

install()
process.exit(run(ownNode, ['scripts/test.ts', ...process.argv.slice(2)]))
