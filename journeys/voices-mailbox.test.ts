import { mkdtempSync, readdirSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { clock } from '#domains/staff/roles.ts'
import { inboxJobs } from '#domains/voices/jobs.ts'
import { sealedIn } from '#domains/voices/store/sealed.ts'
import { readMailServer } from '#platform/mail/imap.ts'
import { maildir } from '#platform/mail/maildir.ts'
import { must } from '#platform/must.ts'
import { type Browser, browser, testSeal } from '#testing/browser.ts'
import { testDatabase } from '#testing/database.ts'
import { imapServer, withoutDovecot } from '#testing/imap.ts'
import { people } from '#testing/people.ts'
import { voicesInbox } from '../src/commands/voices-paper.ts'
import { tomoni } from './support/command.ts'
import { readable } from './support/html.ts'

describe.skipIf(withoutDovecot)('a mailbox at a mail server elsewhere', () => {
  const folder = mkdtempSync(join(tmpdir(), 'tomoni-mailbox-'))
  const inbox = maildir(folder)
  let site: Browser
  let server: Awaited<ReturnType<typeof imapServer>>
  beforeAll(async () => {
    server = await imapServer()
    site = await browser('2013-02-04T09:00:00+09:00', await testDatabase(), { setAside: inbox })
  })
  afterAll(() => server.end())

  /** What the clock does every five minutes. */
  const read = async (url = server.url()) => {
    const job = must(
      inboxJobs(site.files, folder, readMailServer(url)).find(({ name }) => name === 'voice.inbox'),
      'the job',
    )
    await job.run(site.ctx(clock))
  }
  const mail = (id: string, text: string) =>
    [
      'From: Hanako <hanako@example.jp>',
      'To: koe@city.example.jp',
      'Subject: koen',
      `Message-ID: <${id}@example.jp>`,
      'Content-Type: text/plain; charset=utf-8',
      '',
      text,
      '',
    ].join('\r\n')
  const originals = async () => {
    const kept = await site.db.selectFrom('voice_original').selectAll().execute()
    return kept.map((one) => testSeal.open(one.sealed ?? '', sealedIn.original.place(one.voice_id)))
  }
  const facts = () =>
    site.db
      .selectFrom('ledger')
      .select('fact')
      .where('fact', 'like', 'voice.mailbox-%')
      .orderBy('seq')
      .execute()

  test('each mail becomes a voice once, and lies in another folder of the account afterwards', async () => {
    for (const n of [1, 2, 3]) await server.lay(mail(`first-${n}`, `街灯${n}をつけてください。`))
    await read()
    const all = await originals()
    expect(all).toHaveLength(3)
    for (const n of [1, 2, 3]) expect(all.join()).toContain(`街灯${n}をつけてください。`)
    expect([await server.count(), await server.count('Tomoni')]).toEqual([0, 3])
    await read()
    // The same mail comes again by another way.
    await server.lay(mail('first-2', '街灯2をつけてください。'))
    await read()
    expect(await originals()).toHaveLength(3)
    expect(await server.count('Tomoni')).toBe(4)
    expect(readdirSync(join(folder, 'new'))).toEqual([])
    expect(await facts()).toEqual([])
  })

  test('that is not reached is said on the desk until it is, and what came meanwhile is not lost', async () => {
    await server.lay(mail('later', '止まっている間のメールです。'))
    await server.stop()
    await read()
    await read()
    expect(await facts()).toEqual([{ fact: 'voice.mailbox-failed' }])
    await site.as(people.author)
    expect(await site.text('/desk')).toContain('郵便受けのメールを読めていません')
    const page = readable(await site.text('/desk/voices/inbox'))
    expect(page).toContain('メールサーバーにつながりません')
    expect(page).toContain('2月4日')
    expect(await site.text('/en/desk/voices/inbox')).toContain('The mail server is not reached')
    await server.start()
    await read()
    expect((await originals()).join()).toContain('止まっている間のメールです。')
    expect(await site.text('/desk/voices/inbox')).not.toContain('つながりません')
    expect(await site.text('/desk')).not.toContain('郵便受けのメールを読めていません')
    expect(await facts()).toEqual([
      { fact: 'voice.mailbox-failed' },
      { fact: 'voice.mailbox-reached' },
    ])
  })

  test('a wrong password is told from a server that is not there, and stands nowhere', async () => {
    await read(server.url('another'))
    const page = await site.text('/desk/voices/inbox')
    expect(page).toContain('利用者と合言葉')
    const ledger = await site.db.selectFrom('ledger').selectAll().execute()
    const text = JSON.stringify(ledger, (_, v) => (typeof v === 'bigint' ? String(v) : v))
    expect(page + text).not.toContain('another')
    await read()
    expect(await site.text('/desk/voices/inbox')).not.toContain('利用者と合言葉')
    expect(site.bugs).toEqual([])
  })

  test('the command reads it too, and says why where it cannot', async () => {
    await server.lay(mail('by-command', '手で読んだメールです。'))
    const mailbox = readMailServer(server.url())
    const ran = await tomoni(site, voicesInbox, join(folder, 'files'), [], {}, { mailbox })
    expect([ran.code, ran.out]).toEqual([0, expect.stringContaining('受け付けた 1通')])
    await server.stop()
    const failed = await tomoni(site, voicesInbox, join(folder, 'files'), [], {}, { mailbox })
    expect([failed.code, failed.err]).toEqual([1, expect.stringContaining('つながりません')])
  })
})

test.each([
  'mail.example.jp',
  'https://koe:x@mail.example.jp/',
  'imaps://mail.example.jp/INBOX',
  'imaps://koe@mail.example.jp/INBOX',
])('%s is no address of a mailbox', (url) => {
  expect(() => readMailServer(url)).toThrow('IMAP_URL は imaps://')
})

test('an address says port and folder, or they are the usual ones', () => {
  expect(readMailServer('imaps://koe%40city.jp:a%2Fb@mail.city.jp/INBOX/koe')).toEqual({
    ...{ host: 'mail.city.jp', port: 993, secure: true, mailbox: 'INBOX/koe' },
    ...{ user: 'koe@city.jp', password: 'a/b' },
  })
  expect(readMailServer('imap://koe:x@mail.city.jp:1143')).toMatchObject({
    ...{ port: 1143, secure: false, mailbox: 'INBOX' },
  })
})
