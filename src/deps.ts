import type { Kysely } from 'kysely'
import type { Registry } from '#domains/moderation/index.ts'
import type { Service } from '#domains/residents/provider.ts'
import type { Auth } from '#domains/staff/auth.ts'
import type { Assets } from '#platform/assets.ts'
import type { Files } from '#platform/files.ts'
import type { SetAside } from '#platform/mail/maildir.ts'
import type { TrustedProxies } from '#platform/network.ts'
import type { Seal } from '#platform/seal.ts'
import type { DB } from '#platform/tables.ts'
import type { LogLine } from '#platform/web.ts'
import type { RushTerms } from './rush-terms.ts'

/** What the site of one city is made with. */
export interface Deps {
  readonly db: Kysely<DB>
  readonly now: () => Date
  readonly auth: Auth
  readonly assets: Assets
  readonly files: Files
  readonly secret: string
  readonly seal: Seal
  /** Without it nobody reads /metrics. */
  readonly metricsToken?: string
  /** Whose word on who asked is believed; nobody's unless said. */
  readonly proxies?: TrustedProxies
  /** What residents write and who is told of decisions, where that is not `moderated.tsx`. */
  readonly moderated?: Registry
  /** How much a public form gets in calm times, by name. */
  readonly rush?: RushTerms
  /** https://plan.example.jp */
  readonly origin: string
  /** Other services by which residents may sign in. */
  readonly services?: readonly Service[]
  readonly log: (line: LogLine) => void
  readonly bug: (requestId: string, thrown: unknown) => void
  /** Told after a change: there may be something to send. */
  readonly nudge?: () => void
  /** Where mails lie, and how one is read, when there is no server for them. */
  readonly mailFolder?: string
  readonly mailKept?: (mailId: string) => Promise<Buffer | undefined>
  /** Mails to the city that no program could read, for a person to look at. */
  readonly setAside?: SetAside
  /** Whether the database answers. */
  readonly ready: () => Promise<boolean>
}
