import type { Kind } from '#domains/notices/index.ts'
import type { Tongue } from '#domains/residents/index.ts'

interface Mailed {
  readonly subject: string
  readonly body: readonly string[]
}

const words: Readonly<Record<Tongue, (number: string, due: string) => Mailed>> = {
  ja: (number, due) => ({
    subject: `ご意見を受け付けました(${number})`,
    body: [
      `いただいたメールを受け付けました。受付番号は ${number} です。`,
      `${due}までに、このメールアドレスにお答えします。`,
      '今のままでは、いただいた内容を公表しません。名前を出さずに公表してよいときは、お電話でお知らせください。',
      '今どうなっているかは、受付番号をお電話か窓口でお伝えいただくと、お答えします。',
      'このメールは自動でお送りしています。書き足したいことがあるときは、新しいメールに受付番号を書いてください。',
    ],
  }),
  easy: (number, due) => ({
    subject: `メールを {受|う}け{取|と}りました(${number})`,
    body: [
      `あなたの メールを {受|う}け{取|と}りました。{番号|ばんごう}は ${number} です。`,
      `${due}までに、メールで {答|こた}えます。`,
      'あなたの {書|か}いた ことは、ほかの {人|ひと}に {見|み}せません。{見|み}せても よいときは、{電話|でんわ}して ください。',
      '{知|し}りたい ことが ある ときは、{電話|でんわ}か {窓口|まどぐち}で {番号|ばんごう}を {言|い}って ください。',
    ],
  }),
  en: (number, due) => ({
    subject: `We have received your mail (${number})`,
    body: [
      `We have received your mail. Its number is ${number}.`,
      `We will answer to this address by ${due}.`,
      'As it stands, we will not publish what you wrote. If it may be published without your name, please call us.',
      'To hear how it stands, tell us the number by phone or at the counter.',
      'This mail was sent automatically. To add something, write a new mail with the number.',
    ],
  }),
  ko: (number, due) => ({
    subject: `의견을 접수했습니다(${number})`,
    body: [
      `보내 주신 메일을 접수했습니다. 접수 번호는 ${number} 입니다.`,
      `${due}까지 이 메일 주소로 답변드립니다.`,
      '지금 상태로는 내용을 공표하지 않습니다. 이름을 밝히지 않고 공표해도 되면 전화로 알려 주세요.',
      '진행 상황은 전화나 창구에서 접수 번호를 말씀해 주시면 알려 드립니다.',
      '이 메일은 자동으로 보내졌습니다. 덧붙일 말씀이 있으면 새 메일에 접수 번호를 써 주세요.',
    ],
  }),
}

/** The number of a voice that came by mail, to where it came from. */
export const mailReceived: Kind<{ readonly number: string; readonly due: string }> = {
  name: 'voice.mail-received',
  audience: 'residents',
  title: {
    ja: 'メールで届いた声の受け付け',
    easy: 'メールを {受|う}け{取|と}った お{知|し}らせ',
    en: 'Receipt of a voice by mail',
    ko: '메일로 온 의견의 접수',
  },
  cadence: 'at-once',
  urgent: true,
  words: (locale, { number, due }) => {
    const { subject, body } = words[locale](number, due)
    return { subject, line: subject, body: [...body] }
  },
}

export const mailKinds: readonly Kind[] = [mailReceived]
