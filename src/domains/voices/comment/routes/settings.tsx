import { Hono } from 'hono'
import type { Env } from '#design/env.ts'
import { faultsIn } from '#design/messages/faults.ts'
import { localDate } from '#platform/calendar.ts'
import { blank, type Filled, fill } from '#platform/form.ts'
import { accept } from '#platform/result.ts'
import { nothing, permit } from '#platform/workflow.ts'
import { bodyOf, onward } from '../../routes/desk-lookup.ts'
import { setTerms } from '../actions/cases.ts'
import { termsForm } from '../forms.ts'
import { SettingsPage, type SettingsProps } from '../pages/desk/edit.tsx'
import { termsOn } from '../store/terms.ts'
import { urls } from '../urls.ts'
import { standing, workflow } from '../workflow.ts'
import { type C, deskOf } from './lookup.ts'

const mayOpen = (c: C) => accept(permit(workflow, 'setTerms', standing(c.var.ctx.actor), nothing))

const page = (
  c: C,
  form: Filled<typeof termsForm>,
  refused: SettingsProps['refused'] = {},
  status: 200 | 422 = 200,
) => c.html(<SettingsPage {...deskOf(c)} form={form} refused={refused} />, status)

/** 意見募集の条件 */
export const settingsRoutes = new Hono<Env>()
  .get(urls.settings, async (c) => {
    mayOpen(c)
    const today = localDate(c.var.ctx.now)
    const { leastDays, asksName, categorySet } = await termsOn(c.var.ctx.db, today)
    const known = { from: today, leastDays, asksName: asksName ? 'yes' : 'no', categorySet }
    return page(c, blank(termsForm, known))
  })
  .post(urls.settings, async (c) => {
    mayOpen(c)
    const form = fill(termsForm, await bodyOf(c))
    const { required } = faultsIn(c.var.view)
    const { from, leastDays } = form.values ?? {}
    if (!form.values || !from || !leastDays)
      return page(
        c,
        form,
        form.values
          ? { ...(!from && { from: required }), ...(!leastDays && { leastDays: required }) }
          : {},
        422,
      )
    const { asksName, categorySet } = form.values
    await setTerms(c.var.ctx, from, { leastDays, asksName: asksName === 'yes', categorySet })
    return onward(c, urls.settings, 'set')
  })
