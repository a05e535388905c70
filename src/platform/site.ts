import type { Reader, Writer } from './database.ts'

type Words = Readonly<Record<'ja' | 'easy' | 'en' | 'ko', string>>

/** Who runs this site, in every language: one row, changed by those who install it. */
export interface SiteProfile {
  /** 全国地方公共団体コード, six digits. */
  readonly code: string
  readonly name: Words
  /** Who answers for the plan. */
  readonly unit: Words
  readonly phone: string
  readonly hours: Words
  readonly address: Words
  readonly licence: string
  /** Said on every page of a demonstration, so that nobody takes it for the city's own. */
  readonly notice?: Words
}

const same = (text: string): Words => ({ ja: text, easy: text, en: text, ko: text })

/** Until the city has said who it is. */
export const unnamed: SiteProfile = {
  code: '',
  name: { ja: '市', easy: '{市|し}', en: 'City', ko: '시' },
  unit: { ja: '市役所', easy: '{市役所|しやくしょ}', en: 'City hall', ko: '시청' },
  phone: '',
  hours: same(''),
  address: same(''),
  licence: 'CC BY 4.0',
}

export async function siteProfile(db: Reader): Promise<SiteProfile> {
  const row = await db.selectFrom('site').select('profile').executeTakeFirst()
  return row ? (row.profile as unknown as SiteProfile) : unnamed
}

export async function saveSite(tx: Writer, profile: SiteProfile): Promise<void> {
  const row = { profile: JSON.stringify(profile), version: 1 }
  await tx
    .insertInto('site')
    .values(row)
    .onConflict((oc) => oc.column('id').doUpdateSet({ profile: row.profile }))
    .execute()
}
