import type { Kind } from '#domains/notices/index.ts'
import { eraDate } from '#platform/calendar.ts'

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

type Reminded = { name: string; section: string; on: string; what: string; answers?: string }

/** Who is asked in a head's place is told why; those who were told earlier had a head. */
const insteadOf: Readonly<Record<string, readonly [ja: string, en: string]>> = {
  deputy: [
    'いま所属長がいないので、代理の方にお知らせしています。代理の方が渡せます。',
    'As there is no head, the deputy is asked and can pass it.',
  ],
  secretariat: [
    'いま所属長も代理もいないので、事務局にお知らせしています。事務局が渡せます。',
    'As there is neither head nor deputy, the secretariat is asked and can pass it.',
  ],
}

export const ending: Kind<Reminded> = {
  name: 'handovers.ending',
  audience: 'staff',
  title: title('引継ぎの最後の日が近い', 'Hand-overs that are due soon'),
  cadence: 'at-once',
  words: (locale, { section, on }) =>
    isJa(locale)
      ? {
          subject: `引継ぎをまだ渡していません(${section})`,
          line: `最後の日は${eraDate(on)}です。その日までに「全部渡す」を押してください。`,
        }
      : {
          subject: `Your hand-over is not passed yet (${section})`,
          line: `Your last day is ${on}. Please pass everything by then.`,
        },
}

export const late: Kind<Reminded> = {
  name: 'handovers.late',
  audience: 'staff',
  title: title('期限を過ぎた引継ぎ', 'Hand-overs that are overdue'),
  cadence: 'at-once',
  words: (locale, { name, section, on, what, answers = 'head' }) => {
    const why = insteadOf[answers]?.[isJa(locale) ? 0 : 1]
    if (isJa(locale))
      return {
        subject: `引継ぎが遅れています(${section} ${name})`,
        line:
          what === 'pass'
            ? `${eraDate(on)}で終わりましたが、まだ渡していません。${why ?? '所属長が渡せます。'}`
            : `${eraDate(on)}までの受け取りが、まだです。${why ?? ''}`,
      }
    return {
      subject: `Overdue: the hand-over of ${name}, ${section}`,
      line:
        what === 'pass'
          ? `Service ended on ${on}, and nothing has been passed. ${why ?? 'The head can pass it.'}`
          : `It was to be received by ${on}. ${why ?? ''}`.trim(),
    }
  },
}

export const kinds: readonly Kind[] = [prepared, passed, ending, late] as readonly Kind[]
