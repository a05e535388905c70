import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import sharp from 'sharp'

/**
 * Draws the letters that people of the demo city put into the box. Drawings on purpose, as in
 * demo-pictures.ts: no letter of anybody. What they photographed: demo-snapshots.ts.
 */
const out = join(import.meta.dirname, '..', 'demo', 'voices')

const [width, height] = [744, 1052]

/** A sheet of ruled paper, written by hand from the upper right down: a letter of somebody old. */
const letter = (lines: readonly string[], ink: string, tilt: number) => {
  const at = (i: number) => width - 120 - i * 62
  const rules = Array.from(
    { length: 10 },
    (_, i) =>
      `<path d="M${at(i) - 31} 90 V ${height - 90}" stroke="#c9d3d6" stroke-width="1.5" fill="none"/>`,
  )
  const signs = lines.flatMap((line, i) =>
    [...line].map((sign, n) => {
      const [dx, dy] = '、。'.includes(sign) ? [17, -17] : [Math.sin(n * 2.3 + i) * 1.8, 0]
      const turn = Math.sin(n * 1.7 + i * 3) * 3
      const [x, y] = [at(i) + dx, 140 + n * 38 + dy]
      return `<text x="${x}" y="${y}" transform="rotate(${turn} ${x} ${y})" text-anchor="middle">${sign}</text>`
    }),
  )
  return `<rect width="${width}" height="${height}" fill="#e9e5da"/>
    <g transform="rotate(${tilt} ${width / 2} ${height / 2})">
      <rect x="28" y="30" width="${width - 56}" height="${height - 60}" fill="#fbfaf5"/>
      ${rules.join('')}
      <g font-family="Noto Serif CJK JP" font-size="33" fill="${ink}">${signs.join('')}</g>
    </g>`
}

const letters: Readonly<Record<string, string>> = {
  'letter-bench': letter(
    [
      '市長さんへ',
      '　バスを降りるところに、',
      '腰かけが一つほしいです。',
      '足が悪いので、立って待つのが',
      'つらいです。',
      '　雨の日は、よその家の軒を',
      '借りています。',
      '　どうぞお願いします。',
    ],
    '#2a3550',
    -0.8,
  ),
  'letter-crossing': letter(
    [
      '　小学校の前の横断歩道の',
      '白い線が、消えかかって',
      'います。',
      '　朝、旗を持って立つ者として',
      'ひやひやしています。',
      '　見守りの日を増やしますので、',
      '線を引き直してください。',
    ],
    '#26302b',
    0.6,
  ),
  'letter-thanks': letter(
    [
      '　花だんの苗をありがとう',
      'ございました。',
      '　みんなで植えました。',
      '　夏の水やりは、地区で',
      '当番を決めました。',
      '　秋の苗は、何月に',
      'もらえますか。',
    ],
    '#3a2a24',
    -0.3,
  ),
  // Sent by a grandchild, as a photograph in a mail without a word.
  'letter-voice-aloud': letter(
    [
      '　防災無線の声が、',
      '家の中では聞こえません。',
      '　風の強い晩は、外に出ても',
      'わかりません。',
      '　聞き返せる電話番号を',
      '大きな字で配ってください。',
    ],
    '#23304a',
    1.1,
  ),
}

await mkdir(out, { recursive: true })
for (const [name, inner] of Object.entries(letters)) {
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}">${inner}</svg>`
  await sharp(Buffer.from(svg))
    .jpeg({ quality: 74, mozjpeg: true })
    .toFile(join(out, `${name}.jpg`))
}
console.log(out)
