import { type Happened, toldWords } from '#domains/moderation/index.ts'
import type { Kind } from '#domains/notices/index.ts'
import { eraDate } from '#platform/calendar.ts'
import type { Why } from './group.ts'
import { urls } from './group-urls.ts'

type Locale = 'ja' | 'easy' | 'en' | 'ko'

/** 14 January 2013 in the reader's language. */
const day = (locale: Locale, on: string): string => {
  if (locale === 'ja' || locale === 'easy') return eraDate(on)
  const form = { dateStyle: 'long', timeZone: 'UTC' } as const
  return new Intl.DateTimeFormat(locale, form).format(new Date(`${on}T00:00:00Z`))
}

interface RequestWords {
  readonly subject: Readonly<Record<Why, (item: string) => string>>
  readonly first: Readonly<Record<Why, (item: string) => string>>
  readonly reason: (text: string) => string
  readonly due: (on: string, until: string) => string
  readonly how: string
  readonly secret: string
  readonly open: string
}

const words: Readonly<Record<Locale, RequestWords>> = {
  ja: {
    subject: {
      asked: (item) => `取り組みの報告のお願い(${item})`,
      again: (item) => `取り組みの報告のリンク(${item})`,
      reminder: (item) => `取り組みの報告の期限が近づいています(${item})`,
      returned: (item) => `取り組みの報告の書き直しのお願い(${item})`,
    },
    first: {
      asked: (item) => `「${item}」について、皆さんの取り組みを教えてください。`,
      again: (item) =>
        `「${item}」の報告のリンクを、新しく送ります。前のリンクは使えなくなりました。`,
      reminder: (item) => `「${item}」の報告を、まだいただいていません。`,
      returned: (item) => `「${item}」の報告について、書き直していただきたいところがあります。`,
    },
    reason: (text) => `書き直していただきたいところ: ${text}`,
    due: (on, until) => `期限は${on}です。リンクは${until}まで使えます。`,
    how: '登録はいりません。前に書いたことは入っています。途中で保存することもできます。市は、皆さんの文を書き変えません。',
    secret:
      'このリンクを知っている人は、だれでも皆さんの代わりに書くことができます。ほかの人に渡さないでください。',
    open: '報告を書く',
  },
  easy: {
    subject: {
      asked: (item) => `{活動|かつどう}の {報告|ほうこく}を お{願|ねが}いします (${item})`,
      again: (item) => `{報告|ほうこく}の {新|あたら}しい リンク (${item})`,
      reminder: (item) => `{報告|ほうこく}の {日|ひ}が {近|ちか}いです (${item})`,
      returned: (item) => `{報告|ほうこく}を もう{一度|いちど} {書|か}いてください (${item})`,
    },
    first: {
      asked: (item) => `「${item}」で あなたたちが したことを {教|おし}えてください。`,
      again: (item) =>
        `「${item}」の {新|あたら}しい リンクです。{前|まえ}の リンクは もう {使|つか}えません。`,
      reminder: (item) => `「${item}」の {報告|ほうこく}を {待|ま}っています。`,
      returned: (item) => `「${item}」の {報告|ほうこく}に {直|なお}してほしい ところが あります。`,
    },
    reason: (text) => `{直|なお}してほしい ところ: ${text}`,
    due: (on, until) => `${on}までに {書|か}いてください。リンクは ${until}まで {使|つか}えます。`,
    how: '{名前|なまえ}の {登録|とうろく}は いりません。{前|まえ}に {書|か}いたことが {入|はい}っています。{市|し}は あなたたちの {文|ぶん}を {変|か}えません。',
    secret: 'この リンクを ほかの {人|ひと}に {教|おし}えないでください。',
    open: '{報告|ほうこく}を {書|か}く',
  },
  en: {
    subject: {
      asked: (item) => `Please report on your part (${item})`,
      again: (item) => `Your link to report (${item})`,
      reminder: (item) => `Your report is due soon (${item})`,
      returned: (item) => `Please look at your report once more (${item})`,
    },
    first: {
      asked: (item) => `Please tell us what your group has done for “${item}”.`,
      again: (item) => `Here is a new link to report on “${item}”. The old one no longer works.`,
      reminder: (item) => `We have not had your report on “${item}” yet.`,
      returned: (item) => `There is something in your report on “${item}” to look at once more.`,
    },
    reason: (text) => `What to look at (in Japanese): ${text}`,
    due: (on, until) => `It is due on ${on}. The link works until ${until}.`,
    how: 'You need no account. What you said last time is filled in, and you can save as you go. The city changes nothing in your text.',
    secret: 'Whoever has this link can write in your name. Please do not pass it on.',
    open: 'Write the report',
  },
  ko: {
    subject: {
      asked: (item) => `활동 보고를 부탁드립니다 (${item})`,
      again: (item) => `활동 보고 링크 (${item})`,
      reminder: (item) => `보고 기한이 다가왔습니다 (${item})`,
      returned: (item) => `보고를 다시 살펴봐 주세요 (${item})`,
    },
    first: {
      asked: (item) => `“${item}”에 대해 여러분이 하신 일을 알려 주세요.`,
      again: (item) => `“${item}” 보고를 위한 새 링크입니다. 이전 링크는 쓸 수 없습니다.`,
      reminder: (item) => `“${item}”의 보고를 아직 받지 못했습니다.`,
      returned: (item) => `“${item}” 보고에 다시 살펴보실 곳이 있습니다.`,
    },
    reason: (text) => `다시 살펴보실 곳(일본어): ${text}`,
    due: (on, until) => `기한은 ${on}입니다. 링크는 ${until}까지 쓸 수 있습니다.`,
    how: '회원 가입은 필요 없습니다. 지난번에 쓰신 내용이 들어 있고, 도중에 저장할 수 있습니다. 시는 여러분의 글을 고치지 않습니다.',
    secret: '이 링크를 아는 사람은 누구나 대신 쓸 수 있습니다. 다른 사람에게 알리지 마세요.',
    open: '보고 쓰기',
  },
}

type Titles = { readonly [L in Locale]: string }

/** The link of a group. Sealed until it is sent, then wiped: its token stands nowhere else. */
export const groupRequest: Kind<{
  readonly why: Why
  readonly titles: Titles
  readonly due: string
  readonly until: string
  readonly reason: string
  readonly token: string
}> = {
  name: 'progress.group-request',
  audience: 'others',
  title: {
    ja: '団体への報告のお願い',
    easy: '{団体|だんたい}への お{願|ねが}い',
    en: 'Requests to groups',
    ko: '단체에 드리는 부탁',
  },
  cadence: 'at-once',
  urgent: true,
  secret: true,
  unlisted: true,
  words: (locale, { why, titles, due, until, reason, token }) => {
    const w = words[locale]
    const item = titles[locale]
    return {
      subject: w.subject[why](item),
      line: w.first[why](item),
      body: [
        w.first[why](item),
        ...(reason ? [w.reason(reason)] : []),
        w.due(day(locale, due), day(locale, until)),
        w.how,
        w.secret,
      ],
      links: [{ text: w.open, path: urls.report(token) }],
    }
  },
}

const settled: Readonly<Record<Locale, (item: string) => readonly [string, string]>> = {
  ja: (item) => [
    `報告を公表しました(${item})`,
    '皆さんの報告を、書かれたとおりに公表しました。市の報告と並べて読むことができます。ありがとうございました。',
  ],
  easy: (item) => [
    `{報告|ほうこく}を みんなに {見|み}せました (${item})`,
    'あなたたちの {報告|ほうこく}と {市|し}の {報告|ほうこく}を ならべて {読|よ}むことが できます。ありがとうございました。',
  ],
  en: (item) => [
    `Your report has been published (${item})`,
    'It stands as you wrote it, beside the report of the city. Thank you.',
  ],
  ko: (item) => [
    `보고를 공표했습니다 (${item})`,
    '쓰신 그대로 시의 보고와 나란히 읽을 수 있습니다. 감사합니다.',
  ],
}

/** The group's own report is public. */
export const groupSettled: Kind<{ readonly titles: Titles }> = {
  name: 'progress.group-settled',
  audience: 'others',
  title: {
    ja: '団体の報告の公表',
    easy: '{団体|だんたい}の {報告|ほうこく}',
    en: 'Reports of groups',
    ko: '단체의 보고',
  },
  cadence: 'at-once',
  urgent: true,
  unlisted: true,
  words: (locale, { titles }) => {
    const [subject, text] = settled[locale](titles[locale])
    return { subject, line: subject, body: [text] }
  },
}

const ownPage: Readonly<Record<Locale, string>> = {
  ja: '報告のページを開く',
  easy: '{報告|ほうこく}の ページを {開|ひら}く',
  en: 'Open the page of your report',
  ko: '보고 페이지 열기',
}

/** What moderation decided of a report: with the link under which the group reads it and asks for another look. */
export const groupModerated: Kind<{
  readonly titles: Titles
  readonly token: string
  readonly reason: string
  readonly happened: Happened
}> = {
  name: 'progress.group-moderated',
  audience: 'others',
  title: {
    ja: '団体の報告の見守り',
    easy: '{団体|だんたい}の {報告|ほうこく}を {見|み}まもる',
    en: 'Decisions on reports of groups',
    ko: '단체 보고의 관리',
  },
  cadence: 'at-once',
  urgent: true,
  secret: true,
  unlisted: true,
  words: (locale, { titles, token, reason, happened }) => {
    const { subject, body } = toldWords(locale, happened, reason)
    const about = `${titles[locale]}: ${subject}`
    const links = [{ text: ownPage[locale], path: urls.report(token) }]
    return { subject: about, line: about, body: [about, ...body], links }
  },
}
