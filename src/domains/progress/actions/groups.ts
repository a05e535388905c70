import { coversOf } from '#domains/moderation/index.ts'
import { type ItemId, itemById, type PlanItem } from '#domains/plan/index.ts'
import { type IsoDate, localDate } from '#platform/calendar.ts'
import type { Ctx } from '#platform/context.ts'
import type { Reader, Writer } from '#platform/database.ts'
import { newId } from '#platform/id.ts'
import type { Fact } from '#platform/ledger.ts'
import { isAddress } from '#platform/mail/mailbox.ts'
import { accept, found, no, refuse } from '#platform/result.ts'
import { hashOf } from '#platform/token.ts'
import { permit } from '#platform/workflow.ts'
import type { DifferenceNote, ProgressGroup, ProgressGroupId, Slip, Tongue, Way } from '../group.ts'
import {
  type Report,
  type ReportContent,
  type ReportId,
  type Round,
  type RoundId,
  reportSubject,
} from '../progress.ts'
import { appealLinkUntil, hasOtherSide, linkUntil, opens } from '../rules/groups.ts'
import { submitted } from '../rules/hand-in.ts'
import { begunWith, mayHandIn } from '../rules/report.ts'
import * as store from '../store/groups.ts'
import { insertReport, keepVersion, reports } from '../store/reports.ts'
import { roundById } from '../store/rounds.ts'
import { scaleById } from '../store/scales.ts'
import { sealedIn } from '../store/sealed.ts'
import { type ProgressAction, standing, workflow } from '../workflow.ts'
import { issueLink, type Told, writeToGroup } from './links.ts'
import { onReport, type Seen, sectionAsked, type Whole, wholeOf } from './reports.ts'

export interface GroupText {
  readonly name: string
  /** Empty: its link is handed over on paper, or the address that is known stays. */
  readonly mail: string
  readonly language: Tongue
}

/** The address as one types it on a telephone, made plain; refused where no mail could reach it. */
function mailOf(typed: string): string {
  const mail = typed.normalize('NFKC').trim().toLowerCase()
  if (mail && !isAddress(mail)) refuse('bad-email', 'mail')
  return mail
}

/** Asks a group for its own part of an item. With an address it gets its link at once. */
export async function askGroup(
  ctx: Ctx,
  roundId: RoundId,
  itemId: ItemId,
  text: GroupText,
): Promise<Report> {
  const name = text.name.trim()
  if (!name) refuse('group-needed', 'name')
  const mail = mailOf(text.mail)
  return ctx.record(async (tx) => {
    const round = found(await roundById(tx, roundId))
    const item = found(await itemById(tx, itemId))
    if (item.planId !== round.planId) found(undefined)
    const stands = standing(ctx.actor, { sections: await sectionsAt(tx, roundId, item) })
    accept(permit(workflow, 'askGroup', stands, round))
    if (!hasOtherSide(item)) refuse('no-other-side', 'name')
    const before = (await reports(tx, { items: [itemId] })).filter(
      (one) => one.side === 'group' && one.asked === name,
    )
    if (before.some((one) => one.roundId === roundId)) refuse('group-asked-already', 'name')
    const said = before.filter((one) => 'submittedAt' in one)
    const group = await groupFor(tx, ctx, round, { ...text, name, mail })
    const report = await reportFor(tx, ctx, round, item, name, said.at(-1)?.content)
    const asking = { groupId: group.id, askedAt: ctx.now, askedBy: ctx.actor.id, withdrawnAt: null }
    await store.insertAsking(tx, { reportId: report.id, ...asking })
    const told = { report, round, item }
    const key = `progress.group:${report.id}`
    const isMailed = await writeToGroup(tx, ctx, told, group, { why: 'asked', key })
    return [report, factOf('progress.group-asked', 'askGroup', told, { mail: isMailed })]
  })
}

/** Who works for an item in a round: the section that the city asked, and those that the plan names. */
export async function sectionsAt(
  db: Reader,
  roundId: RoundId,
  item: PlanItem,
): Promise<readonly string[]> {
  const place = { side: 'group', asked: '', roundId, itemId: item.id } as const
  const citys = await sectionAsked(db, place)
  return [...(citys ? [citys] : []), ...item.departments]
}

async function reportFor(
  tx: Writer,
  ctx: Ctx,
  round: Round,
  item: PlanItem,
  name: string,
  last: ReportContent | undefined,
): Promise<Report> {
  const scale = found(await scaleById(tx, round.scaleId))
  const report: Report = {
    id: newId('rpt'),
    version: 1,
    roundId: round.id,
    itemId: item.id,
    side: 'group',
    asked: name,
    state: 'requested',
    content: begunWith(item, last, scale),
    requestedAt: ctx.now,
  }
  await insertReport(tx, report)
  return report
}

/** The group of this name that the plan knows already, with what is newly said of it; else a new one. */
async function groupFor(
  tx: Writer,
  ctx: Ctx,
  { planId }: Round,
  { name, mail, language }: GroupText,
): Promise<ProgressGroup> {
  const known = (await store.groupsOf(tx, planId)).find((one) => one.name === name)
  const id: ProgressGroupId = known?.id ?? newId('pgr')
  const sealed = mail ? ctx.seal.seal(mail, sealedIn.mail.place(id)) : (known?.sealed ?? '')
  const group: ProgressGroup = { id, planId, name, language, sealed }
  if (known) await store.updateGroup(tx, group)
  else await store.insertGroup(tx, group, { at: ctx.now, by: ctx.actor.id })
  return group
}

/** A new link by mail, if need be to another address. Every earlier link dies. */
export const sendAnew = (ctx: Ctx, id: ReportId, typed: string): Promise<void> => {
  const mail = mailOf(typed)
  return onAsking(ctx, 'renewLink', id, 'progress.group-sent-anew', async (tx, told, group) => {
    const sealed = mail ? ctx.seal.seal(mail, sealedIn.mail.place(group.id)) : group.sealed
    if (!sealed) refuse('no-address', 'mail')
    const reached = { ...group, sealed }
    if (mail) await store.updateGroup(tx, reached)
    await store.endLinks(tx, id, ctx.now)
    await store.setWithdrawn(tx, id, null)
    const key = `progress.group:${id}:${ctx.now.toISOString()}`
    await writeToGroup(tx, ctx, told, reached, { why: 'again', key })
  })
}

/**
 * A new link to be printed and handed over. Every earlier link dies. Of a report that is public there is one only
 * while moderation hides it: a group without an address must be able to ask for another look.
 */
export async function printLink(ctx: Ctx, id: ReportId): Promise<Slip> {
  const isAppeal = (await coversOf(ctx.db, reportSubject)).has(id)
  const action = isAppeal ? 'renewAppeal' : 'renewLink'
  return onAsking(ctx, action, id, 'progress.group-slip-made', async (tx, told) => {
    await store.endLinks(tx, id, ctx.now)
    if (!isAppeal) await store.setWithdrawn(tx, id, null)
    const until = isAppeal ? appealLinkUntil(told.round, localDate(ctx.now)) : linkUntil(told.round)
    return { token: await issueLink(tx, ctx, told, until), until, isAppeal }
  })
}

/** Nobody waits for the group any more; its links die, and what it had begun stays unread. */
export const withdrawAsking = (ctx: Ctx, id: ReportId): Promise<void> =>
  onAsking(ctx, 'withdrawAsking', id, 'progress.group-withdrawn', async (tx) => {
    await store.endLinks(tx, id, ctx.now)
    await store.setWithdrawn(tx, id, ctx.now)
  })

/** The city's word on what differs. Both reports stay as they are. */
export function noteDifference(ctx: Ctx, id: ReportId, typed: string): Promise<void> {
  const text = typed.trim()
  if (!text) refuse('text-needed', 'text')
  return onAsking(ctx, 'noteDifference', id, 'progress.difference-noted', async (tx) => {
    const by = { saidBy: ctx.actor.id, saidAt: ctx.now }
    const note: DifferenceNote = { id: newId('pnt'), reportId: id, text, ...by }
    await store.insertNote(tx, note)
  })
}

async function onAsking<T>(
  ctx: Ctx,
  action: ProgressAction,
  id: ReportId,
  fact: Fact['fact'],
  act: (tx: Writer, told: Told, group: ProgressGroup) => Promise<T>,
): Promise<T> {
  return ctx.record(async (tx) => {
    const { report, round, item, sections } = await wholeOf(tx, id)
    const [asking] = await store.askings(tx, [id])
    const [group] = await store.groupsById(tx, asking ? [asking.groupId] : [])
    const stands = standing(ctx.actor, { sections, report })
    accept(permit(workflow, action, stands, report))
    if (round.state !== 'open' && action !== 'noteDifference' && action !== 'renewAppeal')
      accept(no({ kind: 'refused', reason: 'round-closed' }))
    const told = { report, round, item }
    return [await act(tx, told, found(group)), factOf(fact, action, told, {})]
  })
}

export interface Heard {
  readonly way: Way
  readonly on: IsoDate
  /** With whom of the group it was confirmed. */
  readonly from: string
}

/** Hands in what the group said on paper or by telephone, marked so. Somebody else looks at it. */
export const typeForGroup = (ctx: Ctx, seen: Seen, content: ReportContent, heard: Heard) =>
  onReport(
    ctx,
    'typeForGroup',
    seen,
    'progress.typed-for-group',
    undefined,
    async (report, { round, scale }, tx) => {
      if (report.side !== 'group') accept(no({ kind: 'not-found' }))
      if (!heard.from.trim()) refuse('heard-from-needed', 'from')
      if (heard.on > localDate(ctx.now)) refuse('not-yet', 'on')
      accept(mayHandIn(content, round, scale))
      const by = ctx.actor.id
      const sealed = ctx.seal.seal(heard.from.trim(), sealedIn.heardFrom.place(report.id))
      const { way, on } = heard
      const typed = { reportId: report.id, way, on, typedBy: by, typedAt: ctx.now }
      await store.saveHearing(tx, typed, sealed)
      await keepVersion(tx, report.id, { content, at: ctx.now, by })
      return submitted(report, content, by, ctx.now)
    },
  )

/**
 * What a link opens. Wrong, too old, dead or withdrawn are one answer: not found. Looking changes nothing,
 * so that programs which try the links of a mail do no harm.
 */
export async function behindLink(
  { db, now }: { readonly db: Reader; readonly now: Date },
  token: string,
): Promise<Whole> {
  const link = found(await store.linkByHash(db, hashOf(token)))
  if (!opens(link, localDate(now))) found(undefined)
  return wholeOf(db, link.reportId)
}

const factOf = (
  fact: Fact['fact'],
  action: ProgressAction,
  { report, round, item }: Told,
  more: NonNullable<Fact['detail']>,
): Fact => ({
  fact,
  subject: report.id,
  basis: workflow[action].basis,
  detail: { item: item.id, round: round.id, ...more },
})
