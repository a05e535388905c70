import { execFileSync } from 'node:child_process'
import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import sharp from 'sharp'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openedOf } from '#domains/voices/actions/opened.ts'
import { approve, submit } from '#domains/voices/actions/points.ts'
import { reply } from '#domains/voices/actions/reply.ts'
import { triage } from '#domains/voices/actions/triage.ts'
import { voiceNumbered } from '#domains/voices/store/shown.ts'
import { saveTerms, termsOn } from '#domains/voices/store/terms.ts'
import { voiceById } from '#domains/voices/store/voices.ts'
import { must } from '#platform/must.ts'
import { closePdf, pdf } from '#platform/pdf/pdf.ts'
import { closeRaster } from '#platform/pdf/raster.ts'
import { closePictures } from '#platform/picture.ts'
import { type Browser, browser } from '#testing/browser.ts'
import { testDatabase } from '#testing/database.ts'
import { people } from '#testing/people.ts'
import { readable } from './support/html.ts'
import { typedOver } from './support/workbook.ts'

const { author, head, officer, viewer } = people
const folder = mkdtempSync(join(tmpdir(), 'tomoni-paper-'))
let site: Browser
beforeAll(async () => {
  site = await browser('2013-02-04T09:00:00+09:00', await testDatabase())
})
afterAll(async () => {
  await Promise.all([closePdf(), closePictures(), closeRaster()])
})

const to = (answer: Response) => must(answer.headers.get('location') ?? undefined, 'a way on')
const bare = (path: string) => path.replace(/[?#].*$/, '')
const follow = async (answer: Response) => {
  expect(answer.status).toBe(303)
  return site.text(to(answer).replace(/#.*$/, ''))
}
const versionIn = (html: string) => must(/name="version" value="(\d+)"/.exec(html)?.[1], 'version')
const numberIn = (html: string) => must(/V\d{4}-\d{4}-\d/.exec(html)?.[0], 'a number')
const voiceOf = async (number: string) =>
  must(await voiceById(site.db, must(await voiceNumbered(site.db, number), number)), number)
const wordsIn = async (answer: Response) => {
  expect(answer.headers.get('content-type')).toBe('application/pdf')
  const file = join(folder, `${crypto.randomUUID()}.pdf`)
  writeFileSync(file, new Uint8Array(await answer.arrayBuffer()))
  return execFileSync('pdftotext', ['-layout', file, '-']).toString()
}

const letter = {
  text: '歩道の段差をなくしてください。\n車いすで通れません。',
  place: '厳原の橋のあたり',
  language: 'ja',
  sender: 'individual',
  replyBy: 'none',
  mayPublish: 'yes',
} as const

const picture = async (colour: string) => {
  const create = { width: 620, height: 877, channels: 3, background: colour } as const
  const bytes = await sharp({ create }).jpeg().toBuffer()
  return new File([new Uint8Array(bytes)], 'scan.jpg', { type: 'image/jpeg' })
}
/** As the city's copier sends it. */
const scanned = async (text: string) => {
  const blocks = [{ kind: 'paragraph', text }] as const
  const made = { title: '手紙', author: '', lang: 'ja', date: '2013-02-05', blocks }
  return new File([new Uint8Array(await pdf(made))], '手紙.pdf', { type: 'application/pdf' })
}

test('a call is taken in, the phrase is said once, and nothing typed is lost on the way', async () => {
  await site.as(officer)
  const begun = await site.post('/desk/voices/new', { channel: 'phone', receivedOn: '2013-02-04' })
  const entry = bare(to(begun))
  const version = versionIn(await follow(begun))
  const typed = { ...letter, version, replyBy: 'phone', name: '見本 花子', phone: '12' }
  const back = await site.post(entry, { ...typed, do: 'take' })
  expect(back.status).toBe(422)
  const page = await back.text()
  expect(page).toContain('電話番号の形になっていません')
  expect(page).toContain('車いすで通れません')
  expect(await site.db.selectFrom('voice').select('id').execute()).toEqual([])

  // The phone rings again: what is typed stays, under seal, and is there afterwards.
  await site.post(entry, { ...typed, do: 'keep' })
  const kept = await site.db.selectFrom('voice_entry').select('sealed').executeTakeFirstOrThrow()
  expect(kept.sealed).not.toContain('車いす')
  const again = await site.text(entry)
  expect(again).toContain('車いすで通れません')
  const whole = { ...typed, version: versionIn(again), phone: '0920-53-6111', do: 'take' }
  const taken = await follow(await site.post(entry, whole))
  const number = numberIn(taken)
  const phrase = must(/<strong lang="ja">([^<]+)</.exec(taken)?.[1], 'the phrase')
  expect(phrase).toMatch(/^\S+ \S+ \S+ \d{4}$/)
  // Twice sent is once taken.
  expect((await site.post(entry, whole)).status).toBe(409)

  const slip = await wordsIn(await site.post(`${entry}/slip.pdf`))
  for (const word of [number, ...phrase.split(' '), '見本 花子 様', '受付の控え'])
    expect(slip).toContain(word)
  const handed = await follow(await site.post(`${entry}/handed`))
  expect(handed).not.toContain(phrase)
  expect((await site.post(`${entry}/slip.pdf`)).status).toBe(404)
  expect(await voiceOf(number)).toMatchObject({
    channel: 'phone',
    takenBy: officer.id,
    acknowledgedAt: expect.any(Date),
  })
  expect(site.bugs).toEqual([])
})

test('a box of forty letters is typed by form alone, interrupted, with a scan and a leaflet', async () => {
  await site.as(officer)
  const [one, two] = [await picture('#eee'), await picture('#ddd')]
  const files = [one, two] as unknown as File
  const begun = await site.post('/desk/voices/box', {
    channel: 'box',
    receivedOn: '2013-01-31',
    unscanned: '38',
    files,
  })
  let at = to(begun)
  expect(at).toMatch(/#f-text$/)
  const batch = must(
    /href="(\/desk\/voices\/box\/vbt_[a-z0-9]+)"/.exec(await site.text(bare(at)))?.[1],
    'the batch',
  )
  for (let n = 1; n <= 40; n += 1) {
    const page = await site.text(at.replace(/#.*$/, ''))
    expect(page).toContain(`40通のうち${n}通目`)
    if (n <= 2) {
      const image = await site.get(`${bare(at)}/pages/1`)
      expect(image.headers.get('content-type')).toBe('image/jpeg')
    }
    const version = versionIn(page)
    const answer =
      n === 7
        ? await site.post(`${bare(at)}/out`, { version, why: 'ちらしが入っていた' })
        : await site.post(bare(at), { ...letter, text: `手紙 その${n}`, version, do: 'take' })
    expect(answer.status).toBe(303)
    at = to(answer)
    if (n === 20) {
      // Home for the day; the clock goes on, and the batch says where to go on.
      await site.at('2013-02-05T09:00:00+09:00')
      const page = await site.text(batch)
      expect(readable(page)).toContain('40通のうち20通まで')
      at = must(/href="([^"]+entries[^"]+)#f-text"/.exec(page)?.[1], 'where to go on')
    }
  }
  expect(bare(at)).toBe(batch)
  expect(await site.text(batch)).toContain('すべて打ち込みました')
  const rows = await site.db
    .selectFrom('voice')
    .select(['received_on', 'taken_by'])
    .where('channel', '=', 'box')
    .execute()
  expect(rows).toHaveLength(39)
  expect(new Set(rows.map((row) => `${row.received_on} ${row.taken_by}`))).toEqual(
    new Set([`2013-01-31 ${officer.id}`]),
  )
  const scans = await site.db.selectFrom('voice_file').select('kind').execute()
  expect(scans).toEqual([{ kind: 'scan' }, { kind: 'scan' }])

  const slips = await wordsIn(await site.post(`${batch}/slips.pdf`))
  expect(slips.split('\f').filter((page) => page.trim())).toHaveLength(39)
  await site.post(`${batch}/handed`)
  expect((await site.post(`${batch}/slips.pdf`)).status).toBe(404)
  expect(site.bugs).toEqual([])
})

test('where the city wants it, somebody else compares what was typed with its paper', async () => {
  await site.ctx(author).record(async (tx) => {
    const terms = { ...(await termsOn(tx, '2013-02-05')), secondCheck: true }
    await saveTerms(tx, '2013-02-05', terms, { at: site.ctx(author).now, actorId: author.id })
    return [undefined, { fact: 'voice.terms-set', subject: 'voice', basis: '' }]
  })
  await site.as(officer)
  const begun = await site.post('/desk/voices/new', {
    channel: 'letter',
    receivedOn: '2013-02-05',
    files: await scanned('街灯を直して'),
  })
  const entry = bare(to(begun))
  const version = versionIn(await follow(begun))
  const number = numberIn(
    await follow(
      await site.post(entry, {
        ...letter,
        text: '街頭を直して',
        name: '見本',
        version,
        do: 'take',
      }),
    ),
  )
  // Whoever typed it sees nothing to check, and is refused.
  expect(await site.text('/desk/voices/checks')).not.toContain(number)
  const check = entry.replace('entries', 'checks')
  expect((await site.post(check, { do: 'open' })).status).toBe(403)

  await site.as(author)
  expect(await site.text('/desk/voices/checks')).toContain(number)
  const page = await (await site.post(check, { do: 'open' })).text()
  expect(page).toContain('街頭を直して')
  expect(page).toContain('/pages/1"')
  const whole = must(/href="([^"]+\/pages\/\d+)"/.exec(page)?.[1], 'the PDF as it came')
  expect((await site.get(whole)).headers.get('content-disposition')).toMatch(/^attachment/)
  const opened = await site.db
    .selectFrom('ledger')
    .select(['actor_id', 'detail'])
    .where('fact', '=', 'voice.sender-opened')
    .execute()
  expect(opened).toEqual([{ actor_id: author.id, detail: { purpose: 'check' } }])
  const mended = { ...letter, text: '街灯を直して', name: '見本', version: versionIn(page) }
  await follow(await site.post(check, { ...mended, do: 'correct' }))
  const voice = await voiceOf(number)
  expect((await openedOf(site.ctx(author), voice)).original.text).toBe('街灯を直して')
  expect(await site.text('/desk/voices/checks')).not.toContain(number)
  expect(site.bugs).toEqual([])
})

/** A voice from the counter, answered by everybody whose turn it is. */
async function answered(fields: Readonly<Record<string, string>>): Promise<string> {
  await site.as(officer)
  const begun = await site.post('/desk/voices/new', {
    channel: 'counter',
    receivedOn: '2013-02-05',
  })
  const version = versionIn(await follow(begun))
  const typed = { ...letter, ...fields, version, do: 'take' }
  const number = numberIn(await follow(await site.post(bare(to(begun)), typed)))
  const { points } = await triage(site.ctx(author), await voiceOf(number), [
    { gist: '歩道の段差', kind: 'request', topic: 'traffic', section: '地域再生推進本部' },
  ])
  const answer = { text: '来月、段差を直します。', disposition: 'done', promised: null }
  const chief = {
    ...officer,
    id: 'per_chief',
    duties: officer.duties.map((duty) => ({ ...duty, permissions: ['voices.head'] as const })),
  } as const
  const handed = await submit(site.ctx(officer), must(points[0], 'a point'), answer)
  await approve(site.ctx(chief), handed.point)
  await reply(site.ctx(author), await voiceOf(number))
  return number
}

test('the answer leaves by letter in a window, and by a call; each opening is on record', async () => {
  const posted = await answered({
    replyBy: 'letter',
    name: '見本 二郎',
    postcode: '817-8510',
    address: '長崎県対馬市厳原町国分1441',
  })
  const called = await answered({ replyBy: 'phone', name: '見本 花子', phone: '0920-53-6111' })
  expect((await site.get('/desk/voices/post')).status).toBe(403)

  await site.as(author)
  const list = await site.text('/desk/voices/post')
  for (const number of [posted, called]) expect(list).toContain(number)
  expect(list).not.toContain('二郎')
  expect(list).not.toContain('53-6111')
  // Posted before it was printed: no.
  expect((await site.post('/desk/voices/post/posted', { letters: '0' })).status).toBe(422)
  // The list grew while it lay open: nobody posts a letter that they have not seen.
  expect((await site.post('/desk/voices/post/letters.pdf', { letters: '2' })).status).toBe(422)
  const words = await wordsIn(await site.post('/desk/voices/post/letters.pdf', { letters: '1' }))
  for (const word of ['〒817-8510', '見本 二郎 様', '歩道の段差', '来月、段差を直します', posted])
    expect(words).toContain(word)
  await follow(await site.post('/desk/voices/post/posted', { letters: '1' }))

  const { id } = await voiceOf(called)
  const call = await (await site.post(`/desk/voices/post/calls/${id}`)).text()
  for (const word of ['見本 花子', '0920-53-6111', '来月、段差を直します'])
    expect(call).toContain(word)
  await follow(
    await site.post(`/desk/voices/post/calls/${id}/called`, { note: '本人に伝えた。14時。' }),
  )
  expect((await site.post(`/desk/voices/post/calls/${id}`)).status).toBe(404)
  const rest = await site.text('/desk/voices/post')
  expect(rest).toContain('送る手紙はありません')
  expect(rest).toContain('電話で伝える回答はありません')
  const rows = await site.db
    .selectFrom('voice_dispatch')
    .select(['way', 'done_by', 'sealed'])
    .execute()
  expect(rows.map(({ way, done_by }) => `${way} ${done_by}`).toSorted()).toEqual([
    `letter ${author.id}`,
    `phone ${author.id}`,
  ])
  expect(JSON.stringify(rows)).not.toContain('本人に伝えた')
  // The senders see that and why: the slip that was printed first, the answer's letter, and the call.
  const openings = await site.db.selectFrom('resident_opening').select('purpose').execute()
  expect(openings.map(({ purpose }) => purpose).toSorted()).toEqual(['letter', 'letter', 'reply'])
  expect(site.bugs).toEqual([])
})

const workbook = (bytes: Uint8Array<ArrayBuffer>, name = 'voices.xlsx') =>
  new File([bytes], name, { type: 'application/octet-stream' })
const counted = async () =>
  Number(
    (
      await site.db
        .selectFrom('voice')
        .select((e) => e.fn.countAll<string>().as('n'))
        .where('channel', '=', 'survey')
        .executeTakeFirstOrThrow()
    ).n,
  )

test('a letter without an address is named, and told by a call instead', async () => {
  const number = await answered({ replyBy: 'phone', name: '見本 三郎', phone: '0920-53-6222' })
  const { id } = await voiceOf(number)
  // As a voice stands whose sender moved away, and whose address was taken out.
  await site.db
    .updateTable('voice_dispatch')
    .set({ way: 'letter' })
    .where('voice_id', '=', id)
    .execute()
  await site.as(author)
  const list = await site.text('/desk/voices/post')
  expect(list).toContain('宛先が足りない手紙')
  expect(list).not.toContain('宛名を開いてPDFを作る')
  const call = await (await site.post(`/desk/voices/post/calls/${id}`)).text()
  expect(call).toContain('0920-53-6222')
  await follow(await site.post(`/desk/voices/post/calls/${id}/called`, { note: '' }))
  expect(await site.text('/desk/voices/post')).not.toContain('宛先が足りない手紙')
})

test('a sheet is looked through cell by cell, taken in once, and the same file adds nothing', async () => {
  await site.as(officer)
  const empty = new Uint8Array(
    await (await site.get('/desk/voices/sheet/template.xlsx')).arrayBuffer(),
  )
  const row = (n: number, cells: Readonly<Record<string, string>>) => ({
    [`A${n}`]: '2013-02-01',
    [`B${n}`]: 'アンケート',
    [`C${n}`]: 'バスを増やしてほしい',
    [`G${n}`]: '匿名',
    [`M${n}`]: 'いらない(受付番号で見る)',
    [`N${n}`]: 'よい',
    ...cells,
  })
  const wrong = { ...row(4, { A4: '2月1日', B4: '伝書鳩' }), ...row(5, { M5: '電話で', K5: '12' }) }
  const faults = await site.post('/desk/voices/sheet', { file: workbook(typedOver(empty, wrong)) })
  expect(faults.status).toBe(422)
  const told = readable(await faults.text())
  for (const cell of ['声A4', '声B4', '声K5', '日付として読めません', '伝書鳩'])
    expect(told).toContain(cell)
  expect(await counted()).toBe(0)

  // Two people with the same words are two; the same file again is nobody.
  const right = typedOver(empty, { ...row(4, {}), ...row(5, {}), ...row(6, { C6: '公園が好き' }) })
  const looked = await site.post('/desk/voices/sheet', { file: workbook(right) })
  const page = await looked.text()
  expect(page).toContain('新しい声 3件')
  expect(await counted()).toBe(0)
  const accept = must(/action="(\/desk\/voices\/sheet\/voice-[^"]+)"/.exec(page)?.[1], 'the button')
  await follow(await site.post(accept))
  expect(await counted()).toBe(3)
  expect((await site.get(accept)).status).toBe(404)
  const second = await (await site.post('/desk/voices/sheet', { file: workbook(right) })).text()
  expect(second).toContain('新しい声はありません')

  const csv = new TextEncoder().encode(
    '届いた日,届いた方法,声の内容,場所,地区,年代,差出人,名前,郵便番号,住所,電話,メール,回答の方法,名前を出さずに公表してよいか\r\n2013/2/3,アンケート,=1+1 と書かれた紙,,,20代,個人,,,,,,いらない(受付番号で見る),よい\r\n',
  )
  const fromCsv = await (
    await site.post('/desk/voices/sheet', { file: workbook(csv, 'a.csv') })
  ).text()
  expect(fromCsv).toContain('新しい声 1件')
  expect(site.bugs).toEqual([])
})

test('nobody else finds a way in: residents are led to the door, an auditor takes nothing in', async () => {
  for (const [person, status] of [
    [people.resident, 303],
    [viewer, 403],
  ] as const) {
    await site.as(person)
    for (const path of ['new', 'box', 'checks', 'sheet', 'sheet/template.xlsx', 'inbox', 'post'])
      expect((await site.get(`/desk/voices/${path}`)).status).toBe(status)
  }
  await site.as(head)
  expect((await site.get('/desk/voices/new')).status).toBe(200)
  expect(site.bugs).toEqual([])
})
