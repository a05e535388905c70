import { appeal, claim, hide } from '#domains/moderation/actions/decide.ts'
import { openWords } from '#domains/moderation/actions/open.ts'
import { flag } from '#domains/moderation/index.ts'
import { subscribe } from '#domains/newsletters/actions/subscribe.ts'
import { addItem } from '#domains/plan/actions/edit.ts'
import { addGroup, addMeasure } from '#domains/plan/actions/headings.ts'
import { create } from '#domains/plan/actions/life.ts'
import { askGroup, typeForGroup } from '#domains/progress/actions/groups.ts'
import { addScale, planRound } from '#domains/progress/actions/rounds.ts'
import { emptyReport } from '#domains/progress/progress.ts'
import { presets } from '#domains/progress/scales.ts'
import { updateRound } from '#domains/progress/store/rounds.ts'
import { refuseCheck } from '#domains/residents/actions/checks.ts'
import { beginAssist, endAssist, openContacts } from '#domains/residents/actions/counter.ts'
import { addPasskey, keepQuestion } from '#domains/residents/actions/passkeys.ts'
import { addToReceipt, follow } from '#domains/residents/actions/receipts.ts'
import type { CheckId, ResidentId } from '#domains/residents/resident.ts'
import { insertCheck } from '#domains/residents/store/checks.ts'
import { insertResident } from '#domains/residents/store/people.ts'
import { enter } from '#domains/staff/actions/enter.ts'
import { commandLine } from '#domains/staff/roles.ts'
import type { StaffId } from '#domains/staff/staff.ts'
import { saveTotp } from '#domains/staff/store/factors.ts'
import { insertAccount } from '#domains/staff/store/people.ts'
import { sealedIn } from '#domains/staff/store/sealed.ts'
import { receive } from '#domains/voices/actions/receive.ts'
import { triage } from '#domains/voices/actions/triage.ts'
import { sealedIn as voiceSeals } from '#domains/voices/store/sealed.ts'
import { noSender, type VoiceId } from '#domains/voices/voice.ts'
import { type Actor, anonymous } from '#platform/actor.ts'
import { addDays, localDate } from '#platform/calendar.ts'
import type { Ctx } from '#platform/context.ts'
import type { Writer } from '#platform/database.ts'
import { newId } from '#platform/id.ts'
import { must } from '#platform/must.ts'
import { commentOnce } from './comments.ts'
import { moderators, notesToModerate, writer } from './moderation.ts'
import { people } from './people.ts'

/** What people typed here; none of it may be found in a database. */
export const typed = {
  phone: '0920536111',
  added: '字が小さくて読めません。孫の健太に伝えてください。',
  mail: 'hanako.tsushima@example.jp',
  letter: '厳原 花子\n8170001\n対馬市厳原町国分1441',
  subscriber: 'taro.izuhara@example.jp',
  note: 'この人は隣に住む佐須次郎さんです。',
  appeal: '病気の母のことを書いただけです。',
  openReason: '娘さんの携帯にかけ直すため',
  assistReason: '足の悪い方の家をたずねるため',
  wordsReason: '次郎さんから申し立てがあったため',
  idToken: 'eyJhbGciOiJSUzI1NiJ9.only-the-directory-knows.this',
  secret: 'JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP',
  group: 'take-no-kai@example.org',
  keyName: '健太にもらった電話',
  checkReason: '隣の糸瀬さんが別の人だと言うため',
  hideReason: '隣に住む次郎さんのことを書いています。',
  heardFrom: '竹の会の会長 糸瀬みどり',
  voice: '隣の糸瀬さんの犬が夜に吠えます。',
  sender: '佐護 千鶴',
  voiceNote: '佐護さんは去年も同じことを言いました。',
  objection: '犬ではなく、隣の糸瀬さんのことです。',
  comment: 'うちの坂の上の比田勝さんにも聞いてください。',
  commenter: '比田勝 静',
} as const

/** One text at least in every sealed column, by the actions that people take. */
export async function sealOneOfEach(as: (actor: Actor) => Ctx): Promise<void> {
  const nobody = as(anonymous)
  const wish = { subject: 'plan:2013', channel: 'web', locale: 'ja' } as const
  const called = await follow(nobody, { ...wish, contact: { kind: 'phone', text: typed.phone } })
  await addToReceipt(nobody, called.receipt, typed.added, { bearer: true })
  const desk = as(moderators.first)
  await openContacts(desk, called.receipt.id, 'reply', typed.openReason)
  await endAssist(
    desk,
    (await beginAssist(desk, called.receipt.id, 'visit', typed.assistReason)).id,
  )
  await follow(nobody, { ...wish, contact: { kind: 'mail', text: typed.mail } })
  await follow(nobody, { ...wish, contact: { kind: 'letter', text: typed.letter } })
  const all = { locale: 'ja', topics: [], district: null } as const
  await subscribe(nobody, typed.subscriber, all, async () => true)

  const { notes, registry } = notesToModerate()
  notes.set('sealed', { text: 'ひとこと', author: writer.id })
  const subject = { kind: 'test.note', id: 'sealed' }
  const { id } = await flag(nobody, registry, subject, 'insult', typed.note)
  await claim(desk, registry, id)
  const why = { ground: 'insult', reason: typed.hideReason }
  await hide(desk, registry, id, why)
  await appeal(as(writer), registry, id, typed.appeal)
  await openWords(desk, id, { purpose: 'audit', reason: typed.wordsReason })

  const user: StaffId = newId('per')
  await nobody.record(async (tx) => {
    const { now, seal } = nobody
    const account = { id: user, name: '比田勝', email: `${user}@example.jp` }
    await insertAccount(tx, account, null, now)
    await saveTotp(tx, user, seal.seal(typed.secret, sealedIn.totp.place(user)), 0, now)
    const from = { network: '192.0.2.7', userAgent: '', device: undefined }
    const { idToken } = typed
    const entry = { user, way: 'sso', stage: 'full', from, onward: '/', idToken } as const
    const [, fact, ...facts] = await enter(tx, nobody, entry)
    return [undefined, fact, ...facts]
  })
  await refuseOne(as)
  await askOneGroup(as(commandLine))
  await hearOneVoice(as)
  await commentOnce(as, { text: typed.comment, name: typed.commenter })
}

/** An account with a key that has a name, whose residence could not be confirmed. */
async function refuseOne(as: (actor: Actor) => Ctx): Promise<void> {
  const resident: ResidentId = newId('res')
  const site = as(commandLine)
  await site.record(async (tx) => {
    await insertResident(tx, resident, null, 'ja', site.now)
    return [undefined, { fact: 'resident.registered', subject: resident, basis: 'test' }]
  })
  const own = as({ id: resident, name: '', duties: [] })
  const question = await keepQuestion(own, newId('rpq'), resident)
  const device = { credential: newId('rpk'), publicKey: 'AA', counter: 0, transports: [] }
  await addPasskey(own, question, typed.keyName, async () => device)
  const id: CheckId = newId('chk')
  await site.record(async (tx) => {
    const open = { state: 'pending', way: 'register', document: null, sealedReason: '' } as const
    const days = { askedAt: site.now, printedAt: null, decidedAt: null, until: null }
    await insertCheck(tx, { id, version: 1, resident, ...open, ...days }, null)
    return [undefined, { fact: 'resident.check-asked', subject: resident, basis: 'test' }]
  })
  await refuseCheck(as(moderators.first), id, typed.checkReason)
}

/** A group that reports its part: its address, and with whom what it said by telephone was confirmed. */
async function askOneGroup(ctx: Ctx): Promise<void> {
  const year = 2098
  const plan = await create(ctx, year, { title: '計画' })
  const measure = await addMeasure(ctx, plan.id, '施策')
  const heading = await addGroup(ctx, plan.id, measure.id, { audience: null, text: '項目群' })
  const item = await addItem(ctx, plan.id, heading.id, { title: '竹', lead: 'citizens' })
  const [preset] = presets
  const { name, steps } = must(preset, 'a preset')
  const { id: scaleId } = await addScale(ctx, { name, steps })
  const days = { opensOn: localDate(ctx.now), dueOn: addDays(localDate(ctx.now), 14) }
  const round = await planRound(ctx, plan.id, { period: 'q1', scaleId, ...days, note: '' })
  await ctx.record(async (tx) => {
    await updateRound(tx, { ...round, state: 'open' })
    return [undefined, { fact: 'progress.round-opened', subject: round.id, basis: 'test' }]
  })
  const text = { name: '竹の会', mail: typed.group, language: 'ja' } as const
  const report = await askGroup(ctx, round.id, item.id, text)
  const content = { ...emptyReport, value: steps[0]?.code ?? '', result: '竹を切った。' }
  const heard = { way: 'phone', on: localDate(ctx.now), from: typed.heardFrom } as const
  await typeForGroup(ctx, report, content, heard)
}

/** A voice with its sender, a colleague's note on it, and a sender who does not find themselves in the gist. */
async function hearOneVoice(as: (actor: Actor) => Ctx): Promise<void> {
  const desk = as(moderators.first)
  const { voice } = await receive(as(anonymous), {
    channel: 'web',
    receivedOn: localDate(desk.now),
    language: 'ja',
    sender: 'individual',
    ageBand: null,
    district: null,
    replyBy: 'none',
    mayPublish: false,
    original: { text: typed.voice, place: '' },
    person: { ...noSender, name: typed.sender },
    contact: null,
  })
  const outlined = {
    gist: '犬の声',
    kind: 'complaint',
    topic: 'living',
    section: '環境衛生課',
  } as const
  const { points } = await triage(as(people.author), voice, [outlined])
  const { id: point_id } = must(points[0], 'a point')
  const { seal, now: at, actor } = desk
  await desk.record(async (tx) => {
    const note = newId('vnt')
    const sealed = seal.seal(typed.voiceNote, voiceSeals.note.place(note))
    await tx
      .insertInto('voice_note')
      .values({ id: note, voice_id: voice.id, sealed, at, by: actor.id })
      .execute()
    const id = newId('vob')
    const said = seal.seal(typed.objection, voiceSeals.objection.place(id))
    await tx.insertInto('voice_objection').values({ id, point_id, sealed: said, at }).execute()
    await sealOnPaper(tx, desk, voice.id)
    return [undefined, { fact: 'voice.noted', subject: voice.id, basis: 'test' }]
  })
}

/** A letter that is being typed, its phrase that was not handed over yet, and a note about a call. */
async function sealOnPaper(
  tx: Writer,
  { seal, now, actor }: Ctx,
  voice_id: VoiceId,
): Promise<void> {
  const [batch_id, id] = [newId('vbt'), newId('ven')]
  await tx
    .insertInto('voice_batch')
    .values({
      id: batch_id,
      channel: 'box',
      received_on: localDate(now),
      is_single: false,
      begun_at: now,
      begun_by: actor.id,
    })
    .execute()
  const sealed = seal.seal(typed.voice, voiceSeals.entry.place(id))
  const phrase = seal.seal(typed.sender, voiceSeals.phrase.place(id))
  await tx
    .insertInto('voice_entry')
    .values({ id, batch_id, position: 1, state: 'waiting', sealed, phrase })
    .execute()
  const called = seal.seal(typed.voiceNote, voiceSeals.dispatch.place(voice_id))
  await tx
    .insertInto('voice_dispatch')
    .values({ voice_id, way: 'phone', since: now, sealed: called })
    .execute()
}
