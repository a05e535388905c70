import { Hono } from 'hono'
import type { Env } from '#design/env.ts'
import { districtChoices, districtNamer, districts } from '#domains/districts/index.ts'
import { blank, type Filled, fill } from '#platform/form.ts'
import { isId } from '#platform/id.ts'
import { found, type Refusal } from '#platform/result.ts'
import { assign, endAssignment, grantRole, revokeRole } from '../actions/duties.ts'
import { leave } from '../actions/members.ts'
import { grantForm, lastDayForm, postForm } from '../forms.ts'
import { PersonPage } from '../pages/desk/person.tsx'
import type { PersonStep } from '../pages/desk/person-props.ts'
import { rolesByServing, roleNames as words } from '../roles.ts'
import { isOn, type Person, type StaffId } from '../staff.ts'
import { allDepartments } from '../store/organisation.ts'
import { namesOf, personById } from '../store/people.ts'
import { assignmentsOf, customRoles, grantedDuties } from '../store/posts.ts'
import { deskUrls } from '../urls.ts'
import type { About } from '../workflow.ts'
import {
  attempt,
  bodyOf,
  deskOf,
  may,
  mustBeAllowed,
  onward,
  roleNames,
  type StaffContext,
  sectionOptions,
  todayOf,
} from './lookup.ts'

/** /desk/staff/people: posts and roles of one colleague. Every child is looked for below that person only. */
export const peopleRoutes = new Hono<Env>()
  .get('/people/:id', async (c) => {
    const step = c.req.query('do') ?? ''
    return show(c, await personAt(c), isStep(step) ? { step } : {})
  })
  .post('/people/:id/assignments', async (c) => {
    const person = await personAt(c)
    const form = fill(postForm, await bodyOf(c))
    const section = form.raw.department
    mustBeAllowed(c, 'assign', about(person, isId('dep', section) ? section : null))
    if (!form.values || !isId('dep', section))
      return show(c, person, { step: 'assign', post: wanting(form, 'department') })
    const { main, department: _section, ...input } = form.values
    const done = await attempt(() =>
      assign(c.var.ctx, person.id, { ...input, department: section, isMain: main === 'main' }),
    )
    if ('refusal' in done) return show(c, person, { step: 'assign', post: form, ...done })
    return onward(c, deskUrls.person(person.id), 'assigned')
  })
  .post('/people/:id/assignments/:assignment/end', async (c) => {
    const person = await personAt(c)
    const all = await assignmentsOf(c.var.ctx.db, person.id)
    const one = found(all.find((a) => a.id === c.req.param('assignment')))
    mustBeAllowed(c, 'assign', about(person, one.department))
    const form = fill(lastDayForm, await bodyOf(c))
    const step = `end-${one.id}` as const
    if (!form.values) return show(c, person, { step, end: form })
    const { until, reason } = form.values
    const done = await attempt(() => endAssignment(c.var.ctx, person.id, one.id, until, reason))
    if ('refusal' in done) return show(c, person, { step, end: form, ...done })
    return onward(c, deskUrls.person(person.id), 'ended')
  })
  .post('/people/:id/duties', async (c) => {
    const person = await personAt(c)
    const form = fill(grantForm, await bodyOf(c))
    const section = isId('dep', form.raw.department) ? form.raw.department : null
    mustBeAllowed(c, 'grantRole', about(person, section))
    if (!form.values) return show(c, person, { step: 'grant', grant: form })
    const known = districtChoices(await districts(c.var.ctx.db), todayOf(c))
    const { role, district, scheme, from, until, reason } = form.values
    if (district && known.length && !known.some(({ value }) => value === district)) {
      const faults = { ...form.faults, district: 'not-offered' } as const
      return show(c, person, { step: 'grant', grant: { ...form, faults } })
    }
    const input = {
      role: role as Parameters<typeof grantRole>[2]['role'],
      department: section,
      district: district || null,
      scheme: scheme || null,
    }
    const done = await attempt(() =>
      grantRole(c.var.ctx, person.id, { ...input, from, until, reason }),
    )
    if ('refusal' in done) return show(c, person, { step: 'grant', grant: form, ...done })
    return onward(c, deskUrls.person(person.id), 'granted')
  })
  .post('/people/:id/duties/:duty/end', async (c) => {
    const person = await personAt(c)
    const all = await grantedDuties(c.var.ctx.db, person.id)
    const one = found(all.find((d) => d.id === c.req.param('duty')))
    mustBeAllowed(c, 'grantRole', about(person, one.department))
    const form = fill(lastDayForm, await bodyOf(c))
    const step = `end-${one.id}` as const
    if (!form.values) return show(c, person, { step, end: form })
    const { until, reason } = form.values
    const done = await attempt(() => revokeRole(c.var.ctx, person.id, one.id, until, reason))
    if ('refusal' in done) return show(c, person, { step, end: form, ...done })
    return onward(c, deskUrls.person(person.id), 'revoked')
  })
  .post('/people/:id/leave', async (c) => {
    const person = await personAt(c)
    mustBeAllowed(c, 'assign', about(person, null))
    const form = fill(lastDayForm, await bodyOf(c))
    if (!form.values) return show(c, person, { step: 'leave', end: form })
    const { until, reason } = form.values
    const done = await attempt(() => leave(c.var.ctx, person.id, until, reason))
    if ('refusal' in done) return show(c, person, { step: 'leave', end: form, ...done })
    return onward(c, deskUrls.person(person.id), 'left')
  })

const isStep = (text: string): text is PersonStep =>
  /^(assign|grant|leave|end-(asg|dty)_[a-z0-9]+)$/.test(text)

const about = (person: Person, section: string | null): About => ({
  people: [person.id],
  ...(section !== null && { sections: [section] }),
})

/** A choice that was not among those offered. */
const wanting = <F extends Filled<typeof postForm>>(form: F, key: 'department'): F => ({
  ...form,
  faults: { ...form.faults, ...(form.faults[key] ? {} : { [key]: 'not-offered' }) },
})

async function personAt(c: StaffContext): Promise<Person> {
  mustBeAllowed(c, 'readOrganisation')
  const id = c.req.param('id') ?? ''
  const known = isId('per', id) ? await personById(c.var.ctx.db, id, todayOf(c)) : undefined
  return found(known)
}

interface Came {
  readonly step?: PersonStep
  readonly post?: Filled<typeof postForm>
  readonly grant?: Filled<typeof grantForm>
  readonly end?: Filled<typeof lastDayForm>
  readonly refusal?: Refusal
}

async function show(c: StaffContext, person: Person, came: Came) {
  const { ctx } = c.var
  const today = todayOf(c)
  const tree = await allDepartments(ctx.db)
  const assignments = await assignmentsOf(ctx.db, person.id)
  const grants = await grantedDuties(ctx.db, person.id)
  const custom = await customRoles(ctx.db)
  const authors = [...assignments.map((a) => a.madeBy ?? ''), ...grants.map((g) => g.grantedBy)]
  const names = await namesOf(ctx.db, [...new Set(authors.filter(Boolean))])
  const roleOf = roleNames(c, custom)
  const allDistricts = await districts(ctx.db)
  const roles = [
    ...words.filter((word) => !rolesByServing.has(word)),
    ...new Set(custom.filter((one) => isOn(one, today) || one.from > today).map((one) => one.id)),
  ].map((value) => ({ value, label: roleOf(value) }))
  // Whoever appoints for one section is offered that section.
  const sections = sectionOptions(c, tree, (one) => may(c, 'assign', about(person, one.id)))
  const whole = may(c, 'assign', about(person, null))
  return c.html(
    <PersonPage
      {...deskOf(c)}
      person={person}
      today={today}
      assignments={assignments.toReversed()}
      grants={grants.toReversed()}
      nameOf={(id) => names.get(id) ?? ''}
      departmentOf={(id) =>
        tree.find((d) => d.id === id && isOn(d, today))?.name ??
        tree.findLast((d) => d.id === id)?.name ??
        id
      }
      roleOf={roleOf}
      districtOf={districtNamer(allDistricts, today)}
      districts={districtChoices(allDistricts, today)}
      may={{ assign: sections.length > 0, grant: whole || sections.length > 0, leave: whole }}
      mayEnd={(section) => may(c, 'assign', about(person, section))}
      isOwn={person.id === (ctx.actor.id as StaffId)}
      postForm={came.post ?? blank(postForm, { rank: 'member', main: 'main' })}
      grantForm={came.grant ?? blank(grantForm, { from: today })}
      lastDayForm={came.end ?? blank(lastDayForm)}
      sections={sections}
      roles={roles}
      {...(came.step && { step: came.step })}
      {...(came.refusal && { refusal: came.refusal })}
    />,
    came.post || came.grant || came.end ? 422 : 200,
  )
}
