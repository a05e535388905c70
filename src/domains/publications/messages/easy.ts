import { standingWords } from '#domains/progress/index.ts'
import type { Figures } from '../publication.ts'
import type { PublicWords } from './ja.ts'

const date = (iso: string) => {
  const [year, month, day] = iso.split('-').map(Number)
  return `${year}{年|ねん}${month}{月|がつ}${day}{日|にち}`
}

export const easy: PublicWords = {
  title: '{広報|こうほう}と {報告書|ほうこくしょ}',
  lead: '{計画|けいかく}がどこまで{進|すす}んだかを、お{知|し}らせします。どのかたちでも、{数|かず}は{同|おな}じです。',
  none: 'まだ、{出|だ}したものはありません。',
  noneTodo: 'できたら、ここに{載|の}せます。',
  editions: '{今|いま}までに{出|だ}したもの',
  edition: (number) => `{第|だい}${number}{版|はん}`,
  published: '{出|だ}した{日|ひ}',
  asOf: 'いつの{数|かず}か',
  asOfDay: date,
  feed: '{新|あたら}しいお{知|し}らせを{受|う}け{取|と}る(Atom)',
  back: '{出|だ}したものの{一覧|いちらん}',
  corrected: (number) =>
    `この{版|はん}には、まちがいがありました。{新|あたら}しいのは{第|だい}${number}{版|はん}です。`,
  corrects: (number) => `{第|だい}${number}{版|はん}のまちがいを{直|なお}した{版|はん}です。`,
  toCorrection: '{直|なお}した{版|はん}を{見|み}る',
  toOld: '{直|なお}す{前|まえ}の{版|はん}を{見|み}る',
  counts: '{項目|こうもく}の{数|かず}',
  items: (count) => `${count}{項目|こうもく}`,
  byMeasure: '{施策|しさく}ごとのようす',
  measure: '{施策|しさく}',
  total: '{項目|こうもく}の{数|かず}',
  all: 'ぜんぶ',
  went: 'うまく{進|すす}んだこと',
  next: 'これからがんばること',
  call: 'ご{意見|いけん}をお{聞|き}かせください',
  allItems: 'すべての{項目|こうもく}',
  item: '{項目|こうもく}',
  who: 'する{人|ひと}',
  section: '{担当|たんとう}の{課|か}',
  state: '{進|すす}みぐあい',
  done: 'したこと',
  value: '{市|し}の{分|わ}けかた',
  group: '{市民|しみん}からの{報告|ほうこく}',
  alarms: '{気|き}をつけて{見|み}ている{項目|こうもく}',
  alarm: {
    silent: (n) => `${n}{日間|にちかん}、{報告|ほうこく}がありません`,
    stalled: (n) => `${n}{年|ねん}つづけて「{検討|けんとう}」です`,
    'off-line': (n) => `{目標|もくひょう}からはずれています(${n})`,
    'no-owner': () => '{担当|たんとう}の{人|ひと}が{決|き}まっていません',
  },
  standings: standingWords.easy,
  leads: {
    citizens: '{市民|しみん}',
    city: '{市|し}',
    both: '{市民|しみん}と{市|し}',
    open: 'まだ{決|き}まっていない',
  },
  slogan: '{今年|ことし}の{標語|ひょうご}',
  short: 'ほかの{言葉|ことば}の{短|みじか}い{版|はん}',
  shortNames: { easy: 'やさしい{日本語|にほんご}', en: 'English', ko: '한국어' },
  downloads: 'ほかのかたちで{見|み}る',
  forms: {
    'bulletin.pdf': '{広報|こうほう}の{紙|かみ}(PDF)',
    'press.pdf': '{印刷|いんさつ}するための{紙|かみ}(PDF)',
    'report.pdf': '{報告書|ほうこくしょ}(PDF)',
    'slides.pdf': 'テレビの{画面|がめん}(PDF)',
    'slides.zip': 'テレビの{画面|がめん}の{一式|いっしき}(ZIP)',
    'data.csv': '{項目|こうもく}ごとの{数|かず}(CSV)',
    'data.json': 'この{版|はん}の{記録|きろく}(JSON)',
    'catalogue.jsonld': 'データの{説明|せつめい}(JSON-LD)',
  },
  hash: 'この{版|はん}のしるし(ハッシュ)',
  hashHint: 'ファイルが{本物|ほんもの}かどうかを{調|しら}べるための{文字|もじ}です。',
  licence: '{使|つか}うときのきまり',
  credit: (by) => `{提供|ていきょう}: ${by}`,
  unreported: 'まだ{報告|ほうこく}がありません。',
}

/** {数|かず}の{文|ぶん}: a first draft for those who write the easy version. */
export const draftEasy = ({ total, counts, asOf }: Figures): string =>
  [
    `{市|し}の{計画|けいかく}には、${total}{項目|こうもく}あります。`,
    `${date(asOf)}のようすです。`,
    '',
    `{終|お}わったもの: ${counts.done}{項目|こうもく}`,
    `{進|すす}んでいるもの: ${counts['on-track']}{項目|こうもく}`,
    `おくれているもの: ${counts.behind}{項目|こうもく}`,
    `まだ{始|はじ}めていないもの: ${counts['not-started']}{項目|こうもく}`,
    `{報告|ほうこく}がないもの: ${counts.unreported}{項目|こうもく}`,
    '',
    'ご{意見|いけん}を、お{聞|き}かせください。',
  ].join('\n')
