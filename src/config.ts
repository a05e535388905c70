import { randomBytes } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { readMailServer } from '#platform/mail/imap.ts'
import { readMailbox } from '#platform/mail/mailbox.ts'
import { BadProxy, type TrustedProxies, trustedProxies } from '#platform/network.ts'
import { readSeal, type Seal } from '#platform/seal.ts'
import { type RushTerms, readRush } from './rush-terms.ts'
import { type SignInSettings, signInSettings } from './sign-in-settings.ts'

/** Every setting there is, read once at the start. The table in docs/settings.md says the same. */
export interface Config extends SignInSettings {
  /** Folder of the embedded database, of files, and of the control socket. */
  readonly dataDir: string
  /** PostgreSQL ≥ 15; without it the embedded database is used. */
  readonly databaseUrl: string | undefined
  readonly host: string
  readonly port: number
  /** Signs sessions and form tokens; at least 32 characters. */
  readonly secret: string
  /** Closes personal data in the database (platform/seal.ts). */
  readonly seal: Seal
  /** Who may read /metrics says this as a bearer token; without it there is no such address. */
  readonly metricsToken: string | undefined
  /** Proxies that stand before us, by address: what they say in X-Forwarded-For is believed. */
  readonly proxies: TrustedProxies
  /** How much a public form gets in ten calm minutes, before work is asked for. */
  readonly rush: RushTerms
  readonly smtpUrl: string | undefined
  /** The mailbox of this one city; with TOMONI_CITIES each has its own in that file. */
  readonly imapUrl: string | undefined
  /** From whom mails come: kyodo@city.example.jp, or 名前 <kyodo@city.example.jp>. */
  readonly mailFrom: string
  /** The public address, as browsers see it: https://plan.example.jp */
  readonly origin: string
  readonly production: boolean
  /** What time it is; the demo city has its own. */
  readonly clock: () => Date
}

/** A setting that the product will not start with. Says which one and what to do. */
export class BadSetting extends Error {
  override name = 'BadSetting'
}

type Environment = Readonly<Record<string, string | undefined>>

export function readConfig(env: Environment): Config {
  const production = env.NODE_ENV === 'production'
  const dataDir = resolve(env.TOMONI_DATA || 'data')
  const port = Number(env.PORT || 8080)
  if (!Number.isInteger(port) || port < 0 || port > 65535)
    throw new BadSetting(`PORT は 0〜65535 の整数にしてください(いま: ${env.PORT})`)
  const host = env.HOST || '127.0.0.1'
  const shown = host === '0.0.0.0' || host === '::' || host === '127.0.0.1' ? 'localhost' : host
  const origin = (env.TOMONI_ORIGIN || `http://${shown}:${port}`).replace(/\/$/, '')
  if (!URL.canParse(origin) || !/^https?:$/.test(new URL(origin).protocol))
    throw new BadSetting(`TOMONI_ORIGIN は https://… の形にしてください(いま: ${origin})`)
  const secret = secretFrom(env.TOMONI_SECRET, dataDir, production)
  return {
    dataDir,
    databaseUrl: env.DATABASE_URL || undefined,
    host,
    port,
    secret,
    seal: said(() => readSeal(env.TOMONI_SEAL_KEYS, secret)),
    metricsToken: env.TOMONI_METRICS_TOKEN || undefined,
    proxies: proxiesFrom(env.TOMONI_TRUSTED_PROXY),
    rush: said(() => readRush(env.TOMONI_RUSH)),
    smtpUrl: env.SMTP_URL || undefined,
    imapUrl: imapUrlIn(env.IMAP_URL),
    mailFrom: mailFromIn(env, origin),
    origin,
    production,
    clock: () => new Date(),
    ...said(() => signInSettings(env, production)),
  }
}

/** A part that reads its own setting throws the words to show. */
function said<T>(read: () => T): T {
  try {
    return read()
  } catch (thrown) {
    throw new BadSetting(thrown instanceof Error ? thrown.message : String(thrown))
  }
}

function imapUrlIn(given: string | undefined): string | undefined {
  if (given) said(() => readMailServer(given))
  return given || undefined
}

/** Where mail really leaves the house, its sender is said; a folder of files may have any. */
function mailFromIn(env: Environment, origin: string): string {
  if (env.SMTP_URL && !/^smtps?:\/\/./.test(env.SMTP_URL))
    throw new BadSetting('SMTP_URL は smtp://… か smtps://… の形にしてください')
  if (env.SMTP_URL && !env.TOMONI_MAIL_FROM)
    throw new BadSetting('SMTP_URL を決めたときは TOMONI_MAIL_FROM(差出人のアドレス)も必要です')
  const from = env.TOMONI_MAIL_FROM || `tomoni@${new URL(origin).hostname}`
  try {
    readMailbox(from)
  } catch {
    if (env.TOMONI_MAIL_FROM)
      throw new BadSetting(
        `TOMONI_MAIL_FROM はメールアドレスか 名前 <アドレス> の形にしてください(いま: ${from})`,
      )
    return 'tomoni@localhost'
  }
  return from
}

function proxiesFrom(given: string | undefined): TrustedProxies {
  try {
    return trustedProxies(given)
  } catch (thrown) {
    if (!(thrown instanceof BadProxy)) throw thrown
    throw new BadSetting(
      `TOMONI_TRUSTED_PROXY は IP アドレスか範囲(10.0.0.0/8)をコンマで並べてください(いま: ${thrown.message})`,
    )
  }
}

const isWeak = (secret: string) => secret.length < 32 || new Set(secret).size < 12

/**
 * In production the secret comes from outside or the server does not start: fail closed. Elsewhere a
 * random one is made once and kept beside the data, so that sessions outlive a restart.
 */
function secretFrom(given: string | undefined, dataDir: string, production: boolean): string {
  if (given) {
    if (isWeak(given))
      throw new BadSetting(
        'TOMONI_SECRET が弱すぎます。32文字以上の推測されない値にしてください(例: openssl rand -base64 48)',
      )
    return given
  }
  if (production)
    throw new BadSetting(
      '本番(NODE_ENV=production)では TOMONI_SECRET が必要です(例: openssl rand -base64 48)',
    )
  const path = join(dataDir, 'secret')
  if (existsSync(path)) {
    const kept = readFileSync(path, 'utf8').trim()
    if (isWeak(kept))
      throw new BadSetting(`${path} が壊れています。消すと新しく作ります(職員は入り直しになります)`)
    return kept
  }
  mkdirSync(dataDir, { recursive: true })
  const made = randomBytes(36).toString('base64url')
  writeFileSync(path, `${made}\n`, { mode: 0o600 })
  return made
}
