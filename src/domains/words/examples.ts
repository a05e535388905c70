import type { Entry } from './word.ts'

/**
 * 例: what a city may begin with. Few, and mostly of the kind that official texts wrote until lately: which
 * words a city chooses is its own matter, so each stands as an example until somebody there takes it over.
 */
export const examples: readonly Entry[] = [
  {
    word: '障害者',
    instead: '障がい者',
    why: '「害」の字を避ける書き方です(市の選択)。法律や制度の名前はそのままにします。',
    within: [
      '障害者基本法',
      '障害者総合支援法',
      '障害者差別解消法',
      '障害者虐待防止法',
      '障害者雇用促進法',
      '身体障害者手帳',
      '身体障害者福祉法',
      '知的障害者福祉法',
      '精神障害者保健福祉手帳',
      '障害者手帳',
    ],
  },
  {
    word: '父兄',
    instead: '保護者',
    why: '母や姉、祖父母もいます。',
    within: [],
  },
  {
    word: '外人',
    instead: '外国の方',
    why: 'よそ者という響きがあります。',
    within: ['外人墓地', '除外人', '郊外人', '国外人'],
  },
  {
    word: '痴呆',
    instead: '認知症',
    why: '平成16年から、国も「認知症」を使います。',
    within: [],
  },
  {
    word: '看護婦',
    instead: '看護師',
    why: '平成14年から、男女とも「看護師」です。',
    within: [],
  },
  {
    word: '保母',
    instead: '保育士',
    why: '平成11年から、男女とも「保育士」です。',
    within: [],
  },
  {
    word: '嫁に行く',
    instead: '結婚する',
    why: '家に入るという前提の言い方です。',
    within: [],
  },
  {
    word: '可及的速やかに',
    instead: 'できるだけ早く',
    why: 'やさしい言い方にします。',
    within: [],
  },
  {
    word: '遺漏なきよう',
    instead: 'もれのないように',
    why: 'やさしい言い方にします。',
    within: [],
  },
  {
    word: '鑑み',
    instead: '考えて',
    why: 'やさしい言い方にします。',
    within: [],
  },
  {
    word: 'スキーム',
    instead: '仕組み',
    why: 'カタカナ語を避けます。',
    within: [],
  },
  {
    word: 'ステークホルダー',
    instead: '関係する人',
    why: 'カタカナ語を避けます。',
    within: [],
  },
]
