import type { PlanId } from '#domains/plan/index.ts'
import { avoidedWords } from '#domains/words/index.ts'
import type { Ctx } from '#platform/context.ts'
import type { Reader } from '#platform/database.ts'
import { fingerprint, fingerprintOf } from '#platform/fingerprint.ts'
import { accept, found, no } from '#platform/result.ts'
import { siteProfile } from '#platform/site.ts'
import { allForms, hashOf, overfull } from '../files.ts'
import {
  type Edition,
  type Figures,
  type Finding,
  type Issue,
  mediaTypeOf,
  type OfferedPicture,
} from '../publication.ts'
import { findingsIn } from '../rules/check.ts'
import { issueOf } from '../rules/record.ts'
import * as store from '../store/editions.ts'
import { workflow } from '../workflow.ts'
import { figuresNow, held, holdsHidden, may } from './write.ts'

/** What the shell knows and this chapter does not: its own address, and who still owes an answer. */
export interface House {
  /** https://plan.example.jp, which the QR code names. */
  readonly origin: string
  /** 委員会の意見のうち、市の答えがまだないもの. */
  readonly unanswered: (db: Reader, planId: PlanId) => Promise<number>
  /** その年の写真: pictures of confirmed reports, which an edition may show. */
  readonly pictures: (db: Reader, planId: PlanId) => Promise<readonly OfferedPicture[]>
  readonly read: (key: string) => Promise<Uint8Array | undefined>
}

/** An edition as it is, or as it would be published now. */
export async function issueNow(db: Reader, edition: Edition, now: Date): Promise<Issue> {
  const number = await store.nextNumber(db, edition.fiscalYear)
  const old = edition.corrects ? await store.editionById(db, edition.corrects) : undefined
  return issueOf(edition, { number, at: now }, old && 'number' in old ? old.number : undefined)
}

/** What stands around an edition in this house. */
export const pressOf = async (db: Reader, { origin, read }: House) => ({
  site: await siteProfile(db),
  origin,
  read,
})

/** A picture that was taken back, or whose bytes are gone, is not printed any more. */
async function isPictureGone(
  db: Reader,
  { content: { picture }, planId }: Edition,
  house: House,
): Promise<boolean> {
  if (!picture) return false
  const there = (await house.pictures(db, planId)).some(({ key }) => key === picture.key)
  return !there || (await house.read(picture.key)) === undefined
}

/** What was reported, without what the calendar alone changes: the days of silence. */
const reported = ({ items, ...rest }: Figures) => ({
  ...rest,
  asOf: '',
  items: items.map((item) => ({ ...item, alarms: [] })),
})

/** Everything that speaks against showing it to somebody else. */
export async function check(
  ctx: Pick<Ctx, 'db' | 'now'>,
  edition: Edition,
  house: House,
): Promise<readonly Finding[]> {
  const { content, figures, planId } = edition
  const press = await pressOf(ctx.db, house)
  const full = await overfull(await issueNow(ctx.db, edition, ctx.now), press)
  const answers = await house.unanswered(ctx.db, planId)
  const today = await figuresNow(ctx.db, planId, ctx.now)
  const isOld = fingerprint(reported(today)) !== fingerprint(reported(figures))
  return [
    ...findingsIn(content, figures, await avoidedWords(ctx.db)),
    ...full.map((text): Finding => ({ kind: 'overfull', place: '', text, must: true })),
    ...((await isPictureGone(ctx.db, edition, house))
      ? [{ kind: 'picture-gone', place: 'picture', text: '', must: true } as const]
      : []),
    ...((await holdsHidden(ctx.db, figures, today))
      ? [{ kind: 'words-hidden', place: '', text: '', must: true } as const]
      : []),
    ...(answers > 0
      ? [{ kind: 'answers', place: '', text: String(answers), must: false } as const]
      : []),
    ...(isOld && edition.state === 'draft'
      ? [{ kind: 'figures-old', place: '', text: figures.asOf, must: false } as const]
      : []),
  ]
}

/** Nothing that must be mended is left, and what may be right has been looked at. */
async function mustBeSound(ctx: Ctx, id: string, house: House, hasLooked: boolean) {
  const edition = found(await store.editionById(ctx.db, id))
  const findings = await check(ctx, edition, house)
  if (findings.some(({ must }) => must)) accept(no({ kind: 'refused', reason: 'not-sound' }))
  if (findings.length > 0 && !hasLooked) accept(no({ kind: 'refused', reason: 'findings-unread' }))
  return findings.length
}

/** 決裁に出す. */
export async function submit(ctx: Ctx, id: string, house: House, hasLooked: boolean) {
  may(ctx, 'read')
  const findings = await mustBeSound(ctx, id, house, hasLooked)
  await ctx.record(async (tx) => {
    const edition = await held(tx, ctx, id, 'submit')
    const by = { submitted_by: ctx.actor.id, submitted_at: ctx.now, note: '' }
    await store.moveEdition(tx, edition, 'submitted', by)
    const { basis } = workflow.submit
    return [undefined, { fact: 'publications.submitted', subject: id, basis, detail: { findings } }]
  })
}

/** 決裁 by somebody who wrote none of it; the table refuses it too. */
export async function approve(ctx: Ctx, id: string, house: House, hasLooked: boolean) {
  may(ctx, 'read')
  const findings = await mustBeSound(ctx, id, house, hasLooked)
  await ctx.record(async (tx) => {
    const edition = await held(tx, ctx, id, 'approve')
    const by = { approved_by: ctx.actor.id, approved_at: ctx.now }
    await store.moveEdition(tx, edition, 'approved', by)
    const { basis } = workflow.approve
    return [undefined, { fact: 'publications.approved', subject: id, basis, detail: { findings } }]
  })
}

export async function sendBack(ctx: Ctx, id: string, reason: string): Promise<void> {
  may(ctx, 'read')
  if (!reason.trim()) accept(no({ kind: 'refused', reason: 'reason-needed', place: 'reason' }))
  await ctx.record(async (tx) => {
    const edition = await held(tx, ctx, id, 'sendBack')
    const none = { submitted_by: null, submitted_at: null, approved_by: null, approved_at: null }
    await store.moveEdition(tx, edition, 'draft', { ...none, publish_at: null, note: reason })
    const { basis } = workflow.sendBack
    return [undefined, { fact: 'publications.sent-back', subject: id, basis }]
  })
}

export async function drop(ctx: Ctx, id: string): Promise<void> {
  may(ctx, 'read')
  await ctx.record(async (tx) => {
    const edition = await held(tx, ctx, id, 'drop')
    const none = { approved_by: null, approved_at: null, publish_at: null }
    await store.moveEdition(tx, edition, 'dropped', none)
    const { basis } = workflow.drop
    return [undefined, { fact: 'publications.dropped', subject: id, basis }]
  })
}

/** At a moment to come: the clock publishes it then, or as soon as it runs again. */
export async function schedule(ctx: Ctx, id: string, at: Date): Promise<void> {
  may(ctx, 'read')
  if (at <= ctx.now) accept(no({ kind: 'refused', reason: 'not-yet', place: 'day' }))
  await ctx.record(async (tx) => {
    const edition = await held(tx, ctx, id, 'schedule')
    await store.moveEdition(tx, edition, 'scheduled', { publish_at: at })
    const { basis } = workflow.schedule
    const detail = { at: at.toISOString() }
    return [undefined, { fact: 'publications.scheduled', subject: id, basis, detail }]
  })
}

/**
 * 公表: every form is made from the one record and kept with its hash; from then on nothing of it changes.
 * What was approved is published: whoever sent it back in between wins.
 */
export async function publish(ctx: Ctx, id: string, house: House): Promise<void> {
  const before = found(await store.editionById(ctx.db, id))
  if (await isPictureGone(ctx.db, before, house))
    accept(no({ kind: 'refused', reason: 'picture-gone' }))
  if (await holdsHidden(ctx.db, before.figures, await figuresNow(ctx.db, before.planId, ctx.now)))
    accept(no({ kind: 'refused', reason: 'words-hidden' }))
  const asked = await issueNow(ctx.db, before, ctx.now)
  const issue: Issue = { ...asked, isProof: false }
  const press = await pressOf(ctx.db, house)
  const made = await allForms(issue, press)
  const hash = hashOf(issue)
  await ctx.record(async (tx) => {
    const edition = await held(tx, ctx, id, 'publish')
    if (edition.version !== before.version) accept(no({ kind: 'stale' }))
    await store.keepForms(
      tx,
      edition.id,
      made.map(({ form, bytes }) => ({
        form,
        bytes,
        mediaType: mediaTypeOf(form),
        hash: fingerprintOf(bytes),
      })),
    )
    const { number, at } = issue
    await store.moveEdition(tx, edition, 'published', { number, published_at: at, hash })
    const { basis } = workflow.publish
    const detail = { number, hash }
    return [undefined, { fact: 'publications.published', subject: id, basis, detail }]
  })
}
