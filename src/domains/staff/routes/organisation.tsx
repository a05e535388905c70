import { Hono } from 'hono'
import type { Env } from '#design/env.ts'
import { blank, type Filled, fill } from '#platform/form.ts'
import { isId } from '#platform/id.ts'
import { found, type Refusal } from '#platform/result.ts'
import {
  endSection,
  mergeSection,
  moveSection,
  openSection,
  renameSection,
  withdrawChange,
} from '../actions/organisation.ts'
import {
  day,
  endForm,
  isStep,
  mergeForm,
  moveForm,
  renameForm,
  type StepName,
  sectionForm,
  steps,
} from '../forms.ts'
import { DepartmentPage, type StepForms } from '../pages/desk/department.tsx'
import { OrganisationPage } from '../pages/desk/organisation.tsx'
import { type Department, type DepartmentId, isOn } from '../staff.ts'
import { allDepartments, successions } from '../store/organisation.ts'
import { allPeople } from '../store/people.ts'
import { assignmentsOf } from '../store/posts.ts'
import { deskUrls } from '../urls.ts'
import {
  attempt,
  bodyOf,
  dayOf,
  deskOf,
  may,
  mustBeAllowed,
  onward,
  type StaffContext,
  sectionOptions,
  todayOf,
} from './lookup.ts'

/** /desk/staff: the tree of any day, and each department through time. */
export const organisationRoutes = new Hono<Env>()
  .get('/', (c) => organisation(c, null))
  .post('/departments', async (c) => {
    const form = fill(sectionForm, await bodyOf(c))
    const parent = departmentId(form.raw.parent)
    mustBeAllowed(c, 'changeOrganisation', parent ? { sections: [parent] } : {})
    if (!form.values) return organisation(c, form)
    const { name, kind, phone, from, reason } = form.values
    const made = await attempt(() =>
      openSection(c.var.ctx, { name, kind, parent, phone, on: from, reason }),
    )
    if ('refusal' in made) return organisation(c, form, made.refusal)
    return onward(c, deskUrls.department(made.done.id), 'opened')
  })
  .get('/departments/:id', async (c) => {
    const step = c.req.query('do') ?? ''
    return department(c, isStep(step) ? { step } : {})
  })
  .post('/departments/:id/withdraw', async (c) => {
    const { id } = await departmentAt(c)
    mustBeAllowed(c, 'changeOrganisation', { sections: [id] })
    const { values } = fill({ from: day }, await bodyOf(c))
    const done = await attempt(() => withdrawChange(c.var.ctx, id, values?.from ?? ''))
    if ('refusal' in done) return department(c, { refusal: done.refusal })
    return onward(c, deskUrls.department(id), 'withdrawn')
  })
  .post('/departments/:id/:step{rename|move|end|merge}', async (c) => {
    const { id } = await departmentAt(c)
    mustBeAllowed(c, 'changeOrganisation', { sections: [id] })
    const step = c.req.param('step')
    if (!isStep(step)) return c.notFound()
    const body = await bodyOf(c)
    const form = fill(steps[step] as typeof steps.end, body)
    if (!form.values) return department(c, { step, form })
    const done = await attempt(() => take(c, id, step, body))
    if ('refusal' in done) return department(c, { step, form, refusal: done.refusal })
    return onward(c, deskUrls.department(id), step)
  })

const departmentId = (text: string): DepartmentId | null => (isId('dep', text) ? text : null)

async function take(
  c: StaffContext,
  id: DepartmentId,
  step: StepName,
  body: Awaited<ReturnType<typeof bodyOf>>,
): Promise<void> {
  const { ctx } = c.var
  if (step === 'rename') {
    const { on, reason, ...change } = found(fill(renameForm, body).values)
    await renameSection(ctx, id, on, change, reason)
  } else if (step === 'move') {
    const { on, parent, reason } = found(fill(moveForm, body).values)
    await moveSection(ctx, id, on, departmentId(parent), reason)
  } else if (step === 'merge') {
    const { on, into, reason } = found(fill(mergeForm, body).values)
    await mergeSection(ctx, id, on, found(departmentId(into) ?? undefined), reason)
  } else {
    const { on, reason } = found(fill(endForm, body).values)
    await endSection(ctx, id, on, reason)
  }
}

async function organisation(
  c: StaffContext,
  given: Filled<typeof sectionForm> | null,
  refusal?: Refusal,
) {
  mustBeAllowed(c, 'readOrganisation')
  const { ctx } = c.var
  const on = dayOf(c)
  const tree = await allDepartments(ctx.db)
  const people = new Map((await allPeople(ctx.db, on)).map((one) => [one.id, one]))
  const serving = (await assignmentsOf(ctx.db)).flatMap((assignment) => {
    const person = people.get(assignment.user)
    return person && isOn(assignment, on) ? [{ assignment, person }] : []
  })
  const isAsked = given !== null || c.req.query('do') === 'open'
  const blankForm = blank(sectionForm, { kind: 'section', from: on })
  return c.html(
    <OrganisationPage
      {...deskOf(c)}
      on={on}
      isToday={on === todayOf(c)}
      tree={tree.filter((one) => isOn(one, on))}
      serving={serving}
      form={may(c, 'changeOrganisation') ? (given ?? blankForm) : null}
      divisions={sectionOptions(c, tree, (one) => one.kind === 'division')}
      mayTakeIn={may(c, 'takeInRoster')}
      {...(isAsked && { step: 'open' as const })}
      {...(refusal && { refusal })}
    />,
    given ? 422 : 200,
  )
}

async function departmentAt(c: StaffContext): Promise<{
  readonly id: DepartmentId
  readonly periods: readonly [Department, ...Department[]]
  readonly tree: readonly Department[]
}> {
  mustBeAllowed(c, 'readOrganisation')
  const id = c.req.param('id') ?? ''
  const tree = await allDepartments(c.var.ctx.db)
  const [first, ...rest] = tree
    .filter((one) => one.id === id)
    .toSorted((a, b) => (a.from < b.from ? -1 : 1))
  return { id: found(first).id, periods: [found(first), ...rest], tree }
}

interface Came {
  readonly step?: StepName
  readonly form?: Filled<typeof endForm>
  readonly refusal?: Refusal
}

async function department(c: StaffContext, came: Came) {
  const { ctx } = c.var
  const { id, periods, tree } = await departmentAt(c)
  const today = todayOf(c)
  const now = periods.find((one) => isOn(one, today))
  const shown = now ?? periods.at(-1) ?? periods[0]
  const people = new Map((await allPeople(ctx.db, today)).map((one) => [one.id, one]))
  const served = (await assignmentsOf(ctx.db)).flatMap((assignment) => {
    const person = people.get(assignment.user)
    return person && assignment.department === id ? [{ assignment, person }] : []
  })
  const taken = await successions(ctx.db)
  const forms = {
    rename: blank(renameForm, { name: shown.name, phone: shown.phone }),
    move: blank(moveForm, { parent: shown.parent }),
    end: blank(endForm),
    merge: blank(mergeForm),
    ...(came.step && came.form && { [came.step]: came.form }),
  } as StepForms
  return c.html(
    <DepartmentPage
      {...deskOf(c)}
      periods={periods}
      now={now}
      today={today}
      nameOf={(one) =>
        tree.findLast((d) => d.id === one && d.from <= today)?.name ?? nameIn(tree, one)
      }
      successors={taken.filter((s) => s.from === id).map((s) => ({ id: s.to, on: s.on }))}
      predecessors={taken.filter((s) => s.to === id).map((s) => ({ id: s.from, on: s.on }))}
      people={served}
      mayChange={may(c, 'changeOrganisation', { sections: [id] })}
      forms={forms}
      divisions={sectionOptions(c, tree, (one) => one.kind === 'division' && one.id !== id)}
      others={sectionOptions(c, tree, (one) => one.id !== id)}
      {...(came.step && { step: came.step })}
      {...(came.refusal && { refusal: came.refusal })}
    />,
    came.form || came.refusal ? 422 : 200,
  )
}

const nameIn = (tree: readonly Department[], id: string) =>
  tree.find((one) => one.id === id)?.name ?? id
