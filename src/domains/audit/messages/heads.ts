const ja = {
  title: '台帳の見出し',
  lead: '市の仕事の記録(台帳)が、あとから書きかえられていないことを、だれでも確かめられるようにしています。',
  parts: [
    [
      '見出しとは',
      '見出しは、その日までのすべての記録から計算した、64文字の短い文字列です。記録が1文字でも変わると、見出しはまったく別のものになります。',
    ],
    [
      'なぜ公表するのか',
      '市が古い記録をこっそり書きかえても、公表した見出しとは合わなくなります。見出しを手元に控えておけば、何年たっても確かめられます。記録そのものや個人情報は、見出しからは読み取れません。',
    ],
    [
      '確かめ方',
      '監査の担当者は、台帳を書き出したファイルと、この見出しとを照らし合わせます。計算の方法は、公開されている規格(RFC 9162)のとおりです。',
    ],
  ] as readonly (readonly [string, string])[],
  list: '日ごとの見出し',
  day: '日',
  size: '記録の数',
  root: '見出し',
  count: (n: string) => `${n}件`,
  none: 'まだ公表した見出しはありません。',
  noneTodo: '記録が始まると、毎日1つずつここに並びます。',
  late: (day: string) =>
    `最後の見出しは${day}のものです。それより後の見出しが公表されていません。気になる方は、市の窓口へお問い合わせください。`,
  gap: (from: string, until: string) =>
    from === until
      ? `${from}の見出しはありません。`
      : `${from}から${until}までの見出しはありません。`,
  older: 'これより前の見出しを見る',
  data: 'データで受け取る(JSON)',
}

const easy: typeof ja = {
  title: '{台帳|だいちょう}の{見出|みだ}し',
  lead: '{市|し}の{記録|きろく}が{変|か}わっていないことを、だれでも{確|たし}かめられます。',
  parts: [
    [
      '{見出|みだ}しは{何|なに}ですか',
      '{見出|みだ}しは、64{文字|もじ}の{短|みじか}い{文字|もじ}です。その{日|ひ}までの{全部|ぜんぶ}の{記録|きろく}から{計算|けいさん}します。{記録|きろく}が{少|すこ}しでも{変|か}わると、{見出|みだ}しも{変|か}わります。',
    ],
    [
      'どうして{見|み}せますか',
      '{市|し}が{古|ふる}い{記録|きろく}を{変|か}えると、すぐに{分|わ}かります。{見出|みだ}しから、{人|ひと}の{名前|なまえ}は{分|わ}かりません。',
    ],
    [
      '{確|たし}かめる{方法|ほうほう}',
      '{記録|きろく}のファイルと、この{見出|みだ}しをくらべます。{計算|けいさん}の{方法|ほうほう}は、RFC 9162 です。',
    ],
  ],
  list: '{日|ひ}ごとの{見出|みだ}し',
  day: '{日|ひ}',
  size: '{記録|きろく}の{数|かず}',
  root: '{見出|みだ}し',
  count: (n) => `${n}{件|けん}`,
  none: '{見出|みだ}しは、まだありません。',
  noneTodo: '{記録|きろく}が{始|はじ}まると、{毎日|まいにち}1つ{増|ふ}えます。',
  late: (day) =>
    `{最後|さいご}の{見出|みだ}しは、${day}です。その{後|あと}の{見出|みだ}しがありません。{市|し}に{聞|き}いてください。`,
  gap: (from, until) =>
    from === until
      ? `${from}の{見出|みだ}しはありません。`
      : `${from}から${until}までの{見出|みだ}しはありません。`,
  older: 'もっと{前|まえ}の{見出|みだ}しを{見|み}る',
  data: 'データ(JSON)',
}

const en: typeof ja = {
  title: 'Heads of the ledger',
  lead: 'Anyone can check that the record of what the city did has not been rewritten afterwards.',
  parts: [
    [
      'What a head is',
      'A head is a short text of 64 characters, computed from every entry up to that day. If a single letter of any entry changes, the head becomes an entirely different one.',
    ],
    [
      'Why the city publishes it',
      'If the city rewrote an old entry in secret, the ledger would no longer fit the head that was published. Keep a head, and you can check it years later. Neither the entries nor anything personal can be read from a head.',
    ],
    [
      'How to check',
      'Auditors hold an exported ledger against these heads. The computation is that of a public standard, RFC 9162.',
    ],
  ],
  list: 'Heads by day',
  day: 'Day',
  size: 'Entries',
  root: 'Head',
  count: (n) => n,
  none: 'No head has been published yet.',
  noneTodo: 'Once the record begins, one is added here every day.',
  late: (day) =>
    `The last head is that of ${day}. None has been published since. Please ask the city if you wonder why.`,
  gap: (from, until) =>
    from === until
      ? `There is no head for ${from}.`
      : `There are no heads from ${from} to ${until}.`,
  older: 'See earlier heads',
  data: 'Get the data (JSON)',
}

const ko: typeof ja = {
  title: '대장 머리값',
  lead: '시의 업무 기록이 나중에 고쳐지지 않았음을 누구나 확인할 수 있습니다.',
  parts: [
    [
      '머리값이란',
      '머리값은 그날까지의 모든 기록에서 계산한 64자의 짧은 글자입니다. 기록이 한 글자라도 바뀌면 전혀 다른 값이 됩니다.',
    ],
    [
      '공개하는 이유',
      '시가 옛 기록을 몰래 고치면 이미 공개한 머리값과 맞지 않게 됩니다. 머리값을 적어 두면 몇 년 뒤에도 확인할 수 있습니다. 머리값에서 기록이나 개인정보를 읽을 수는 없습니다.',
    ],
    [
      '확인 방법',
      '감사 담당자는 내보낸 대장 파일을 이 머리값과 대조합니다. 계산 방법은 공개 표준 RFC 9162를 따릅니다.',
    ],
  ],
  list: '날짜별 머리값',
  day: '날짜',
  size: '기록 수',
  root: '머리값',
  count: (n) => `${n}건`,
  none: '아직 공개한 머리값이 없습니다.',
  noneTodo: '기록이 시작되면 매일 하나씩 늘어납니다.',
  late: (day) =>
    `마지막 머리값은 ${day}의 것입니다. 그 뒤의 머리값이 공개되지 않았습니다. 궁금하시면 시청에 문의해 주십시오.`,
  gap: (from, until) =>
    from === until
      ? `${from}의 머리값이 없습니다.`
      : `${from}부터 ${until}까지의 머리값이 없습니다.`,
  older: '이전 머리값 보기',
  data: '데이터로 받기(JSON)',
}

export const headWords = { ja, easy, en, ko }
