import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import encoding from 'encoding-japanese'
import { beforeAll, describe, expect, test } from 'vitest'
import { actorOf } from '#domains/staff/store/people.ts'
import { must } from '#platform/must.ts'
import { readWorkbook } from '#platform/spreadsheet.ts'
import { type Browser, browser } from '#testing/browser.ts'
import { people } from '#testing/people.ts'
import {
  dutyGrant,
  dutyRevoke,
  staffExport,
  staffImport,
  staffList,
} from '../src/commands/staff.ts'
import { tomoni } from './support/command.ts'
import { inFolder } from './support/files.ts'
import { facts, lastSeq } from './support/plan.ts'
import { typedOver } from './support/workbook.ts'

/** 情報管理課 at a terminal: what `npx tomoni staff …` does for those who have no page open. */
const roster = [
  '職員番号,氏名,メール,電話,部,課,役職,所属長(○)/代理,本務・兼務,開始日,終了日,役割',
  'K001,髙橋 一郎,k001@example.jp,0920-1,,総務部,課長,○,本務,,,',
  'K002,﨑山 花子,k002@example.jp,0920-2,,総務部,主査,代理,本務,,,協働推進員',
  'K003,平間 次郎,k003@example.jp,0920-3,,地域再生推進本部,主事,,本務,,,',
].join('\r\n')

interface Line {
  readonly employeeNo: string | null
  readonly name: string
  readonly section: string
  readonly post: string
  readonly from: string
  readonly until: string | null
}

let site: Browser
beforeAll(async () => {
  site = await browser('2013-03-06T09:00:00+09:00')
  for (const [one, number] of [
    [people.other, 'S901'],
    [people.officer, 'S902'],
  ] as const) {
    await site.as(one)
    await site.db
      .insertInto('staff_person')
      .values({ user_id: one.id, employee_no: number })
      .onConflict((oc) => oc.column('user_id').doUpdateSet({ employee_no: number }))
      .execute()
  }
})

const listed = async (on: string): Promise<readonly Line[]> => {
  const ran = await tomoni(site, staffList, '.', [], { on, json: true })
  expect(ran.code).toBe(0)
  return (JSON.parse(ran.out) as readonly Line[]).filter(({ employeeNo }) =>
    employeeNo?.startsWith('K'),
  )
}
const idOf = async (no: string) => {
  const row = await site.db
    .selectFrom('staff_person')
    .select('user_id')
    .where('employee_no', '=', no)
    .executeTakeFirstOrThrow()
  return row.user_id
}
const rolesOn = async (no: string, day: string) =>
  (await actorOf(site.db, await idOf(no), day))?.duties.map(({ role }) => role).toSorted() ?? []

describe('a roster in the encoding of the personnel system', () => {
  test('is looked at without anything happening', () =>
    inFolder(async (folder) => {
      const bytes = encoding.convert(encoding.stringToCode(roster), { to: 'SJIS', from: 'UNICODE' })
      await writeFile(join(folder, '名簿.csv'), Buffer.from(bytes))
      const since = await lastSeq(site.db)
      const ran = await tomoni(site, staffImport, folder, ['名簿.csv'], {
        on: '2013-03-01',
        'dry-run': true,
      })
      expect([ran.code, ran.err]).toEqual([0, ''])
      expect(ran.out).toContain('変わる人 3、変わらない人 0')
      expect(await facts(site.db, since)).toEqual([])
    }))

  test('is taken in whole, with names as people write them, and nobody who is not in it is touched', () =>
    inFolder(async (folder) => {
      const bytes = encoding.convert(encoding.stringToCode(roster), { to: 'SJIS', from: 'UNICODE' })
      await writeFile(join(folder, '名簿.csv'), Buffer.from(bytes))
      const other = await actorOf(site.db, people.other.id, '2013-03-06')
      const ran = await tomoni(site, staffImport, folder, ['名簿.csv'], { on: '2013-03-01' })
      expect([ran.code, ran.err]).toEqual([0, ''])
      expect(ran.out).toMatch(/件を受け入れました。2013-03-01から効きます。/)
      expect(
        (await listed('2013-03-06'))
          .map(({ employeeNo, name, section }) => [employeeNo, name, section])
          .toSorted(),
      ).toEqual([
        ['K001', '髙橋 一郎', '総務部'],
        ['K002', '﨑山 花子', '総務部'],
        ['K003', '平間 次郎', '地域再生推進本部'],
      ])
      expect(await rolesOn('K001', '2013-03-06')).toEqual(['section-head', 'section-staff'])
      expect(await rolesOn('K002', '2013-03-06')).toEqual([
        'liaison',
        'section-head',
        'section-staff',
      ])
      expect(await actorOf(site.db, people.other.id, '2013-03-06')).toEqual(other)
      expect(await listed('2013-02-28')).toEqual([])
    }))

  test('names its faults by line, and then takes in nothing', () =>
    inFolder(async (folder) => {
      const bad = `${roster}\r\nK004,=HYPERLINK("x"),k004@example.jp,,,総務部,主事,,本務,,,\r\nK005,新人 五郎,k005@example.jp,,,どこにもない課,主事,,本務,,,`
      await writeFile(join(folder, 'bad.csv'), bad)
      const since = await lastSeq(site.db)
      const ran = await tomoni(site, staffImport, folder, ['bad.csv'], { on: '2013-04-01' })
      expect(ran.code).toBe(1)
      expect(ran.err).toContain('5行目')
      expect(ran.err).toContain('名簿にだけある部署: どこにもない課')
      const json = await tomoni(site, staffImport, folder, ['bad.csv'], {
        on: '2013-04-01',
        json: true,
      })
      expect(json.code).toBe(1)
      expect(JSON.parse(json.out)).toMatchObject({ changes: null, open: ['どこにもない課'] })
      expect(await facts(site.db, since)).toEqual([])
    }))

  test('a wrong call says how to call', () =>
    inFolder(async (folder) => {
      await writeFile(join(folder, 'r.csv'), roster)
      const calls = [
        [[], { on: '2013-04-01' }],
        [['r.csv'], {}],
        [['r.csv'], { on: '2013-02-30' }],
        [['r.csv'], { on: '4月1日' }],
      ] as const
      for (const [args, flags] of calls)
        expect((await tomoni(site, staffImport, folder, args, flags)).code).toBe(2)
      expect((await tomoni(site, staffExport, folder, [])).code).toBe(2)
      expect((await tomoni(site, staffList, folder, [], { on: 'x' })).code).toBe(2)
    }))
})

describe('the roster of a day, written out, corrected and handed in again', () => {
  /** The address of a cell, by the number of the person and the name of the column. */
  async function cellOf(bytes: Uint8Array, no: string, column: string): Promise<string> {
    const [sheet] = await readWorkbook(bytes)
    const rows = must(sheet, 'a sheet').rows
    const head = must(
      rows.find((row) => [...row.cells.values()].some((c) => c.text === '職員番号')),
      'a head',
    )
    const letterOf = (label: string) =>
      must([...head.cells].find(([, c]) => c.text === label)?.[0], label)
    const row = must(
      rows.find((r) => r.cells.get(letterOf('職員番号'))?.text === no),
      no,
    )
    return `${letterOf(column)}${row.row}`
  }
  const exported = async (folder: string, on = '2013-03-06') => {
    const ran = await tomoni(site, staffExport, folder, [], { output: 'out.xlsx', on })
    expect([ran.code, ran.out]).toEqual([0, `${join(folder, 'out.xlsx')}\n`])
    return new Uint8Array(await readFile(join(folder, 'out.xlsx')))
  }

  test('as it came it changes nobody', () =>
    inFolder(async (folder) => {
      await exported(folder)
      const before = [
        await listed('2013-03-06'),
        await listed('2013-04-01'),
        await rolesOn('K002', '2013-04-01'),
      ]
      const since = await lastSeq(site.db)
      const looked = await tomoni(site, staffImport, folder, ['out.xlsx'], {
        on: '2013-04-01',
        'dry-run': true,
        json: true,
      })
      expect(JSON.parse(looked.out)).toMatchObject({ changed: 0, faults: [], open: [] })
      await tomoni(site, staffImport, folder, ['out.xlsx'], { on: '2013-04-01' })
      const said = (await facts(site.db, since)).map(({ fact }) => fact)
      expect(said.filter((fact) => !/^staff\.roster-/.test(fact))).toEqual([])
      expect([
        await listed('2013-03-06'),
        await listed('2013-04-01'),
        await rolesOn('K002', '2013-04-01'),
      ]).toEqual(before)
    }))

  test('with one cell typed over, one person moves on that day, and nobody else', () =>
    inFolder(async (folder) => {
      const bytes = await exported(folder)
      const typed = typedOver(bytes, {
        [await cellOf(bytes, 'K003', '課')]: '総務部',
        [await cellOf(bytes, 'K003', '役職')]: '係長',
        // As exported the first day is that of the old post; the new one begins with the roster.
        [await cellOf(bytes, 'K003', '開始日')]: '',
      })
      await writeFile(join(folder, 'typed.xlsx'), typed)
      const before = await listed('2013-03-31')
      const since = await lastSeq(site.db)
      const ran = await tomoni(site, staffImport, folder, ['typed.xlsx'], { on: '2013-04-01' })
      expect([ran.code, ran.err]).toEqual([0, ''])
      expect(ran.out).toContain('変わる人 1、')
      expect((await listed('2013-03-31')).map(({ until: _until, ...rest }) => rest)).toEqual(
        before.map(({ until: _until, ...rest }) => rest),
      )
      const after = await listed('2013-04-01')
      expect(after.find(({ employeeNo }) => employeeNo === 'K003')).toMatchObject({
        section: '総務部',
        post: '係長',
        from: '2013-04-01',
      })
      expect(after.filter(({ employeeNo }) => employeeNo !== 'K003')).toEqual(
        before.filter(({ employeeNo }) => employeeNo !== 'K003'),
      )
      const moved = (await facts(site.db, since)).map(({ fact }) => fact)
      expect(moved.filter((fact) => fact === 'staff.assigned')).toHaveLength(1)
      expect(moved.filter((fact) => fact === 'staff.assignment-ended')).toHaveLength(1)
    }))

  test('a reader gets the same in columns', async () => {
    const ran = await tomoni(site, staffList, '.', [], { on: '2013-03-06' })
    expect(ran.out).toContain(
      'K003\t平間 次郎\tk003@example.jp\t\t地域再生推進本部\t主事\t2013-03-01\t2013-03-31\n',
    )
  })
})

describe('a role from the terminal', () => {
  const grant = (args: readonly string[], flags: Readonly<Record<string, string>>) =>
    tomoni(site, dutyGrant, '.', args, flags)
  const revoke = (args: readonly string[], flags: Readonly<Record<string, string>>) =>
    tomoni(site, dutyRevoke, '.', args, flags)

  test('is given from its first day on, within its section, by number or by mail', async () => {
    const ran = await grant(['K001'], {
      role: 'auditor',
      reason: '監査委員の補助',
      from: '2013-03-10',
    })
    expect([ran.code, ran.err]).toEqual([0, ''])
    expect(ran.out).toMatch(/^dty_\w+\tauditor\t2013-03-10\n$/)
    expect(await rolesOn('K001', '2013-03-09')).not.toContain('auditor')
    expect(await rolesOn('K001', '2013-03-10')).toContain('auditor')
    const liaison = await grant(['k001@example.jp'], {
      role: '協働推進員',
      department: '総務部',
      reason: '後任の推薦',
    })
    expect(liaison.code).toBe(0)
    const actor = must(await actorOf(site.db, await idOf('K001'), '2013-03-10'), 'K001')
    const duty = must(
      actor.duties.find(({ role }) => role === 'liaison'),
      'the duty',
    )
    expect(duty.scope.sections).toContain('総務部')
    expect(duty.scope.sections).not.toContain('地域再生推進本部')
  })

  test('ends on its last day, and not before', async () => {
    const ran = await revoke(['K001'], {
      role: 'auditor',
      reason: '補助の終わり',
      until: '2013-03-31',
    })
    expect([ran.code, ran.err]).toEqual([0, ''])
    expect(await rolesOn('K001', '2013-03-31')).toContain('auditor')
    expect(await rolesOn('K001', '2013-04-01')).not.toContain('auditor')
  })

  test.each([
    ['of nobody', ['K999'], { role: 'auditor', reason: 'x' }, 1],
    ['that there is not', ['K001'], { role: 'king', reason: 'x' }, 1],
    [
      'that comes with a post alone',
      ['K001'],
      { role: 'section-head', department: '総務部', reason: 'x' },
      1,
    ],
    [
      'in a section that there is not',
      ['K001'],
      { role: 'liaison', department: 'ない課', reason: 'x' },
      1,
    ],
    ['that is held already', ['K001'], { role: 'liaison', department: '総務部', reason: 'x' }, 1],
    [
      'that ends before it begins',
      ['K001'],
      { role: 'auditor', reason: 'x', from: '2013-05-02', until: '2013-05-01' },
      1,
    ],
    ['without a reason', ['K001'], { role: 'auditor' }, 2],
    ['without a name', ['K001'], { reason: 'x' }, 2],
    ['for nobody named', [], { role: 'auditor', reason: 'x' }, 2],
    ['from a day that is none', ['K001'], { role: 'auditor', reason: 'x', from: '2013-02-30' }, 2],
  ] as const)('%s is refused, and nothing is written', async (_what, args, flags, code) => {
    const since = await lastSeq(site.db)
    const ran = await grant(args, flags)
    expect([ran.code, ran.out]).toEqual([code, ''])
    expect(ran.err).not.toBe('')
    expect(await facts(site.db, since)).toEqual([])
  })

  test('that somebody does not hold cannot be ended', async () => {
    const since = await lastSeq(site.db)
    expect((await revoke(['K003'], { role: 'auditor', reason: 'x' })).code).toBe(1)
    expect((await revoke(['K001'], { role: 'auditor' })).code).toBe(2)
    expect(await facts(site.db, since)).toEqual([])
  })

  test('stands in the ledger as done at the terminal, and no name or address with it', async () => {
    const all = (await facts(site.db)).filter(({ fact }) =>
      /^staff\.(role|roster|assign|member)/.test(fact),
    )
    const own = all.filter(({ actor }) => actor === 'sys_cli')
    expect(own.map(({ fact }) => fact)).toEqual(
      expect.arrayContaining(['staff.role-granted', 'staff.role-revoked']),
    )
    expect(JSON.stringify(all)).not.toMatch(/髙橋|﨑山|平間|@example\.jp|0920-/)
  })
})
