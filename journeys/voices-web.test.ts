import sharp from 'sharp'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { dutyOf } from '#domains/staff/roles.ts'
import { approve, decide, submit, transfer } from '#domains/voices/actions/points.ts'
import { reply } from '#domains/voices/actions/reply.ts'
import { triage, wait } from '#domains/voices/actions/triage.ts'
import type { Point } from '#domains/voices/point.ts'
import { filesOf } from '#domains/voices/store/files.ts'
import { objectionsOf, settle } from '#domains/voices/store/objections.ts'
import { pointsOf } from '#domains/voices/store/points.ts'
import { sealedIn } from '#domains/voices/store/sealed.ts'
import { sealedOf } from '#domains/voices/store/voices.ts'
import type { VoiceId } from '#domains/voices/voice.ts'
import type { Actor } from '#platform/actor.ts'
import { must } from '#platform/must.ts'
import { closePictures } from '#platform/picture.ts'
import { type Browser, testSeal } from '#testing/browser.ts'
import { people } from '#testing/people.ts'
import { demoCity } from './support/city.ts'
import { formsIn, readable } from './support/html.ts'
import { codeFor, led, sendFrom } from './support/residents.ts'
import { invalidIn, leftIn, untranslatedIn } from './support/sound.ts'
import { matter, nobody, type Slip, webForm } from './support/voices-send.ts'

const section = (name: string, role: 'section-staff' | 'section-head'): Actor => ({
  id: `per_${role}${name}`,
  name,
  duties: [dutyOf(role, { sections: [name] })],
})

let site: Browser
beforeAll(async () => {
  site = await demoCity()
})
afterAll(async () => {
  expect(site.bugs).toEqual([])
  await closePictures()
})

const { press, pressed, checkPage, sent, write, voiceOf } = webForm(() => site)
const count = async () => (await site.db.selectFrom('voice').select('id').execute()).length

const seen = async (id: VoiceId) => ({
  id,
  version: (
    await site.db
      .selectFrom('voice')
      .select('version')
      .where('id', '=', id)
      .executeTakeFirstOrThrow()
  ).version,
})
const opened = async ({ number, phrase }: Pick<Slip, 'number' | 'phrase'>) => {
  const answer = await sendFrom(site, '/r', /\/r$/, { number, phrase })
  return site.text(led(answer))
}

const gists = ['街灯を明るくしてほしい。', '階段に手すりがほしい。', '県道の穴を直してほしい。']
const split = async (id: VoiceId) =>
  triage(site.ctx(people.author), await seen(id), [
    { gist: must(gists[0], 'a gist'), kind: 'request', topic: 'safety', section: '建設課' },
    { gist: must(gists[1], 'a gist'), kind: 'proposal', topic: 'hall', section: '総務課' },
    { gist: must(gists[2], 'a gist'), kind: 'request', topic: 'traffic', section: '建設課' },
  ])

async function answer(point: Point, text: string, promise?: { text: string; followUpOn: string }) {
  const { point: handed } = await submit(site.ctx(section(point.section, 'section-staff')), point, {
    text,
    disposition: promise ? 'considering' : 'done',
    promised: promise ?? null,
  })
  await approve(site.ctx(section(point.section, 'section-head')), handed)
}

describe('a voice with three points, without a script', () => {
  let slip: Slip
  let id: VoiceId

  test('goes from what and where to who, is shown once more, and gets number and phrase', async () => {
    const before = await count()
    const who = await pressed(await site.text('/voices/new'), 'what', matter)
    // Nobody is asked who they are before they have said what it is about.
    expect(readable(who)).toContain('返事の受け取り方')
    expect(await site.text('/voices/new')).not.toContain('name="mail" id')
    const check = await pressed(who, 'who', { ...nobody, ageBand: '80-up' })
    expect(readable(check)).toContain('市役所の階段に手すりがほしい。')
    expect(readable(check)).toContain('80歳以上')
    expect(await count()).toBe(before)
    slip = await sent(await press(check, 'send'))
    id = await voiceOf(slip.number)
    expect(readable(slip.page)).toContain('3月21日')
    const pdf = await site.get('/r/receipt/slip.pdf')
    expect(pdf.headers.get('content-type')).toBe('application/pdf')
  })

  test('is kept sealed; the same number and phrase open it again, and nothing else does', async () => {
    const sealed = must(await sealedOf(site.db, 'voice_original', id), 'the words')
    expect(sealed).not.toContain('街灯')
    expect(JSON.parse(testSeal.open(sealed, sealedIn.original.place(id)))).toEqual(matter)
    expect(await opened(slip)).toContain('市役所の階段に手すりがほしい。')
    await sendFrom(site, '/r/receipt', /\/leave$/)
    const wrong = { number: slip.number, phrase: 'そら うみ やま 1234' }
    const unknown = { number: 'V2012-9999-0', phrase: slip.phrase }
    const texts = await Promise.all(
      [wrong, unknown].map(async (typed) => {
        const answer = await sendFrom(site, '/r', /\/r$/, typed)
        expect(answer.status).toBe(422)
        return readable(await answer.text())
      }),
    )
    expect(texts[0]).toBe(texts[1])
    expect((await site.get('/r/receipt')).status).toBe(303)
  })

  test('shows the gists beside the words as soon as it is split, and no answer before all go out', async () => {
    await split(id)
    const [lamp, rail, road] = await pointsOf(site.db, id)
    await answer(must(lamp, 'a point'), '街灯を替えました。')
    await answer(must(rail, 'a point'), '手すりを考えます。', {
      text: '予算のとき、手すりを決めます。',
      followUpOn: '2013-06-01',
    })
    const before = readable(await opened(slip))
    for (const gist of gists) expect(before).toContain(gist)
    expect(before).not.toContain('街灯を替えました。')
    expect(before).toContain('3月21日')
    await transfer(site.ctx(people.author), must(road, 'a point'), '長崎県', '県道のため。')
    await reply(site.ctx(people.author), await seen(id))
  })

  test('then shows each answer, the promise with its day, who took it over, and what becomes public', async () => {
    const [lamp, rail] = await pointsOf(site.db, id)
    await decide(site.ctx(people.author), must(lamp, 'a point'), { kind: 'show', redactions: [] })
    await decide(site.ctx(people.author), must(rail, 'a point'), {
      kind: 'withhold',
      ground: 'individual',
      reason: 'お一人のことのため。',
    })
    const page = await opened(slip)
    const text = readable(page)
    for (const said of [
      '街灯を替えました。',
      '実施済み',
      '予算のとき、手すりを決めます。',
      '6月1日',
      '長崎県に引き継ぎました',
      '県道のため。',
      '個別の案件で、広く参考にならない',
      'お一人のことのため。',
    ])
      expect(text).toContain(said)
    expect(page).toContain(`href="/voices/${slip.number}"`)
    expect(await invalidIn(page)).toEqual([])
    expect(leftIn(page)).toEqual([])
  })

  test('the next person who writes of the same is shown what was answered, and nothing unpublished', async () => {
    const page = readable(
      await pressed(await site.text('/voices/new'), 'what', {
        text: '町の街灯を明るくしてください。階段に手すりがほしいです。',
      }),
    )
    expect(page).toContain('街灯を替えました。')
    expect(page).not.toContain('手すりを考えます。')
    expect(page).not.toContain(matter.place)
  })
})

test('what is missing is asked for at its field, and nothing typed is lost', async () => {
  const empty = await press(await site.text('/voices/new'), 'what', { place: '港の前' })
  expect(empty.status).toBe(422)
  expect(await empty.text()).toContain('value="港の前"')
  const who = await pressed(await site.text('/voices/new'), 'what', matter)
  const letter = { ...nobody, reach: 'letter', name: '見本 静', postcode: '12' }
  const back = await press(who, 'who', letter)
  expect(back.status).toBe(422)
  const page = await back.text()
  expect(page).toMatch(/id="f-postcode"[^>]*aria-invalid="true"/)
  expect(page).toMatch(/id="f-address"[^>]*aria-invalid="true"/)
  expect(page).toContain('value="見本 静"')
  expect(page).toContain('階段に手すり')
  // Whoever leaves the pages out and sends at once hears the same.
  const forced = await press(page, 'send', letter)
  expect(forced.status).toBe(422)
  const done = await write(matter, { ...letter, postcode: '817-0022', address: '厳原町1' })
  const id = await voiceOf(done.number)
  const person = JSON.parse(
    testSeal.open(
      must(await sealedOf(site.db, 'voice_sender', id), 'who'),
      sealedIn.sender.place(id),
    ),
  )
  expect(person).toEqual({
    name: '見本 静',
    postcode: '8170022',
    address: '厳原町1',
    phone: '',
    mail: '',
  })
})

describe('a form that is sent twice', () => {
  test('is one voice: both answers lead to the same number, and say the same phrase', async () => {
    const page = await checkPage({ ...matter, text: '二度押しました。' })
    const before = await count()
    const [first, second] = await Promise.all(
      [press(page, 'send'), press(page, 'send')].map(async (answer) => led(await answer)),
    )
    expect(await count()).toBe(before + 1)
    expect(first).toBe(second)
    const { number, phrase } = await sent(await press(page, 'send'))
    expect(await count()).toBe(before + 1)
    expect(await opened({ number, phrase })).toContain('二度押しました。')
  })

  test('with something more is another voice, and so is the same said anew', async () => {
    const page = await checkPage()
    const slips = [
      await sent(await press(page, 'send')),
      await sent(await press(page, 'send', { text: `${matter.text}\nもう一つあります。` })),
      await write(),
    ]
    expect(new Set(slips.map(({ number }) => number)).size).toBe(3)
    expect(new Set(slips.map(({ phrase }) => phrase)).size).toBe(3)
  })

  test('says no phrase any more an hour later: the page asks for it', async () => {
    const page = await checkPage({ ...matter, text: '時間がたちました。' })
    const { number, phrase } = await sent(await press(page, 'send'))
    site.later('2013-03-06T10:01:00+09:00')
    const late = await press(page, 'send')
    site.later('2013-03-06T09:00:00+09:00')
    expect(late.headers.get('location')).toContain(`/r?number=${number}`)
    expect(await site.text(led(late))).not.toContain(phrase)
  })
})

test('whoever stays anonymous leaves nothing but the words', async () => {
  const { number } = await write(matter, { ...nobody, sender: 'anonymous', mail: 'a@example.jp' })
  const id = await voiceOf(number)
  expect(await sealedOf(site.db, 'voice_sender', id)).toBeUndefined()
  const { sender_mark } = await site.db
    .selectFrom('voice')
    .select('sender_mark')
    .where('id', '=', id)
    .executeTakeFirstOrThrow()
  expect(sender_mark).toBeNull()
})

test('a mail is proved by its code before anything goes to it; the voice is received before that', async () => {
  const mail = 'nagisa@example.jp'
  const slip = await write(matter, { ...nobody, reach: 'mail', mail })
  expect(readable(slip.page)).toContain('まだ確認していません')
  const done = await sendFrom(site, '/r/receipt', /\/confirm$/, {
    code: await codeFor(site.db, mail),
  })
  expect(readable(await site.text(led(done)))).toContain('確認済み')
})

test('what looks like a program is text, and a program that fills everything in leaves nothing', async () => {
  const evil = '<script>alert(1)</script>{漢字|<img src=x onerror=alert(1)>}'
  const slip = await write({ text: evil, place: '"><b>' }, nobody)
  const page = await opened(slip)
  expect(page).not.toContain('<script>alert')
  expect(page).not.toContain('<img src=x')
  expect(page).toContain('&lt;script&gt;alert(1)')
  const before = await count()
  const trapped = await press(await checkPage(), 'send', { homepage_url: 'http://example.com' })
  expect(trapped.status).toBe(303)
  expect(await count()).toBe(before)
})

describe('photos', () => {
  const place = '34.2028N'
  const photo = async () =>
    new File(
      [
        new Uint8Array(
          await sharp({ create: { width: 80, height: 60, channels: 3, background: '#357' } })
            .withExif({ IFD0: { ImageDescription: place }, IFD3: { GPSLatitudeRef: 'N' } })
            .jpeg()
            .toBuffer(),
        ),
      ],
      'IMG_1.JPG',
    )

  test('lose the place where they were taken, and are shown to those who work on the voice alone', async () => {
    const one = await photo()
    expect(Buffer.from(await one.arrayBuffer()).includes(place)).toBe(true)
    const slip = await write(matter, nobody, { photos: [one, await photo()] as never })
    expect(readable(slip.page)).toContain('写真2枚')
    const id = await voiceOf(slip.number)
    const [file] = await filesOf(site.db, id)
    const path = `/desk/voices/${id}/files/${must(file, 'a photo').id}`
    expect((await site.get(path)).status).toBe(303)
    await site.as(people.author)
    const shown = await site.get(path)
    expect(shown.headers.get('content-type')).toBe('image/jpeg')
    const bytes = Buffer.from(await shown.arrayBuffer())
    expect(bytes.includes(place)).toBe(false)
    expect((await sharp(bytes).metadata()).exif).toBeUndefined()
    expect((await site.get(path.replace(/vfl_/, 'vfl_x'))).status).toBe(404)
    await site.as(people.resident)
  })

  test('that are none are said by their number; the words stay, and nothing is half received', async () => {
    const before = await count()
    const text = new File(['<svg onload="alert(1)"/>'], 'a.jpg')
    const back = await press(await checkPage(), 'send', { photos: [await photo(), text] as never })
    expect(back.status).toBe(422)
    const page = await back.text()
    expect(readable(page)).toContain('2枚目:読めない種類のファイルです')
    expect(readable(page)).toContain('もう一度選んで')
    expect(await count()).toBe(before)
    const slip = await sent(await press(page, 'send'))
    expect(slip.number).toMatch(/^V/)
    const six = await Promise.all(Array.from({ length: 6 }, photo))
    const many = await press(await checkPage(), 'send', { photos: six as never })
    expect(readable(await many.text())).toContain('写真は5枚までです')
  })
})

test('what the city asked is said on the page, and the sender’s words let the clock go on', async () => {
  const slip = await write()
  const id = await voiceOf(slip.number)
  await wait(site.ctx(people.author), await seen(id), 'どの階段か、教えてください。')
  site.later('2013-03-11T10:00:00+09:00')
  const waiting = readable(await opened(slip))
  expect(waiting).toContain('どの階段か、教えてください。')
  expect(waiting).toContain('期限の日は数えません')
  await sendFrom(site, '/r/receipt', /\/add$/, { text: '東の入り口です。' })
  const page = readable(await opened(slip))
  expect(page).toContain('東の入り口です。')
  expect(page).toContain('3月25日')
  expect(page).not.toContain('どの階段か')
})

test('the sender may say that a gist is wrong, once until somebody has looked at it', async () => {
  const slip = await write()
  const id = await voiceOf(slip.number)
  await split(id)
  const [first] = await pointsOf(site.db, id)
  const point = must(first, 'a point').id
  await opened(slip)
  const empty = await sendFrom(site, '/r/receipt', /\/object$/, { objection: ' ' })
  expect(empty.status).toBe(422)
  expect(await empty.text()).toMatch(/id="f-objection"[^>]*aria-invalid="true"/)
  const form = await site.text('/r/receipt')
  const said = { point, objection: '明るさではなく、数のことです。' }
  expect((await sendFrom(site, '/r/receipt', /\/object$/, said)).status).toBe(303)
  // The second window of the same page.
  const [again] = formsIn(form, '/r/receipt').filter(({ action }) => /\/object$/.test(action))
  const second = await site.post(must(again, 'a form').action, {
    ...Object.fromEntries(must(again, 'a form').fields),
    ...said,
  })
  expect(second.status).toBe(422)
  expect(readable(await second.text())).toContain('もう受け付けています')
  const [kept, ...others] = await objectionsOf(site.db, [point])
  expect(others).toEqual([])
  const objection = must(kept, 'an objection')
  expect(objection.sealed).not.toContain('数のこと')
  expect(readable(await opened(slip))).toContain('明るさではなく、数のことです。')
  await site.ctx(people.author).record(async (tx) => {
    const settled = { outcome: 'changed', reason: '数に直しました。', by: 'per_author' } as const
    await settle(tx, objection.id, { ...settled, at: new Date('2013-03-12T10:00:00+09:00') })
    return [undefined, { fact: 'voice.objected', subject: id, basis: 'test' }]
  })
  expect(readable(await opened(slip))).toContain('数に直しました。')
  // Of another voice nobody can say anything.
  const [foreign] = await pointsOf(site.db, await voiceOf((await write()).number))
  expect(foreign).toBeUndefined()
})

test.each(['', '/easy', '/en', '/ko'])(
  'every page of it is there in the language of %s/',
  async (language) => {
    // In words that are nobody's Japanese, so that what is left untranslated is ours.
    const told = { text: 'The lamp is dark. 가로등.', place: 'Hall' }
    const pages = [await site.text(`${language}/voices/new`)]
    pages.push(await pressed(must(pages[0], 'a page'), 'what', told))
    pages.push(await pressed(must(pages[1], 'a page'), 'who', nobody))
    const slip = await sent(await press(must(pages[2], 'a page'), 'send'))
    await split(await voiceOf(slip.number))
    pages.push(await site.text(`${language}/r/receipt`))
    for (const page of pages) {
      expect(await invalidIn(page)).toEqual([])
      expect(leftIn(page)).toEqual([])
    }
    if (language === '/en' || language === '/ko')
      for (const page of pages) expect(untranslatedIn(page)).toEqual([])
  },
)
