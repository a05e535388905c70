import { longestOverdue } from '#domains/voices/rules/remind.ts'
import { dueBetween } from '#domains/voices/store/work.ts'
import { addDays, localDate } from '#platform/calendar.ts'
import { type Command, done, refused } from './command.ts'

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
