import type { Browser } from '#testing/browser.ts'
import { people } from '#testing/people.ts'
import { addItem } from '../actions/edit.ts'
import { addGroup, addMeasure } from '../actions/headings.ts'
import { create, decide, publish, submit } from '../actions/life.ts'
import type { ItemContent, PlanItem } from '../item.ts'
import type { Plan } from '../plan.ts'
import { planOf } from '../store/plans.ts'
import { itemById, treeOf } from '../store/tree.ts'
import { itemsOf } from '../tree.ts'

const whole: Partial<ItemContent> = { lead: 'both', departments: ['地域再生推進本部'] }

/** A draft of a year with three items, written by the author. */
export async function draftOf(
  site: Browser,
  year: number,
): Promise<{ plan: Plan; items: readonly PlanItem[] }> {
  const ctx = site.ctx(people.author)
  const plan = await create(ctx, year, { title: `${year}の計画` })
  const measure = await addMeasure(ctx, plan.id, '意識')
  const group = await addGroup(ctx, plan.id, measure.id, { audience: null, text: '周知します。' })
  for (const title of ['標語の募集', '事例集の作成', '推進員の配置'])
    await addItem(ctx, plan.id, group.id, { ...whole, title, description: `${title}をします。` })
  return { plan, items: itemsOf(await treeOf(site.db, plan)) }
}

export async function publishedOf(site: Browser, year: number) {
  const draft = await draftOf(site, year)
  const { id } = draft.plan
  await submit(site.ctx(people.author), id)
  await decide(site.ctx(people.head), id)
  await publish(site.ctx(people.author), id)
  return draft
}

/** A form as the page drew it: names and values, as a browser would send them back. */
export function drawn(html: string, id = 'item'): Record<string, string[]> {
  const form = new RegExp(`<form[^>]*id="${id}"[\\s\\S]*?</form>`).exec(html)?.[0] ?? ''
  const fields: Record<string, string[]> = {}
  const put = (name: string, value: string) => {
    fields[name] = [...(fields[name] ?? []), value]
  }
  for (const [tag] of form.matchAll(/<input[^>]*>/g)) {
    const of = (name: string) => new RegExp(` ${name}="([^"]*)"`).exec(tag)?.[1]
    const loose = /type="(checkbox|radio)"/.test(tag)
    if (!loose || / checked/.test(tag)) put(of('name') ?? '', plainly(of('value') ?? ''))
  }
  for (const [, name = '', text = ''] of form.matchAll(
    /<textarea[^>]* name="([^"]*)"[^>]*>([\s\S]*?)<\/textarea>/g,
  ))
    put(name, plainly(text))
  for (const [, name = '', options = ''] of form.matchAll(
    /<select[^>]* name="([^"]*)"[^>]*>([\s\S]*?)<\/select>/g,
  ))
    put(name, /value="([^"]*)" selected/.exec(options)?.[1] ?? '')
  const { csrf: _csrf, ...rest } = fields
  return rest
}

const plainly = (text: string) =>
  text
    .replaceAll('&quot;', '"')
    .replaceAll('&#39;', "'")
    .replaceAll('&lt;', '<')
    .replaceAll('&amp;', '&')

export async function itemNow(site: Browser, id: PlanItem['id']): Promise<PlanItem> {
  const one = await itemById(site.db, id)
  if (!one) throw new Error(`no item ${id}`)
  return one
}

export async function planIn(site: Browser, year: number): Promise<Plan> {
  const plan = await planOf(site.db, year)
  if (!plan) throw new Error(`no plan of ${year}`)
  return plan
}
