import type { ParseArgsOptionsConfig } from 'node:util'
import type { Io } from '#platform/command.ts'
import type { Ctx } from '#platform/context.ts'
import type { MailServer } from '#platform/mail/imap.ts'
import type { Database } from '#platform/pool.ts'

/** One city, opened: what a command works on. */
export interface Opened {
  readonly database: Database
  /** As the command line, which acts for the secretariat of the machine on which it runs. */
  readonly ctx: Ctx
  readonly filesDir: string
  readonly mailbox?: MailServer | undefined
  /** The site's own address: https://plan.example.jp */
  readonly origin: string
}

export interface Call {
  readonly io: Io
  readonly args: readonly string[]
  readonly flags: Readonly<Record<string, string | boolean | undefined>>
}

/** One line of `tomoni --help`, and what it does. Answers with the exit code. */
export interface Command {
  /** plan import FILE */
  readonly usage: string
  readonly does: string
  readonly options?: ParseArgsOptionsConfig
  /** What can only be asked where the command was typed: the terminal, its environment. More words. */
  readonly ask?: (argv: readonly string[], io: Io) => Promise<readonly string[]>
  readonly run: (call: Call, city: Opened) => Promise<number>
}

/** What works on a file alone: it opens no database, and needs no city and no settings. */
export interface FileCommand extends Pick<Command, 'usage' | 'does' | 'options'> {
  readonly runAlone: (call: Call) => Promise<number>
}

/** 0 done, 1 refused with reasons on standard error, 2 wrong usage. */
export const done = 0
export const refused = 1
export const wrongUsage = 2

/** The call is not as the usage says. */
export class WrongUsage extends Error {
  override name = 'WrongUsage'
}
