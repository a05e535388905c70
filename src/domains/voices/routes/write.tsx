import { type Context, Hono } from 'hono'
import type { Env } from '#design/env.ts'
import { errors } from '#design/messages/errors.ts'
import { at } from '#design/view.ts'
import { type DistrictId, districtChoices, districts, spotText } from '#domains/districts/index.ts'
import { type Receipt, readContact, residentUrls } from '#domains/residents/index.ts'
import { localDate } from '#platform/calendar.ts'
import { type Body, blank, fill } from '#platform/form.ts'
import { isTrapped } from '#platform/honeypot.ts'
import { isId, newId } from '#platform/id.ts'
import type { Limit, Limiter } from '#platform/limits.ts'
import { Refused } from '#platform/result.ts'
import type { Rush } from '#platform/rush.ts'
import type { Sent } from '../actions/once.ts'
import type { Told } from '../actions/receive.ts'
import { send as voiceSent } from '../actions/send.ts'
import { stopped } from '../actions/stopped.ts'
import { whatForm, whoForm } from '../forms/write.ts'
import { CheckPage, type CheckProps } from '../pages/check.tsx'
import type { Placing } from '../pages/chosen.tsx'
import { PlacePage } from '../pages/place.tsx'
import { type Typed, WhatPage, WhoPage, wordsOf } from '../pages/write.tsx'
import { answerOf, mostZoom } from '../rules/place.ts'
import { similarTo } from '../store/similar.ts'
import { urls } from '../urls.ts'
import { noSender } from '../voice.ts'
import { districtWith, placingIn } from './placing.ts'

/** What stands at the door of public forms, and the way to a receipt; the shell makes it. */
export interface Doorkeeper {
  readonly networkOf: (c: Context) => string
  readonly limiterOf: (name: string, limit: Limit) => Limiter
  /** Whether the form is flooded, and the work that is asked for then. */
  readonly rushOf: (form: 'voices.send') => Rush
  /** Leads to number and phrase, which is said once. */
  readonly handReceipt: (c: Here, receipt: Receipt, phrase: string) => Promise<Response>
}

type Here = Context<Env>

/** A school or a city hall is one network; a class of forty writes in one lesson. */
const perNetwork: Limit = { points: 60, seconds: 60 * 60 }
const similarShown = 5

const choicesIn = async ({ var: { ctx, view } }: Here) =>
  districtChoices(await districts(ctx.db), localDate(ctx.now), view.locale)
type Choices = Awaited<ReturnType<typeof choicesIn>>

const typedIn = (body: Body, choices: Choices, placing: Placing | undefined): Typed => ({
  what: fill(whatForm(choices, placing?.map), body),
  who: fill(whoForm, body),
})

/** 声を届ける: what, where, who, in three pages; each carries what the others asked for. Nothing needs a script. */
export function writeRoutes(door: Doorkeeper) {
  const byNetwork = door.limiterOf('voices.send', perNetwork)
  const rush = door.rushOf('voices.send')

  async function check(
    c: Here,
    { typed, choices, placing, form }: Asked,
    more: Partial<CheckProps> = {},
    status: 200 | 422 | 429 = 200,
  ) {
    const { ctx, view } = c.var
    const asksWork = more.isUnproven || (await rush.isOn())
    const challenge = asksWork ? rush.task(ctx.now) : undefined
    return c.html(
      <CheckPage {...{ view, typed, choices, placing, form, challenge }} {...more} />,
      status,
    )
  }

  async function send(c: Here, body: Body, asked: Asked) {
    const { ctx } = c.var
    const told = toldOf(c, asked.typed)
    if (!told) return who(c, asked, 422)
    const isFlooded = await rush.count()
    if (isFlooded && !(await rush.isProven(body, ctx.now)))
      return check(c, asked, { isUnproven: true, isBack: true }, 422)
    const taken = await byNetwork.take(door.networkOf(c))
    if (!taken.ok) {
      c.header('retry-after', String(taken.retryAfter))
      return check(c, asked, { wait: Math.ceil(taken.retryAfter / 60), isBack: true }, 429)
    }
    try {
      const carried = { form: formIn(body), photos: await photosIn(body) }
      const sent = await voiceSent(ctx, c.var.files, told, carried)
      return await handSent(c, door, sent)
    } catch (thrown) {
      const until = stoppedUntil(thrown)
      if (until) return check(c, asked, { stopped: until, isBack: true }, 422)
      const photoFault = faultOfPhotos(c, thrown)
      if (photoFault === undefined) throw thrown
      return check(c, asked, { photoFault, isBack: true }, 422)
    }
  }

  return new Hono<Env>()
    .get(urls.write, async (c) => {
      const choices = await choicesIn(c)
      const placing = await placingIn(c)
      const typed = { what: blank(whatForm(choices, placing?.map)), who: blank(whoForm) }
      return c.html(<WhatPage {...{ view: c.var.view, typed, choices, placing }} isFresh={false} />)
    })
    .post(urls.write, async (c) => {
      const { view } = c.var
      const body = await c.req.parseBody({ all: true })
      // A program is led on as well; nothing is kept.
      if (isTrapped(body)) return c.redirect(at(view, residentUrls.receipt), 303)
      const choices = await choicesIn(c)
      const placing = await placingIn(c)
      const typed = typedIn(body, choices, placing)
      const asked = { typed, choices, placing, form: formIn(body) || newId('frm') }
      const step = String(body.step ?? '')
      const placed = place(c, body, step, asked)
      if (placed) return placed
      const isWritten = asked.typed.what.values !== undefined
      if (step === 'back-what' || !isWritten)
        return what(
          c,
          step === 'back-what' ? unfaulted(asked) : asked,
          isWritten || step === 'back-what',
        )
      if (step === 'what' || step === 'back-who') return who(c, unfaulted(asked), 200)
      if (step === 'send') return send(c, body, asked)
      return toldOf(c, asked.typed) ? check(c, asked) : who(c, asked, 422)
    })
}

interface Asked {
  readonly typed: Typed
  readonly choices: Choices
  readonly placing: Placing | undefined
  /** The form's own key: sent twice, it is one voice. */
  readonly form: string
}

/** The form's own key; empty of what no page of ours has drawn. */
export const formIn = ({ form }: Body): string => (isId('frm', String(form)) ? String(form) : '')

/** To number and phrase; what was sent long ago leads to where both are asked for. */
export async function handSent(c: Here, door: Doorkeeper, sent: Sent): Promise<Response> {
  if (!('sentBefore' in sent)) return door.handReceipt(c, sent.receipt, sent.phrase)
  return c.redirect(at(c.var.view, `${residentUrls.receipt}?number=${sent.sentBefore}`), 303)
}

/** A page that nobody has answered yet, or that somebody came back to, shows no faults. */
const unfaulted = ({ typed, ...asked }: Asked): Asked => ({
  ...asked,
  typed: { what: { ...typed.what, faults: {} }, who: { ...typed.who, faults: {} } },
})

const what = (c: Here, { typed, choices, placing }: Asked, isFine: boolean) =>
  c.html(
    <WhatPage {...{ view: c.var.view, typed, choices, placing }} isFresh />,
    isFine ? 200 : 422,
  )

/** 地図で: the map as it was pressed, or the first page again with the spot. Nothing else is looked at meanwhile. */
function place(c: Here, body: Body, step: string, asked: Asked) {
  const { view } = c.var
  const { typed, choices, placing } = asked
  if (!placing) return undefined
  const { raw } = typed.what
  const answer = answerOf(placing.map, body, step, raw)
  if (!answer) return undefined
  if ('here' in answer) {
    const point = spotText(answer.here)
    const district = districtWith(placing, answer.here, raw.district, choices)
    const chosen = typedIn({ ...body, point, district }, choices, placing)
    return what(c, unfaulted({ ...asked, typed: chosen }), true)
  }
  const { look, fault } = answer
  const most = mostZoom(placing.map)
  return c.html(
    <PlacePage {...{ view, typed, ...placing, look, most, fault }} />,
    fault ? 422 : 200,
  )
}

async function who(c: Here, { typed, choices }: Asked, status: 200 | 422) {
  const { ctx, view } = c.var
  const similar = await similarTo(ctx.db, typed.what.raw.text, similarShown)
  const contactFaults =
    status === 422 && typed.who.values ? readContact(typed.who.values).faults : {}
  return c.html(<WhoPage {...{ view, typed, choices, similar, contactFaults }} />, status)
}

/** What goes to the city; undefined where something is missing for the way that was chosen. */
function toldOf({ var: { ctx, view } }: Here, { what, who }: Typed): Told | undefined {
  if (!what.values || !who.values) return undefined
  const { reach, sender, ageBand, publish } = who.values
  const { contact, faults } = readContact(who.values)
  if (Object.keys(faults).length) return undefined
  const [name = '', postcode = '', address = ''] =
    contact?.kind === 'letter' ? contact.text.split('\n') : []
  return {
    channel: 'web',
    receivedOn: localDate(ctx.now),
    language: view.locale,
    sender,
    ageBand,
    district: what.values.district as DistrictId | null,
    replyBy: reach,
    mayPublish: publish === 'yes',
    original: {
      text: what.values.text,
      place: what.values.place,
      ...(what.values.point && { point: what.values.point }),
    },
    // Only what the chosen way needs; what was typed beside it is forgotten.
    person: {
      ...noSender,
      name,
      postcode,
      address,
      phone: contact?.kind === 'phone' ? contact.text : '',
      mail: contact?.kind === 'mail' ? contact.text : '',
    },
    contact,
  }
}

/** An empty file field sends a file without name and bytes. */
const photosIn = (body: Body): Promise<Uint8Array[]> =>
  Promise.all(
    [body.photos]
      .flat()
      .filter((one): one is File => one instanceof File && (one.size > 0 || one.name !== ''))
      .map(async (file) => new Uint8Array(await file.arrayBuffer())),
  )

/** Until when whoever sends may not; undefined for any other fault. */
function stoppedUntil(thrown: unknown): string | undefined {
  if (!(thrown instanceof Refused) || thrown.refusal.kind !== 'refused') return undefined
  return thrown.refusal.reason === stopped ? thrown.refusal.place : undefined
}

/** Which photo was not taken, and why, in words; undefined for what is no fault of a photo. */
function faultOfPhotos({ var: { view } }: Here, thrown: unknown): string | undefined {
  if (!(thrown instanceof Refused) || thrown.refusal.kind !== 'refused') return undefined
  const { reason, place = '' } = thrown.refusal
  if (!place.startsWith('photos')) return undefined
  const w = wordsOf(view)
  const [, index] = place.split('.')
  const own: Readonly<Record<string, string>> = w.faults
  const fault = own[reason] ?? errors[view.locale].refusals[reason] ?? reason
  return index === undefined ? fault : w.photoOf(Number(index) + 1, fault)
}
