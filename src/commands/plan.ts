import { readFile as readBytes, writeFile } from 'node:fs/promises'
import { basename, resolve } from 'node:path'
import { preview, takeInReading } from '#domains/plan/actions/intake.ts'
import { filled, isFormat } from '#domains/plan/files.ts'
import type { Difference } from '#domains/plan/intake/difference.ts'
import { applyAnswers } from '#domains/plan/intake/questions.ts'
import { type Answers, isNote, type Reading } from '#domains/plan/intake/sheet.ts'
import { readFile } from '#domains/plan/intake/sources.ts'
import { ja } from '#domains/plan/messages/desk-ja.ts'
import type { Plan } from '#domains/plan/plan.ts'
import { carefulRemarks } from '#domains/plan/rules/careful.ts'
import { planOf, plans } from '#domains/plan/store/plans.ts'
import { surroundings } from '#domains/plan/store/surroundings.ts'
import { treeOf } from '#domains/plan/store/tree.ts'
import { defaultTerms } from '#domains/plan/terms.ts'
import { departments } from '#domains/staff/index.ts'
import { localDate } from '#platform/calendar.ts'
import { found, Refused } from '#platform/result.ts'
import { type Call, type Command, done, type Opened, refused, WrongUsage } from './command.ts'
import { standalone } from './standalone.tsx'

export const planList: Command = {
  usage: 'plan list [--json]',
  does: '計画の一覧',
  options: { json: { type: 'boolean' } },
  async run({ io, flags }, { ctx }) {
    const all = await plans(ctx.db)
    if (flags.json)
      io.out(
        `${JSON.stringify(all.map(({ fiscalYear, state, title }) => ({ fiscalYear, state, title })))}\n`,
      )
    else for (const plan of all) io.out(`${plan.fiscalYear}\t${plan.state}\t${plan.title}\n`)
    return done
  },
}

export const planImport: Command = {
  usage: 'plan import FILE [--year 2012] [--answers FILE] [--dry-run] [--remove-missing] [--json]',
  does: 'ファイル(.txt .xlsx .docx .csv .json)から計画を取り込む',
  options: {
    year: { type: 'string' },
    answers: { type: 'string' },
    'dry-run': { type: 'boolean' },
    'remove-missing': { type: 'boolean' },
    json: { type: 'boolean' },
  },
  async run(call, city) {
    const { io, flags, args } = call
    const path = resolve(io.cwd, args[0] ?? missing('FILE'))
    const { reading } = await readFile(basename(path), new Uint8Array(await readBytes(path)))
    const answers = await answersIn(call)
    const year = yearIn(call) ?? reading.head.fiscalYear
    if (!year) throw new Refused({ kind: 'refused', reason: 'year-needed' })
    const { reading: settled, open, invalid } = applyAnswers(reading, answers)
    const faults = settled.faults.filter((fault) => !isNote(fault))
    const known = (await departments(city.ctx.db, localDate(city.ctx.now))).map((d) => d.name)
    const shown = await preview(city.ctx, year, settled, known)
    const stuck = faults.length + open.length + invalid.length > 0
    const options = { answers, removeMissing: flags['remove-missing'] === true }
    const changes =
      stuck || flags['dry-run']
        ? null
        : (await takeInReading(city.ctx, year, reading, options)).changes
    if (flags.json) {
      const report = { year, faults, questions: open, invalid, difference: shown, changes }
      io.out(`${JSON.stringify(report, null, 2)}\n`)
    } else say(call, year, settled, { open, invalid }, shown, changes)
    return stuck ? refused : done
  },
}

function say(
  { io }: Call,
  year: number,
  { faults, rows }: Reading,
  { open, invalid }: Pick<ReturnType<typeof applyAnswers>, 'open' | 'invalid'>,
  shown: Difference,
  changes: number | null,
) {
  const w = ja.intake
  for (const fault of faults) io.err(`${fault.place}: ${w.faults[fault.fault](fault.found)}\n`)
  for (const question of open) {
    io.err(`? ${question.key} ${w.reasons[question.reason]} (${question.place})\n`)
    for (const line of question.original.split('\n')) io.err(`    | ${line}\n`)
    if (question.seen) io.err(`    → ${question.seen}\n`)
  }
  for (const { key, reason } of invalid) io.err(`! ${key}: ${w.invalid[reason]}\n`)
  io.out(
    `${year}年度 ${rows.length}項目: 新規 ${shown.added.length}、変更 ${shown.changed.length}、移動 ${shown.moved.length}、同じ ${shown.unchanged}、取込票にない ${shown.removed.length}\n`,
  )
  for (const { code, fields } of shown.changed)
    for (const { field, before, after } of fields)
      io.out(`  ${code} ${field}: ${before || '(なし)'} → ${after || '(なし)'}\n`)
  for (const { name, codes, similar } of shown.unknownDepartments)
    io.out(`  名簿にない部署: ${name} (${codes.join('、')})${similar ? ` ← ${similar}?` : ''}\n`)
  if (changes !== null) io.out(`${changes}件の変更を取り込みました。\n`)
  else if (open.length) io.err(`${open.length}件の質問に --answers FILE で答えてください。\n`)
}

async function answersIn({ io, flags }: Call): Promise<Answers> {
  if (typeof flags.answers !== 'string') return {}
  const read: unknown = JSON.parse(await readBytes(resolve(io.cwd, flags.answers), 'utf8'))
  if (typeof read !== 'object' || read === null || Array.isArray(read))
    throw new WrongUsage(`${flags.answers}: {"質問のキー": "答え"} の形にしてください`)
  return Object.fromEntries(Object.entries(read).map(([key, value]) => [key, String(value)]))
}

export const planExport: Command = {
  usage: 'plan export --year 2012 --format pdf|xlsx|csv|json|html -o FILE',
  does: '計画をファイルに書き出す',
  options: {
    year: { type: 'string' },
    format: { type: 'string' },
    output: { type: 'string', short: 'o' },
  },
  async run(call, { ctx }) {
    const { io, flags } = call
    const format = String(flags.format ?? missing('--format'))
    const plan = await planNamed(call, ctx)
    const path = resolve(io.cwd, String(flags.output ?? missing('-o FILE')))
    if (format !== 'html' && !isFormat(format))
      throw new WrongUsage('--format は pdf xlsx csv json html のどれかです')
    const bytes =
      format === 'html'
        ? await standalone(ctx.db, plan)
        : await filled(ctx.db, plan, format, 'staff')
    await writeFile(path, bytes)
    io.out(`${path}\n`)
    return done
  },
}

export const planCheck: Command = {
  usage: 'plan check [--year 2012] [--json]',
  does: '計画を点検する(直さないと進めないものがあれば終了コード1)',
  options: { year: { type: 'string' }, json: { type: 'boolean' } },
  async run(call, { ctx }) {
    const { io, flags } = call
    const plan = await planNamed(call, ctx)
    const tree = await treeOf(ctx.db, plan)
    const remarks = carefulRemarks(tree, await surroundings(ctx.db, tree), defaultTerms)
    if (flags.json)
      io.out(
        `${JSON.stringify(remarks.map(({ kind, weight, item, found: what }) => ({ kind, weight, code: item?.code ?? null, found: what })))}\n`,
      )
    else
      for (const { kind, weight, item, found: what } of remarks)
        io.out(
          `${weight === 'must' ? '要修正' : '確認'} ${item?.code ?? '-'} ${item?.title ?? ''}: ${ja.remarks[kind](what)}\n`,
        )
    return remarks.some((r) => r.weight === 'must') ? refused : done
  },
}

/** The plan that --year names, or the newest. */
async function planNamed(call: Call, { db }: Opened['ctx']): Promise<Plan> {
  const year = yearIn(call)
  return found(year ? await planOf(db, year) : (await plans(db))[0])
}

function yearIn({ flags }: Call): number | null {
  if (flags.year === undefined) return null
  const year = Number(flags.year)
  if (!Number.isInteger(year) || year < 1989 || year > 2199)
    throw new WrongUsage('--year は西暦の年度(例 2012)です')
  return year
}

function missing(what: string): never {
  throw new WrongUsage(`${what} がありません`)
}
