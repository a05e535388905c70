import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import sharp from 'sharp'
import { draftFrom } from '#domains/voices/comment/rules/pages.ts'
import type { Block } from '#platform/document.ts'
import { closePdf, pdf } from '#platform/pdf/pdf.ts'
import { closeRaster, pdfTexts } from '#platform/pdf/raster.ts'

/**
 * Makes what a public comment of the demo city needs on paper: the draft as it was printed, with the text that the
 * product itself reads out of it, and sheets that people filled in. Drawings on purpose, as in demo-letters.ts.
 */
const out = join(import.meta.dirname, '..', 'demo', 'comments')

const h = (text: string): Block => ({ kind: 'heading', level: 2, text })
const p = (text: string): Block => ({ kind: 'paragraph', text })
const draft: readonly Block[] = [
  h('第1章 避難所を開く'),
  p(
    '第1条 大雨や地震のおそれがあるとき、市は避難所を開きます。開く場所と時刻は、防災行政無線、ケーブルテレビ、市のホームページで知らせます。',
  ),
  p('第2条 夜のあいだに開く避難所は、地区ごとに一つ以上とし、日が暮れる前に開きます。'),
  p(
    '第3条 避難所のかぎは、市の職員のほか、地区の自主防災組織が預かります。職員が着く前でも、組織の判断で開けることができます。',
  ),
  h('第2章 避難所で暮らす'),
  p(
    '第4条 避難所の運営は、避難した人、自主防災組織、市の職員、施設を管理する者でつくる運営委員会が行います。委員のうち半分は女性とするようにつとめます。',
  ),
  p(
    '第5条 高齢の人、障がいのある人、乳幼児のいる家族、外国から来た人のために、通路に近い場所と、しずかな部屋を用意します。',
  ),
  p('第6条 ペットは、人の暮らす部屋と分けた場所で受け入れます。場所は、施設ごとに決めておきます。'),
  p(
    '第7条 名簿は、避難した人が自分で書きます。名簿を見られる人は運営委員会の係だけとし、避難所を閉じたあとは市が預かって、一年で消します。',
  ),
  h('第3章 ふだんの備え'),
  p(
    '第8条 市と地区は、年に一度、避難所を開く訓練をします。訓練では、夜と雨の日のことを必ず考えます。',
  ),
  p(
    '第9条 備えておく物は、水、食べ物、毛布、簡易トイレ、発電機、無線機とし、置き場所と数を毎年公表します。',
  ),
  p(
    '第10条 避難所までの道は、地区ごとに昼と夜に歩いて確かめ、暗い所と崩れやすい所を地図にします。',
  ),
  p(
    '第11条 一人で避難することがむずかしい人には、ふだんから、声をかける人と手伝う人を決めておきます。決めた内容は、本人が同意したときだけ、自主防災組織に知らせます。',
  ),
  p(
    '第12条 学校の体育館を使うときは、授業を早く始められるように、教室との分け方を学校と決めておきます。',
  ),
  h('第4章 避難所を閉じる'),
  p(
    '第13条 避難所を閉じる時期は、運営委員会の意見を聴いて市が決めます。行く先のない人がいるあいだは、ほかの避難所にうつれるようにしてから閉じます。',
  ),
  p('第14条 閉じたあと、一か月のうちに、避難した人と運営した人の話を聞く会を開きます。'),
  p('第15条 会で出た意見と、市の答えは、市のホームページと各支所で公表します。'),
  p('第16条 この手引きは、訓練と実際の避難で分かったことをもとに、毎年見直します。'),
]

const [width, height] = [744, 1052] as const
type At = readonly [x: number, y: number]

/** Words by hand: each sign a little off its place. */
const hand = (
  lines: readonly string[],
  [x, y]: At,
  { size = 27, gap = 44, ink = '#2a3550' } = {},
) =>
  `<g font-family="Noto Serif CJK JP" font-size="${size}" fill="${ink}">${lines
    .flatMap((line, i) =>
      [...line].map((sign, n) => {
        const at = [
          x + n * (size + 1) + Math.sin(n * 2.1 + i) * 1.4,
          y + i * gap + Math.sin(n * 1.3 + i * 2) * 2,
        ] as const
        return `<text x="${at[0]}" y="${at[1]}" transform="rotate(${Math.sin(n * 1.7 + i * 3) * 3} ${at[0]} ${at[1]})">${sign}</text>`
      }),
    )
    .join('')}</g>`
const print = (text: string, [x, y]: At, size = 19) =>
  `<text x="${x}" y="${y}" font-family="Noto Sans CJK JP" font-size="${size}" fill="#33393d">${text}</text>`
const line = (y: number) =>
  `<path d="M64 ${y} H ${width - 64}" stroke="#8a9296" stroke-width="1.5" fill="none"/>`

interface Filled {
  readonly place: string
  readonly text: readonly string[]
  readonly name: string
  readonly address: string
  readonly ink?: string
}

/** 意見提出用紙 of the city, filled in. */
const form = ({ place, text, name, address, ink = '#2a3550' }: Filled) => `
  ${print('意見提出用紙', [290, 110], 27)}
  ${print('避難所運営の手引き(案)についての意見', [64, 165])}
  ${line(190)}${print('どこについて', [64, 230])}${hand([place], [230, 232], { ink })}
  ${line(260)}${print('ご意見', [64, 300])}${hand(text, [84, 350], { ink })}
  ${line(720)}${print('お名前', [64, 765])}${hand([name], [230, 767], { ink })}
  ${line(795)}${print('ご住所', [64, 840])}${hand([address], [230, 842], { ink })}
  ${line(870)}${print('市との関わり', [64, 912])}
  ${print('☑ 市内に住んでいる   □ 市内で働いている   □ そのほか', [230, 912], 18)}
  ${line(940)}${print('出すところ: 対馬市 協働推進課(見本のため番地はありません)', [64, 985], 16)}`

const paper = (inner: string, tilt: number, tone = '#fbfaf5') =>
  `<rect width="${width}" height="${height}" fill="#e6e3da"/>
   <g transform="rotate(${tilt} ${width / 2} ${height / 2})">
     <rect x="24" y="26" width="${width - 48}" height="${height - 52}" fill="${tone}"/>${inner}</g>`

const sheets: Readonly<Record<string, string>> = {
  'sheet-night': paper(
    form({
      place: '第2条(1ページ)',
      text: [
        'うちの地区は、公民館まで坂道が長い。',
        '日が暮れる前に開けてくれても、',
        '年寄りは明るいうちに決心がつかない。',
        '「何時に開ける」と、前の日のうちに',
        '無線で言ってほしい。',
      ],
      name: '見本 ハル',
      address: '対馬市見本町1',
    }),
    -0.7,
  ),
  'sheet-fax': paper(
    `${print('2013-02-28 16:02   FAX 0920-00-0001   P.1/1', [64, 62], 15)}${form({
      place: '第7条',
      text: [
        '名簿を自分で書けない人の分は、',
        'だれが書くのか、決めておくべきです。',
        '読み上げと代筆の係を置いてください。',
      ],
      name: '見本 福祉の会',
      address: '対馬市見本町2',
      ink: '#1d1f20',
    })}`,
    0.3,
    '#ffffff',
  ),
  'sheet-pets': paper(
    form({
      place: 'ペットのところ',
      text: [
        '犬と離れて寝られない人もいます。',
        '同じ部屋にいられる避難所を、',
        '一つはつくってください。',
      ],
      name: '見本 洋子',
      address: '対馬市見本町3',
      ink: '#3a2a24',
    }),
    0.9,
  ),
}

await mkdir(out, { recursive: true })
for (const [name, inner] of Object.entries(sheets))
  await sharp(
    Buffer.from(
      `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}">${inner}</svg>`,
    ),
  )
    .jpeg({ quality: 72, mozjpeg: true })
    .toFile(join(out, `${name}.jpg`))

const author = '対馬市 協働推進課(見本)'
const printed = await pdf({
  title: '避難所運営の手引き(案)',
  author,
  lang: 'ja',
  date: '2013-02-18',
  blocks: draft,
})
await writeFile(join(out, 'shelters.pdf'), printed)
// What stands at the head of each printed page is no paragraph of it: whoever takes a draft in strikes it out.
const text = draftFrom(await pdfTexts(new Uint8Array(printed)))
const own = text
  .slice(text.indexOf('# '))
  .split('\n\n')
  .filter((block) => !block.includes(author))
await writeFile(join(out, 'shelters.txt'), `${own.join('\n\n')}\n`)
await Promise.all([closePdf(), closeRaster()])
console.log(out)
