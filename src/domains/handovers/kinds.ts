import type { Kind } from '#domains/notices/index.ts'

type Locale = 'ja' | 'easy' | 'en' | 'ko'
const title = (ja: string, en: string): Record<Locale, string> => ({ ja, easy: ja, en, ko: en })
const isJa = (locale: Locale) => locale === 'ja' || locale === 'easy'

export const prepared: Kind<{ name: string; section: string; on: string }> = {
  name: 'handovers.prepared',
  audience: 'staff',
  title: title('引継ぎの用意', 'Hand-overs to prepare'),
  cadence: 'at-once',
  words: (locale, { name, section, on }) =>
    isJa(locale)
      ? {
          subject: `引継ぎの用意(${section} ${name})`,
          line: `${on}までに、渡すものを確かめてください。`,
        }
      : {
          subject: `Hand-over of ${name}, ${section}`,
          line: `Look at what is handed over by ${on}.`,
        },
}

export const passed: Kind<{ name: string; section: string; due: string }> = {
  name: 'handovers.passed',
  audience: 'staff',
  title: title('引継ぎの受け取り', 'Hand-overs to receive'),
  cadence: 'at-once',
  words: (locale, { name, section, due }) =>
    isJa(locale)
      ? {
          subject: `${name}さんから引継ぎがあります(${section})`,
          line: `${due}までに、受け取りを確かめてください。`,
        }
      : { subject: `${name} handed over to you (${section})`, line: `Please confirm by ${due}.` },
}

export const kinds: readonly Kind[] = [prepared, passed] as readonly Kind[]
