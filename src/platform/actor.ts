/** Who acts: a member of staff, a resident with an account, the system itself (`sys_…`), or nobody known. */
export type ActorId = `per_${string}` | `res_${string}` | `sys_${string}` | 'anonymous'

/**
 * One way of standing to the things of one chapter, as its workflow table names it: `plan.secretariat`.
 * A role is a named set of these; a chapter's `standing()` asks for them and for nothing else.
 */
export type Permission = `${string}.${string}`

/** Within what a duty counts. What is not said is not limited: an empty scope is the whole city. */
export interface Scope {
  /** The sections, each by its id and by every name that it or what it took over ever had. */
  readonly sections?: readonly string[]
  readonly districts?: readonly string[]
  /** One call, contest or committee, by its id. */
  readonly schemes?: readonly string[]
}

/** 職務: a role that a person holds today, and within what. Duties that ended or lie ahead are not here. */
export interface Duty {
  readonly role: string
  readonly permissions: readonly Permission[]
  readonly scope: Scope
}

export interface Actor {
  readonly id: ActorId
  readonly name: string
  readonly duties: readonly Duty[]
  /** The section in which the person mainly works, as it is called today. */
  readonly department?: string
}

export const anonymous: Actor = { id: 'anonymous', name: '', duties: [] }

const meets = (mine: readonly string[] | undefined, theirs: readonly string[] | undefined) =>
  mine === undefined || (theirs?.some((one) => mine.includes(one)) ?? false)

/**
 * Whether a duty of this person gives a permission for something that lies in these sections, districts
 * and schemes. A duty limited to sections says no to what names none.
 */
export const holds = (actor: Actor, permission: Permission, place: Scope = {}): boolean =>
  actor.duties.some(
    ({ permissions, scope }) =>
      permissions.includes(permission) &&
      meets(scope.sections, place.sections) &&
      meets(scope.districts, place.districts) &&
      meets(scope.schemes, place.schemes),
  )

/** Whether any duty gives the permission at all, for whatever place. */
export const holdsSomewhere = (actor: Actor, permission: Permission): boolean =>
  actor.duties.some(({ permissions }) => permissions.includes(permission))

export const isStaff = (actor: Actor): boolean => actor.duties.length > 0

/** 係と名: what a person may know of who acted. The ledger has the colleague's number. */
export const sectionAndName = ({ department, name }: Actor): string =>
  department && !name.startsWith(department) ? `${department} ${name}` : name
