import { districtNamed, districts } from '#domains/districts/index.ts'
import { signInByService } from '#domains/residents/actions/account.ts'
import {
  askByLetter,
  confirmAtCounter,
  matchRegister,
  type Person,
} from '#domains/residents/actions/checks.ts'
import { beginAssist, endAssist, openContacts } from '#domains/residents/actions/counter.ts'
import { importRegister } from '#domains/residents/actions/lists.ts'
import { saveProfile } from '#domains/residents/actions/own.ts'
import { addToReceipt, claim, follow } from '#domains/residents/actions/receipts.ts'
import type { AgeBand, ResidentId, Tongue } from '#domains/residents/resident.ts'
import type { PlainContact } from '#domains/residents/rules.ts'
import { dutyOf } from '#domains/staff/roles.ts'
import { type Actor, anonymous } from '#platform/actor.ts'
import type { Ctx } from '#platform/context.ts'

type On = (day: string, actor: Actor) => Ctx

const mail = (name: string): PlainContact => ({ kind: 'mail', text: `${name}@example.jp` })
const phone = (last: string): PlainContact => ({ kind: 'phone', text: `092000${last}` })
const letter = (name: string, place: string): PlainContact => ({
  kind: 'letter',
  text: `${name}\n8170000\n見本市${place}(見本)`,
})

/** Invented people, with addresses that reach nobody: day, subject, how to be reached, language. */
const asked: readonly (readonly [
  day: string,
  subject: string,
  contact: PlainContact | null,
  locale?: Tongue,
])[] = [
  ['2012-04-03', 'plan:2012', mail('akane')],
  ['2012-04-05', 'plan:2012', null],
  ['2012-04-09', 'plan:2012', mail('berry'), 'en'],
  ['2012-04-20', 'plan:2012', phone('0101')],
  ['2012-05-02', 'plan:2012', letter('見本 千代', '上の町1')],
  ['2012-05-14', 'plan:2012', mail('daichi'), 'easy'],
  ['2012-06-01', 'plan:2012', null],
  ['2012-06-18', 'plan:2012', mail('eunji'), 'ko'],
  ['2012-07-09', 'plan:2012', letter('見本 文雄', '下の町7')],
  ['2012-08-21', 'plan:2012', phone('0102')],
  ['2012-09-10', 'plan:2012', mail('gaku')],
  ['2012-10-11', 'plan:2012', null],
  ['2012-11-05', 'plan:2012', mail('haruka')],
  ['2013-02-13', 'plan:2013', mail('izumi')],
  ['2013-02-13', 'plan:2013', mail('jin'), 'ko'],
  ['2013-02-14', 'plan:2013', phone('0103')],
  ['2013-02-15', 'plan:2013', null],
]

const accounts: readonly (readonly [
  nickname: string,
  district: string | null,
  age: AgeBand | null,
  person: Person | null,
])[] = [
  ['なぎさ', '厳原', '40s', { name: '見本 渚', born: '1970-04-02', address: '北の浜1番地' }],
  ['山ねこ', '峰', '30s', { name: '見本 岳', born: '1979-11-30', address: '峰2番地' }],
  ['', null, null, null],
  ['はる', '上対馬', 'under-20', null],
  // Written before the city had a list: it stays as it was written.
  ['つくし', '北の浜', '60s', null],
  ['', '峰', '70s', null],
]

/** Who asks to be told from the first of these days to the last: before what they are then told of happens. */
export async function followersDemo(on: On, first: string, last: string): Promise<void> {
  for (const [day, subject, contact, locale = 'ja'] of asked)
    if (first <= day && day <= last)
      await follow(on(day, anonymous), { subject, channel: 'web', locale, contact })
}

/**
 * Residents of the demo: receipts, accounts, two confirmed by the register, one at the counter, and an 82-year-old
 * who telephoned, for whom a colleague wrote something in. By the same actions that people take.
 */
export async function residentDemo(on: On, author: Actor): Promise<void> {
  const known = await districts(on('2012-06-10', author).db)
  const desk: Actor = { ...author, duties: [dutyOf('secretariat')] }
  const people = accounts.flatMap(([, , , person]) => (person ? [person] : []))
  await importRegister(on('2012-04-02', desk), people)
  const made: ResidentId[] = []
  for (const [at, [nickname, district, ageBand, person]] of accounts.entries()) {
    const vouched = { provider: 'demo', issuer: 'https://demo.invalid', subject: String(at) }
    const { resident } = await signInByService(
      on('2012-06-10', anonymous),
      vouched,
      'ja',
      undefined,
    )
    const own = on('2012-06-11', { id: resident, name: nickname, duties: [] })
    const chosen = district === null ? null : (districtNamed(known, district)?.id ?? district)
    await saveProfile(own, { nickname, district: chosen, ageBand, languages: ['ja'] })
    if (person) await matchRegister(own, person)
    made.push(resident)
  }
  await askedByLetter(on, made)

  const [called, came, wrote] = [
    await take(on('2013-02-18', desk), 'phone', phone('0182')),
    await take(on('2013-02-18', desk), 'counter', letter('見本 豊', '峰9')),
    await take(on('2013-02-19', desk), 'letter', letter('見本 静', '南の港3')),
  ]
  const day = on('2013-02-19', desk)
  const assist = await beginAssist(
    day,
    called.receipt.id,
    'request',
    '82歳の方からお電話。書き足してほしいとのこと',
  )
  await addToReceipt(
    day,
    called.receipt,
    '字が小さくて読めないので、お知らせは電話でお願いします。',
    { assist },
  )
  await endAssist(day, assist.id)
  await openContacts(day, called.receipt.id, 'reply', '折り返しの電話')
  await openContacts(day, wrote.receipt.id, 'letter', 'お知らせの郵送')

  const [, , third] = made
  if (!third) return
  await claim(
    on('2013-02-20', { id: third, name: '', duties: [] }),
    came.receipt.number,
    came.phrase,
  )
  const counter = await beginAssist(day, third, 'verify', '窓口に来られた。運転免許証を確認')
  await confirmAtCounter(day, counter, 'driving-licence', {
    name: '見本 豊',
    born: '1948-08-08',
    address: '峰9番地',
  })
  await endAssist(day, counter.id)
}

/** Two who asked for the code of their residence by letter: nobody has printed it yet. */
async function askedByLetter(on: On, made: readonly ResidentId[]): Promise<void> {
  const [, , , haru, tsukushi] = made
  const waiting = [
    ['2013-03-04', haru, '見本 春', '1996-05-20', '上対馬3'],
    ['2013-03-05', tsukushi, '見本 佃', '1951-03-03', '北の浜4'],
  ] as const
  for (const [day, id, name, born, place] of waiting)
    if (id)
      await askByLetter(on(day, { id, name: '', duties: [] }), {
        name,
        born,
        postcode: '8170000',
        address: `見本市${place}(見本)`,
      })
}

const take = (ctx: Ctx, channel: 'phone' | 'counter' | 'letter', contact: PlainContact) =>
  follow(ctx, { subject: 'plan:2013', channel, locale: 'ja', contact })
