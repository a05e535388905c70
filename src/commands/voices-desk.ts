import { figuresSaid } from '#domains/voices/api.ts'
import { type Outcome, outcomes } from '#domains/voices/rules/outcome.ts'
import { longestOverdue } from '#domains/voices/rules/remind.ts'
import { dueBetween } from '#domains/voices/store/work.ts'
import { yearFigures } from '#domains/voices/store/year.ts'
import { addDays, fiscalYearOf, localDate } from '#platform/calendar.ts'
import { type Command, done, refused, WrongUsage } from './command.ts'

export const voicesOverdue: Command = {
  usage: 'voices overdue [--json]',
  does: '期限を過ぎた市民の声(課ごと。あれば終了コード1)',
  options: { json: { type: 'boolean' } },
  async run(call, { ctx }) {
    const today = localDate(ctx.now)
    const lines = await dueBetween(ctx.db, addDays(today, -longestOverdue), addDays(today, -1))
    if (call.flags.json) call.io.out(`${JSON.stringify(lines)}\n`)
    else
      for (const { section, dueOn, count } of lines)
        call.io.out(`${dueOn}\t${section || '(論点に分けていない声)'}\t${count}\n`)
    return lines.length ? refused : done
  },
}

const outcomeNames: Readonly<Record<Outcome, string>> = {
  open: '回答を準備している',
  deciding: '回答した(公表を決めている)',
  shown: '回答した(公表した)',
  withheld: '公表していない',
  transferred: 'ほかへ渡した',
}

export const voicesFigures: Command = {
  usage: 'voices figures [--year 年度] [--json]',
  does: '1つの年度の市民の声の件数(公表しているものと同じ)',
  options: { year: { type: 'string' }, json: { type: 'boolean' } },
  async run({ flags, io }, { ctx }) {
    const today = localDate(ctx.now)
    const year = flags.year === undefined ? fiscalYearOf(today) : Number(flags.year)
    if (!Number.isInteger(year)) throw new WrongUsage('年度は西暦の数字で指定してください')
    const figures = await yearFigures(ctx.db, year, today)
    if (flags.json) io.out(`${JSON.stringify({ fiscalYear: year, ...figuresSaid(figures) })}\n`)
    else {
      for (const one of outcomes) io.out(`${outcomeNames[one]}\t${figures.sums[one]}\n`)
      io.out(`届いた論点\t${figures.total}\n`)
    }
    return done
  },
}
