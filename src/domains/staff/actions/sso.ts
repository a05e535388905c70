import { addDays, type IsoDate, localDate } from '#platform/calendar.ts'
import type { Ctx } from '#platform/context.ts'
import type { Writer } from '#platform/database.ts'
import { newId } from '#platform/id.ts'
import type { Fact } from '#platform/ledger.ts'
import { accept, no } from '#platform/result.ts'
import { nothing, permit } from '#platform/workflow.ts'
import { type RoleName, roles, rolesByServing } from '../roles.ts'
import { type Origin, type SecondFactorPolicy, type Session, stageAfter } from '../session.ts'
import type { SsoPerson, SsoSetting } from '../sso.ts'
import { isOn, type StaffId } from '../staff.ts'
import { departments } from '../store/organisation.ts'
import * as people from '../store/people.ts'
import * as posts from '../store/posts.ts'
import { endDutyOn } from '../store/serving.ts'
import * as store from '../store/sso.ts'
import { standing, workflow } from '../workflow.ts'
import { enter, type Opened } from './enter.ts'

/** Who gave what a group of the directory gives. */
const directory = 'sys_directory'

interface Coming {
  readonly person: SsoPerson
  readonly idToken: string
  readonly from: Origin
  readonly onward: string
  readonly replaces?: Session | undefined
  readonly policy: SecondFactorPolicy
}

/**
 * Lets in whom the city's directory names, if they are on the roster, or, where the city says so, opens
 * the account. Refused as `sso-unknown` with everything undone: strangers, people who left, people whom
 * neither the roster nor a group gives anything to do.
 */
export const enterBySso = (ctx: Ctx, setting: SsoSetting, coming: Coming): Promise<Opened> => {
  accept(permit(workflow, 'signIn', standing(ctx.actor), nothing))
  return ctx.record(async (tx) => {
    const { person, idToken, from, onward, replaces, policy } = coming
    const today = localDate(ctx.now)
    const [user, ...facts] = await identified(tx, ctx, setting, person, today)
    const mine = await people.personById(tx, user, today)
    if (!mine || (mine.leftOn !== null && mine.leftOn < today)) return refused()
    facts.push(...(await fitRoles(tx, ctx, user, person.roles, today)))
    if (!(await people.actorOf(tx, user, today))) return refused()
    const stage = stageAfter(policy, person.provedTwice ? 'both' : 'first', false)
    const entry = { user, way: 'sso' as const, stage, from, onward, replaces, idToken }
    const [opened, first, ...rest] = await enter(tx, ctx, entry)
    return [opened, first, ...rest, ...facts]
  })
}

const refused = (): never => accept(no({ kind: 'refused', reason: 'sso-unknown' }))

async function identified(
  tx: Writer,
  ctx: Pick<Ctx, 'now'>,
  { issuer, admit }: SsoSetting,
  person: SsoPerson,
  today: IsoDate,
): Promise<[StaffId, ...Fact[]]> {
  const { subject } = person
  const linked = await store.linked(tx, issuer, subject)
  if (linked) return [linked]
  const { basis } = workflow.signIn
  const known = await store.known(tx, issuer, person)
  // An address that has come to another person must not open the account of the first.
  if (known?.taken) return refused()
  if (known) {
    await store.link(tx, known.user, issuer, subject, ctx.now)
    return [known.user, { fact: 'staff.directory-linked', subject: known.user, basis }]
  }
  const { email, name, employeeNo } = person
  if (admit !== 'create' || !email || !name) return refused()
  const user: StaffId = newId('per')
  await people.insertAccount(tx, { id: user, name, email, employeeNo }, null, ctx.now)
  await store.link(tx, user, issuer, subject, ctx.now)
  const facts: Fact[] = [
    { fact: 'staff.member-added', subject: user, basis, detail: { by: directory } },
  ]
  const place = (await departments(tx, today)).find((d) => d.name === person.department)
  if (place) {
    const id = newId('asg')
    const span = { id, user, department: place.id, from: today, until: null }
    const post = { post: '担当', rank: 'member', isMain: true } as const
    await posts.insertAssignment(tx, { ...span, ...post, madeBy: directory, reason: basis })
    facts.push({
      fact: 'staff.assigned',
      subject: user,
      basis,
      detail: { assignment: id, department: place.id, from: today },
    })
  }
  return [user, ...facts]
}

/** What the groups give today: no more and no less; what people have granted is not touched. */
async function fitRoles(
  tx: Writer,
  ctx: Pick<Ctx, 'now'>,
  user: StaffId,
  wanted: readonly RoleName[],
  today: IsoDate,
): Promise<Fact[]> {
  const { basis } = workflow.grantRole
  const held = (await posts.grantedDuties(tx, user)).filter(
    (d) => d.grantedBy === directory && isOn(d, today),
  )
  const facts: Fact[] = []
  for (const duty of held.filter((d) => !wanted.some((role) => role === d.role))) {
    await endDutyOn(tx, duty.id, addDays(today, -1))
    facts.push({
      fact: 'staff.role-revoked',
      subject: user,
      basis,
      detail: { duty: duty.id, role: duty.role },
    })
  }
  const served = (await posts.assignmentsOf(tx, user)).filter((a) => isOn(a, today))
  const section = (served.find((a) => a.isMain) ?? served[0])?.department ?? null
  for (const role of wanted) {
    const { reach } = roles[role]
    const isLimited = reach === 'section'
    if (held.some((d) => d.role === role) || rolesByServing.has(role)) continue
    // Districts and schemes cannot be named by a group; without a section there is nowhere to serve.
    if (reach === 'district' || reach === 'scheme' || (isLimited && !section)) continue
    const id = newId('dty')
    const scope = { department: isLimited ? section : null, district: null, scheme: null }
    const grant = { grantedBy: directory, reason: basis, from: today, until: null }
    await posts.insertDuty(tx, { id, user, role, ...scope, ...grant }, ctx.now)
    facts.push({
      fact: 'staff.role-granted',
      subject: user,
      basis,
      detail: { duty: id, role, from: today },
    })
  }
  return facts
}
