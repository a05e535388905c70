import { globSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { dispatch } from '#domains/notices/actions/dispatch.ts'
import { clock } from '#domains/staff/roles.ts'
import { startJobs } from '#platform/jobs.ts'
import { must } from '#platform/must.ts'
import { verifySeals } from '#platform/rotation.ts'
import type { SealedColumn } from '#platform/sealed.ts'
import { fold, tokens } from '#platform/search.ts'
import { type Browser, browser, testSeal } from '#testing/browser.ts'
import { testDatabase } from '#testing/database.ts'
import { moderators, notesToModerate } from '#testing/moderation.ts'
import { typed as acted, sealOneOfEach } from '#testing/sealed.ts'
import { smtpServer } from '#testing/smtp.ts'
import { sealedColumns } from '../../src/sealed.ts'
import { authenticator } from '../support/authenticator.ts'
import { demoCity } from '../support/city.ts'
import { send } from '../support/desk.ts'
import { type DumpedColumn, dump, placesOf } from '../support/dump.ts'
import { readable } from '../support/html.ts'
import { wholeRoom } from '../support/post-room.ts'
import { ask, enter, idOf, led, machine, sendFrom } from '../support/residents.ts'

/** What people of this journey write on the pages. */
const typed = {
  phone: '0920549876',
  letterName: '久根 さくら',
  letterPlace: '対馬市厳原町久根田舎三丁目7番',
  account: 'sakura.kune@example.ne.jp',
  subscriber: 'tsutsu.kame@example.ne.jp',
  register: '豆酘 亀之助',
  registerPlace: '対馬市厳原町豆酘崎99番地',
  note: '筆者は豆酘崎の亀之助です。電話は0920579999です。',
  hidden: '亀之助さんの奥さんの病院のことです。',
  keyName: '孫の勇太のタブレット',
  refused: '亀之助さんの妹さんから問い合わせがあったため',
  appeal: '亀之助とは書いていません。妻の入院先も書いていません。',
} as const
/** What those of the demo city wrote: src/commands/demo/. */
const ofTheDemo = [
  ...['akane', 'berry', 'daichi', 'eunji', 'gaku', 'haruka', 'izumi', 'jin'],
  ...['0920000101', '0920000102', '0920000103', '0920000182', 'mihon.example'],
  ...['見本 千代', '見本 文雄', '見本 豊', '見本 静', '見本 渚', '見本 岳', '見本市'],
  ...['上の町1', '下の町7', '北の浜1番地', '峰2番地', '峰9番地', '1970-04-02', '1948-08-08'],
  ...['字が小さくて読めない', '82歳の方からお電話', '窓口に来られた', '折り返しの電話'],
]
const at = '2013-03-06T09:00:00+09:00'
const { notes, registry } = notesToModerate()
const database = await testDatabase()
let before: readonly DumpedColumn[]
let after: readonly DumpedColumn[]
let home: Browser
let appealPage = ''
let server: Awaited<ReturnType<typeof smtpServer>>

beforeAll(async () => {
  server = await smtpServer()
  const city = await demoCity(at)
  before = await dump(database)

  await ask(await machine(at), { reach: 'phone', phone: typed.phone })
  const letter = { name: typed.letterName, postcode: '8170001', address: typed.letterPlace }
  await ask(await machine(at), { reach: 'letter', ...letter })
  await send(await machine(at), '/newsletters/subscribe', { mail: typed.subscriber, agree: 'yes' })

  home = await browser(at, database, { moderated: registry })
  await enter(home, typed.account)
  const list = new File(
    [`氏名,生年月日,住所\r\n${typed.register},1950/01/02,${typed.registerPlace}\r\n`],
    'list.csv',
  )
  const desk = await browser(at, database, { moderated: registry })
  await desk.as(moderators.first)
  expect((await desk.post('/desk/residents/checks/register', { file: list })).status).toBe(303)
  const person = { name: typed.register, born: '1950-01-02', address: typed.registerPlace }
  expect((await sendFrom(home, '/me/residence/register', /\/register$/, person)).status).toBe(303)

  // It is withdrawn later, for a reason that speaks of somebody; and a device gets a name.
  const check = await city.db
    .selectFrom('resident_check')
    .select('id')
    .where('resident_id', '=', await idOf(home))
    .executeTakeFirstOrThrow()
  const page = `/desk/residents/checks/${check.id}`
  const withdrawn = await send(desk, page, { reason: typed.refused }, ({ action }) =>
    action.endsWith('/revoke'),
  )
  expect(withdrawn.status).toBe(303)
  const [, csrf = ''] = /name="csrf" value="([^"]+)"/.exec(await home.text('/me/passkeys')) ?? []
  const asked = await (await home.post('/me/passkeys/ask', { csrf })).json()
  const named = { name: typed.keyName, response: authenticator().make(asked) }
  expect((await sendFrom(home, '/me/passkeys', /\/me\/passkeys$/, named)).status).toBe(303)
  expect(readable(await home.text('/me/passkeys'))).toContain(typed.keyName)
  expect(readable(await home.text('/me/residence'))).toContain(typed.refused)

  // Somebody flags what the resident wrote, it is hidden, and the resident appeals.
  notes.set('n1', { text: '港の話', author: await idOf(home) })
  const anybody = await browser(at, database, { moderated: registry })
  const flagged = { ground: 'personal-data', note: typed.note }
  await send(anybody, '/moderation/flag?kind=test.note&id=n1', flagged)
  // The demo city has cases of its own.
  const { id } = await city.db
    .selectFrom('moderation_case')
    .select('id')
    .where('subject_kind', '=', 'test.note')
    .executeTakeFirstOrThrow()
  const casePage = `/desk/moderation/cases/${id}`
  await send(desk, casePage, {}, ({ action }) => action.endsWith('/claim'))
  const why = { 'hide.ground': 'insult', 'hide.reason': typed.hidden }
  await send(desk, casePage, why, ({ action }) => action.endsWith('/hide'))
  appealPage = `/moderation/appeal/${id}`
  await send(home, appealPage, { text: typed.appeal }, ({ action }) => action.includes('/appeal/'))
  // Staff open both for a purpose, and a contact.
  const purpose = { 'open.purpose': 'appeal', 'open.reason': '申し出を確かめます' }
  await send(desk, casePage, purpose, ({ action }) => action.endsWith('/open'))
  expect(readable(await desk.text(casePage))).toContain(readable(typed.appeal))
  const owner = await idOf(home)
  const open = `/desk/residents/of/${owner}/open`
  const reply = { purpose: 'reply', reason: 'お返事のため' }
  expect(await desk.text(led(await sendFrom(desk, open, /\/open$/, reply)))).toContain(
    typed.account,
  )

  // Mails go out, one of them cannot, and the queue stands.
  const room = wholeRoom(server.url)
  while ((await dispatch(city.ctx(clock), room)) === 'more');
  const queue = await startJobs(
    database,
    [{ name: 'test.night', at: '30 2 * * *', run: async () => {} }],
    () => city.ctx(clock),
    (_job, thrown) => {
      throw thrown
    },
  )
  await queue.close()
  after = await dump(database)
})
afterAll(() => server.close())

describe('a copy of the database alone', () => {
  test('is the whole of it: the ledger, notices, deliveries, the queue, the counters', () => {
    const filled = new Set(after.filter(({ values }) => values.length).map(({ table }) => table))
    for (const table of [
      ...['ledger', 'notice', 'notice_delivery', 'limit_count', 'moderation_case'],
      ...['newsletter_subscriber', 'resident_register_entry', 'plan_item', 'pgboss.schedule'],
    ])
      expect(filled, table).toContain(table)
    expect(server.taken().length).toBeGreaterThan(1)
    expect(home.bugs).toEqual([])
  })

  test.each(Object.entries(typed))('does not hold what was typed: %s', (_name, text) => {
    for (const part of text.split(/[。\n]/).filter(Boolean)) {
      expect(placesOf(before, part), 'the demo does not say it by chance').toEqual([])
      expect(placesOf(after, part)).toEqual([])
    }
    // Nor as it is written without spaces, or folded for a search.
    expect(placesOf(after, text.replaceAll(' ', ''))).toEqual([])
    expect(placesOf(after, fold(text))).toEqual([])
  })

  test.each(ofTheDemo)('does not hold what the people of the demo wrote: %s', (text) => {
    expect(placesOf(after, text)).toEqual([])
  })

  test('holds no search words of what is sealed', () => {
    const searchable = (all: readonly DumpedColumn[]) =>
      all
        .filter(({ type }) => type === 'tsvector')
        .flatMap(({ values }) => values)
        .join(' ')
    const [plans, now] = [searchable(before), searchable(after)]
    const rare = tokens(Object.values(typed).join('\n')).filter((t) => !plans.includes(`'${t}'`))
    expect(rare.length).toBeGreaterThan(20)
    expect(rare.filter((token) => now.includes(`'${token}'`))).toEqual([])
    expect(now, 'the public words can be searched').toContain("'港の'")
  })

  test('holds no address of a resident’s machine: only staff have columns for one', () => {
    const columns = after
      .filter(({ column }) => /(^|_)(ip|ip_address|network|user_agent)$/.test(column))
      .map(({ table, column }) => `${table}.${column}`)
    expect(columns.toSorted()).toEqual([
      'staff_device.network',
      'staff_session.ip_address',
      'staff_session.user_agent',
    ])
  })
})

describe('an appeal', () => {
  test('is read by its author, who sees who opened it, when and why', async () => {
    const page = readable(await home.text(appealPage))
    expect(page).toContain(readable(typed.appeal))
    expect(page).toContain('申し出を判断するため')
    expect(page).toContain('申し出を確かめます')
  })

  test('lies closed to another colleague, and ten minutes later to the same', async () => {
    const page = appealPage.replace('/moderation/appeal/', '/desk/moderation/cases/')
    const desk = await browser(at, database, { moderated: registry })
    await desk.as(moderators.second)
    const html = await desk.text(page)
    expect(html).not.toContain(typed.appeal)
    expect(html).not.toContain(typed.note)
    expect(readable(html)).toContain('封をしてあります')
    await desk.as(moderators.first)
    expect(await desk.text(page)).toContain(typed.appeal)
    desk.later('2013-03-06T09:10:01+09:00')
    expect(await desk.text(page)).not.toContain(typed.appeal)
  })

  test('is opened by nobody without a purpose, nor by whom it does not concern', async () => {
    const page = appealPage.replace('/moderation/appeal/', '/desk/moderation/cases/')
    const desk = await browser(at, database, { moderated: registry })
    await desk.as(moderators.second)
    const empty = await send(desk, page, { 'open.reason': 'なんとなく' }, ({ action }) =>
      action.endsWith('/open'),
    )
    expect(empty.status).toBe(422)
    const html = await empty.text()
    expect(html).toContain('なんとなく')
    expect(html).not.toContain(typed.appeal)
    expect((await home.post(`${page}/open`, { 'open.purpose': 'decide' })).status).not.toBe(200)
    const openings = await desk.db.selectFrom('moderation_opening').select('id').execute()
    expect(openings).toHaveLength(1)
  })

  test('and its opening stand in the ledger’s list of openings', async () => {
    const desk = await browser(at, database, { moderated: registry })
    await desk.as(moderators.officer)
    const page = readable(await desk.text('/desk/ledger/opened'))
    expect(page).toContain('申し出を判断するため')
    expect(page).not.toContain(readable(typed.appeal))
  })
})

describe('the list of sealed columns', () => {
  const sealedText = /\bs1\.[\w-]{1,20}\.[\w-]{16}\.[\w-]{22,}/
  let all: readonly DumpedColumn[]
  beforeAll(async () => {
    const site = await machine(at)
    await sealOneOfEach((actor) => site.ctx(actor))
    all = await dump(database)
  })

  test('names each column in which something stands sealed, and no other', () => {
    const found = all
      .filter(({ values }) => values.some((value) => sealedText.test(value)))
      .map(({ table, column }) => `${table}.${column}`)
    expect(found.toSorted()).toEqual(sealedColumns.map(({ name }) => name).toSorted())
    for (const text of Object.values(acted))
      for (const part of text.split(/[。\n]/).filter(Boolean))
        expect(placesOf(all, part), part).toEqual([])
  })

  test('says for which place each text was sealed: all of them open there', async () => {
    const opened = await verifySeals({ db: home.db, seal: testSeal }, sealedColumns)
    for (const { name, all, broken } of opened)
      expect([name, all > 0, broken]).toEqual([name, true, []])
  })

  test('gathers what the chapters declare, and all places come from a declaration', async () => {
    const folder = 'src/domains'
    const declared: SealedColumn[] = []
    const loose: string[] = []
    for (const path of globSync(`${folder}/**/store/sealed.ts`)) {
      const { sealedIn } = (await import(join(process.cwd(), path))) as {
        readonly sealedIn: Readonly<Record<string, SealedColumn>>
      }
      declared.push(...Object.values(sealedIn))
    }
    for (const chapter of readdirSync(folder)) {
      for (const file of readdirSync(join(folder, chapter), {
        recursive: true,
        encoding: 'utf8',
      })) {
        if (!/\.tsx?$/.test(file)) continue
        const text = readFileSync(join(folder, chapter, file), 'utf8')
        // What a browser carries between two pages stands in no table.
        if (/routes\/(sso\.tsx|visit\.ts)$/.test(file)) continue
        for (const [call] of text.matchAll(/\bseal\.(?:seal|open)\((?:[^()]|\([^()]*\))*\)/g))
          if (!/sealedIn(?:\.\w+|\[\w+\])\.place\(|, place\)/.test(call))
            loose.push(`${chapter}/${file}: ${call}`)
        if (/sealedColumn\(/.test(text) && !file.endsWith('store/sealed.ts')) loose.push(file)
      }
    }
    const names = (columns: readonly SealedColumn[]) => columns.map(({ name }) => name).toSorted()
    expect(names(declared)).toEqual(names(sealedColumns))
    expect(loose).toEqual([])
  })
})

test('a broken promise is seen: one note left open is found', async () => {
  const { id } = must(
    await home.db.selectFrom('moderation_flag').select('id').executeTakeFirst(),
    'a flag',
  )
  await home.db
    .updateTable('moderation_flag')
    .set({ note: typed.note })
    .where('id', '=', id)
    .execute()
  expect(placesOf(await dump(database), typed.note)).toEqual(['moderation_flag.note'])
})
