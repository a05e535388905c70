import { Hono } from 'hono'
import { deskTongue } from '#design/desk-tongue.ts'
import type { Env } from '#design/env.ts'
import { districtNamer, districts } from '#domains/districts/index.ts'
import type { Permission } from '#platform/actor.ts'
import { addDays } from '#platform/calendar.ts'
import { blank, type Filled, fill, type Values } from '#platform/form.ts'
import { isId } from '#platform/id.ts'
import { found, type Refusal } from '#platform/result.ts'
import { changeRole, endRole, makeRole } from '../actions/duties.ts'
import { lastDayForm, roleForm } from '../forms.ts'
import { CustomRolePage, type CustomRoleProps } from '../pages/desk/custom-role.tsx'
import { ExplainPage } from '../pages/desk/explain.tsx'
import { PermissionsPage } from '../pages/desk/permissions.tsx'
import { groundsOf, type Powers } from '../powers.ts'
import { knownPermissions, type Role, roles, roleNames as words } from '../roles.ts'
import { asksFor, explained } from '../rules/explain.ts'
import { roleOn, sourcedDuties } from '../rules.ts'
import { type CustomRole, isOn } from '../staff.ts'
import { allDepartments } from '../store/organisation.ts'
import { allPeople, personById } from '../store/people.ts'
import { assignmentsOf, customRoles, grantedDuties } from '../store/posts.ts'
import { placesOn } from '../store/serving.ts'
import { deskUrls } from '../urls.ts'
import {
  attempt,
  bodyOf,
  deskOf,
  may,
  mustBeAllowed,
  onward,
  roleNames,
  type StaffContext,
  todayOf,
} from './lookup.ts'

/** /admin/permissions: role × action of every chapter, one person's rights with their reasons, own roles. */
export const permissionRoutes = (powers: readonly Powers[]) =>
  new Hono<Env>()
    .get(deskUrls.permissions, (c) => matrix(c, powers))
    .get(`${deskUrls.permissions}/people/:id`, async (c) => {
      mustBeAllowed(c, 'readPermissions')
      const { db } = c.var.ctx
      const today = todayOf(c)
      const id = c.req.param('id')
      const person = found(isId('per', id) ? await personById(db, id, today) : undefined)
      const tree = await allDepartments(db)
      const custom = await customRoles(db)
      const here = person.leftOn === null || person.leftOn >= today
      const duties = sourcedDuties(
        here ? await assignmentsOf(db, id) : [],
        here ? await grantedDuties(db, id) : [],
        await placesOn(db, today),
        today,
        custom,
      )
      return c.html(
        <ExplainPage
          {...deskOf(c)}
          person={person}
          today={today}
          powers={powers}
          explained={explained(powers, duties)}
          roles={rolesOf(custom, today)}
          roleOf={roleNames(c, custom)}
          districtOf={districtNamer(await districts(db), today)}
          departmentOf={(one) => tree.find((d) => d.id === one && isOn(d, today))?.name ?? one}
        />,
      )
    })
    .post(deskUrls.customRoles, async (c) => {
      mustBeAllowed(c, 'makeRole')
      const form = fill(roleForm, await bodyOf(c))
      if (!form.values) return matrix(c, powers, form)
      const text = textOf(form.values)
      const done = await attempt(() => makeRole(c.var.ctx, text))
      if ('refusal' in done) return matrix(c, powers, form, done.refusal)
      return onward(c, deskUrls.customRole(done.done.id), 'made')
    })
    .get(`${deskUrls.customRoles}/:id`, async (c) => {
      const step = c.req.query('do')
      return custom(c, powers, step === 'change' || step === 'end' ? { step } : {})
    })
    .post(`${deskUrls.customRoles}/:id`, async (c) => {
      const { id } = await roleAt(c)
      mustBeAllowed(c, 'makeRole', { roles: [id] })
      const form = fill(roleForm, await bodyOf(c))
      if (!form.values) return custom(c, powers, { step: 'change', form })
      const text = textOf(form.values)
      const done = await attempt(() => changeRole(c.var.ctx, id, text))
      if ('refusal' in done) return custom(c, powers, { step: 'change', form, ...done })
      return onward(c, deskUrls.customRole(id), 'changed')
    })
    .post(`${deskUrls.customRoles}/:id/end`, async (c) => {
      const { id } = await roleAt(c)
      mustBeAllowed(c, 'makeRole', { roles: [id] })
      const endForm = fill(lastDayForm, await bodyOf(c))
      if (!endForm.values) return custom(c, powers, { step: 'end', endForm })
      const { until } = endForm.values
      const done = await attempt(() => endRole(c.var.ctx, id, until))
      if ('refusal' in done) return custom(c, powers, { step: 'end', endForm, ...done })
      return onward(c, deskUrls.customRole(id), 'changed')
    })

const textOf = ({ permissions, ...text }: Values<typeof roleForm>) => ({
  ...text,
  permissions: permissions as readonly Permission[],
})

function rolesOf(custom: readonly CustomRole[], today: string): ReadonlyMap<string, Role> {
  const own = custom.flatMap((one) => {
    const role = isOn(one, today) ? roleOn(one.id, custom, today) : undefined
    return role ? [[one.id, role] as const] : []
  })
  return new Map<string, Role>([...words.map((word) => [word, roles[word]] as const), ...own])
}

/** Each permission with the standing that it gives, in the chapter's own words. */
function permissionOptions(c: StaffContext, powers: readonly Powers[]) {
  const tongue = deskTongue(c.var.view)
  return knownPermissions.map((value) => {
    const one = powers.find((chapter) => asksFor(chapter).includes(value))
    const standing = Object.keys(one?.grounds ?? {}).find(
      (who) =>
        one && groundsOf(one, who).some((g) => typeof g === 'object' && g.permission === value),
    )
    const word = standing && one?.standings[tongue][standing]
    return word && one
      ? { value, label: `${one.title[tongue]}: ${word}`, hint: value }
      : { value, label: value }
  })
}

async function matrix(
  c: StaffContext,
  powers: readonly Powers[],
  form?: Filled<typeof roleForm>,
  refusal?: Refusal,
) {
  mustBeAllowed(c, 'readPermissions')
  const { db } = c.var.ctx
  const today = todayOf(c)
  const own = await customRoles(db)
  const blankForm = blank(roleForm, { reach: 'city', from: addDays(today, 1) })
  return c.html(
    <PermissionsPage
      {...deskOf(c)}
      powers={powers}
      roles={rolesOf(own, today)}
      roleOf={roleNames(c, own)}
      people={(await allPeople(db, today)).filter((one) => !one.leftOn || one.leftOn >= today)}
      custom={own}
      form={may(c, 'makeRole') ? (form ?? blankForm) : null}
      permissions={permissionOptions(c, powers)}
      {...(refusal && { refusal })}
    />,
    form ? 422 : 200,
  )
}

async function roleAt(c: StaffContext): Promise<CustomRole> {
  mustBeAllowed(c, 'readPermissions')
  const id = c.req.param('id') ?? ''
  return found((await customRoles(c.var.ctx.db)).findLast((one) => one.id === id))
}

type Came = Partial<Pick<CustomRoleProps, 'step' | 'form' | 'endForm' | 'refusal'>>

async function custom(c: StaffContext, powers: readonly Powers[], came: Came) {
  const role = await roleAt(c)
  const mayChange = may(c, 'makeRole', { roles: [role.id] })
  const { name, reach, permissions } = role
  const blankForm = blank(roleForm, { name, reach, permissions, from: addDays(todayOf(c), 1) })
  return c.html(
    <CustomRolePage
      {...deskOf(c)}
      role={role}
      isOpen={role.until === null}
      mayChange={mayChange}
      isHeld={!mayChange && may(c, 'makeRole')}
      permissions={permissionOptions(c, powers)}
      form={blankForm}
      endForm={blank(lastDayForm)}
      {...came}
    />,
    came.form || came.endForm ? 422 : 200,
  )
}
