import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import sharp from 'sharp'
import { closePdf, pdf } from '#platform/pdf/pdf.ts'

/**
 * Draws the pictures and sets the papers that prove the reports of the demo city. Drawings on purpose:
 * nobody may take them for photographs of real places, and nobody is in them.
 */
const out = join(import.meta.dirname, '..', 'demo', 'evidence')
const [width, height] = [1200, 800]

const rect = (x: number, y: number, w: number, h: number, fill: string, more = '') =>
  `<rect x="${x}" y="${y}" width="${w}" height="${h}" fill="${fill}" ${more}/>`
const disc = (x: number, y: number, r: number, fill: string) =>
  `<circle cx="${x}" cy="${y}" r="${r}" fill="${fill}"/>`
const shape = (d: string, fill: string, more = '') => `<path d="${d}" fill="${fill}" ${more}/>`
const line = (d: string, stroke: string, w = 6) =>
  `<path d="${d}" fill="none" stroke="${stroke}" stroke-width="${w}" stroke-linecap="round"/>`

const sky = (top: string, low: string) =>
  `<defs><linearGradient id="s" x1="0" y1="0" x2="0" y2="1"><stop offset="0" stop-color="${top}"/><stop offset="1" stop-color="${low}"/></linearGradient></defs>${rect(0, 0, width, height, 'url(#s)')}`
const hills = (y: number, fill: string, step = 300) => {
  const tops = Array.from({ length: Math.ceil(width / step) + 1 }, (_, i) => {
    const lift = [0, 90, 40, 120, 20, 70][i % 6] ?? 0
    return `Q ${i * step + step / 2} ${y - 120 - lift} ${(i + 1) * step} ${y - lift / 2}`
  })
  return shape(`M0 ${y} ${tops.join(' ')} V ${height} H 0 Z`, fill)
}
const waves = (y: number, rows: number, stroke: string) =>
  Array.from({ length: rows }, (_, r) =>
    Array.from({ length: 7 }, (_, i) => {
      const x = i * 190 + (r % 2) * 95
      return line(`M${x} ${y + r * 48} q 24 -14 48 0 q 24 14 48 0`, stroke, 4)
    }).join(''),
  ).join('')
const house = (x: number, y: number, s: number, roof: string) =>
  rect(x, y, 90 * s, 56 * s, '#f3ead9') +
  shape(`M${x - 12 * s} ${y} L${x + 45 * s} ${y - 40 * s} L${x + 102 * s} ${y} Z`, roof) +
  rect(x + 16 * s, y + 18 * s, 20 * s, 20 * s, '#7d95a3') +
  rect(x + 56 * s, y + 16 * s, 20 * s, 40 * s, '#8a6d55')
const tree = (x: number, y: number, s: number, fill = '#3f6f52') =>
  rect(x - 8 * s, y - 70 * s, 16 * s, 70 * s, '#7a5b43') +
  disc(x, y - 110 * s, 60 * s, fill) +
  disc(x - 45 * s, y - 80 * s, 42 * s, fill) +
  disc(x + 45 * s, y - 80 * s, 42 * s, fill)
const boat = (x: number, y: number, s: number, fill: string) =>
  shape(`M${x} ${y} h ${220 * s} l ${-34 * s} ${46 * s} h ${-150 * s} Z`, fill) +
  rect(x + 70 * s, y - 50 * s, 70 * s, 50 * s, '#f6f2ea') +
  rect(x + 82 * s, y - 38 * s, 18 * s, 18 * s, '#6f8796') +
  line(`M${x + 160 * s} ${y} v ${-110 * s}`, '#6b5644', 5 * s)

const scenes: Readonly<Record<string, string>> = {
  'inlet-village':
    sky('#a9cfe4', '#e9f2ee') +
    hills(420, '#8fb3a0') +
    hills(500, '#6c9a80', 240) +
    rect(0, 520, width, 280, '#5f9bb0') +
    shape('M0 520 H 520 Q 430 620 300 600 Q 160 590 0 690 Z', '#d8cfae') +
    [60, 170, 285, 395].map((x, i) => house(x, 470 + (i % 2) * 18, 0.9, '#9c5b43')).join('') +
    waves(600, 4, '#7fb4c5') +
    boat(760, 620, 1, '#33566b'),
  'television-title':
    rect(0, 0, width, height, '#ece6da') +
    rect(170, 110, 860, 520, '#2f3a40', 'rx="24"') +
    rect(205, 145, 790, 450, '#bfe0ea') +
    shape('M205 480 Q 420 380 600 450 Q 780 330 995 440 V 595 H 205 Z', '#6fa287') +
    shape('M205 530 Q 420 500 600 540 Q 800 500 995 535 V 595 H 205 Z', '#4f8fa6') +
    rect(300, 225, 420, 34, '#f7f4ec', 'rx="8"') +
    rect(300, 280, 280, 24, '#f7f4ec', 'rx="8"') +
    disc(880, 240, 46, '#f2c864') +
    rect(520, 630, 160, 60, '#2f3a40') +
    rect(400, 690, 400, 24, '#2f3a40', 'rx="12"'),
  'flower-bed':
    sky('#c4dfe8', '#f3f1e4') +
    hills(470, '#a3c0a0') +
    rect(0, 500, width, 300, '#d9cfb4') +
    shape('M140 760 Q 240 560 600 560 Q 960 560 1060 760 Z', '#7b5d45') +
    Array.from({ length: 46 }, (_, i) => {
      const x = 210 + ((i * 137) % 780)
      const y = 610 + ((i * 59) % 130)
      const petal = ['#d9775f', '#e7b64e', '#b98ab4', '#f0e3d0'][i % 4] ?? ''
      return `${line(`M${x} ${y} v 34`, '#4d7a52', 5)}${disc(x, y, 15, petal)}${disc(x, y, 6, '#fff6d6')}`
    }).join('') +
    tree(120, 560, 1.1) +
    tree(1090, 570, 1.2),
  'morning-harbour':
    sky('#f3c79c', '#f7e9d3') +
    disc(860, 330, 80, '#fbe7a8') +
    hills(430, '#a98f86', 400) +
    rect(0, 430, width, 370, '#6f93a6') +
    waves(500, 6, '#e9c9a8') +
    boat(120, 520, 1.2, '#7a4236') +
    boat(520, 600, 1.4, '#2f5870') +
    rect(0, 720, width, 80, '#8b857b') +
    [80, 330, 640, 930].map((x) => rect(x, 690, 26, 44, '#5d5850', 'rx="8"')).join(''),
  'chairs-in-a-ring':
    rect(0, 0, width, 520, '#efe8d8') +
    rect(0, 520, width, 280, '#c9a982') +
    rect(110, 90, 300, 260, '#cfe3ea') +
    rect(790, 90, 300, 260, '#cfe3ea') +
    rect(500, 110, 210, 170, '#4d6a5c') +
    line('M530 160 h 150 M530 200 h 110 M530 240 h 130', '#eef2ea', 8) +
    Array.from({ length: 12 }, (_, i) => {
      const turn = (i / 12) * Math.PI * 2
      const [x, y] = [600 + Math.cos(turn) * 420, 600 + Math.sin(turn) * 130]
      return `${rect(x - 30, y - 70, 60, 56, '#3e6a83', 'rx="8"')}${rect(x - 34, y - 14, 68, 16, '#2f5167', 'rx="6"')}${line(`M${x - 24} ${y + 4} v 44 M${x + 24} ${y + 4} v 44`, '#5a5048', 6)}`
    }).join(''),
  'paper-with-notes':
    rect(0, 0, width, height, '#b98f66') +
    rect(90, 70, 1020, 660, '#fbf8ef', 'rx="6"') +
    line('M430 90 v 620 M770 90 v 620 M110 230 h 980', '#b9b2a1', 4) +
    Array.from({ length: 21 }, (_, i) => {
      const x = 130 + (i % 3) * 340 + ((i * 53) % 190)
      const y = 260 + Math.floor(i / 3) * 64 + ((i * 31) % 20)
      const fill = ['#f4dc80', '#b8dcc0', '#f2b9a5', '#bcd6ea'][i % 4] ?? ''
      return `<g transform="rotate(${((i * 7) % 9) - 4} ${x} ${y})">${rect(x, y, 96, 58, fill)}${line(`M${x + 12} ${y + 20} h 68 M${x + 12} ${y + 38} h 46`, '#6d675c', 4)}</g>`
    }).join(''),
  'road-by-the-sea':
    sky('#9cc8e0', '#e6f0ee') +
    rect(0, 330, width, 470, '#4f93aa') +
    waves(380, 5, '#86bccb') +
    shape('M1200 300 Q 900 330 820 430 Q 700 560 760 800 H 1200 Z', '#7fa383') +
    shape(
      'M1130 320 Q 960 370 930 470 Q 880 620 1010 800 H 1180 Q 1010 600 1040 480 Q 1060 390 1200 350 V 320 Z',
      '#d6d0c2',
    ) +
    line('M1150 345 Q 1000 390 985 480 Q 950 620 1090 790', '#f7f4ec', 8) +
    tree(860, 560, 0.9, '#4d7f5b') +
    tree(815, 720, 1.1, '#4d7f5b') +
    shape('M120 360 q 60 -60 150 -40 q 80 -50 150 40 Z', '#6b9a7c'),
  'hall-and-tree':
    sky('#b9d6e3', '#f1efe2') +
    hills(460, '#9dbb9d') +
    rect(0, 540, width, 260, '#cdbf9c') +
    house(520, 400, 3.4, '#586f7a') +
    rect(500, 586, 350, 14, '#a79b83') +
    tree(280, 620, 2.3, '#47755a') +
    line('M90 640 h 120 M100 640 v 50 M200 640 v 50', '#7a5b43', 10),
}

const papers = {
  'commentary-contents': {
    title: '市民基本条例 逐条解説 目次(案)',
    lead: 'デモのための見本です。条ごとに、身近な例を1つ入れます。',
    rows: [
      ['第1章', '総則', '3条', '原稿あり'],
      ['第2章', '市民の権利と責務', '4条', '原稿あり'],
      ['第3章', '市の責務', '4条', '原稿あり'],
      ['第4章', '情報の共有', '3条', '原稿あり'],
      ['第5章', '参画と協働', '6条', '原稿あり'],
      ['第6章', '地域の自治', '4条', '原稿あり'],
      ['第7章', '評価と見直し', '3条', '原稿あり'],
    ],
    columns: ['章', '名前', '条の数', '状況'],
  },
  'study-visit': {
    title: '先進地を見た報告',
    lead: 'デモのための見本です。2つの市で、地域を担当する職員の仕事を見ました。',
    rows: [
      ['1日目', 'A市', '担当職員の1年の予定と、記録の残し方'],
      ['2日目', 'B市', '地域の計画づくりに職員がどう加わるか'],
      ['まとめ', '対馬市', '記録の様式をそろえ、研修で使う'],
    ],
    columns: ['日', '市', '見たこと'],
  },
} as const

await mkdir(out, { recursive: true })
for (const [name, inner] of Object.entries(scenes)) {
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}">${inner}</svg>`
  const image = sharp(Buffer.from(svg)).resize(width, height)
  await image.jpeg({ quality: 80, mozjpeg: true }).toFile(join(out, `${name}.jpg`))
}
for (const [name, { title, lead, rows, columns }] of Object.entries(papers)) {
  const bytes = await pdf({
    title,
    author: '対馬市 市民協働(デモ)',
    lang: 'ja',
    date: '2013-01-15',
    blocks: [
      { kind: 'paragraph', text: lead },
      {
        kind: 'table',
        caption: title,
        columns: columns.map((label, i) => ({
          label,
          width: 100 / columns.length,
          ...(i === 0 && { role: 'heading' as const }),
        })),
        rows: rows.map((row) => [...row]),
      },
    ],
  })
  await writeFile(join(out, `${name}.pdf`), bytes)
}
await closePdf()
console.log(out)
