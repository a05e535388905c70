import { openingsSince } from '#domains/residents/store/openings.ts'
import { writeCsv } from '#platform/csv.ts'
import { type Command, done, WrongUsage } from './command.ts'

export const residentOpenings: Command = {
  usage: 'residents openings --since DATE',
  does: '連絡先を開いた記録を CSV にする(いつ・だれが・だれの・目的・理由)',
  options: { since: { type: 'string' } },
  async run({ io, flags }, { ctx }) {
    const { since } = flags
    if (typeof since !== 'string' || !/^\d{4}-\d{2}-\d{2}$/.test(since))
      throw new WrongUsage('--since は 2013-04-01 の形です')
    const openings = await openingsSince(ctx, new Date(`${since}T00:00:00+09:00`))
    const rows = openings.map((o) => [
      o.at.toISOString(),
      o.who,
      o.owner,
      o.purpose,
      o.reason,
      o.fields.join(' '),
    ])
    io.out(writeCsv([['at', 'who', 'whose', 'purpose', 'reason', 'fields'], ...rows]))
    return done
  },
}
