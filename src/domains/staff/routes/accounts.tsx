import { Hono } from 'hono'
import type { Env } from '#design/env.ts'
import { errors } from '#design/messages/errors.ts'
import { at } from '#design/view.ts'
import { found, Refused } from '#platform/result.ts'
import { invite, issuePassword, mayReadAccess, resetFactors } from '../actions/access.ts'
import { AccessPage, type AccessProps, AccountsPage } from '../pages/accounts.tsx'
import type { StaffId } from '../staff.ts'
import { accountList, credentialOf } from '../store/credentials.ts'
import { factorsOf } from '../store/factors.ts'
import { urls } from '../urls.ts'
import { type Desk, type Gate, textIn } from './entry.ts'

/** /desk/accounts: what the personnel office does when a telephone or a password is lost. */
export function accountsRoutes({ auth }: Gate) {
  const one = '/desk/accounts/:id'
  const show = async (c: Desk, more: Partial<AccessProps> = {}) => {
    const { ctx, view } = c.var
    const { user, name, email } = found(await credentialOf(ctx.db, c.req.param('id') ?? ''))
    const factors = await factorsOf(ctx.db, user)
    const props = { view, id: user, name, email, factors, mayManage: user !== ctx.actor.id }
    return c.html(<AccessPage {...props} {...more} />, more.missing ? 422 : 200)
  }
  const idOf = (c: Desk) => (c.req.param('id') ?? '') as StaffId
  const back = (c: Desk, said: string) =>
    c.redirect(at(c.var.view, `${urls.accountOf(idOf(c))}?said=${said}`), 303)
  /** A reason that is missing goes back to its field. */
  const withReason = async (
    c: Desk,
    form: 'reset' | 'issue',
    act: (reason: string) => Promise<Response>,
  ) => {
    const reason = textIn(await c.req.parseBody(), `${form}.reason`)
      .trim()
      .slice(0, 200)
    try {
      return await act(reason)
    } catch (thrown) {
      if (!(thrown instanceof Refused) || thrown.message !== 'reason-needed') throw thrown
      const text = errors[c.var.view.locale].refusals['reason-needed'] ?? ''
      return show(c, { missing: { form, text } })
    }
  }

  return new Hono<Env>()
    .get(urls.accounts, async (c) => {
      const { ctx, view } = c.var
      mayReadAccess(ctx)
      const all = await accountList(ctx.db)
      const q = (c.req.query('q') ?? '').trim().slice(0, 100)
      const rows = all.filter((row) =>
        [row.name, row.email, row.employeeNo].some((text) => text.includes(q)),
      )
      return c.html(<AccountsPage view={view} rows={rows} all={all.length} q={q} />)
    })
    .get(one, (c) => {
      mayReadAccess(c.var.ctx)
      const said = (['invited', 'resetDone'] as const).find((s) => s === c.req.query('said'))
      return show(c, said && { said })
    })
    .post(`${one}/invite`, async (c) => {
      await invite(c.var.ctx, idOf(c), auth.origin)
      return back(c, 'invited')
    })
    .post(`${one}/reset`, (c) =>
      withReason(c, 'reset', async (reason) => {
        await resetFactors(c.var.ctx, idOf(c), reason)
        return back(c, 'resetDone')
      }),
    )
    .post(`${one}/issue`, (c) =>
      withReason(c, 'issue', async (reason) => {
        const { hash } = auth.passwords
        const password = await issuePassword(c.var.ctx, idOf(c), reason, hash)
        return show(c, { password })
      }),
    )
}
