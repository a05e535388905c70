import PostalMime from 'postal-mime'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { BadAddress, isAddress, mailbox, readMailbox } from '#platform/mail/mailbox.ts'
import { type Mail, mailBytes } from '#platform/mail/message.ts'
import { smtpPost } from '#platform/mail/post.ts'
import type { Database } from '#platform/pool.ts'
import { testDatabase } from '#testing/database.ts'
import { smtpServer } from '#testing/smtp.ts'
import { changed, person, roomOf } from '../support/post-room.ts'

const mail = (over: Partial<Mail> = {}): Mail => ({
  id: 'ml_23456789abcdefghjkmn',
  from: mailbox('kyodo@city.example.jp', '対馬市 市民協働推進課'),
  to: mailbox('hanako@mail.example.jp', '山田 花子'),
  subject: '計画が変わりました',
  text: '本文です。\n',
  html: '<p>本文です。</p>',
  at: new Date('2026-11-24T08:30:00+09:00'),
  charset: 'utf-8',
  ...over,
})

/** As lines, whatever ends them. */
const lines = (text = '') => text.trimEnd().split(/\r?\n/)

/** The lines of a header's part, unfolded: what any mail program would take for a header. */
const headers = (bytes: Buffer) =>
  (bytes.toString('latin1').split('\r\n\r\n')[0] ?? '').replace(/\r\n[ \t]/g, ' ').split('\r\n')
const namesOf = (bytes: Buffer) => headers(bytes).map((line) => line.split(':')[0])

const plainNames = namesOf(mailBytes(mail()))
const breaks = ['\r\n', '\n', '\r', '\r\n ', '\u2028', '\u0085', '\u0000\r\n', '%0d%0a\r\n']
const evil = breaks.map((line) => `花子${line}Bcc: everyone@example.com${line}${line}<b>hello</b>`)

describe('nobody writes a header but us', () => {
  test.each(evil)('with a subject like %j', async (subject) => {
    const bytes = mailBytes(mail({ subject }))
    expect(namesOf(bytes)).toEqual(plainNames)
    const read = await PostalMime.parse(bytes)
    expect(read.bcc).toBeUndefined()
    expect(read.subject).toContain('Bcc: everyone@example.com')
    // Nor does a program that shows the subject find a second line in it.
    for (const end of ['\r', '\n', '\u2028', '\u0085', '\0'])
      expect(read.subject).not.toContain(end)
    expect(lines(read.text)).toEqual(['本文です。'])
  })

  test.each(evil)('with a name like %j, of either side', async (name) => {
    for (const who of [mailbox('a@example.jp', name), mailbox('a@example.jp', name.slice(2))]) {
      const bytes = mailBytes(mail({ to: who, from: who, replyTo: who }))
      expect(new Set(namesOf(bytes))).toEqual(new Set([...plainNames, 'Reply-To']))
      const read = await PostalMime.parse(bytes)
      expect(read.to).toHaveLength(1)
      expect(read.to?.[0]).toMatchObject({ address: 'a@example.jp' })
    }
  })

  test('with a name that is itself half a header', async () => {
    const names = [
      '"x" <evil@example.com>,',
      'a, b@example.com',
      'x\\"',
      '=?utf-8?B?YQ==?=',
      '(x)',
      '<>',
    ]
    for (const name of names) {
      const read = await PostalMime.parse(mailBytes(mail({ to: mailbox('a@example.jp', name) })))
      expect(read.to).toEqual([{ name, address: 'a@example.jp' }])
    }
  })

  test('with an old name that was stored before anybody looked', () => {
    const to = { name: 'x\r\nBcc: y@example.com', address: 'a@example.jp' }
    expect(namesOf(mailBytes(mail({ to })))).toEqual(plainNames)
  })

  test('with headers of our own that hold what they must not', () => {
    const List = { 'List-Id': '<x>\r\nBcc: y@example.com' }
    expect(() => mailBytes(mail({ headers: List }))).toThrow('List-Id')
    expect(() => mailBytes(mail({ headers: { 'X: y\r\nZ': '1' } }))).toThrow('not a header')
  })
})

describe('an address is one address', () => {
  test.each([
    'a@example.jp\r\nRCPT TO:<b@example.jp>',
    'a@example.jp, b@example.jp',
    'a@example.jp b@example.jp',
    '<a@example.jp>',
    '"a b"@example.jp',
    'a@b@example.jp',
    '@example.jp',
    'a@',
    'a@-x.jp',
    'a@[127.0.0.1]',
    'a..b@example.jp',
    'あ@example.jp',
    `${'a'.repeat(65)}@example.jp`,
    'a@example.jp\0',
    '',
  ])('%j is none', (text) => {
    expect(isAddress(text)).toBe(false)
    expect(() => mailbox(text)).toThrow(BadAddress)
  })

  test.each(['a@example.jp', "o'brien+x@a-b.example.jp", 'a..b.@docomo.ne.jp', 'root@localhost'])(
    '%j is one',
    (text) => expect(isAddress(text)).toBe(true),
  )

  test('as settings write it', () => {
    expect(readMailbox('市民協働課 <kyodo@city.jp>')).toEqual(
      mailbox('kyodo@city.jp', '市民協働課'),
    )
    expect(readMailbox('"A, B" <kyodo@city.jp>').name).toBe('A, B')
    expect(() => readMailbox('x <a@b.jp> <c@d.jp>')).toThrow(BadAddress)
  })
})

describe('on the wire', () => {
  let server: Awaited<ReturnType<typeof smtpServer>>
  let database: Database
  beforeAll(async () => {
    database = await testDatabase()
    server = await smtpServer()
  })
  afterAll(() => server.close())

  test('a name in a plan reaches one person, escaped', async () => {
    const name = '<img src=x onerror=alert(1)>\r\nBcc: all@example.com'
    const house = roomOf(database, { res_a: person('a@example.jp', { name }) }, server.url)
    const title = '<script>alert(1)</script>\r\n.\r\nMAIL FROM:<x@example.com>'
    await house.tell('2026-11-24T08:00:00+09:00', changed, ['res_a'], { title })
    await house.send('2026-11-24T08:00:00+09:00')
    const [one, ...others] = server.taken()
    expect(others).toEqual([])
    expect(one?.to).toBe('a@example.jp')
    expect(one?.mail.html).not.toMatch(/<(script|img)/)
    expect(one?.mail.html).toContain('&lt;script&gt;')
    expect(one?.mail.text).toContain('<script>alert(1)</script>')
    expect(one?.mail.bcc).toBeUndefined()
  })

  test('a text with lines of one dot arrives whole', async () => {
    const text = 'a\n.\nb\n..\nQUIT\n'
    const post = smtpPost(server.url)
    expect(await post.send(mail({ text, charset: 'iso-2022-jp' }))).toEqual({ kind: 'sent' })
    post.close()
    expect(lines(server.taken()[0]?.mail.text)).toEqual(lines(text))
  })
})

describe('letters that old telephones read', () => {
  const long = '市民協働推進アクションプランの「自治会、地域での啓発活動」について、髙橋﨑子様'
  test.each(['utf-8', 'iso-2022-jp'] as const)('%s: the same words come back', async (charset) => {
    const text = `${long}〜ｱｲｳ①—終わり。\n`.repeat(20)
    const bytes = mailBytes(
      mail({ charset, subject: long, text, to: mailbox('a@b.jp', '髙橋 﨑子') }),
    )
    const read = await PostalMime.parse(bytes)
    expect(read.subject).toBe(long)
    expect(read.to?.[0]?.name).toBe('髙橋 﨑子')
    // Half-width kana and two dashes have other forms in the old set; they say the same.
    const settled = text.replaceAll('〜', '～').replaceAll('ｱｲｳ', 'アイウ').replaceAll('—', '―')
    expect(lines(read.text)).toEqual(lines(charset === 'utf-8' ? text : settled))
    const raw = bytes.toString('latin1')
    expect(raw.split('\r\n').every((line) => line.length <= 998)).toBe(true)
    expect(headers(bytes).filter((line) => /[^\x20-\x7e]/.test(line))).toEqual([])
    if (charset === 'iso-2022-jp') {
      expect(raw).toContain('charset=ISO-2022-JP\r\nContent-Transfer-Encoding: 7bit')
      expect(raw).toContain('Subject: =?ISO-2022-JP?B?')
      // RFC 1468: every line ends in ASCII.
      for (const line of raw.replaceAll('\u001b', 'ESC').split('\r\n')) {
        const [last] = [...line.matchAll(/ESC\([BJ]|ESC\$[@B]/g)].slice(-1)
        if (last) expect(last[0]).toBe('ESC(B')
      }
    }
  })

  test('a mail with a sign that the old set lacks goes as UTF-8, whole', async () => {
    const bytes = mailBytes(mail({ charset: 'iso-2022-jp', text: 'ありがとう😀\n' }))
    expect(bytes.toString('latin1')).not.toContain('ISO-2022-JP')
    expect(lines((await PostalMime.parse(bytes)).text)).toEqual(['ありがとう😀'])
  })

  test('encoded words are short, and no sign is cut in two', async () => {
    const subject = '👨‍👩‍👧‍👦家族と𠮷野家の'.repeat(12)
    const bytes = mailBytes(mail({ subject }))
    for (const [word] of bytes.toString('latin1').matchAll(/=\?[^?]+\?B\?[^?]*\?=/g)) {
      expect(word.length).toBeLessThanOrEqual(75)
      expect(Buffer.from(word.split('?')[3] ?? '', 'base64').toString('utf8')).not.toContain(
        '\ufffd',
      )
    }
    expect((await PostalMime.parse(bytes)).subject).toBe(subject)
  })

  test('the same mail is the same bytes', () => {
    expect(mailBytes(mail())).toEqual(mailBytes(mail()))
  })
})
