import fs, { appendFileSync, existsSync } from 'node:fs'
import { syncBuiltinESMExports } from 'node:module'

/**
 * Loaded before a program (`node --import`) into each of its threads: notes every sync in the file
 * SYNCS, one byte each, and lets them fail while the file SYNC_FAILS exists.
 */
const { SYNCS = '', SYNC_FAILS = '' } = process.env
const really = fs.fdatasyncSync
fs.fdatasyncSync = (handle) => {
  if (existsSync(SYNC_FAILS)) throw new Error('EIO: i/o error, fdatasync')
  really(handle)
  appendFileSync(SYNCS, '.')
}
syncBuiltinESMExports()
