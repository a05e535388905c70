import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import sharp from 'sharp'

/**
 * Draws what people of the demo city put into the box or photographed. Drawings on purpose, as in
 * demo-pictures.ts: no letter of anybody, no place that is one.
 */
const out = join(import.meta.dirname, '..', 'demo', 'voices')

const size = { letter: [744, 1052], photo: [800, 600] } as const

/** A sheet of ruled paper, written by hand from the upper right down: a letter of somebody old. */
const letter = (lines: readonly string[], ink: string, tilt: number) => {
  const [width, height] = size.letter
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

const [wide, high] = size.photo
const slope = `<rect width="${wide}" height="${high}" fill="#1d2838"/>
  <path d="M0 430 Q 300 330 ${wide} 210 V ${high} H 0 Z" fill="#2b3644"/>
  <path d="M260 ${high} Q 420 420 640 262 L 720 245 Q 600 420 520 ${high} Z" fill="#56606b"/>
  <path d="M300 ${high} V 170 q 0 -26 40 -26" stroke="#8b949c" stroke-width="12" fill="none"/>
  <rect x="336" y="132" width="56" height="20" rx="6" fill="#6a737b"/>
  <path d="M560 400 V 150 q 0 -20 34 -20" stroke="#8b949c" stroke-width="8" fill="none"/>
  <rect x="590" y="121" width="40" height="15" rx="5" fill="#6a737b"/>
  <circle cx="690" cy="90" r="26" fill="#d9dccf"/>`
const chain = `<rect width="${wide}" height="${high}" fill="#cfdfe4"/>
  <rect y="430" width="${wide}" height="170" fill="#c6b48f"/>
  <path d="M110 560 L 190 60 H 610 L 690 560" stroke="#4f7d8f" stroke-width="22" fill="none"/>
  ${[300, 480]
    .map((x) =>
      Array.from(
        { length: 15 },
        (_, i) =>
          `<ellipse cx="${x}" cy="${84 + i * 24}" rx="7" ry="14" fill="none" stroke="${x === 480 && i === 7 ? '#b0673f' : '#5d6468'}" stroke-width="${x === 480 && i === 7 ? 2 : 5}"/>`,
      ).join(''),
    )
    .join('')}
  <rect x="280" y="438" width="220" height="22" rx="6" fill="#8a6d55"/>
  <circle cx="480" cy="252" r="46" fill="none" stroke="#c23b2a" stroke-width="6"/>`

const drawings: Readonly<Record<string, readonly [kind: keyof typeof size, inner: string]>> = {
  'letter-bench': [
    'letter',
    letter(
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
  ],
  'letter-crossing': [
    'letter',
    letter(
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
  ],
  'letter-thanks': [
    'letter',
    letter(
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
  ],
  'dark-slope': ['photo', slope],
  'thin-chain': ['photo', chain],
}

await mkdir(out, { recursive: true })
for (const [name, [kind, inner]] of Object.entries(drawings)) {
  const [width, height] = size[kind]
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}">${inner}</svg>`
  await sharp(Buffer.from(svg))
    .jpeg({ quality: 74, mozjpeg: true })
    .toFile(join(out, `${name}.jpg`))
}
console.log(out)
