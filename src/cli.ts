import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { loadEnvFile } from 'node:process'
import { parseArgs } from 'node:util'
import { errors } from '#design/messages/errors.ts'
import { commandLine } from '#domains/staff/roles.ts'
import { type CityPlace, readCities } from '#platform/cities.ts'
import type { Io } from '#platform/command.ts'
import { tryControl } from '#platform/control.ts'
import { ledger } from '#platform/ledger.ts'
import { closePdf } from '#platform/pdf/pdf.ts'
import { closePictures } from '#platform/picture.ts'
import type { Database } from '#platform/pool.ts'
import { Refused } from '#platform/result.ts'
import {
  backupCity,
  citySet,
  cityShow,
  migrateCity,
  restoreCity,
  userAdd,
  verifyCity,
} from './commands/city.ts'
import {
  type Call,
  type Command,
  type FileCommand,
  refused,
  WrongUsage,
  wrongUsage,
} from './commands/command.ts'
import { demoClock } from './commands/demo/clock.ts'
import { placeReadyCity } from './commands/demo/ready.ts'
import { demoPassword, fillDemo, placesIn } from './commands/demo.ts'
import { districtImport, districtList, districtMap } from './commands/districts.ts'
import { editionCompose, editionList, editionPublish, editionVerify } from './commands/edition.ts'
import { judgingCommands } from './commands/judging.ts'
import { ledgerExport, ledgerHead, ledgerVerify, retentionRun } from './commands/ledger.ts'
import { mailBounce } from './commands/notices.ts'
import { planCheck, planExport, planImport, planList } from './commands/plan.ts'
import { progressCommands } from './commands/progress.ts'
import { residentOpenings } from './commands/residents.ts'
import { sealRotate, sealVerify } from './commands/seal.ts'
import { dutyGrant, dutyRevoke, staffExport, staffImport, staffList } from './commands/staff.ts'
import { voicesFigures, voicesOverdue } from './commands/voices-desk.ts'
import { voicesPaperCommands } from './commands/voices-paper.ts'
import { wordsExport, wordsImport, wordsList } from './commands/words.ts'
import { BadSetting, type Config, readConfig } from './config.ts'
import { openCity, type RunCommand, start } from './main.ts'
import { demoCityFolder } from './places.ts'

/** What works on a city: in the process that has its database open, whichever that is. */
const commands: readonly Command[] = [
  mailBounce,
  planList,
  planImport,
  planExport,
  planCheck,
  ...progressCommands,
  ...judgingCommands,
  citySet,
  cityShow,
  userAdd,
  staffImport,
  staffList,
  staffExport,
  dutyGrant,
  dutyRevoke,
  migrateCity,
  backupCity,
  restoreCity,
  verifyCity,
  ledgerHead,
  ledgerExport,
  retentionRun,
  sealRotate,
  sealVerify,
  residentOpenings,
  voicesOverdue,
  voicesFigures,
  ...voicesPaperCommands,
  wordsList,
  wordsImport,
  wordsExport,
  districtList,
  districtImport,
  districtMap,
  editionList,
  editionCompose,
  editionPublish,
  editionVerify,
]

/** What works on a file alone, wherever it is typed. */
const fileCommands: readonly FileCommand[] = [ledgerVerify]

const help = `共に — 使い方: npx tomoni COMMAND

  serve                    動かす
  demo [--no-serve]        デモの市(対馬市、平成24年度)を用意して動かす
${[...commands, ...fileCommands].map((c) => `  ${c.usage}\n                           ${c.does}`).join('\n')}

市がいくつもあるときは --city ホスト名 で選びます。
設定は環境変数か .env で: TOMONI_DATA DATABASE_URL HOST PORT TOMONI_SECRET TOMONI_ORIGIN SMTP_URL IMAP_URL TOMONI_MAIL_FROM
終了コード: 0 できた、1 断った(理由は標準エラー)、2 使い方が違う
`

const words = (command: Pick<Command, 'usage'>) =>
  command.usage.split(' ').filter((w) => /^[a-z][a-z-]*$/.test(w))

/** Finds the longest command that the words begin with: `plan import` before `plan`. */
function commandOf<C extends Pick<Command, 'usage'>>(
  argv: readonly string[],
  commands: readonly C[],
): { command: C; rest: string[] } | undefined {
  const found = commands
    .map((command) => ({ command, name: nameOf(command) }))
    .filter(({ name }) => name.every((word, i) => argv[i] === word))
    .sort((a, b) => b.name.length - a.name.length)[0]
  return found && { command: found.command, rest: argv.slice(found.name.length) }
}

/** plan import FILE [--year] → plan import */
const nameOf = (command: Pick<Command, 'usage'>) => {
  const all = command.usage.split(' ')
  const end = all.findIndex((word) => !/^[a-z][a-z-]*$/.test(word))
  return words({ usage: (end < 0 ? all : all.slice(0, end)).join(' ') })
}

/** Runs a command on an open database, and answers with the exit code and reasons in words. */
const runOn =
  (
    { dataDir, mailbox }: Pick<CityPlace, 'dataDir' | 'mailbox'>,
    { seal, clock, origin }: Pick<Config, 'seal' | 'clock' | 'origin'>,
  ): RunCommand =>
  async (argv, io, database, onFacts) => {
    const found = commandOf(argv, commands)
    if (!found) {
      io.err(help)
      return wrongUsage
    }
    try {
      const call = callOf(found.command, found.rest, io)
      const moment = { actor: commandLine, now: clock(), requestId: 'cli', onFacts }
      const ctx = { ...moment, db: database.db, seal, record: ledger(database.db, moment) }
      const filesDir = join(dataDir, 'files')
      return await found.command.run(call, { database, ctx, filesDir, mailbox, origin })
    } catch (thrown) {
      return explain(thrown, io, found.command)
    }
  }

/** Runs a command that needs nothing but its file. */
async function runAlone(command: FileCommand, rest: string[], io: Io): Promise<number> {
  try {
    return await command.runAlone(callOf(command, rest, io))
  } catch (thrown) {
    return explain(thrown, io, command)
  }
}

function callOf(command: Pick<Command, 'options'>, rest: string[], io: Io): Call {
  const { values, positionals } = parse(command, rest)
  const flags = Object.fromEntries(
    Object.entries(values).map(([name, value]) => [name, Array.isArray(value) ? value[0] : value]),
  )
  return { io, args: positionals, flags }
}

function parse(command: Pick<Command, 'options'>, args: string[]) {
  try {
    return parseArgs({ args, options: command.options ?? {}, allowPositionals: true })
  } catch (thrown) {
    throw new WrongUsage(thrown instanceof Error ? thrown.message : String(thrown))
  }
}

function explain(thrown: unknown, io: Io, command?: Pick<Command, 'usage'>): number {
  if (thrown instanceof WrongUsage) {
    io.err(`${thrown.message}\n使い方: npx tomoni ${command?.usage ?? 'COMMAND'}\n`)
    return wrongUsage
  }
  if (thrown instanceof Refused) {
    const { refusal } = thrown
    const reason = refusal.kind === 'refused' ? refusal.reason : refusal.kind
    const said = errors.ja.refusals[reason] ?? reason
    const place = refusal.kind === 'refused' && refusal.place ? ` (${refusal.place})` : ''
    io.err(`${said}${place}\n`)
    return refused
  }
  const isOurs = thrown instanceof Error
  io.err(`${isOurs ? thrown.message : String(thrown)}\n`)
  return refused
}

/** A reader who has seen enough (| head) closes the pipe; that is no fault. */
process.stdout.on('error', () => process.exit(0))

async function main(argv: string[]): Promise<number> {
  const io: Io = {
    cwd: process.cwd(),
    out: (text) => void process.stdout.write(text),
    err: (text) => void process.stderr.write(text),
  }
  if (existsSync('.env')) loadEnvFile('.env')
  const [first] = argv
  if (!first || first === 'help' || first === '--help' || first === '-h') {
    io.out(help)
    return first ? 0 : wrongUsage
  }
  const alone = commandOf(argv, fileCommands)
  if (alone) return runAlone(alone.command, alone.rest, io)
  if (first === 'demo') placeReadyCity(demoCityFolder, process.env)
  const config = readConfig(process.env)
  if (first === 'serve') return stay(config, io)
  if (first === 'demo') return demo(config, io, argv.includes('--no-serve'))
  const called = commandOf(argv, commands)
  if (!called) {
    io.err(help)
    return wrongUsage
  }
  const { place, words } = placeOf(argv)
  const asked = (await called.command.ask?.(words, io)) ?? []
  const whole = [...words, ...asked]
  const { databaseUrl, dataDir } = place
  const elsewhere = databaseUrl ? undefined : await tryControl({ dataDir, argv: whole, io })
  if (elsewhere !== undefined) return elsewhere
  const database = await openCity(place)
  try {
    return await runOn(place, config)(whole, io, database, () => {})
  } finally {
    await closePdf()
    await closePictures()
    await database.close()
  }
}

/** Which city a command is for: --city HOST, or the first. */
function placeOf(argv: readonly string[]) {
  const at = argv.indexOf('--city')
  const host = at < 0 ? undefined : argv[at + 1]
  const words = at < 0 ? argv : argv.filter((_, i) => i !== at && i !== at + 1)
  const places = readCities(process.env)
  const place = host ? places.find((one) => one.hosts.includes(host)) : places[0]
  if (!place) throw new BadSetting(`TOMONI_CITIES に ${host ?? '市'} がありません`)
  return { place, words }
}

async function demo(config: Config, io: Io, only: boolean): Promise<number> {
  const fill = (database: Database) =>
    fillDemo(
      database,
      config.seal,
      placesIn(config.dataDir),
      () => {},
      (line) => io.err(`… ${line}\n`),
    )
  if (only) {
    const [place] = readCities(process.env)
    const database = await openCity(place ?? { dataDir: config.dataDir })
    await fill(database)
    await database.close()
    return 0
  }
  // A visitor looks in with the password of the README; whoever wants it whole says so.
  const isSaid = Boolean(process.env.TOMONI_SECOND_FACTOR) || config.production
  const secondFactor = isSaid ? config.secondFactor : 'off'
  // An authenticator app goes by our time: where it is asked for, the demo does too.
  const clock = secondFactor === 'off' ? demoClock(config.dataDir) : config.clock
  // What people write to a real city is no business of the demo.
  const open: Config = { ...config, secondFactor, clock, imapUrl: undefined }
  return stay(open, io, async (database) => {
    await fill(database)
    io.err(`… 職員の入口: shusa@tsushima.example / ${demoPassword}\n`)
  })
}

/** Serves until it is asked to stop; a second asking does not wait. */
async function stay(
  config: Config,
  io: Io,
  prepare?: (database: Database) => Promise<void>,
): Promise<number> {
  const running = await start(config, (place) => runOn(place, config), prepare)
  io.out(`${running.address}\n`)
  await new Promise<void>((stop) => {
    process.once('SIGTERM', stop)
    process.once('SIGINT', stop)
  })
  await running.close()
  return 0
}

process.exitCode = await main(process.argv.slice(2)).catch((thrown: unknown) => {
  const err = (text: string) => void process.stderr.write(text)
  if (!(thrown instanceof BadSetting)) return explain(thrown, { cwd: '', out: () => {}, err })
  err(`${thrown.message}\n`)
  return wrongUsage
})
