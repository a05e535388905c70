import type { Finding } from './span.ts'
import { kanaNames, oneCharacter, surnames } from './surnames.ts'

const posts =
  '課長補佐|課長|部長|次長|係長|局長|室長|館長|園長|主査|主任|主事|副会長|会長|自治会長|町内会長|区長|理事長|理事|校長|教頭|教諭' +
  '|社長|専務|議員|議長|市議|副委員長|委員長|委員|弁護士|医師|看護師|保健師|助産師|教授|市長|町長|村長|知事|巡査|団長|隊長|隊員|推進員|民生委員'

/** Bounded: see numbers.ts. Each finds a word beside which names stand; the name is looked at by code. */
export const patterns = {
  title: new RegExp(`さん|さま|様|氏|君|くん|ちゃん|殿|先生|${posts}`, 'gu'),
  label:
    /(?:氏名|お名前|名前|ご芳名|代表者|担当者|連絡先|申込者|届出人|提出者|差出人) ?[::] ?([\p{Script=Han}々ヶ]{1,5} ?[\p{Script=Han}々ぁ-んァ-ヶー]{1,5})/gu,
  called: /([\p{Script=Han}々ヶ]{1,5}(?: [\p{Script=Han}々]{1,4})?) ?(?:と申します|といいます。)/gu,
  kanji: /[\p{Script=Han}々〆](?:[\p{Script=Han}々〆ヶノケ]{0,14})?$/u,
  kana: /[ぁ-ん]{1,9}$/u,
  katakana: /[ァ-ヴー]{2,12}(?:[・=][ァ-ヴー]{1,12}){0,2}$/u,
  latin: /(?<![A-Za-z])(?:[A-Z][a-z]{1,14}[ .]{0,2}){1,3}$/u,
} as const

/** Ordinary words, and words of kin, before さん and its like. */
const ordinary = new Set(
  (
    '皆 客 お客 神 仏 王 姫 奥 旦那 坊 嬢 医者 大工 職人 棟梁 大家 役人 老人 芸人 新人 商人 住人 主人 友人 本人 知人 隣人 個人 赤 巫女 女将 板前 ' +
    '若 若者 主婦 主夫 農家 漁家 作家 画家 隣 隣近所 近所 両親 親御 親 母 父 兄 姉 弟 妹 祖父 祖母 叔父 叔母 伯父 伯母 孫 娘 息子 嫁 婿 妻 夫 子 爺 婆 ' +
    '方 皆々 各位 担当 一同 御一同 係 先方 関係 諸 各 同 某 両 彼 貴 御 若奥 先輩 後輩 友達 仲間 家族 夫婦 患者 保護者 学生 生徒 児童 園児 子供 観光客 ' +
    '来場者 相談 苦労 疲 世話 馳走 蔭 陰 多 一 模 仕 有 異 別 何 紋 文 人 上 殿 宮 本 社 拝 正 湯 沈 神殿 全 三者三 多種多 各人各 十人十 全国一 同一 担任 ' +
    '司書 栄養士 調理師 警察 消防 役所 市役所 学校 病院 農協 漁協 銀行 郵便局 会社 企業 商工会 社協 議会 団体 組合 事業所 施設 地域 地元 市民 住民 島民 町民 村民 県民 国民 ' +
    '行政 事務局 窓口 民間 福祉 教育 防災 自治会 町内会 婦人会 老人会 青年団 消防団 女性部 青年部 婦人部 総務部 商工部'
  ).split(/\s/),
)
/** How words for people and places of work end. Names that end so are known by `surnames`. */
const ordinaryEnd =
  /(?:者|員|長|師|客|民|婦|屋|店|社|会|校|署|団体|組合|業者|協会|法人|職人|本人|主人|友人|外国人|国人|住民|事務局|局|庁|省|課|係|班|センター|保育所|役所|支所|学生|生徒|先生|大工|農家|漁師|女将|教師|医師|看護師|保健師|弁護士|運転手|選手|助手|歌手|親子|家族|夫婦|仲間|先輩|後輩|担当|関係|一同|各位|[皆同模仕貴嬢坊姫奥様諸])$/u
const samaWords = /(?:同|一|多|模|仕|有|異|各|両|紋|別|何|人|上|神|仏|王|殿|皆|客|奥|子|母|父)$/u

const ordinaryKana =
  /(?:みな|皆|おじ|おば|おじい|おばあ|じい|ばあ|おかあ|かあ|おとう|とう|おにい|にい|おねえ|ねえ|おっか|おく|おいしゃ|いしゃ|むすめ|むすこ|おまわり|まわり|たく|ごくろう|くろう|おつかれ|つかれ|ごちそう|おかげ|おたがい|たがい|さか|あり|どちら|どなた|おきゃく|きゃく|かみ|ほとけ|おう|おひめ|あか|わん|にゃん|ぼく|ぼっ|おじょう|ひと|よそ|だんな|おおや|とな|おとなり|となり|こども|おこ|おこさ|めん|きち|おも|そ|れんぞく|ち|や|ぞう|うし|くま|おさる|うさぎ|わんこ|ねこ|はんこや|おはな|ぱん|おみせ|しょうぼうし|かんごし)$/u
const ordinaryKatakana =
  /^(?:オーナー|スタッフ|ボランティア|リーダー|サブリーダー|ドライバー|ママ|パパ|サポーター|メンバー|ユーザー|モニター|ヘルパー|ケアマネ|ケアマネジャー|マネージャー|マネジャー|アドバイザー|サラリーマン|パート|アルバイト|シルバー|ペット|ネコ|イヌ|ワン|ニャン|アーティスト|ゲスト|カメラマン|デザイナー|ライター|コーディネーター|ファシリテーター|インストラクター|ガイド|シェフ|アナウンサー|タレント|キャスター|タクシー|スーパー|コンビニ|ホテル|パン|ケーキ|クリーニング|リフォーム|メーカー|バイト|サポータ|オペレーター|センター|バアバ|ジイジ|オバ|オジ|ニイ|ネエ|カア|トウ|ミナ|グループ|チーム|クラブ|サークル|ファン|コーチ|キャプテン|マスター|コミュニティナース|テレビ|ラジオ|ケーブルテレビ|ツシマヤマネコ|ヤマネコ|ゾウ|クマ|ウサギ)$/u
/** What follows when さん, 様, 氏, 君, 殿 or くん are part of another word. */
const other: Readonly<Record<string, RegExp>> = {
  さん: /^(?:ま[をはがの漁]|ご[をはが礁]|かく|ぽ|ざん|しょう|ずい|せい|そう|ちょう|び|ばし|みゃく)/,
  さま: /^(?:ざ|たげ|よ|し)/,
  様: /^[々子式相態]/u,
  氏: /^[名神子族家姓]/u,
  君: /^[主臨が代]/u,
  殿: /^[堂下方様]/u,
  くん: /^(?:せい|れん)/,
  ちゃん: /^(?:ぽん|ちゃ)/,
}
/** Said of a post before a name, or where somebody lives: not part of it. */
const lead =
  /^.{0,12}?(?:副?会長|区長|担当者?|代表|職員|委員|議員|隊員|店主|[部課係局室館園校社]長|住民|市民|町内|地区|在住|出身|参加者|主査|主任|講師|会員|部員|理事|役員|元|故|役所|支所|[課係](?=..))(?=.{2,6}$)/u
const isRole = new RegExp(`^(?:${posts})$`, 'u')
const kin = /(?:お|ご|御)$/u

interface Held {
  readonly from: number
  readonly confidence: number
}

/** Where the name begins that ends at `end`, if one does. `post` asks for a name that is known. */
function nameBefore(text: string, end: number, title: string): Held | null {
  const to = text[end - 1] === ' ' ? end - 1 : end
  const window = text.slice(Math.max(0, to - 32), to)
  const start = to - window.length
  const isPost = isRole.test(title)
  const kanji = patterns.kanji.exec(window)?.[0] ?? ''
  if (kanji) return kanjiName(window, start, kanji, title, isPost)
  if (isPost) return null
  const katakana = patterns.katakana.exec(window)?.[0] ?? ''
  if (katakana) {
    const before = window.slice(0, window.length - katakana.length)
    const family = patterns.kanji.exec(before)?.[0] ?? ''
    if (surnames.has(family))
      return { from: to - katakana.length - family.length, confidence: 0.95 }
    if (ordinaryKatakana.test(katakana)) return null
    if (
      katakana.length >= 5 &&
      /(?:ーター|ージャー|ライバー|イナー|リスト|スタッフ|マン|ナース)$/.test(katakana)
    )
      return null
    return { from: to - katakana.length, confidence: 0.8 }
  }
  const latin = patterns.latin.exec(window)?.[0] ?? ''
  if (latin) return { from: to - latin.length, confidence: 0.8 }
  return kanaName(window, start)
}

function kanjiName(window: string, start: number, run: string, title: string, isPost: boolean) {
  const end = start + window.length
  const before = window.slice(0, window.length - run.length)
  const led = lead.exec(run)?.[0] ?? ''
  let name = surnames.has(run) ? run : run.slice(led.length)
  if (name.length > 6) {
    const place = /^.{1,24}[都道府県市区町村](?=.{2,6}$)/u.exec(name)?.[0] ?? ''
    name = name.slice(place.length).slice(-6)
  }
  const given = fullName(before, name)
  if (given) return { from: end - name.length - given, confidence: 0.95 }
  const known =
    surnames.has(name) ||
    (name.length === 1 && oneCharacter.has(name)) ||
    [2, 3].some(
      (n) =>
        name.length > n &&
        name.length <= n + 3 &&
        surnames.has(name.slice(0, n)) &&
        !/[校学園館所局課部係署支会社村町市区県業員者師長]/u.test(name.slice(n)),
    )
  if (isPost) {
    if (!known || /[都道府県市町村]$/u.test(before)) return null
    return { from: end - name.length, confidence: 0.85 }
  }
  if (title === '殿' && /^[宮神御拝本社仏正湯沈貴]$/u.test(name)) return null
  if (known && !kin.test(before) && !(name === '王' && title !== 'さん'))
    return { from: end - name.length, confidence: 0.95 }
  if (ordinary.has(name) || ordinaryEnd.test(name) || isRole.test(name)) return null
  if (title === '様' && samaWords.test(name) && name.length < 3) return null
  if (kin.test(before) && name.length <= 3) return null
  if (name.length < 2 || /[市区町]$/u.test(name)) return null
  return { from: end - name.length, confidence: name.length <= 5 ? 0.7 : 0.5 }
}

/** 田中 太郎: how many characters before the given name belong to it, with the space. */
function fullName(before: string, name: string): number {
  if (!before.endsWith(' ') || name.length > 4) return 0
  const family = /(?:^|[^\p{Script=Han}々])([\p{Script=Han}々ヶ]{1,4}) $/u.exec(before)?.[1] ?? ''
  if (!family || ordinary.has(family) || ordinaryEnd.test(family) || isRole.test(family)) return 0
  if (!surnames.has(family) && (family.length > 3 || name.length > 3)) return 0
  if (!surnames.has(family) && /[市区町村県部課係]$/u.test(family)) return 0
  return family.length + 1
}

function kanaName(window: string, start: number): Held | null {
  const end = start + window.length
  const run = patterns.kana.exec(window)?.[0] ?? ''
  if (run.length < 2 || ordinaryKana.test(run)) return null
  const before = window.slice(0, window.length - run.length)
  const named = [5, 4, 3, 2].map((n) => run.slice(-n)).find((tail) => kanaNames.has(tail))
  const family = patterns.kanji.exec(before)?.[0] ?? ''
  if (
    surnames.has(family) &&
    run.length <= 4 &&
    (named === run || !/^[のがをにはへとでもなやか]/.test(run))
  )
    return { from: end - run.length - family.length, confidence: 0.9 }
  if (named && (named === run || /[のがをにはへとでもなや]$/.test(run.slice(0, -named.length))))
    return { from: end - named.length, confidence: 0.8 }
  const alone = /(?:^|[\s。、「」『』()・:!?])$/u.test(before)
  if (alone && run.length <= 4 && !/^[おごのがをにはへとでもな]/.test(run))
    return { from: end - run.length, confidence: 0.6 }
  return null
}

/** Names of people, by the words that stand beside them. */
export function findNames(text: string): Finding[] {
  const found: Finding[] = []
  for (const m of text.matchAll(patterns.title)) {
    const [title] = m
    const end = m.index + title.length
    if (other[title]?.test(text.slice(end, end + 4))) continue
    if (title === 'ちゃん' && /^と(?![はも、 ])/.test(text.slice(end, end + 2))) continue
    const held = nameBefore(text, m.index, title)
    if (!held) continue
    const { from, confidence } = held
    found.push({ kind: 'name', from, to: end, confidence, proposal: `〇〇${title}` })
  }
  for (const m of text.matchAll(patterns.label)) {
    const all = (m[1] ?? '').trim()
    const [first = ''] = all.split(' ')
    // A name that is whole before the space: what follows is the next field.
    const isWhole = [1, 2, 3].some((n) => first.length > n && surnames.has(first.slice(0, n)))
    const name = isWhole && !surnames.has(first) ? first : all
    if (ordinary.has(name) || ordinaryEnd.test(name) || isRole.test(name) || name.length < 2)
      continue
    const family = name.split(' ')[0] ?? ''
    if (!name.includes(' ') && ![1, 2, 3].some((n) => surnames.has(name.slice(0, n)))) continue
    if (name.includes(' ') && !surnames.has(family) && family.length > 3) continue
    const from = m.index + m[0].lastIndexOf(name)
    found.push({ kind: 'name', from, to: from + name.length, confidence: 0.85, proposal: '〇〇' })
  }
  for (const m of text.matchAll(patterns.called)) {
    const name = (m[1] ?? '').trim()
    if (![1, 2, 3].some((n) => surnames.has(name.slice(0, n)))) continue
    const to = m.index + name.length
    found.push({ kind: 'name', from: m.index, to, confidence: 0.9, proposal: '〇〇' })
  }
  return found
}
