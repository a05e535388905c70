import { commandLine } from '#domains/staff/roles.ts'
import { Refused } from '#platform/result.ts'
import { type Browser, contextOf } from '#testing/browser.ts'
import { testDatabase } from '#testing/database.ts'
import type { Command, FileCommand } from '../../src/commands/command.ts'
import { WrongUsage } from '../../src/commands/command.ts'
import { readConfig } from '../../src/config.ts'

export interface Ran {
  readonly code: number
  readonly out: string
  readonly err: string
}

const config = readConfig({ TOMONI_SECRET: 'only tests know this: 0123456789 abcdefgh' })

/** A command as `npx tomoni …` runs it on the open database of a city, in the folder `cwd`. */
export async function tomoni(
  site: Browser,
  command: Command,
  cwd: string,
  args: readonly string[],
  flags: Readonly<Record<string, string | boolean>> = {},
): Promise<Ran> {
  let out = ''
  let err = ''
  const io = {
    cwd,
    out: (text: string) => {
      out += text
    },
    err: (text: string) => {
      err += text
    },
  }
  const now = new Date('2013-03-06T09:00:00+09:00')
  const ctx = contextOf(site.db, commandLine, now, site.site.forget)
  const database = await testDatabase()
  const call = { io, config, args, flags }
  try {
    return { code: await command.run(call, { database, ctx, filesDir: cwd }), out, err }
  } catch (thrown) {
    if (thrown instanceof WrongUsage) return { code: 2, out, err: `${err}${thrown.message}` }
    if (!(thrown instanceof Refused)) throw thrown
    const { refusal } = thrown
    const said = refusal.kind === 'refused' ? `${refusal.reason} ${refusal.place ?? ''}` : ''
    return { code: 1, out, err: `${err}${refusal.kind} ${said}` }
  }
}

/** A command that works on a file alone: nothing of a city is within its reach. */
export async function tomoniAlone(
  command: FileCommand,
  cwd: string,
  args: readonly string[],
  flags: Readonly<Record<string, string | boolean>> = {},
): Promise<Ran> {
  let out = ''
  let err = ''
  const io = {
    cwd,
    out: (text: string) => {
      out += text
    },
    err: (text: string) => {
      err += text
    },
  }
  try {
    return { code: await command.runAlone({ io, args, flags }), out, err }
  } catch (thrown) {
    if (!(thrown instanceof WrongUsage)) throw thrown
    return { code: 2, out, err: `${err}${thrown.message}` }
  }
}
