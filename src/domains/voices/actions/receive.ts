import { openReceipt, type PlainContact, type Receipt } from '#domains/residents/index.ts'
import { type IsoDate, localDate } from '#platform/calendar.ts'
import type { Ctx } from '#platform/context.ts'
import type { Writer } from '#platform/database.ts'
import { newId } from '#platform/id.ts'
import type { Fact } from '#platform/ledger.ts'
import { accept, no } from '#platform/result.ts'
import { nothing, permit } from '#platform/workflow.ts'
import { voiceAct } from '../act.ts'
import { bare } from '../rules/bare.ts'
import { dueOn } from '../rules/deadline.ts'
import { sealedIn } from '../store/sealed.ts'
import { countText } from '../store/tally.ts'
import { termsOn } from '../store/terms.ts'
import * as store from '../store/voices.ts'
import {
  type Channel,
  longest,
  noSender,
  type Original,
  type Sender,
  type Taken,
  type Voice,
  type VoiceId,
} from '../voice.ts'
import { standing, workflow } from '../workflow.ts'

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

/** As the receipt knows its ways in: what comes on paper is a letter, what is heard at a meeting a visit. */
const receiptChannel = {
  web: 'web',
  mail: 'web',
  letter: 'letter',
  fax: 'letter',
  box: 'letter',
  survey: 'letter',
  phone: 'phone',
  counter: 'counter',
  meeting: 'counter',
  'area-manager': 'counter',
} as const satisfies Record<Channel, Receipt['channel']>

/** What the way in keeps beside the voice, in its transaction; answers with the facts of it. */
export type Beside = (tx: Writer, received: Received) => Promise<readonly Fact[]>

/** What is settled before it is taken in, so that the same form leads to the same voice. */
export interface Once {
  readonly id: VoiceId
  readonly phrase: string
}

/** 受け付ける: with a number and a phrase, in one transaction; what it says and who says it lie sealed, apart. */
export async function receive(
  ctx: Ctx,
  told: Told,
  beside?: Beside,
  once?: Once,
): Promise<Received> {
  const action = told.channel === 'web' ? 'receive' : 'takeIn'
  accept(permit(workflow, action, standing(ctx.actor), nothing))
  const today = localDate(ctx.now)
  const refuse = (reason: string, place: string) => accept(no({ kind: 'refused', reason, place }))
  if (!told.original.text.trim()) refuse('text-empty', 'text')
  if ([...told.original.text].length > longest) refuse('text-too-long', 'text')
  if (told.receivedOn > today) refuse('day-ahead', 'receivedOn')
  const id = once?.id ?? newId('voi')
  return ctx.record(async (tx) => {
    if (once && (await store.isTaken(tx, id))) refuse('sent-before', 'form')
    const terms = await termsOn(tx, told.receivedOn)
    const { receipt, phrase, fact } = await openReceipt(tx, ctx, {
      act: voiceAct,
      subject: id,
      channel: receiptChannel[told.channel],
      locale: told.language,
      contact: told.contact,
      isProven: told.contactIsProven === true,
      ...(once && { phrase: once.phrase }),
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
      takenBy: ctx.actor.id.startsWith('per_') ? ctx.actor.id : null,
      acknowledgedAt: told.channel === 'web' ? ctx.now : null,
      dueOn: dueOn(told.receivedOn, terms, []),
      waitingSince: null,
    }
    await store.insertVoice(tx, voice, marksOf(ctx, original, person, contact))
    const sealed = (what: object, column: 'original' | 'sender') =>
      store.putSealed(
        tx,
        `voice_${column}`,
        id,
        ctx.seal.seal(JSON.stringify(what), sealedIn[column].place(id)),
      )
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
    sender: way ? ctx.seal.mark(bare(way), 'voice.sender') : null,
  }
}
