import type { Slides } from '#platform/sheet.ts'
import { zip } from '#platform/zip.ts'
import { lettersASecond, secondsOf, shortest } from './slides.ts'

/** Slides as they were set, and each drawn as a frame. */
export interface Show {
  readonly show: Slides
  readonly pdf: Uint8Array
  readonly frames: readonly { readonly name: `${string}.png`; readonly bytes: Uint8Array }[]
}

const utf8 = new TextEncoder()
/** For Windows, where a station opens it: it must be told that these are UTF-8. */
const text = (lines: readonly string[]) => utf8.encode(`\ufeff${lines.join('\r\n')}\r\n`)

/**
 * 映像の一式: frames in their order, how long each stands, the list that ffmpeg reads, and how to use it all.
 * The same show gives the same bytes.
 */
export function folderOf({ show, pdf, frames }: Show): Uint8Array {
  const seconds = show.slides.map(secondsOf)
  const total = seconds.reduce((sum, one) => sum + one, 0)
  const name = `${show.author} ${show.name}`
  const size = `画面 ${frames.length}枚、1920×1080、合わせて ${total}秒`
  return zip([
    { name: 'README.txt', bytes: text(readme(name, size)) },
    ...frames,
    {
      name: 'seconds.txt',
      bytes: text([
        name,
        `${size} (1秒に${lettersASecond}文字、短くても${shortest}秒)`,
        ...frames.map((frame, at) => `${frame.name}\t${seconds[at]}秒`),
      ]),
    },
    { name: 'concat.txt', bytes: utf8.encode(concat(frames, seconds)) },
    { name: 'slides.pdf', bytes: pdf },
  ])
}

/** ffconcat 1.0. The last frame is named twice: without that ffmpeg drops its time. */
function concat(frames: Show['frames'], seconds: readonly number[]): string {
  const each = frames.map(({ name }, at) => `file '${name}'\nduration ${seconds[at]}\n`)
  return `ffconcat version 1.0\n${each.join('')}file '${frames.at(-1)?.name}'\n`
}

const readme = (name: string, size: string): readonly string[] => [
  `${name} ケーブルテレビの一式`,
  '',
  size,
  '',
  '01.png から順に映してください。1枚を映す秒数は seconds.txt にあります。',
  '文字はすべて、画面の内側の80%(タイトルセーフ)に収めています。',
  '',
  '動画にするとき(ffmpeg を使うとき)は、このフォルダーで次のように打ちます。',
  '  ffmpeg -f concat -i concat.txt -vf fps=30000/1001,format=yuv420p -c:v libx264 -crf 18 video.mp4',
  '音声は入っていません。',
  '',
  'ファイル',
  '  01.png から   画面(1920×1080、RGB)',
  '  seconds.txt   画面ごとの秒数',
  '  concat.txt    ffmpeg が読む一覧',
  '  slides.pdf    同じ画面のPDF',
  '',
  'この一式と画面は、公表した版と同じものかどうかを確かめられます。',
  '  tomoni edition verify slides.zip',
  '  tomoni edition verify 01.png',
]
