/** Words around signing in; the sign-in page is public, and so in four languages. */
const ja = {
  signIn: '職員の入口',
  signInLead: '市の職員が計画を作り、直すための入口です。市民の方は、そのままご覧になれます。',
  email: 'メールアドレス',
  password: '合言葉(パスワード)',
  enter: '入る',
  wrong: 'メールアドレスか合言葉が違います。もう一度お確かめください。',
  tooMany: '続けて間違えたため、しばらく入れません。15分ほど待ってからお試しください。',
  forgot: '合言葉を忘れたときは、事務局にお知らせください。',
}
export type StaffMessages = typeof ja

const easy: StaffMessages = {
  signIn: '{市|し}の{職員|しょくいん}の{入口|いりぐち}',
  signInLead:
    'ここは{市|し}の{職員|しょくいん}のページです。{市民|しみん}の{人|ひと}は{使|つか}いません。',
  email: 'メールアドレス',
  password: 'パスワード',
  enter: '{入|はい}る',
  wrong: 'メールアドレスかパスワードがちがいます。',
  tooMany: '{今|いま}は{入|はい}ることができません。15{分|ふん}{待|ま}ってください。',
  forgot: 'わからないときは、{市役所|しやくしょ}に{聞|き}いてください。',
}
const en: StaffMessages = {
  signIn: 'Staff entrance',
  signInLead:
    'For city staff who make and edit the plan. Residents can read everything without signing in.',
  email: 'E-mail address',
  password: 'Password',
  enter: 'Sign in',
  wrong: 'The address or the password is not right. Please check both.',
  tooMany: 'Too many attempts. Please wait about 15 minutes and try again.',
  forgot: 'If you have forgotten your password, please tell the secretariat.',
}
const ko: StaffMessages = {
  signIn: '직원 입구',
  signInLead:
    '시 직원이 계획을 만들고 고치는 곳입니다. 시민은 로그인하지 않아도 모두 볼 수 있습니다.',
  email: '이메일 주소',
  password: '비밀번호',
  enter: '들어가기',
  wrong: '이메일 주소나 비밀번호가 맞지 않습니다. 다시 확인해 주세요.',
  tooMany: '여러 번 틀려서 잠시 들어갈 수 없습니다. 15분쯤 뒤에 다시 시도해 주세요.',
  forgot: '비밀번호를 잊었을 때는 사무국에 알려 주세요.',
}
export const messages = { ja, easy, en, ko }
