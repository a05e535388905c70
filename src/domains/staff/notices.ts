import type { Kind } from '#domains/notices/index.ts'

/** What a member of staff is told about their own account: at once, whatever they have set. */
const who = { audience: 'staff', cadence: 'at-once', urgent: true } as const

const askFirst = {
  ja: '心あたりがないときは、すぐに情報システムの担当に電話してください。',
  en: 'If this was not you, please call the information systems office at once.',
}
const tongue = (locale: string) => (locale === 'ja' || locale === 'easy' ? 'ja' : 'en')
const title = (ja: string, en: string) => ({ ja, easy: ja, en, ko: en })

export const newDevice: Kind<{ readonly device: string; readonly network: string }> = {
  ...who,
  name: 'staff.new-device',
  title: title('新しい端末からの利用', 'Use of a new device'),
  secret: true,
  words: (locale, { device, network }) =>
    tongue(locale) === 'ja'
      ? {
          subject: '新しい端末から入りました',
          line: `これまで使っていない端末(${device})から入りました`,
          body: [`端末: ${device}`, `ネットワーク: ${network}`, askFirst.ja],
        }
      : {
          subject: 'Signed in on a new device',
          line: `Your account was used on a device that is new (${device})`,
          body: [`Device: ${device}`, `Network: ${network}`, askFirst.en],
        },
}

export const passwordReset: Kind<{ readonly link: string }> = {
  ...who,
  name: 'staff.password-reset',
  title: title('合言葉の決め直し', 'A new password'),
  secret: true,
  unlisted: true,
  life: 30,
  words: (locale, { link }) =>
    tongue(locale) === 'ja'
      ? {
          subject: '合言葉を決め直すためのリンク',
          line: '合言葉を決め直すためのリンクです',
          body: [
            '次のページを開いて、新しい合言葉を決めてください。30分のあいだ、1回だけ使えます。',
            link,
            '頼んだ覚えがないときは、何もしなくてかまいません。今の合言葉のままです。',
          ],
        }
      : {
          subject: 'A link to choose a new password',
          line: 'A link to choose a new password',
          body: [
            'Open this page and choose a new password. It works once, within 30 minutes.',
            link,
            'If you did not ask for it, nothing needs to be done: your password stays as it is.',
          ],
        },
}

export const invitation: Kind<{ readonly link: string }> = {
  ...who,
  name: 'staff.invitation',
  title: title('職員の登録のお知らせ', 'Your account'),
  secret: true,
  unlisted: true,
  life: 14 * 24 * 60,
  words: (locale, { link }) =>
    tongue(locale) === 'ja'
      ? {
          subject: '協働推進の作業台に登録されました',
          line: '合言葉を決めると、作業台に入れます',
          body: [
            '次のページを開いて、合言葉を決めてください。14日のあいだ、1回だけ使えます。',
            link,
          ],
        }
      : {
          subject: 'You have an account at the desk',
          line: 'Choose a password, and the desk is open to you',
          body: ['Open this page and choose a password. It works once, within 14 days.', link],
        },
}

/** Something about the ways in was changed: by the person, or by the office for them. */
export const changes = ['password', 'temporary', 'factor', 'factor-removed', 'reset'] as const
export type AccessChange = (typeof changes)[number]

const changed = {
  ja: {
    password: '合言葉が変わりました',
    temporary: '仮の合言葉が発行されました',
    factor: '本人確認の手段が加わりました',
    'factor-removed': '本人確認の手段が外されました',
    reset: '本人確認の手段が、担当者によって取り消されました',
  },
  en: {
    password: 'Your password has been changed',
    temporary: 'A temporary password has been issued',
    factor: 'A way to prove who you are was added',
    'factor-removed': 'A way to prove who you are was removed',
    reset: 'Your ways to prove who you are were withdrawn by the office',
  },
} as const satisfies Record<string, Record<AccessChange, string>>

export const accessChanged: Kind<{ readonly change: AccessChange; readonly reason: string }> = {
  ...who,
  name: 'staff.access-changed',
  title: title('入り方の変更', 'Changes of how you sign in'),
  secret: true,
  words: (locale, { change, reason }) => {
    const t = tongue(locale)
    const line = changed[t][change]
    const why = reason ? [t === 'ja' ? `理由: ${reason}` : `Reason: ${reason}`] : []
    return { subject: line, line, body: [...why, askFirst[t]] }
  },
}

/** For the registry of the shell. */
export const accountKinds: readonly Kind[] = [newDevice, passwordReset, invitation, accessChanged]
