/** Who acts: a member of staff, the system itself (`sys_…`), or nobody known. */
export type ActorId = `per_${string}` | `sys_${string}` | 'anonymous'

/** What a person may be called on to do. A role counts only within its department, where one is given. */
export type Role = 'secretariat' | 'department' | 'viewer'

export interface Actor {
  readonly id: ActorId
  readonly name: string
  readonly roles: readonly Role[]
  /** The department whose items a person with the role `department` may work on. */
  readonly department?: string
}

export const anonymous: Actor = { id: 'anonymous', name: '', roles: [] }

/** The command line acts as the secretariat of the machine on which it runs. */
export const commandLine: Actor = { id: 'sys_cli', name: 'tomoni', roles: ['secretariat'] }
