import { commandLine } from '#domains/staff/roles.ts'
import { Refused } from '#platform/result.ts'
import { type Browser, contextOf } from '#testing/browser.ts'
import { testDatabase } from '#testing/database.ts'
import type { Command, FileCommand, Opened } from '../../src/commands/command.ts'
import { WrongUsage } from '../../src/commands/command.ts'
import { readConfig } from '../../src/config.ts'

export interface Ran {
  readonly code: number
  readonly out: string
  readonly err: string
}

const config = readConfig({ TOMONI_SECRET: 'only tests know this: 0123456789 abcdefgh' })

/** What a command says, kept: `said` gives it with the exit code and a last word on the error side. */
function heard(cwd: string) {
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
  return { io, said: (code: number, last = ''): Ran => ({ code, out, err: err + last }) }
}

/** A command as `npx tomoni …` runs it on the open database of a city, in the folder `cwd`. */
export async function tomoni(
  site: Browser,
  command: Command,
  cwd: string,
  args: readonly string[],
  flags: Readonly<Record<string, string | boolean>> = {},
  more: Pick<Opened, 'mailbox'> = {},
): Promise<Ran> {
  const { io, said } = heard(cwd)
  const now = new Date('2013-03-06T09:00:00+09:00')
  const ctx = contextOf(site.db, commandLine, now, site.site.forget)
  const database = await testDatabase()
  const call = { io, config, args, flags }
  try {
    return said(
      await command.run(call, {
        ...{ database, ctx, filesDir: cwd, origin: 'http://localhost' },
        ...more,
      }),
    )
  } catch (thrown) {
    if (thrown instanceof WrongUsage) return said(2, thrown.message)
    if (!(thrown instanceof Refused)) throw thrown
    const { refusal } = thrown
    const why = refusal.kind === 'refused' ? `${refusal.reason} ${refusal.place ?? ''}` : ''
    return said(1, `${refusal.kind} ${why}`)
  }
}

/** A command that works on a file alone: nothing of a city is within its reach. */
export async function tomoniAlone(
  command: FileCommand,
  cwd: string,
  args: readonly string[],
  flags: Readonly<Record<string, string | boolean>> = {},
): Promise<Ran> {
  const { io, said } = heard(cwd)
  try {
    return said(await command.runAlone({ io, args, flags }))
  } catch (thrown) {
    if (!(thrown instanceof WrongUsage)) throw thrown
    return said(2, thrown.message)
  }
}
