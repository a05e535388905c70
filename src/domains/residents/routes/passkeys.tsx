import { Hono } from 'hono'
import type { Env } from '#design/env.ts'
import { fill } from '#platform/form.ts'
import { plain } from '#platform/ruby.ts'
import { self } from '../actions/account.ts'
import { ownContacts } from '../actions/contacts.ts'
import { addPasskey, keepQuestion, ownPasskeys, removePasskey } from '../actions/passkeys.ts'
import { passkeyForm } from '../forms.ts'
import { messages } from '../messages/public.ts'
import { PasskeysPage } from '../pages/passkeys.tsx'
import { readMade } from '../passkey.ts'
import { urls } from '../urls.ts'
import { askToMake, newKey } from '../webauthn.ts'
import { isHere, stepUp } from './prove.tsx'
import {
  attempt,
  type C,
  type Given,
  isOver,
  keepQuestionId,
  onward,
  takeQuestionId,
} from './visit.ts'

/** パスキー of one's own account. */
export function passkeyRoutes(given: Given) {
  const asking = given.limiter('resident.passkey-added', { points: 30, seconds: 15 * 60 })

  const page = async (c: C, reason?: string) => {
    const { ctx, view } = c.var
    const keys = await ownPasskeys(ctx, (await self(ctx)).id)
    const done = new URLSearchParams(view.query).get('done')
    const { passkey: t } = messages[view.locale]
    const good = done === 'added' ? t.isAdded : done === 'removed' ? t.isRemoved : undefined
    return c.html(
      <PasskeysPage
        view={view}
        keys={keys}
        isFresh={await isHere(c)}
        reason={reason}
        good={good}
      />,
      reason === undefined ? 200 : 422,
    )
  }

  return new Hono<Env>()
    .get(urls.passkeys, (c) => page(c))
    .post(urls.passkeysDo('ask'), async (c) => {
      const { ctx, view } = c.var
      const { id, profile } = await self(ctx)
      if (!(await isHere(c))) return c.json({ error: 'prove-first' }, 403)
      if (await isOver([[asking, id]])) return c.json({ error: 'too-many' }, 429)
      const mail = (await ownContacts(ctx, id)).find(({ kind }) => kind === 'mail')?.text
      const site = plain(view.site.name)
      const whose = {
        resident: id,
        name: mail ?? (profile.nickname || site),
        shown: profile.nickname || (mail ?? site),
        keys: await ownPasskeys(ctx, id),
      }
      const options = await askToMake(given.origin, site, whose)
      keepQuestionId(c, await keepQuestion(ctx, options.challenge, id))
      return c.json(options)
    })
    .post(urls.passkeys, async (c) => {
      const { ctx } = c.var
      await self(ctx)
      const first = await stepUp(c, urls.passkeys)
      if (first) return first
      const { raw } = fill(passkeyForm, await c.req.parseBody())
      const answer = readMade(raw.response)
      const tried = await attempt(() =>
        addPasskey(
          ctx,
          takeQuestionId(c),
          [...raw.name].slice(0, 40).join(''),
          async (challenge) => (answer ? newKey(given.origin, challenge, answer) : null),
        ),
      )
      return 'reason' in tried ? page(c, tried.reason) : onward(c, `${urls.passkeys}?done=added`)
    })
    .post(urls.passkeysDo(':id/remove'), async (c) => {
      await self(c.var.ctx)
      const first = await stepUp(c, urls.passkeys)
      if (first) return first
      await removePasskey(c.var.ctx, c.req.param('id') ?? '')
      return onward(c, `${urls.passkeys}?done=removed`)
    })
}
