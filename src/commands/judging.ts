import { writeFile } from 'node:fs/promises'
import { resolve } from 'node:path'
import { type Plan, plans } from '#domains/plan/index.ts'
import { evaluatePlan } from '#domains/progress/judging/actions/evaluate.ts'
import { judgementCsv, judgementJson, packFile } from '#domains/progress/judging/files.ts'
import { type Committee, occasions } from '#domains/progress/judging/judging.ts'
import { ja } from '#domains/progress/judging/messages/desk-ja.ts'
import { committees } from '#domains/progress/judging/store/committees.ts'
import { missingFor } from '#domains/progress/judging/store/missing.ts'
import { judgingOf, onlooker, publishedJudgings } from '#domains/progress/judging/store/views.ts'
import { localDate } from '#platform/calendar.ts'
import type { Ctx } from '#platform/context.ts'
import { found } from '#platform/result.ts'
import { siteProfile } from '#platform/site.ts'
import { type Call, type Command, done, refused, WrongUsage } from './command.ts'

const year = { year: { type: 'string' } } as const
const output = { output: { type: 'string', short: 'o' } } as const

export const judgingList: Command = {
  usage: 'judging list [--year 2012] [--json]',
  does: '評価の年の一覧と、今の段階',
  options: { ...year, json: { type: 'boolean' } },
  async run({ io, flags }, { ctx }) {
    const asked = flags.year === undefined ? undefined : Number(flags.year)
    const all = (await committees(ctx.db)).filter(
      ({ fiscalYear }) => asked === undefined || fiscalYear === asked,
    )
    if (flags.json) io.out(`${JSON.stringify(all)}\n`)
    else
      for (const one of all)
        io.out(
          `${one.fiscalYear}\t${ja.occasions[one.occasion]}\t${one.name}\t${ja.states[one.state]}\t${one.marksDueOn}\t${one.meetingOn}\n`,
        )
    return done
  },
}

export const judgingMissing: Command = {
  usage: 'judging missing [--year 2012] [--json]',
  does: '計画を評価済みにするのに足りないもの(あれば終了コード1)',
  options: { ...year, json: { type: 'boolean' } },
  async run(call, { ctx }) {
    const lacks = await missingFor(ctx.db, await planNamed(call, ctx), localDate(ctx.now))
    if (call.flags.json) call.io.out(`${JSON.stringify(lacks)}\n`)
    else
      for (const { kind, code, title, what } of lacks)
        call.io.out(
          `${[code, title, ja.missingOf[kind], kind === 'reading' ? what : ''].filter(Boolean).join('\t')}\n`,
        )
    return lacks.length ? refused : done
  },
}

export const judgingPack: Command = {
  usage: 'judging pack -o FILE [--year 2012] [--occasion final]',
  does: '委員会の資料(公表のあとは評価報告書)のPDF。委員の採点は入らない',
  options: { ...year, ...output, occasion: { type: 'string' } },
  async run(call, { ctx }) {
    const path = resolve(call.io.cwd, String(call.flags.output ?? missing('-o FILE')))
    const committee = await committeeNamed(call, ctx)
    const today = localDate(ctx.now)
    const whole = await judgingOf(ctx.db, committee, onlooker, today)
    const site = await siteProfile(ctx.db)
    const on = committee.state === 'published' ? committee.publishedOn : today
    await writeFile(path, await packFile({ year: whole, site, on }))
    call.io.out(`${path}\n`)
    return done
  },
}

export const judgingExport: Command = {
  usage: 'judging export -o FILE.csv|FILE.json [--year 2012]',
  does: '公表した評価と回答を、表かデータで書き出す',
  options: { ...year, ...output },
  async run(call, { ctx }) {
    const path = resolve(call.io.cwd, String(call.flags.output ?? missing('-o FILE')))
    const plan = await planNamed(call, ctx)
    const years = await publishedJudgings(ctx.db, plan, localDate(ctx.now))
    if (!years.length) {
      call.io.err('この年度の評価は、まだ公表されていません\n')
      return refused
    }
    const { licence } = await siteProfile(ctx.db)
    const isJson = path.endsWith('.json')
    if (!isJson && !path.endsWith('.csv'))
      throw new WrongUsage('.csv か .json で終わる名前にします')
    await writeFile(path, isJson ? judgementJson(years, licence) : judgementCsv(years))
    call.io.out(`${path}\n`)
    return done
  },
}

export const judgingClose: Command = {
  usage: 'judging close [--year 2012]',
  does: '足りないものがなければ、計画を評価済みにする',
  options: year,
  async run(call, { ctx }) {
    const { title } = await evaluatePlan(ctx, (await planNamed(call, ctx)).id)
    call.io.out(`${title}\n`)
    return done
  },
}

export const judgingCommands: readonly Command[] = [
  judgingList,
  judgingMissing,
  judgingPack,
  judgingExport,
  judgingClose,
]

/** The plan that --year names, or the newest that was decided. */
async function planNamed({ flags }: Call, { db }: Ctx): Promise<Plan> {
  const all = (await plans(db)).filter((plan) => 'decidedOn' in plan)
  if (flags.year === undefined) return found(all[0])
  return found(all.find(({ fiscalYear }) => fiscalYear === Number(flags.year)))
}

/** The judging of the year's end unless said, else the one that there is. */
async function committeeNamed(call: Call, ctx: Ctx): Promise<Committee> {
  const asked = call.flags.occasion
  const occasion = occasions.find((one) => one === asked)
  if (asked !== undefined && !occasion)
    throw new WrongUsage(`--occasion は ${occasions.join(' ')} のどれかです`)
  const all = await committees(ctx.db, (await planNamed(call, ctx)).id)
  if (occasion) return found(all.find((one) => one.occasion === occasion))
  return found(all.find((one) => one.occasion === 'final') ?? all[0])
}

function missing(what: string): never {
  throw new WrongUsage(`${what} がありません`)
}
