import type { IsoDate } from '#platform/calendar.ts'
import type { Ctx } from '#platform/context.ts'
import { newId } from '#platform/id.ts'
import { accept, refuse } from '#platform/result.ts'
import { nothing, permit } from '#platform/workflow.ts'
import { deleteTemplate, saveTemplate, type Template, templatesOf } from '../store/templates.ts'
import { saveTerms } from '../store/terms.ts'
import type { VoiceTerms } from '../terms.ts'
import { standing, workflow } from '../workflow.ts'

/** 条件: hold from a day on; a voice keeps those of the day on which it came. */
export async function setTerms(ctx: Ctx, from: IsoDate, terms: VoiceTerms): Promise<void> {
  accept(permit(workflow, 'setTerms', standing(ctx.actor), nothing))
  await ctx.record(async (tx) => {
    await saveTerms(tx, from, terms, { at: ctx.now, actorId: ctx.actor.id })
    const { basis } = workflow.setTerms
    const { days, count } = terms.deadline
    const detail = { from, days, count }
    return [undefined, { fact: 'voice.terms-set', subject: 'voices', basis, detail }]
  })
}

/** Whoever drafts answers for a section keeps its templates. */
const mayKeep = (ctx: Ctx, section: string) =>
  accept(
    permit(workflow, 'draft', standing(ctx.actor, { sections: [section] }), { state: 'assigned' }),
  )

export async function keepTemplate(
  ctx: Ctx,
  said: Omit<Template, 'id' | 'version'> & { readonly seen?: Pick<Template, 'id' | 'version'> },
): Promise<void> {
  const { seen, section, name, text } = said
  mayKeep(ctx, section)
  await ctx.record(async (tx) => {
    const others = (await templatesOf(tx, [section])).filter(({ id }) => id !== seen?.id)
    if (others.some((one) => one.name === name)) refuse('name-taken', 'name')
    const id = seen?.id ?? newId('vtm')
    const told = { at: ctx.now, by: ctx.actor.id }
    await saveTemplate(tx, { id, version: seen?.version ?? 0, section, name, text }, told)
    const { basis } = workflow.draft
    return [undefined, { fact: 'voice.template-saved', subject: id, basis, detail: { section } }]
  })
}

export async function removeTemplate(ctx: Ctx, template: Template): Promise<void> {
  mayKeep(ctx, template.section)
  await ctx.record(async (tx) => {
    await deleteTemplate(tx, template.id)
    const detail = { section: template.section }
    const { basis } = workflow.draft
    return [undefined, { fact: 'voice.template-removed', subject: template.id, basis, detail }]
  })
}
