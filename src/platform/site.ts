import { z } from 'zod'
import type { Reader, Writer } from './database.ts'

const words = z.object({
  ja: z.string().min(1),
  easy: z.string().min(1),
  en: z.string().min(1),
  ko: z.string().min(1),
})
const maybe = z.object({ ja: z.string(), easy: z.string(), en: z.string(), ko: z.string() })

/** Who runs this site, in every language: one row, changed by those who install it. */
export const profileForm = z.object({
  /** 全国地方公共団体コード, six digits. */
  code: z.string().regex(/^\d{6}$/),
  name: words,
  /** Who answers for the plan. */
  unit: words,
  phone: z.string(),
  hours: maybe,
  address: maybe,
  licence: z.string().min(1),
  /** Where the source of the running program can be had: AGPL section 13 asks for it where it was changed. */
  source: z.url({ protocol: /^https?$/ }).exactOptional(),
  /** Said on every page of a demonstration, so that nobody takes it for the city's own. */
  notice: maybe.exactOptional(),
})
export type SiteProfile = Readonly<z.output<typeof profileForm>>

const same = (text: string) => ({ ja: text, easy: text, en: text, ko: text })

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
