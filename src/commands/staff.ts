import { readFile, writeFile } from 'node:fs/promises'
import { basename, resolve } from 'node:path'
import { districtNamed, districts, districtsOn } from '#domains/districts/index.ts'
import { grantRole, revokeRole } from '#domains/staff/actions/duties.ts'
import {
  acceptRoster,
  receiveRoster,
  roleIds,
  rosterPreview,
} from '#domains/staff/actions/roster.ts'
import { rosterWorkbook } from '#domains/staff/files.ts'
import { rosterJa } from '#domains/staff/messages/desk-roster-ja.ts'
import { unanswered } from '#domains/staff/roster/difference.ts'
import { readRoster } from '#domains/staff/roster/sources.ts'
import { noChoices } from '#domains/staff/roster/stored.ts'
import { isOn, type StaffId } from '#domains/staff/staff.ts'
import { departments } from '#domains/staff/store/organisation.ts'
import { allPeople } from '#domains/staff/store/people.ts'
import { assignmentsOf, grantedDuties } from '#domains/staff/store/posts.ts'
import { type IsoDate, localDate } from '#platform/calendar.ts'
import { localFiles } from '#platform/files.ts'
import { date } from '#platform/form.ts'
import { found } from '#platform/result.ts'
import { type Call, type Command, done, type Opened, refused, WrongUsage } from './command.ts'

const text = ({ flags }: Call, name: string): string | null => {
  const value = flags[name]
  return typeof value === 'string' && value ? value : null
}
const given = (call: Call, name: string): string => {
  const value = text(call, name)
  if (value === null) throw new WrongUsage(`--${name} がありません`)
  return value
}
function dayIn(call: Call, name: string): IsoDate | null {
  const value = text(call, name)
  if (value === null) return null
  const read = date.schema.safeParse(value)
  if (!read.success) throw new WrongUsage(`--${name} は 2013-04-01 の形で書きます`)
  return read.data
}

export const staffImport: Command = {
  usage: 'staff import FILE --on 2013-04-01 [--invite] [--dry-run] [--json]',
  does: '人事異動名簿(.xlsx .csv)を取り込む。名簿にない人は残す。--invite: 新しい人に発効日の朝、招待を送る',
  options: {
    on: { type: 'string' },
    invite: { type: 'boolean' },
    'dry-run': { type: 'boolean' },
    json: { type: 'boolean' },
  },
  async run(call, { ctx, filesDir }) {
    const { io, args, flags } = call
    const [file] = args
    if (!file) throw new WrongUsage('FILE がありません')
    const on = dayIn(call, 'on')
    if (!on) throw new WrongUsage('--on がありません')
    const path = resolve(io.cwd, file)
    const bytes = new Uint8Array(await readFile(path))
    const intake = await readRoster(basename(path), bytes, await roleIds(ctx.db, on))
    const { reading } = intake
    const today = localDate(ctx.now)
    const shown = await rosterPreview(
      ctx.db,
      { reading, effectiveOn: on, choices: noChoices },
      today,
    )
    const isStuck = shown.faults.length + shown.open.length + unanswered(shown).length > 0
    let changes: number | null = null
    if (!isStuck && !flags['dry-run']) {
      const original = await localFiles(filesDir).put(bytes)
      const { id } = await receiveRoster(ctx, on, basename(path), intake, original)
      changes = await acceptRoster(ctx, id, {
        invitations: { when: flags.invite ? 'on-day' : 'by-hand' },
      })
    }
    const { faults, open, people, leftOut, unchanged } = shown
    const missing = leftOut.map((one) => one.person.employeeNo ?? one.person.email)
    if (flags.json) {
      const counts = { changed: people.length, unchanged, leftOut: missing }
      io.out(`${JSON.stringify({ on, faults, open, ...counts, changes }, null, 2)}\n`)
      return isStuck ? refused : done
    }
    for (const { place, fault, found: what } of faults)
      io.err(`${place}: ${(rosterJa.faults[fault] as (f: string) => string)(what)}\n`)
    for (const { place, name } of unanswered(shown))
      io.err(`${place}: ${name} は名前の同じ人がいます(作業台の名簿のページで選びます)\n`)
    for (const name of open) io.err(`名簿にだけある部署: ${name}(作業台の名簿のページで選びます)\n`)
    io.out(`変わる人 ${people.length}、変わらない人 ${unchanged}、名簿にない人 ${missing.length}\n`)
    for (const one of missing) io.out(`  名簿にない: ${one}\n`)
    if (changes !== null) io.out(`${changes}件を受け入れました。${on}から効きます。\n`)
    return isStuck ? refused : done
  },
}

export const staffList: Command = {
  usage: 'staff list [--on 2013-04-01] [--json]',
  does: 'ある日の組織と職員の一覧',
  options: { on: { type: 'string' }, json: { type: 'boolean' } },
  async run(call, { ctx }) {
    const on = dayIn(call, 'on') ?? localDate(ctx.now)
    const tree = await departments(ctx.db, on)
    const people = new Map((await allPeople(ctx.db, on)).map((one) => [one.id, one]))
    const posts = (await assignmentsOf(ctx.db)).filter((a) => isOn(a, on))
    const rows = posts.flatMap((a) => {
      const person = people.get(a.user)
      const section = tree.find((d) => d.id === a.department)
      const above = tree.find((d) => d.id === section?.parent)
      if (!person || !section) return []
      const { employeeNo, name, email } = person
      const { post, rank, isMain, from, until } = a
      const place = { division: above?.name ?? '', section: section.name }
      return [{ id: person.id, employeeNo, name, email, ...place, post, rank, isMain, from, until }]
    })
    if (call.flags.json) call.io.out(`${JSON.stringify(rows, null, 2)}\n`)
    else
      for (const r of rows)
        call.io.out(
          `${[r.employeeNo ?? '', r.name, r.email, r.division, r.section, r.post, r.from, r.until ?? ''].join('\t')}\n`,
        )
    return done
  },
}

export const staffExport: Command = {
  usage: 'staff export -o FILE.xlsx [--on 2013-04-01]',
  does: 'ある日の名簿を、直して渡せるExcelに書き出す',
  options: { output: { type: 'string', short: 'o' }, on: { type: 'string' } },
  async run(call, { ctx }) {
    const path = resolve(call.io.cwd, given(call, 'output'))
    const on = dayIn(call, 'on') ?? localDate(ctx.now)
    await writeFile(path, await rosterWorkbook(ctx.db, on))
    call.io.out(`${path}\n`)
    return done
  },
}

/** By the number or the e-mail address: what a person at a terminal knows. */
async function personIn(call: Call, { ctx }: Pick<Opened, 'ctx'>) {
  const who = call.args[0]
  if (!who) throw new WrongUsage('職員番号かメールがありません')
  const all = await allPeople(ctx.db, localDate(ctx.now))
  return found(all.find((one) => one.employeeNo === who || one.email === who))
}

async function sectionIn(call: Call, { ctx }: Pick<Opened, 'ctx'>, on: IsoDate) {
  const name = text(call, 'department')
  if (name === null) return null
  return found((await departments(ctx.db, on)).find((one) => one.name === name)).id
}

/** A district by its name or id. Without a list any words will do. */
async function districtIn(call: Call, { ctx }: Pick<Opened, 'ctx'>, on: IsoDate) {
  const name = text(call, 'district')
  const known = districtsOn(await districts(ctx.db), on)
  if (name === null || !known.length) return name
  return found(known.find(({ id }) => id === name) ?? districtNamed(known, name)).id
}

const dutyOptions = {
  role: { type: 'string' },
  department: { type: 'string' },
  district: { type: 'string' },
  scheme: { type: 'string' },
  from: { type: 'string' },
  until: { type: 'string' },
  reason: { type: 'string' },
} as const

type Word = Parameters<typeof grantRole>[2]['role']

async function roleIn(call: Call, { ctx }: Pick<Opened, 'ctx'>, on: IsoDate): Promise<Word> {
  const word = given(call, 'role')
  return ((await roleIds(ctx.db, on)).get(word) ?? word) as Word
}

export const dutyGrant: Command = {
  usage:
    'duty grant PERSON --role ROLE --reason WHY [--department D] [--district D] [--scheme S] [--from DAY] [--until DAY]',
  does: '職員に役割を与える(PERSON は職員番号かメール)',
  options: dutyOptions,
  async run(call, city) {
    const person = await personIn(call, city)
    const from = dayIn(call, 'from') ?? localDate(city.ctx.now)
    const duty = await grantRole(city.ctx, person.id, {
      role: await roleIn(call, city, from),
      department: await sectionIn(call, city, from),
      district: await districtIn(call, city, from),
      scheme: text(call, 'scheme'),
      from,
      until: dayIn(call, 'until'),
      reason: given(call, 'reason'),
    })
    call.io.out(`${duty.id}\t${duty.role}\t${duty.from}\n`)
    return done
  },
}

export const dutyRevoke: Command = {
  usage: 'duty revoke PERSON --role ROLE --reason WHY [--department D] [--until DAY]',
  does: '職員の役割を終える(--until はその日まで。なければ昨日まで)',
  options: dutyOptions,
  async run(call, city) {
    const { ctx } = city
    const person = await personIn(call, city)
    const today = localDate(ctx.now)
    const until = dayIn(call, 'until') ?? localDate(new Date(ctx.now.getTime() - 86_400_000))
    const role = await roleIn(call, city, today)
    const section = await sectionIn(call, city, today)
    const held = (await grantedDuties(ctx.db, person.id)).find(
      (d) =>
        d.role === role &&
        (section === null || d.department === section) &&
        (d.until === null || d.until > until),
    )
    const { id } = found(held)
    await revokeRole(ctx, person.id as StaffId, id, until, given(call, 'reason'))
    call.io.out(`${id}\t${role}\t${until}\n`)
    return done
  },
}
