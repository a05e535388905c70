import type { Ctx } from '#platform/context.ts'
import { accept, no } from '#platform/result.ts'
import type { Case } from '../case.ts'
import * as rules from '../rules/decide.ts'
import * as store from '../store/blocks.ts'
import { sealedIn } from '../store/sealed.ts'
import { defaultTerms } from '../terms.ts'
import { onCase, withAuthor } from './act.ts'
import type { Registry } from './registry.ts'

type Why = rules.Why

export const claim = (ctx: Ctx, registry: Registry, id: string): Promise<Case> =>
  onCase(ctx, registry, 'claim', id, ({ of }) => ({
    next: { ...of, state: 'claimed', claimedBy: ctx.actor.id, claimedAt: ctx.now },
  }))

/** Also of a colleague's: somebody may be ill. */
export const unclaim = (ctx: Ctx, registry: Registry, id: string): Promise<Case> =>
  onCase(ctx, registry, 'unclaim', id, ({ of }) => ({
    next: { ...of, state: 'flagged', claimedBy: null, claimedAt: null },
  }))

const decided = (ctx: Ctx, ground: string) => ({
  decidedBy: ctx.actor.id,
  decidedAt: ctx.now,
  ground,
})

export const keep = (ctx: Ctx, registry: Registry, id: string, why: Why): Promise<Case> =>
  onCase(ctx, registry, 'keep', id, ({ of, today }) => ({
    next: { ...of, state: 'kept', ...decided(ctx, why.ground) },
    decision: accept(rules.checkWhy(why, today, defaultTerms)),
  }))

/** From now on it is not shown; the author reads why, and until when another look can be asked for. */
export const hide = (ctx: Ctx, registry: Registry, id: string, why: Why): Promise<Case> =>
  onCase(ctx, registry, 'hide', id, ({ of, today }) => {
    const appealUntil = rules.appealUntil(today, defaultTerms)
    return {
      next: { ...of, state: 'hidden', ...decided(ctx, why.ground), appealUntil },
      decision: accept(rules.checkWhy(why, today, defaultTerms)),
      tell: { appealUntil },
    }
  })

export const restore = (ctx: Ctx, registry: Registry, id: string, reason: string): Promise<Case> =>
  onCase(ctx, registry, 'restore', id, ({ of }) => ({
    next: { ...of, state: 'restored', appealUntil: null },
    decision: { ground: of.ground, reason: said(reason) },
    tell: {},
  }))

export const warn = (ctx: Ctx, registry: Registry, id: string, why: Why): Promise<Case> =>
  onCase(ctx, registry, 'warn', id, ({ of, today }) => ({
    next: withAuthor(of),
    decision: accept(rules.checkWhy(why, today, defaultTerms)),
    tell: {},
  }))

/** 投稿を止める: always with an end, a year at most. */
export const block = (
  ctx: Ctx,
  registry: Registry,
  id: string,
  why: Why & { readonly until: string | null },
): Promise<Case> =>
  onCase(ctx, registry, 'block', id, async ({ tx, of, today }) => {
    const next = withAuthor(of)
    if (registry.kinds.some(({ kind, isAsked }) => isAsked && kind === of.subject.kind))
      accept(no({ kind: 'refused', reason: 'was-asked' }))
    const until = accept(rules.checkBlock(why.until, today, defaultTerms))
    const { ground, reason } = accept(rules.checkWhy(why, today, defaultTerms))
    await store.insertBlock(tx, next, today, until)
    return { next, decision: { ground, reason }, tell: { blockedUntil: until } }
  })

export const unblock = (ctx: Ctx, registry: Registry, id: string, reason: string): Promise<Case> =>
  onCase(ctx, registry, 'unblock', id, async ({ tx, of, today }) => {
    const next = withAuthor(of)
    if ((await store.liftBlocks(tx, next.authorId, today)) === 0)
      accept(no({ kind: 'refused', reason: 'not-blocked' }))
    return { next, decision: { ground: null, reason: said(reason) }, tell: {} }
  })

/** By the author, within the days of the terms. What was written is sealed: it opens by `openWords` alone. */
export const appeal = (
  ctx: Ctx,
  registry: Registry,
  id: string,
  text: string,
  as?: 'author',
): Promise<Case> =>
  onCase(
    ctx,
    registry,
    'appeal',
    id,
    ({ of, today }) => {
      accept(rules.checkAppeal(of, today))
      const appeal = ctx.seal.seal(said(text), sealedIn.appeal.place(of.id))
      return {
        next: { ...of, state: 'appealed', appeal, appealedAt: ctx.now },
        decision: { ground: of.ground, reason: '' },
      }
    },
    as,
  )

/** By another moderator than the first: the workflow asks, and the table promises it by a CHECK. */
export const uphold = (ctx: Ctx, registry: Registry, id: string, reason: string): Promise<Case> =>
  onCase(ctx, registry, 'uphold', id, ({ of }) => ({
    next: { ...of, state: 'upheld', appealBy: ctx.actor.id },
    decision: { ground: of.ground, reason: said(reason) },
    tell: {},
  }))

export const overturn = (ctx: Ctx, registry: Registry, id: string, reason: string): Promise<Case> =>
  onCase(ctx, registry, 'overturn', id, ({ of }) => ({
    next: { ...of, state: 'overturned', appealBy: ctx.actor.id },
    decision: { ground: of.ground, reason: said(reason) },
    tell: {},
  }))

const said = (reason: string): string =>
  reason.trim() || accept(no({ kind: 'refused', reason: 'reason-needed' }))

/** By their name, for the pages: what needs nothing, a ground with a reason, or a reason. */
export const plainSteps = { claim, unclaim } as const
export const stepsWithWhy = { keep, hide, warn } as const
export const stepsWithReason = { restore, unblock, uphold, overturn } as const
