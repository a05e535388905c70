import type { PlainContact, Receipt } from '#domains/residents/index.ts'
import { type IsoDate, localDate } from '#platform/calendar.ts'
import type { Ctx } from '#platform/context.ts'
import type { Writer } from '#platform/database.ts'
import { newId } from '#platform/id.ts'
import type { Fact } from '#platform/ledger.ts'
import { accept, refuse } from '#platform/result.ts'
import { nothing, permit } from '#platform/workflow.ts'
import { voiceAct } from '../act.ts'
import { bare } from '../rules/bare.ts'
import { dueOn } from '../rules/deadline.ts'
import { sealedIn } from '../store/sealed.ts'
import { countText } from '../store/tally.ts'
import { termsOn } from '../store/terms.ts'
import * as store from '../store/voices.ts'
import {
  longest,
  noSender,
  type Original,
  type Sender,
  type Taken,
  type Voice,
  type VoiceId,
} from '../voice.ts'
import { standing, workflow } from '../workflow.ts'
import { markOf, openNumber, personMark, sealFor, takerIn } from './arrival.ts'
import { type Once, sentBefore } from './once.ts'
import { mustNotBeStopped } from './stopped.ts'

/** What somebody told the city, as a form, a colleague or an inbox hands it over. */
export interface Told
  extends Pick<
    Taken,
    'channel' | 'language' | 'sender' | 'ageBand' | 'district' | 'replyBy' | 'mayPublish'
  > {
  /** The day it reached the city; today where the channel has no other. */
  readonly receivedOn: IsoDate
  readonly original: Original
  readonly person: Sender
  readonly contact: PlainContact | null
  /** The contact wrote to us from there itself: a mail. Everybody else proves theirs with a code. */
  readonly contactIsProven?: boolean
}

export interface Received {
  readonly voice: Voice
  readonly receipt: Receipt
  /** 合言葉: said once, now. */
  readonly phrase: string
}

/** What the way in keeps beside the voice, in its transaction; answers with the facts of it. */
export type Beside = (tx: Writer, received: Received) => Promise<readonly Fact[]>

/** 受け付ける: with a number and a phrase, in one transaction; what it says and who says it lie sealed, apart. */
export async function receive(
  ctx: Ctx,
  told: Told,
  beside?: Beside,
  once?: Once<'voi'>,
): Promise<Received> {
  const action = told.channel === 'web' ? 'receive' : 'takeIn'
  accept(permit(workflow, action, standing(ctx.actor), nothing))
  const today = localDate(ctx.now)
  if (!told.original.text.trim()) refuse('text-empty', 'text')
  if ([...told.original.text].length > longest) refuse('text-too-long', 'text')
  if (told.receivedOn > today) refuse('day-ahead', 'receivedOn')
  const marks = marksOf(ctx, told.original, told.person, told.contact)
  if (told.channel === 'web') await mustNotBeStopped(ctx, told)
  const id: VoiceId = once?.id ?? newId('voi')
  return ctx.record(async (tx) => {
    if (once && (await store.isTaken(tx, id))) refuse(sentBefore, 'form')
    const terms = await termsOn(tx, told.receivedOn)
    const { receipt, phrase, fact } = await openNumber(tx, ctx, {
      act: voiceAct,
      subject: id,
      channel: told.channel,
      language: told.language,
      contact: told.contact,
      isProven: told.contactIsProven === true,
      phrase: once?.phrase,
    })
    const { original, person, contact, contactIsProven: _, ...kept } = told
    const voice: Voice = {
      ...kept,
      id,
      version: 1,
      state: 'received',
      receipt: receipt.id,
      number: receipt.number,
      takenAt: ctx.now,
      takenBy: takerIn(ctx),
      acknowledgedAt: told.channel === 'web' ? ctx.now : null,
      dueOn: dueOn(told.receivedOn, terms, []),
      waitingSince: null,
    }
    await store.insertVoice(tx, voice, marks)
    const sealed = (what: object, column: 'original' | 'sender') =>
      store.putSealed(tx, `voice_${column}`, id, sealFor(ctx, sealedIn[column].place(id), what))
    await sealed(original, 'original')
    if (JSON.stringify(person) !== JSON.stringify(noSender)) await sealed(person, 'sender')
    await countText(tx, voice, null, voice.state)
    const detail = { channel: told.channel, number: receipt.number }
    const { basis } = workflow[action]
    const received = { voice, receipt, phrase }
    const more = (await beside?.(tx, received)) ?? []
    return [received, { fact: 'voice.received', subject: id, basis, detail }, fact, ...more]
  })
}

/** By what the same words and the same person are found again; null where nothing was given to reach them by. */
export function marksOf(
  ctx: Pick<Ctx, 'seal'>,
  original: Original,
  person: Sender,
  contact: PlainContact | null,
): store.Marks {
  const way = contact?.text ?? (person.name && `${person.name}${person.address}${person.phone}`)
  return {
    text: ctx.seal.mark(bare(original.text), 'voice.text'),
    sender: markOf(ctx, [way], 'voice.sender'),
    person: person.name && person.address ? personMark(ctx, person) : null,
  }
}
