import { readFile } from 'node:fs/promises'
import { resolve } from 'node:path'
import { createInterface } from 'node:readline/promises'
import { addDepartments, addMember } from '#domains/staff/actions.ts'
import { hashPassword } from '#domains/staff/auth.ts'
import { isRoleName, roleNames } from '#domains/staff/roles.ts'
import { departments } from '#domains/staff/store/organisation.ts'
import { backup, restore, TargetNotEmpty, verifyBackup } from '#platform/backup.ts'
import { localDate } from '#platform/calendar.ts'
import { migrate } from '#platform/migrate.ts'
import { Refused } from '#platform/result.ts'
import { profileForm, saveSite, siteProfile } from '#platform/site.ts'
import { migrationsFolder } from '../places.ts'
import { type Command, done, refused, WrongUsage } from './command.ts'

export const migrateCity: Command = {
  usage: 'migrate',
  does: 'データベースを新しい形にする',
  async run({ io }, { database }) {
    const { applied } = await migrate(database.db, migrationsFolder)
    io.out(applied.length ? `${applied.join('\n')}\n` : '新しい変更はありません。\n')
    return done
  },
}

export const userAdd: Command = {
  usage: 'user add --email E --name N --role ROLE [--department D] [--post P] [--password P]',
  does: '職員を登録する(合言葉は引数か TOMONI_PASSWORD、なければ聞く)',
  options: {
    email: { type: 'string' },
    name: { type: 'string' },
    role: { type: 'string' },
    department: { type: 'string' },
    post: { type: 'string' },
    password: { type: 'string' },
  },
  async ask(argv, io) {
    if (argv.some((word) => word.startsWith('--password'))) return []
    return ['--password', process.env.TOMONI_PASSWORD || (await askPassword(io))]
  },
  async run({ io, flags }, { ctx }) {
    const given = (name: string) => {
      const value = flags[name]
      if (typeof value !== 'string' || !value) throw new WrongUsage(`--${name} がありません`)
      return value
    }
    const role = given('role')
    if (!isRoleName(role)) throw new WrongUsage(`--role は ${roleNames.join(' ')} のどれかです`)
    const department = typeof flags.department === 'string' ? flags.department : null
    if (
      department &&
      !(await departments(ctx.db, localDate(ctx.now))).some((d) => d.name === department)
    )
      await addDepartments(ctx, [{ name: department, kind: 'section', translations: {} }])
    const password = given('password')
    const member = await addMember(
      ctx,
      {
        email: given('email'),
        name: given('name'),
        role,
        department,
        ...(typeof flags.post === 'string' && { post: flags.post }),
      },
      password,
      hashPassword,
    )
    io.out(`${member.id}\t${member.email}\t${member.role}\n`)
    return done
  },
}

/** Only where a person sits before it. */
async function askPassword({ out }: { readonly out: (text: string) => void }): Promise<string> {
  if (!process.stdin.isTTY) throw new WrongUsage('--password か TOMONI_PASSWORD がありません')
  out('合言葉(12文字以上): ')
  const terminal = createInterface({ input: process.stdin })
  const line = await terminal.question('')
  terminal.close()
  return line
}

export const backupCity: Command = {
  usage: 'backup FILE',
  does: '動いたまま、すべてを1つのファイルに写す',
  async run({ io, args }, { database, filesDir }) {
    const [file] = args
    if (!file) throw new WrongUsage('FILE がありません')
    const path = resolve(io.cwd, file)
    const { tables } = await backup(database, filesDir, path)
    const rows = tables.reduce((sum, table) => sum + table.rows, 0)
    io.out(`${path} (${tables.length}表 ${rows}行)\n`)
    return done
  },
}

export const restoreCity: Command = {
  usage: 'restore FILE',
  does: '空の場所に、写しから元どおりにする(確かめながら)',
  async run({ io, args }, { database, filesDir }) {
    const [file] = args
    if (!file) throw new WrongUsage('FILE がありません')
    const path = resolve(io.cwd, file)
    const { tables } = await restore(database, filesDir, path, migrationsFolder).catch(
      (thrown: unknown) => {
        if (!(thrown instanceof TargetNotEmpty)) throw thrown
        throw new Refused({ kind: 'refused', reason: 'place-not-empty', place: thrown.message })
      },
    )
    io.out(`${tables.length}表を元どおりにし、写しと1行ずつ確かめました。\n`)
    return done
  },
}

export const verifyCity: Command = {
  usage: 'backup-verify FILE',
  does: '写しが壊れていないかを確かめる',
  async run({ io, args }) {
    const [file] = args
    if (!file) throw new WrongUsage('FILE がありません')
    const { created, tables } = await verifyBackup(resolve(io.cwd, file))
    io.out(`${created} に取った写しです。${tables.length}表、壊れていません。\n`)
    return done
  },
}

export const citySet: Command = {
  usage: 'city set FILE',
  does: '市の名前・電話・窓口の時間などを JSON から決める(形は city show が見せる)',
  async run({ io, args }, { ctx }) {
    const [file] = args
    if (!file) throw new WrongUsage('FILE がありません')
    const read = profileForm.safeParse(JSON.parse(await readFile(resolve(io.cwd, file), 'utf8')))
    if (!read.success) {
      for (const { path, message } of read.error.issues) io.err(`${path.join('.')}: ${message}\n`)
      return refused
    }
    const profile = read.data
    await ctx.record(async (tx) => {
      await saveSite(tx, profile)
      return [undefined, { fact: 'site.changed', subject: profile.code, basis: '導入時の設定' }]
    })
    io.out(`${profile.name.ja}\n`)
    return done
  },
}

export const cityShow: Command = {
  usage: 'city show',
  does: '市の名前などを JSON で見せる',
  async run({ io }, { ctx }) {
    io.out(`${JSON.stringify(await siteProfile(ctx.db), null, 2)}\n`)
    return done
  },
}
