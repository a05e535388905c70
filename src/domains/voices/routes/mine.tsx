import type { Context } from 'hono'
import { longDate } from '#design/dates.ts'
import type { Env } from '#design/env.ts'
import type { Child } from '#design/page.tsx'
import type { Receipt, Status, Tongue } from '#domains/residents/index.ts'
import { dayStart } from '#platform/calendar.ts'
import type { Ctx } from '#platform/context.ts'
import type { Reader } from '#platform/database.ts'
import { type Body, fill } from '#platform/form.ts'
import { isId } from '#platform/id.ts'
import { accept, found, no, Refused } from '#platform/result.ts'
import { voiceAct } from '../act.ts'
import { answered, followed } from '../actions/follow.ts'
import { object } from '../actions/object.ts'
import { objectionForm } from '../forms/write.ts'
import { senderWords } from '../messages/sender.ts'
import { Story } from '../pages/mine.tsx'
import { voiceById, voiceOfReceipt } from '../store/voices.ts'
import type { Voice } from '../voice.ts'
import { placingIn } from './placing.ts'

type Here = Context<Env>
type Typed = Readonly<Record<string, string>>

/** Where a voice stands, in one or two sentences: on its receipt, and at the counter by telephone. */
async function status(db: Reader, receipt: Receipt, locale: Tongue): Promise<Status> {
  const { title, states } = senderWords[locale].mine
  const voice = await voiceOfReceipt(db, receipt.id)
  if (!voice) return { title, text: '', done: receipt.endedAt !== null }
  const answering = voice.state === 'joined' ? await voiceById(db, voice.into) : voice
  const done = answering?.state === 'replied' || answering?.state === 'closed'
  return { title, text: sentence(states, voice, answering, locale), done }
}

type States = (typeof senderWords)['ja']['mine']['states']

function sentence(states: States, voice: Voice, answering: Voice | undefined, locale: Tongue) {
  const due = answering?.dueOn ? longDate(locale, dayStart(answering.dueOn)) : ''
  if (voice.state === 'joined') return states.joined(due)
  if (voice.waitingSince) return states.waiting
  if (voice.state === 'replied' || voice.state === 'closed') return states[voice.state]
  return states[voice.state](due)
}

interface Told {
  readonly base: string
  readonly isNew: boolean
  readonly raw?: Typed
  readonly faults?: Typed
}

async function story(c: Here, receipt: Receipt, told: Told): Promise<Child> {
  const { ctx, view } = c.var
  const all = await followed(ctx, receipt.id)
  if (!all) return null
  const { terms, ...shown } = all
  const fault = told.faults?.objection
  const back =
    fault === undefined
      ? undefined
      : { point: told.raw?.point ?? '', text: told.raw?.objection ?? '', fault }
  const { base, isNew } = told
  const placing = shown.original.point && (await placingIn(c))
  return <Story {...shown} {...{ view, base, isNew, back, placing }} words={terms} />
}

/** この要旨は違う: answers what is wrong, with what was typed; nothing where it was taken. */
async function takeObjection(c: Here, receipt: Receipt, body: Body) {
  const { ctx, view } = c.var
  const w = senderWords[view.locale].mine
  const form = fill(objectionForm, body)
  const back = (fault: string) => ({
    raw: form.raw,
    faults: { objection: fault },
    labels: { objection: w.objection },
  })
  const { values } = form
  if (!values)
    return back(form.faults.objection === 'too-long' ? w.faults['too-long'] : w.faults.required)
  const voice = found(await voiceOfReceipt(ctx.db, receipt.id))
  const { point, objection: text } = values
  if (!isId('vpt', point)) return accept(no({ kind: 'not-found' }))
  try {
    await object(ctx, voice, { point, text }, 'sender')
    return undefined
  } catch (thrown) {
    if (thrown instanceof Refused && thrown.refusal.kind === 'refused') return back(w.alreadyOpen)
    throw thrown
  }
}

/** The receipt's kind as the shell joins it to the receipts of residents: its state, its story, what may be done. */
export const followedVoice = {
  ...voiceAct,
  title: {
    ja: senderWords.ja.mine.title,
    easy: senderWords.easy.mine.title,
    en: senderWords.en.mine.title,
    ko: senderWords.ko.mine.title,
  },
  status,
  story,
  deeds: { object: takeObjection },
  added: (ctx: Ctx, receipt: Receipt) => answered(ctx, receipt.id),
}
