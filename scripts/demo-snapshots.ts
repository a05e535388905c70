import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import sharp from 'sharp'

/**
 * The snapshots that people of the demo city sent with their voices: made scenes with the light, the dust and the
 * grain of an old camera, so that the pages look as they will. No place that is one, and nobody is in them.
 */
const out = join(import.meta.dirname, '..', 'demo', 'voices')
const [width, height] = [800, 600]

const gradient = (id: string, stops: Readonly<Record<number, string>>, way = 'x2="0" y2="1"') =>
  `<linearGradient id="${id}" ${way}>${Object.entries(stops)
    .map(([at, colour]) => `<stop offset="${at}%" stop-color="${colour}"/>`)
    .join('')}</linearGradient>`
const glow = (id: string, colour: string, inner = 0.9) =>
  `<radialGradient id="${id}"><stop offset="0" stop-color="${colour}" stop-opacity="${inner}"/><stop offset="35%" stop-color="${colour}" stop-opacity="0.25"/><stop offset="100%" stop-color="${colour}" stop-opacity="0"/></radialGradient>`
/** The surface of a thing: its colour, made lighter and darker by noise of that fineness. */
const surface = (id: string, fine: string, depth: number, seed: number) =>
  `<filter id="${id}" x="0" y="0" width="100%" height="100%"><feTurbulence type="fractalNoise" baseFrequency="${fine}" numOctaves="4" seed="${seed}" result="n"/><feColorMatrix in="n" values="0 0 0 0 0  0 0 0 0 0  0 0 0 0 0  ${depth} ${depth} 0 0 ${-depth * 0.72}" result="dark"/><feComposite in="dark" in2="SourceGraphic" operator="in" result="on"/><feMerge><feMergeNode in="SourceGraphic"/><feMergeNode in="on"/></feMerge></filter>`
/** An edge as of leaves, stones or water, instead of one that was drawn. */
const ragged = (id: string, fine: string, by: number, seed: number) =>
  `<filter id="${id}" x="-15%" y="-15%" width="130%" height="130%"><feTurbulence type="fractalNoise" baseFrequency="${fine}" numOctaves="3" seed="${seed}" result="n"/><feDisplacementMap in="SourceGraphic" in2="n" scale="${by}" xChannelSelector="R" yChannelSelector="G"/></filter>`
const soft = (id: string, by: number) =>
  `<filter id="${id}" x="-20%" y="-20%" width="140%" height="140%"><feGaussianBlur stdDeviation="${by}"/></filter>`

/** Somewhere between two numbers, the same in every run. */
const scatter = (seed: number) => {
  let at = seed
  return (least: number, most: number) => {
    at = (at * 16807) % 2147483647
    return least + (at / 2147483647) * (most - least)
  }
}

/** The orange day that old cameras wrote into the corner. */
const stamp = (day: string) =>
  `<text x="768" y="572" text-anchor="end" font-family="DejaVu Sans Mono" font-size="24" font-weight="700" fill="#ff9a3c" opacity="0.9">${day}</text>`

const slope = () => {
  const leaf = scatter(41)
  const bushes = Array.from({ length: 90 }, () => {
    const x = leaf(-20, 360)
    const y = 300 - x * 0.12 + leaf(-110, 34)
    const light = leaf(12, 26)
    return `<circle cx="${x}" cy="${y}" r="${leaf(12, 38)}" fill="rgb(${light * 0.7},${light},${light * 1.05})"/>`
  }).join('')
  const post = (x: number, foot: number, top: number, w: number) =>
    `<path d="M${x} ${foot} V ${top} q 0 ${-w * 2} ${w * 4} ${-w * 2.4}" fill="none" stroke="url(#steel)" stroke-width="${w}"/>
     <path d="M${x + w * 3.4} ${top - w * 3} h ${w * 5} l ${w} ${w * 1.6} h ${-w * 7} Z" fill="#39414c"/>`
  return `<defs>
    ${gradient('sky', { 0: '#0b1526', 45: '#1c2c44', 70: '#3d4658', 100: '#6a5a55' })}
    ${gradient('road', { 0: '#4a4b4e', 40: '#2b2d31', 100: '#141518' })}
    ${gradient('wall', { 0: '#3a3f42', 100: '#17191c' })}
    ${gradient('steel', { 0: '#11161d', 50: '#4b5664', 100: '#0d1117' }, 'x2="1" y2="0"')}
    ${glow('lamp', '#ffdf9e')}${glow('window', '#ffc46b', 0.8)}
    ${surface('asphalt', '0.9', 0.9, 3)}${surface('concrete', '0.05 0.25', 1.1, 8)}
    ${ragged('leaves', '0.06', 26, 5)}${soft('blur', 1.4)}${soft('far', 2.6)}
  </defs>
  <rect width="800" height="600" fill="url(#sky)"/>
  <g filter="url(#leaves)"><path d="M-60 340 Q 180 250 360 268 T 860 230 V 660 H -60 Z" fill="#131a22"/></g>
  <g filter="url(#far)"><path d="M610 262 l 44 -26 l 46 26 v 48 h -90 Z" fill="#1b2029"/><rect x="628" y="272" width="20" height="16" fill="#f4c878"/><rect x="662" y="272" width="20" height="16" fill="#8b7450"/></g>
  <ellipse cx="646" cy="284" rx="70" ry="46" fill="url(#window)" opacity="0.5"/>
  <path d="M170 600 Q 340 420 520 318 L 560 306 Q 640 440 800 560 V 600 Z" fill="url(#road)" filter="url(#asphalt)"/>
  <path d="M476 600 Q 500 450 536 330" fill="none" stroke="#a3a294" stroke-width="5" stroke-dasharray="42 34" opacity="0.35" filter="url(#blur)"/>
  <path d="M0 372 L 505 316 L 340 430 L 165 600 H 0 Z" fill="url(#wall)" filter="url(#concrete)"/>
  <g filter="url(#leaves)">${bushes}</g>
  <g fill="none" stroke="#59626c" stroke-linecap="round" filter="url(#blur)"><path d="M612 392 L 690 462 M604 362 L 694 436" stroke-width="6"/><path d="M612 358 v 48 M648 388 v 50 M690 426 v 56" stroke-width="7"/></g>
  ${post(262, 520, 128, 11)}${post(470, 352, 186, 6)}
  <g filter="url(#blur)">${post(566, 312, 232, 3)}<circle cx="585" cy="226" r="4.5" fill="#fff6df"/></g>
  <circle cx="585" cy="228" r="74" fill="url(#lamp)"/>
  <ellipse cx="556" cy="322" rx="86" ry="20" fill="url(#lamp)" opacity="0.55"/>
  ${stamp("'12  4  5")}`
}

const chain = () => {
  const link = (x: number, y: number, worn: boolean, flat: boolean) => {
    const ink = worn ? 'url(#rust)' : 'url(#iron)'
    const w = worn ? 6 : 13
    return flat
      ? `<rect x="${x - 8}" y="${y - 30}" width="16" height="60" rx="8" fill="${ink}"/>`
      : `<rect x="${x - 19}" y="${y - 32}" width="38" height="64" rx="19" fill="none" stroke="${ink}" stroke-width="${w}"/><path d="M${x - 15} ${y - 16} q 0 -12 10 -14" fill="none" stroke="#f2f4f2" stroke-width="2.5" opacity="${worn ? 0 : 0.7}"/>`
  }
  const row = (x: number, lean: number, worn: number) =>
    Array.from({ length: 15 }, (_, i) => {
      const y = -20 + i * 44
      return link(x + lean * i, y, i === worn, i % 2 === 1)
    }).join('')
  const leaf = scatter(12)
  const trees = Array.from({ length: 70 }, () => {
    const light = leaf(70, 140)
    return `<circle cx="${leaf(0, 800)}" cy="${leaf(-10, 260)}" r="${leaf(20, 62)}" fill="rgb(${light * 0.7},${light},${light * 0.55})" opacity="0.75"/>`
  }).join('')
  return `<defs>
    ${gradient('air', { 0: '#c9d6d4', 60: '#b7c3ae', 100: '#a79674' })}
    ${gradient('sand', { 0: '#a8936c', 100: '#d0bb92' })}
    ${gradient('iron', { 0: '#3d4245', 35: '#9aa2a5', 55: '#d2d7d7', 100: '#4a4f52' }, 'x2="1" y2="0"')}
    ${gradient('rust', { 0: '#5a2c17', 50: '#b4622f', 100: '#6d3a1e' }, 'x2="1" y2="0"')}
    ${gradient('pole', { 0: '#27506a', 45: '#6fa4bd', 100: '#1e4056' }, 'x2="1" y2="0"')}
    ${surface('grit', '0.7', 0.8, 21)}${surface('scratch', '0.4 0.03', 0.9, 4)}${soft('far', 15)}${soft('near', 4)}${soft('drop', 6)}
  </defs>
  <rect width="800" height="600" fill="url(#air)"/>
  <g filter="url(#far)">${trees}<rect y="250" width="800" height="60" fill="#76856a"/></g>
  <g filter="url(#near)"><g filter="url(#grit)"><rect x="-40" y="336" width="880" height="320" fill="url(#sand)"/></g></g>
  <g filter="url(#grit)"><rect y="430" width="800" height="170" fill="url(#sand)" opacity="0.6"/></g>
  <ellipse cx="420" cy="505" rx="240" ry="46" fill="#5f4e33" opacity="0.35" filter="url(#drop)"/>
  <g filter="url(#near)"><path d="M-30 620 L 120 -40 h 44 L 30 620 Z" fill="url(#pole)"/><path d="M640 -40 h 30 L 760 620 h -40 Z" fill="url(#pole)" opacity="0.85"/>${row(610, 1.5, -1)}</g>
  <g filter="url(#scratch)">${row(318, -1, 6)}</g>
  <ellipse cx="312" cy="244" rx="26" ry="40" fill="#8a4a22" opacity="0.32" filter="url(#drop)"/>
  ${stamp("'13  2 17")}`
}

const shore = () => {
  const at = scatter(77)
  const foam = Array.from({ length: 7 }, (_, i) => {
    const y = 262 + i * i * 2.6
    return `<path d="M-20 ${y} Q ${at(80, 300)} ${y + at(-9, 9)} 420 ${y + at(-3, 5)} T 840 ${y + at(-6, 6)}" fill="none" stroke="#eef3f1" stroke-width="${1 + i * 0.8}" opacity="${0.25 + i * 0.07}"/>`
  }).join('')
  const shade = (x: number, y: number, rx: number) =>
    `<ellipse cx="${x + 10}" cy="${y}" rx="${rx}" ry="${rx * 0.16}" fill="#3f3626" opacity="0.45" filter="url(#drop)"/>`
  const float = (x: number, y: number, r: number, ink: string) =>
    `${shade(x, y + r * 0.9, r * 1.1)}<circle cx="${x}" cy="${y}" r="${r}" fill="url(#${ink})"/><circle cx="${x}" cy="${y - r}" r="${r * 0.16}" fill="#222a30"/>`
  const bottle = (x: number, y: number, turn: number, ink: string) =>
    `${shade(x, y + 14, 40)}<g transform="rotate(${turn} ${x} ${y})"><path d="M${x - 44} ${y - 13} h 60 q 12 0 16 7 h 12 v 12 h -12 q -4 7 -16 7 h -60 q -6 -13 0 -26 Z" fill="${ink}" opacity="0.82"/><path d="M${x - 38} ${y - 8} h 52" stroke="#fff" stroke-width="3" opacity="0.7"/><rect x="${x + 44}" y="${y - 7}" width="9" height="14" fill="#d8dde0"/></g>`
  const log = (x: number, y: number, length: number, thick: number, turn: number) =>
    `${shade(x + length / 2, y + thick, length / 2)}<g transform="rotate(${turn} ${x} ${y})" filter="url(#bark)"><rect x="${x}" y="${y}" width="${length}" height="${thick}" rx="${thick / 2}" fill="url(#wood)"/></g>`
  const bits = Array.from({ length: 130 }, () => {
    const y = at(385, 470)
    const ink = ['#f4f4ee', '#3f6f8f', '#5b4630', '#d9d2bd', '#7a6a4b', '#c2603f'][
      Math.floor(at(0, 6))
    ]
    const x = at(0, 800)
    return `<rect x="${x}" y="${y}" width="${at(3, 15)}" height="${at(2, 6)}" transform="rotate(${at(-40, 40)} ${x} ${y})" fill="${ink}" opacity="${at(0.5, 0.95)}"/>`
  }).join('')
  return `<defs>
    ${gradient('sky', { 0: '#9fb4c4', 55: '#c6d0d4', 100: '#dfe2de' })}
    ${gradient('sea', { 0: '#5d7f8d', 60: '#6f979d', 100: '#a3bcb6' })}
    ${gradient('sand', { 0: '#8f8166', 30: '#b7a584', 100: '#cdbd9b' })}
    ${gradient('wood', { 0: '#b9a88b', 45: '#8a7758', 100: '#463a29' })}
    <radialGradient id="blue" cx="35%" cy="30%"><stop offset="0" stop-color="#9cc4e0"/><stop offset="45%" stop-color="#2f6ea6"/><stop offset="100%" stop-color="#14324f"/></radialGradient>
    <radialGradient id="black" cx="35%" cy="30%"><stop offset="0" stop-color="#7d8487"/><stop offset="40%" stop-color="#2a2e31"/><stop offset="100%" stop-color="#0d0f11"/></radialGradient>
    ${surface('grit', '0.55', 0.7, 9)}${surface('swell', '0.012 0.16', 1, 30)}${surface('bark', '0.02 0.5', 1.4, 2)}
    ${ragged('rocks', '0.05', 34, 6)}${ragged('wave', '0.008 0.09', 30, 16)}${soft('drop', 5)}${soft('far', 1.6)}
  </defs>
  <rect width="800" height="250" fill="url(#sky)"/>
  <g filter="url(#far)"><g filter="url(#rocks)"><path d="M420 236 Q 560 140 640 168 Q 730 128 830 150 V 246 H 420 Z" fill="#56695f"/></g></g>
  <g filter="url(#swell)"><rect y="230" width="800" height="160" fill="url(#sea)"/></g>
  <g filter="url(#wave)">${foam}</g>
  <g filter="url(#grit)"><path d="M0 366 Q 240 340 430 372 T 800 356 V 600 H 0 Z" fill="url(#sand)"/></g>
  <path d="M0 372 Q 240 346 430 378 T 800 362" fill="none" stroke="#6f6148" stroke-width="12" opacity="0.35" filter="url(#drop)"/>
  ${log(40, 430, 300, 22, -4)}${log(470, 418, 210, 16, 6)}${log(180, 400, 120, 10, 12)}
  <g filter="url(#rocks)">${bits}</g>
  ${float(420, 452, 30, 'black')}${float(612, 480, 36, 'blue')}${float(130, 486, 24, 'black')}
  ${bottle(270, 492, -14, '#cfe3e0')}${bottle(520, 522, 24, '#7fb49a')}${bottle(720, 436, 8, '#dfe9ec')}
  <g>${shade(360, 556, 70)}<path d="M300 520 l 104 -16 l 22 34 l -110 22 Z" fill="#f3f3ec"/><path d="M300 520 l 104 -16 l 6 10 l -104 17 Z" fill="#fffffa"/></g>
  ${stamp("'12  6  3")}`
}

/** What a lens does to the corners, and a small sensor to everything. */
async function snapshot(inner: string, name: string): Promise<void> {
  const svg = (content: string) =>
    Buffer.from(
      `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}">${content}</svg>`,
    )
  const corners = svg(
    `<defs><radialGradient id="v" r="0.75"><stop offset="55%" stop-opacity="0"/><stop offset="100%" stop-opacity="0.5"/></radialGradient></defs><rect width="${width}" height="${height}" fill="url(#v)"/>`,
  )
  // Drawn as a pattern and not by chance: the committed file is the same in every run.
  const grain = svg(
    `<filter id="g"><feTurbulence type="fractalNoise" baseFrequency="0.8" numOctaves="2" seed="13"/><feColorMatrix type="saturate" values="0.25"/></filter><rect width="${width}" height="${height}" filter="url(#g)" opacity="0.3"/>`,
  )
  await sharp(svg(inner))
    .composite([
      { input: corners, blend: 'over' },
      { input: grain, blend: 'soft-light' },
    ])
    .removeAlpha()
    .jpeg({ quality: 62, mozjpeg: true })
    .toFile(join(out, `${name}.jpg`))
}

await mkdir(out, { recursive: true })
await snapshot(slope(), 'dark-slope')
await snapshot(chain(), 'thin-chain')
await snapshot(shore(), 'drift-shore')
console.log(out)
