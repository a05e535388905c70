import { type Due, dueKinds, type Kind, type Locale } from './notice.ts'

/** 今日の仕事 of a member of staff, as one notice. */
export const morning: Kind<{ readonly dues: readonly DueSaid[] }> = {
  name: 'notices.morning',
  audience: 'staff',
  title: {
    ja: '朝のまとめ(期限・決裁待ち・未回答)',
    easy: '{朝|あさ}のまとめ',
    en: 'Morning summary (deadlines, decisions, unanswered)',
    ko: '아침 요약(기한·결재 대기·미답변)',
  },
  cadence: 'daily',
  unlisted: true,
  words: (locale, { dues }) => {
    const w = morningWords[locale === 'ja' || locale === 'easy' ? 'ja' : 'en']
    const counts = dueKinds.flatMap((kind) => {
      const count = dues.filter((due) => due.kind === kind).length
      return count ? [w.counted(w.kinds[kind], count)] : []
    })
    const line = counts.join(w.and)
    return {
      subject: w.subject(line),
      line,
      body: dueKinds.flatMap((kind) => {
        const of = dues.filter((due) => due.kind === kind)
        const lines = of.map((due) => `・${due[w.tongue]}${due.on ? w.on(due.on) : ''}`)
        return of.length ? [`${w.kinds[kind]}\n${lines.join('\n')}`] : []
      }),
    }
  },
}

/** A line of the summary as it is kept with the notice. */
export interface DueSaid {
  readonly [key: string]: string | null
  readonly kind: Due['kind']
  readonly ja: string
  readonly en: string
  readonly path: string
  readonly on: string | null
}

const morningWords = {
  ja: {
    tongue: 'ja',
    subject: (line: string) => `今日の仕事: ${line}`,
    counted: (kind: string, n: number) => `${kind} ${n}件`,
    and: '、',
    kinds: {
      overdue: '期限を過ぎたもの',
      due: '今日が期限のもの',
      decision: '決裁を待つもの',
      unanswered: 'まだ答えていないもの',
    },
    on: (day: string) => `(${day})`,
  },
  en: {
    tongue: 'en',
    subject: (line: string) => `Today: ${line}`,
    counted: (kind: string, n: number) => `${kind} ${n}`,
    and: ', ',
    kinds: {
      overdue: 'Overdue',
      due: 'Due today',
      decision: 'Waiting for your decision',
      unanswered: 'Unanswered',
    },
    on: (day: string) => ` (${day})`,
  },
} as const

const said: Readonly<Record<Locale, { readonly subject: string; readonly line: string }>> = {
  ja: {
    subject: '届かないメールアドレスがあります',
    line: 'メールが届かない宛先が見つかりました。本人に確かめてください',
  },
  easy: {
    subject: '{届|とど}かないメールアドレスがあります',
    line: 'メールが {届|とど}かない {人|ひと}がいます。{本人|ほんにん}に {聞|き}いてください',
  },
  en: {
    subject: 'An address cannot be reached',
    line: 'Mail to a recipient comes back. Please check with the person',
  },
  ko: {
    subject: '도달하지 않는 메일 주소가 있습니다',
    line: '메일이 도달하지 않는 수신자가 있습니다. 본인에게 확인해 주세요',
  },
}

export const unreachable: Kind<{ readonly status: string }> = {
  name: 'notices.unreachable',
  audience: 'staff',
  title: {
    ja: '届かない宛先',
    easy: '{届|とど}かない {人|ひと}',
    en: 'Addresses that cannot be reached',
    ko: '도달하지 않는 주소',
  },
  cadence: 'daily',
  words: (locale, { status }) => ({
    subject: said[locale].subject,
    line: status ? `${said[locale].line} (${status})` : said[locale].line,
  }),
}

/** The kinds that this chapter itself tells. */
export const ownKinds: readonly Kind[] = [morning, unreachable]
