import { readFileSync } from 'node:fs'
import { z } from 'zod'
import { readServices, type Service } from '#domains/residents/provider.ts'
import type { SecondFactorPolicy } from '#domains/staff/session.ts'
import { type SsoSetting, ssoForm } from '#domains/staff/sso.ts'

type Environment = Readonly<Record<string, string | undefined>>

/** How staff come in, as the environment says it; faults are told as sentences. */
export interface SignInSettings {
  readonly secondFactor: SecondFactorPolicy
  readonly sso: { readonly setting: SsoSetting; readonly privateKey?: string } | undefined
  /** Services by which residents may come in: LINE Login, デジタル認証アプリ, GビズID, any other. */
  readonly services: readonly Service[]
}

/** Throws an Error that says which setting is wrong and what to do. */
export function signInSettings(env: Environment, production: boolean): SignInSettings {
  const policy = env.TOMONI_SECOND_FACTOR || 'required'
  if (policy !== 'required' && policy !== 'off')
    throw new Error(`TOMONI_SECOND_FACTOR は required か off です(いま: ${policy})`)
  if (policy === 'off' && production)
    throw new Error('本番(NODE_ENV=production)では TOMONI_SECOND_FACTOR=off にできません')
  const given = env.TOMONI_STAFF_OIDC
  const services = servicesFrom(env.TOMONI_RESIDENT_OIDC)
  return { secondFactor: policy, sso: given ? ssoFrom(given, production) : undefined, services }
}

/** The setting itself as JSON, or the path of a file with it. The key lies in a file of its own. */
function ssoFrom(given: string, production: boolean) {
  const setting = settingIn(given)
  if (production && !setting.issuer.startsWith('https:'))
    throw new Error('TOMONI_STAFF_OIDC: 本番では issuer を https://… にしてください')
  if (setting.clientSecret !== undefined && setting.privateKeyFile !== undefined)
    throw new Error(
      'TOMONI_STAFF_OIDC: clientSecret と privateKeyFile は、どちらか1つにしてください',
    )
  const { privateKeyFile } = setting
  if (privateKeyFile === undefined) return { setting }
  try {
    return { setting, privateKey: readFileSync(privateKeyFile, 'utf8') }
  } catch {
    throw new Error(`TOMONI_STAFF_OIDC: privateKeyFile を読めません(${privateKeyFile})`)
  }
}

function settingIn(given: string): SsoSetting {
  const text = given.trim().startsWith('{') ? given : textOf(given, 'TOMONI_STAFF_OIDC')
  try {
    return ssoForm.parse(JSON.parse(text))
  } catch (thrown) {
    const why = thrown instanceof z.ZodError ? z.prettifyError(thrown) : 'JSON ではありません'
    throw new Error(`TOMONI_STAFF_OIDC が正しくありません: ${why}`)
  }
}

/** A list as JSON, or the path of a file with it. */
function servicesFrom(given: string | undefined): readonly Service[] {
  if (!given) return []
  const text = given.trim().startsWith('[') ? given : textOf(given, 'TOMONI_RESIDENT_OIDC')
  try {
    return readServices(text)
  } catch (thrown) {
    const isShape = thrown instanceof z.ZodError
    const why = isShape ? z.prettifyError(thrown) : String(thrown)
    throw new Error(`TOMONI_RESIDENT_OIDC が正しくありません: ${why}`)
  }
}

function textOf(path: string, name: string): string {
  try {
    return readFileSync(path, 'utf8')
  } catch {
    throw new Error(`${name} のファイルを読めません(${path})`)
  }
}
