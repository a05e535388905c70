/** Words of a city, in the four languages of the product. */
export interface Named {
  readonly key: string
  readonly ja: string
  readonly easy: string
  readonly en: string
  readonly ko: string
}

/** 対応区分. `promises`: it is an announcement that has to be followed up (検討します is a promise). */
export interface Disposition extends Named {
  readonly promises: boolean
}

/** 回答期限: so many days, as the city counts them. */
export interface Deadline {
  readonly days: number
  readonly count: 'calendar' | 'working'
  /** 初日算入: whether the day of receipt is the first day. */
  readonly from: 'receipt' | 'next-day'
}

/** 振り分け: who answers for a topic, in the whole city or in one district. */
export interface Route {
  readonly topic: string
  /** Empty: everywhere that no rule of its own names. */
  readonly district: string
  readonly section: string
  /** Answers instead from `awayFrom` to `awayUntil`, both counted; empty where nobody does. */
  readonly deputy: string
  readonly awayFrom: string
  readonly awayUntil: string
}

/** How many live in the city, by age band and by district's id; empty where the city has not said. */
export interface Population {
  readonly on: string
  readonly source: string
  readonly age: Readonly<Record<string, number>>
  readonly district: Readonly<Record<string, number>>
}

/** 条件 — what a city sets for its voices, dated: a voice keeps what held when it came. */
export interface VoiceTerms {
  readonly deadline: Deadline
  /** The city's own closing days beside weekends, holidays and the turn of the year: 2013-08-13. */
  readonly closedOn: readonly string[]
  readonly topics: readonly Named[]
  readonly dispositions: readonly Disposition[]
  /** 非公表・伏字の理由 */
  readonly grounds: readonly Named[]
  /** 対象外の理由 */
  readonly outside: readonly Named[]
  readonly routing: readonly Route[]
  /** 二人目の確認: what was typed from paper is compared with its picture by somebody else. */
  readonly secondCheck: boolean
  /** Figures below this are hidden in public. */
  readonly smallest: number
  /** 住民基本台帳による人口: against it one sees whose voices are missing. */
  readonly population: Population
}

const named = (key: string, ja: string, easy: string, en: string, ko: string): Named => ({
  key,
  ja,
  easy,
  en,
  ko,
})

/** Domain handbook 2.1: the nine grounds of 大山崎町, and the sender's own wish. */
const grounds: readonly Named[] = [
  named(
    'untrue',
    '事実と異なる',
    '{本当|ほんとう}の ことと ちがう',
    'Not in accordance with the facts',
    '사실과 다름',
  ),
  named(
    'slander',
    '誹謗中傷または公序良俗に反する',
    '{人|ひと}を {傷|きず}つける ことば',
    'Slander, or against public morals',
    '비방 또는 공서양속에 반함',
  ),
  named(
    'disturbing',
    '業務に支障がある、または誤解を招く',
    '{仕事|しごと}の じゃまに なる、または まちがって {伝|つた}わる',
    'Hinders the work of the city or misleads',
    '업무에 지장이 있거나 오해를 부름',
  ),
  named(
    'discriminating',
    '差別を助長する',
    '{差別|さべつ}に つながる',
    'Encourages discrimination',
    '차별을 조장함',
  ),
  named(
    'identifying',
    '個人や団体が特定される',
    'だれの ことか わかって しまう',
    'Identifies a person or a group',
    '개인이나 단체가 특정됨',
  ),
  named(
    'meaningless',
    '情報を消すと意味が分からなくなる',
    '{消|け}すと {意味|いみ}が わからない',
    'Makes no sense once details are removed',
    '정보를 지우면 뜻을 알 수 없음',
  ),
  named(
    'same',
    '同じ内容が多く、別にまとめて公表する',
    'おなじ {意見|いけん}が {多|おお}く、まとめて {知|し}らせる',
    'One of many alike, published together',
    '같은 내용이 많아 따로 모아 공표함',
  ),
  named(
    'individual',
    '個別の案件で、広く参考にならない',
    'ひとりだけの ことで、ほかの {人|ひと}の {参考|さんこう}に ならない',
    'An individual case of no general use',
    '개별 사안으로 일반성이 없음',
  ),
  named(
    'wish',
    '本人が公表を希望しない',
    '{書|か}いた {人|ひと}が {出|だ}さないで ほしいと {言|い}った',
    'The sender does not want it published',
    '본인이 공표를 원하지 않음',
  ),
  named('other', 'その他', 'その{他|ほか}', 'Other', '기타'),
]

const disposition = (promises: boolean, ...words: Parameters<typeof named>): Disposition => ({
  ...named(...words),
  promises,
})

/** Domain handbook 2.1, 対応区分; what is not answered (移送, 供覧, 対象外) is a state of the point, not one of these. */
const dispositions: readonly Disposition[] = [
  disposition(false, 'done', '実施済み', '{終|お}わりました', 'Done', '실시 완료'),
  disposition(true, 'planned', '実施予定', 'これから します', 'Planned', '실시 예정'),
  disposition(
    true,
    'considering',
    '検討します',
    '{考|かんが}えます',
    'Under consideration',
    '검토하겠습니다',
  ),
  disposition(
    false,
    'explained',
    '説明します',
    '{説明|せつめい}します',
    'Explained',
    '설명드립니다',
  ),
  disposition(
    false,
    'difficult',
    '実施は困難です',
    'できません',
    'Not possible',
    '실시가 어렵습니다',
  ),
  disposition(
    false,
    'noted',
    '今後の参考にします',
    'これからの {参考|さんこう}に します',
    'Noted for the future',
    '앞으로 참고하겠습니다',
  ),
]

const outside: readonly Named[] = [
  named(
    'report',
    '職員の法令違反などの通報(別の窓口で受け付けます)',
    '{職員|しょくいん}の {違反|いはん}を {知|し}らせる もの({別|べつ}の {窓口|まどぐち})',
    'A report of misconduct of staff (another desk takes it)',
    '직원의 법령 위반 신고(다른 창구)',
  ),
  named(
    'formal',
    'パブリックコメント、開示請求など別の手続きがあるもの',
    '{別|べつ}の {手続|てつづ}きが ある もの',
    'Another procedure exists (public comment, disclosure)',
    '다른 절차가 있는 것',
  ),
  named('threat', '脅迫にあたるもの', '{脅|おど}かす もの', 'A threat', '협박에 해당하는 것'),
  named('advert', '宣伝や営業', '{宣伝|せんでん}', 'Advertising', '광고나 영업'),
  named(
    'unclear',
    '内容が読み取れず、確かめられないもの',
    '{内容|ないよう}が わからない もの',
    'Cannot be understood, and nobody to ask',
    '내용을 알 수 없는 것',
  ),
]

/** Topics in a city hall's own words (domain handbook 3: life areas, never technical words). */
const topics: readonly Named[] = [
  named('traffic', '道路・交通', '{道|みち}・{乗|の}りもの', 'Roads and transport', '도로·교통'),
  named(
    'living',
    '生活・環境・ごみ',
    'くらし・ごみ',
    'Living, environment, waste',
    '생활·환경·쓰레기',
  ),
  named(
    'children',
    '子ども・教育',
    '{子|こ}ども・{学校|がっこう}',
    'Children and education',
    '아동·교육',
  ),
  named(
    'health',
    '健康・福祉・介護',
    '{健康|けんこう}・{福祉|ふくし}',
    'Health, welfare, care',
    '건강·복지·돌봄',
  ),
  named(
    'safety',
    '防災・防犯',
    '{災害|さいがい}・{安全|あんぜん}',
    'Disasters and safety',
    '방재·방범',
  ),
  named(
    'industry',
    '産業・観光・仕事',
    '{仕事|しごと}・{観光|かんこう}',
    'Industry, tourism, work',
    '산업·관광·일',
  ),
  named(
    'community',
    '地域づくり・市民協働',
    '{地域|ちいき}の {活動|かつどう}',
    'Community and collaboration',
    '지역 만들기·시민 협동',
  ),
  named(
    'hall',
    '市役所・窓口・情報',
    '{市役所|しやくしょ}・{窓口|まどぐち}',
    'City hall, counters, information',
    '시청·창구·정보',
  ),
  named('other', 'その他', 'その{他|ほか}', 'Other', '기타'),
]

/** Source of the deadline: 旭市, two weeks from receipt (domain handbook 2.1). */
export const defaultTerms: VoiceTerms = {
  deadline: { days: 14, count: 'calendar', from: 'next-day' },
  closedOn: [],
  topics,
  dispositions,
  grounds,
  outside,
  routing: [],
  secondCheck: false,
  smallest: 5,
  population: { on: '', source: '', age: {}, district: {} },
}
