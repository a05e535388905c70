import { readFile, writeFile } from 'node:fs/promises'
import { resolve } from 'node:path'
import { districts } from '#domains/districts/index.ts'
import { type Plan, plans } from '#domains/plan/index.ts'
import { linesOf, type RoundDesk, roundDesk, roundsOf } from '#domains/progress/actions/look.ts'
import { closeRound, openRound } from '#domains/progress/actions/rounds.ts'
import { takeInSheet } from '#domains/progress/actions/take-in.ts'
import { readSheetFile, sheetFile } from '#domains/progress/files.ts'
import { ja } from '#domains/progress/messages/desk-ja.ts'
import { periods } from '#domains/progress/progress.ts'
import { readSheets } from '#domains/progress/rules/sheet.ts'
import { whereOn } from '#domains/progress/rules/where.ts'
import { localDate } from '#platform/calendar.ts'
import type { Ctx } from '#platform/context.ts'
import { found } from '#platform/result.ts'
import { siteProfile } from '#platform/site.ts'
import { type Call, type Command, done, refused, WrongUsage } from './command.ts'

const year = { year: { type: 'string' } } as const
const which = { ...year, period: { type: 'string' } } as const

export const progressRounds: Command = {
  usage: 'progress rounds [--year 2012] [--json]',
  does: '照会の一覧と、集まった数',
  options: { ...year, json: { type: 'boolean' } },
  async run(call, { ctx }) {
    const all = await roundsOf(ctx.db, await planNamed(call, ctx), localDate(ctx.now))
    const lines = all.map(({ round, whole }) => {
      const { period, state, opensOn, dueOn } = round
      return { period, state, opensOn, dueOn, ...whole }
    })
    if (call.flags.json) call.io.out(`${JSON.stringify(lines)}\n`)
    else
      for (const one of lines)
        call.io.out(
          `${one.period}\t${ja.roundStates[one.state]}\t${one.opensOn}\t${one.dueOn}\t${ja.asked} ${one.asked}\t${ja.submitted} ${one.submitted}\t${ja.confirmed} ${one.confirmed}\t${ja.silent} ${one.silent}\n`,
        )
    return done
  },
}

export const progressStatus: Command = {
  usage: 'progress status --period q3 [--year 2012] [--json]',
  does: 'まだ出していない部署(あれば終了コード1)',
  options: { ...which, json: { type: 'boolean' } },
  async run(call, { ctx }) {
    const { round } = await roundNamed(call, ctx)
    const all = await roundsOf(ctx.db, await planNamed(call, ctx), localDate(ctx.now))
    const sections = all.find((one) => one.round.id === round.id)?.sections ?? []
    const behind = sections.filter(({ tally: t }) => t.submitted + t.confirmed < t.asked)
    if (call.flags.json)
      call.io.out(
        `${JSON.stringify(sections.map(({ section, tally }) => ({ section, ...tally })))}\n`,
      )
    else
      for (const { section, tally: t } of behind)
        call.io.out(`${section}\t${ja.left(t.asked - t.submitted - t.confirmed)}\n`)
    return behind.length ? refused : done
  },
}

export const progressOpen: Command = {
  usage: 'progress open --period q3 [--year 2012]',
  does: '照会の受付を始める',
  options: which,
  async run(call, { ctx }) {
    const { round } = await roundNamed(call, ctx)
    const { dueOn } = await openRound(ctx, round.id)
    call.io.out(`${ja.notices.opened} ${ja.due} ${dueOn}\n`)
    return done
  },
}

export const progressClose: Command = {
  usage: 'progress close --period q3 [--year 2012]',
  does: '照会を締め切る',
  options: which,
  async run(call, { ctx }) {
    const { round } = await roundNamed(call, ctx)
    await closeRound(ctx, round.id)
    call.io.out(`${ja.notices.closed}\n`)
    return done
  },
}

export const progressExport: Command = {
  usage: 'progress export --period q3 --section 総務部 -o FILE [--year 2012]',
  does: '部署の報告の様式(Excel)を書き出す',
  options: { ...which, section: { type: 'string' }, output: { type: 'string', short: 'o' } },
  async run(call, { ctx }) {
    const desk = await roundNamed(call, ctx)
    const section = String(call.flags.section ?? missing('--section'))
    const path = resolve(call.io.cwd, String(call.flags.output ?? missing('-o FILE')))
    const { name } = await siteProfile(ctx.db)
    const { bytes } = await sheetFile({
      round: desk.round,
      scale: desk.scale,
      where: await whereIn(ctx),
      section,
      lines: cityLines(desk, section),
      author: name.ja,
      date: localDate(ctx.now),
    })
    await writeFile(path, bytes)
    call.io.out(`${path}\n`)
    return done
  },
}

export const progressImport: Command = {
  usage: 'progress import FILE --period q3 --section 総務部 [--year 2012] [--submit] [--dry-run]',
  does: '書いた様式(Excel)を下書きに取り込む。--submit でそのまま出す',
  options: {
    ...which,
    section: { type: 'string' },
    submit: { type: 'boolean' },
    'dry-run': { type: 'boolean' },
  },
  async run(call, { ctx }) {
    const { io, flags, args } = call
    const desk = await roundNamed(call, ctx)
    const section = String(flags.section ?? missing('--section'))
    const file = await readFile(resolve(io.cwd, args[0] ?? missing('FILE')))
    const sheets = await readSheetFile(new Uint8Array(file))
    const { faults, changes } = readSheets(
      sheets,
      cityLines(desk, section),
      desk.scale,
      await whereIn(ctx),
    )
    for (const { sheet, cell, reason, found: what } of faults)
      io.err(`${sheet} ${cell}: ${ja.sheetFaultReasons[reason]}${what ? ` (${what})` : ''}\n`)
    if (faults.length) return refused
    for (const { line, fields, stale, fixed } of changes) {
      const remark = fixed ? ` — ${ja.sheetFixed}` : stale ? ` — ${ja.conflict.title}` : ''
      io.out(`${line.item.code} ${fields.map((f) => ja.fields[f]).join('、')}${remark}\n`)
    }
    const fresh = changes.filter(({ stale }) => !stale)
    if (flags['dry-run']) return done
    const taken = await takeInSheet(ctx, fresh, { handIn: flags.submit === true })
    io.out(`${ja.drafting} ${taken.drafted}、${ja.submitted} ${taken.submitted}\n`)
    for (const { code, reason } of taken.left) io.err(`${code}: ${reason}\n`)
    return taken.left.length || fresh.length < changes.length ? refused : done
  },
}

export const progressCommands: readonly Command[] = [
  progressRounds,
  progressStatus,
  progressOpen,
  progressClose,
  progressExport,
  progressImport,
]

const cityLines = (desk: RoundDesk, section: string) => {
  const lines = linesOf(desk, section).filter(({ report }) => report.side === 'city')
  if (!lines.length) throw new WrongUsage(`${section} に頼んだ項目はありません`)
  return lines
}

/** The plan that --year names, or the newest that was decided. */
async function planNamed({ flags }: Call, { db }: Ctx): Promise<Plan> {
  const all = (await plans(db)).filter((plan) => 'decidedOn' in plan)
  if (flags.year === undefined) return found(all[0])
  return found(all.find(({ fiscalYear }) => fiscalYear === Number(flags.year)))
}

async function roundNamed(call: Call, ctx: Ctx): Promise<RoundDesk> {
  const period = periods.find((one) => one === call.flags.period)
  if (!period) throw new WrongUsage(`--period は ${periods.join(' ')} のどれかです`)
  const all = await roundsOf(ctx.db, await planNamed(call, ctx), localDate(ctx.now))
  const { round } = found(all.find((one) => one.round.period === period))
  return roundDesk(ctx.db, round.id)
}

function missing(what: string): never {
  throw new WrongUsage(`${what} がありません`)
}

const whereIn = async ({ db, now }: Ctx) => whereOn(await districts(db), localDate(now), 'ja')
