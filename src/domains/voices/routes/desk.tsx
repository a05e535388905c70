import { Hono } from 'hono'
import type { Env } from '#design/env.ts'
import { districtNamer, districts } from '#domains/districts/index.ts'
import { localDate } from '#platform/calendar.ts'
import { type Body, blank, fill } from '#platform/form.ts'
import { ledgerPage } from '#platform/ledger-read.ts'
import { accept, no } from '#platform/result.ts'
import { joinMany, mostAtOnce } from '../actions/join-many.ts'
import { note } from '../actions/notes.ts'
import { close } from '../actions/reply.ts'
import { openSender } from '../actions/sender.ts'
import { goOn, join, part, wait } from '../actions/triage.ts'
import { joinForm, noteForm, openForm, reasonForm } from '../forms/work.ts'
import { workWords } from '../messages/work.ts'
import { SamePage, SenderPage } from '../pages/work/beside.tsx'
import { VoicePage } from '../pages/work/voice.tsx'
import type { VoiceProps } from '../pages/work/voice-parts.tsx'
import { filesOf } from '../store/files.ts'
import { sealedIn } from '../store/sealed.ts'
import { voiceNumbered } from '../store/shown.ts'
import { joinedTo, sameWords, voiceById } from '../store/voices.ts'
import { urls } from '../urls.ts'
import type { VoiceId } from '../voice.ts'
import { homeRoutes } from './desk-home.tsx'
import {
  attempt,
  bodyOf,
  type DeskContext,
  deskOf,
  mustOffer,
  namer,
  onward,
  originalOf,
  sayReason,
  sectionNames,
  versionIn,
  voiceAt,
  type Worked,
} from './desk-lookup.ts'
import { triageRoutes } from './desk-triage.tsx'
import { nextVoice } from './next.ts'
import { placingIn } from './placing.ts'

const one = ':id{voi_[a-z0-9]+}' as VoiceId
const step = (name: string) => urls.workStep(one, name)

/** The desk: what waits, and each voice with every step that can be taken with it. */
export const deskRoutes = new Hono<Env>()
  .route('/', homeRoutes)
  .route('/', triageRoutes)
  .get(urls.work(one), async (c) => show(c, await voiceAt(c), {}))
  .post(step('wait'), async (c) => {
    const worked = await voiceAt(c)
    mustOffer(worked, 'wait', worked.voice)
    const body = await bodyOf(c)
    const form = fill(reasonForm, body)
    if (!form.values) return show(c, worked, { wait: form }, 422)
    await wait(c.var.ctx, seenIn(worked, body), form.values.reason)
    return onward(c, urls.work(worked.voice.id), 'waiting')
  })
  .post(step('go-on'), async (c) => {
    const worked = await voiceAt(c)
    await goOn(c.var.ctx, seenIn(worked, await bodyOf(c)))
    return onward(c, urls.work(worked.voice.id), 'went-on')
  })
  .post(step('note'), async (c) => {
    const worked = await voiceAt(c)
    mustOffer(worked, 'note', worked.voice)
    const form = fill(noteForm, await bodyOf(c))
    const known = ['', ...(await sectionNames(c))].includes(form.raw.asked)
    const faults = known ? form.faults : { ...form.faults, asked: 'not-offered' as const }
    if (!form.values || !known) return show(c, worked, { note: { ...form, faults } }, 422)
    const { note: text, asked } = form.values
    await note(c.var.ctx, worked.voice.id, { text, asked })
    return onward(c, `${urls.work(worked.voice.id)}`, 'noted')
  })
  .post(step('join'), async (c) => {
    const worked = await voiceAt(c)
    mustOffer(worked, 'join', worked.voice)
    const body = await bodyOf(c)
    const form = fill(joinForm, body)
    const number = form.raw.into.trim().normalize('NFKC').toUpperCase()
    const into = await voiceNumbered(c.var.ctx.db, number)
    if (!into) return show(c, worked, { join: { ...form, faults: { into: 'not-offered' } } }, 422)
    const done = await attempt(() => join(c.var.ctx, seenIn(worked, body), into))
    if ('refusal' in done)
      return show(c, worked, { join: form, said: sayReason(c, done.refusal.reason) }, 422)
    return onward(c, urls.work(worked.voice.id), 'joined')
  })
  .post(step('part'), async (c) => {
    const worked = await voiceAt(c)
    await part(c.var.ctx, seenIn(worked, await bodyOf(c)))
    return onward(c, urls.work(worked.voice.id), 'parted')
  })
  .get(step('same'), async (c) => {
    const worked = await officeVoice(c)
    const same = await sameWords(c.var.ctx.db, worked.voice.id, mostAtOnce)
    return c.html(<SamePage {...deskOf(c)} voice={worked.voice} same={same} />)
  })
  .post(step('join-all'), async (c) => {
    const { voice } = await officeVoice(c)
    const same = await sameWords(c.var.ctx.db, voice.id, mostAtOnce)
    const open = same.filter(({ state }) => state === 'received')
    await joinMany(
      c.var.ctx,
      voice.id,
      open.map(({ id }) => id),
    )
    return onward(c, urls.work(voice.id), 'joined')
  })
  .post(step('sender'), async (c) => {
    const worked = await voiceAt(c)
    mustOffer(worked, 'openSender', worked.voice)
    const form = fill(openForm, await bodyOf(c))
    if (!form.values) return show(c, worked, { open: form }, 422)
    const { purpose, reason } = form.values
    // Shown in the answer itself: there is no address at which it could be read again unrecorded.
    const opened = await openSender(c.var.ctx, worked.voice.id, purpose, reason)
    c.header('cache-control', 'no-store')
    return c.html(<SenderPage {...deskOf(c)} {...opened} />)
  })
  .post(step('close'), async (c) => {
    const worked = await voiceAt(c)
    await close(c.var.ctx, seenIn(worked, await bodyOf(c)))
    return onward(c, urls.work(worked.voice.id), 'closed')
  })

const seenIn = ({ voice }: Worked, body: Body) => ({ id: voice.id, version: versionIn(body) })

/** For the secretariat alone, which sees all that came in. */
async function officeVoice(c: DeskContext): Promise<Worked> {
  const worked = await voiceAt(c)
  if (!deskOf(c).isOffice)
    accept(no({ kind: 'not-allowed', action: 'join', basis: '市民の声取扱要領 第4条' }))
  return worked
}

type Typed = Partial<VoiceProps['forms']> & { readonly said?: string }

async function show(c: DeskContext, worked: Worked, typed: Typed, status: 200 | 422 = 200) {
  const { ctx, view } = c.var
  const { voice, points, mayReadOriginal, offers } = worked
  const desk = deskOf(c)
  const counts = await joinedTo(ctx.db, voice.id)
  const same = desk.isOffice ? await sameWords(ctx.db, voice.id, mostAtOnce) : []
  const into = voice.state === 'joined' ? await voiceById(ctx.db, voice.into) : undefined
  const nameDistrict = districtNamer(await districts(ctx.db), localDate(ctx.now), view.locale)
  const { said: refused, ...forms } = typed
  return c.html(
    <VoicePage
      {...desk}
      voice={voice}
      points={points}
      offers={offers}
      original={await originalOf(c, voice, mayReadOriginal)}
      placing={await placingIn(c)}
      files={mayReadOriginal ? await filesOf(ctx.db, voice.id) : []}
      district={voice.district ? nameDistrict(voice.district) : ''}
      counts={counts}
      into={into ?? null}
      same={same.filter(({ state }) => state === 'received').length}
      notes={mayReadOriginal ? await notesIn(c, worked) : []}
      sections={await sectionNames(c)}
      history={await historyOf(c, worked)}
      forms={{
        wait: blank(reasonForm),
        note: blank(noteForm),
        join: blank(joinForm),
        open: blank(openForm, { purpose: 'reply' }),
        ...forms,
      }}
      refused={refused}
      upNext={desk.isOffice ? await nextVoice(c) : undefined}
    />,
    status,
  )
}

async function notesIn(c: DeskContext, { notes }: Worked) {
  const nameOf = await namer(
    c,
    notes.map(({ by }) => by),
  )
  return notes.map(({ id, asked, sealed, at, by, answeredAt }) => ({
    asked,
    at,
    by: nameOf(by),
    isAnswered: answeredAt !== null,
    text: c.var.ctx.seal.open(sealed, sealedIn.note.place(id)),
  }))
}

const mostEntries = 50

/** 経過 as the ledger has it: of the voice and of its points, newest first. */
async function historyOf(c: DeskContext, { voice, points }: Worked) {
  const { db } = c.var.ctx
  const w = workWords(c.var.view)
  const words: Readonly<Record<string, string>> = w.notices
  const of = [{ id: voice.id as string, no: 0 }, ...points]
  const lists = []
  for (const { id, no: number } of of) {
    const entries = await ledgerPage(db, { subject: id }, { before: null, limit: mostEntries })
    lists.push(entries.map((entry) => ({ ...entry, number })))
  }
  const nameOf = await namer(
    c,
    lists.flat().map(({ actorId }) => actorId),
  )
  return lists
    .flat()
    .toSorted((a, b) => b.seq - a.seq)
    .flatMap(({ at, fact, actorId, number }) => {
      const what = words[fact.replace('voice.', '')]
      return what
        ? [{ at, what: number ? `${w.point(number)}: ${what}` : what, by: nameOf(actorId) }]
        : []
    })
}
