import { readFileSync } from 'node:fs'
import { crc32 } from 'node:zlib'
import { strToU8, zipSync } from 'fflate'
import sharp from 'sharp'
import { afterAll, describe, expect, test } from 'vitest'
import { must } from './must.ts'
import {
  closePictures,
  type Picture,
  readPicture,
  readUpload,
  smallCopyOf,
  uploadLimits,
} from './picture.ts'

afterAll(closePictures)

const text = (words: string) => new Uint8Array(Buffer.from(words, 'latin1'))
const secret = '34.2028N 129.2876E'
const scene = () =>
  sharp({ create: { width: 2000, height: 1200, channels: 3, background: '#3a7ca5' } })
const withPlace = (picture: ReturnType<typeof scene>) =>
  picture.withMetadata({ orientation: 6 }).withExifMerge({
    IFD0: { ImageDescription: secret, DateTime: '2013:03:01 09:00:00' },
    IFD2: { DateTimeOriginal: '2013:02:24 10:15:00' },
    IFD3: { GPSLatitudeRef: 'N', GPSLatitude: '34/1 12/1 10/1', GPSLongitudeRef: 'E' },
  })

const word = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml'
const sheet = word.replace('wordprocessingml.document', 'spreadsheetml.sheet')
const parcel = (type: string, main: string, more: Record<string, Uint8Array> = {}) =>
  zipSync({
    '[Content_Types].xml': strToU8(
      `<Types><Override PartName="/${main}" ContentType="${type}"/></Types>`,
    ),
    [main]: strToU8('<x/>'),
    ...more,
  })

const read = async (bytes: Uint8Array): Promise<Picture> => {
  const result = await readPicture(bytes)
  if (!result.ok) throw new Error(JSON.stringify(result.refusal))
  return result.value
}
const reason = async (bytes: Uint8Array) => {
  const result = await readUpload(bytes, 'file2')
  if (result.ok) return result.value.kind
  expect(result.refusal).toMatchObject({ kind: 'refused', place: 'file2' })
  return result.refusal.kind === 'refused' ? result.refusal.reason : ''
}

describe('a picture', () => {
  test.each(['jpeg', 'png', 'webp'] as const)('%s comes out as JPEG in two sizes', async (form) => {
    const { large } = await read(await scene().toFormat(form).toBuffer())
    const small = await smallCopyOf(large)
    expect([large.width, large.height]).toEqual([uploadLimits.longestSide, 960])
    expect([small.width, small.height]).toEqual([uploadLimits.smallSide, 288])
    for (const { bytes, width, height } of [large, small])
      expect(await sharp(bytes).metadata()).toMatchObject({ format: 'jpeg', width, height })
    expect(small.bytes.length).toBeLessThan(large.bytes.length)
  })

  test('leaves its place, camera and description behind; the day and the upright side stay', async () => {
    const original = await withPlace(scene().jpeg()).toBuffer()
    expect(original.includes(secret)).toBe(true)
    expect((await sharp(original).metadata()).exif).toBeDefined()
    const { large, takenOn } = await read(original)
    const small = await smallCopyOf(large)
    expect(takenOn).toBe('2013-02-24')
    expect(large.height).toBeGreaterThan(large.width)
    for (const { bytes } of [large, small]) {
      const known = await sharp(bytes).metadata()
      expect([known.exif, known.xmp, known.iptc, known.icc]).toEqual(Array(4).fill(undefined))
      expect(known.orientation).toBeUndefined()
      expect(Buffer.from(bytes).includes('129.2876E')).toBe(false)
      expect(Buffer.from(bytes).includes('Exif')).toBe(false)
    }
  })

  test('of an iPhone is read too, without where it was taken', async () => {
    const original = readFileSync('src/testing/scene.heic')
    expect(original.includes('129.3E')).toBe(true)
    const { large } = await read(original)
    expect([large.width, large.height]).toEqual([240, 160])
    expect(Buffer.from(large.bytes).includes('129.3E')).toBe(false)
    // Its sky is blue and its sea is dark: the colours are in their places.
    const { data } = await sharp(large.bytes).raw().toBuffer({ resolveWithObject: true })
    expect(must(data[2], 'blue')).toBeGreaterThan(must(data[0], 'red'))
    expect(must(data.at(-1), 'below')).toBeLessThan(must(data[2], 'above'))
  })

  test('on glass stands on white, and small ones stay small', async () => {
    const glass = { r: 0, g: 0, b: 0, alpha: 0 }
    const png = sharp({ create: { width: 40, height: 30, channels: 4, background: glass } }).png()
    const { large } = await read(await png.toBuffer())
    expect([large.width, large.height]).toEqual([40, 30])
    expect((await sharp(large.bytes).raw().toBuffer())[0]).toBeGreaterThan(250)
  })

  test('that is a program or a page as well is only a picture afterwards', async () => {
    const jpeg = await scene().jpeg().toBuffer()
    const behind = text('<?php system($_GET[0]) ?><script>alert(1)</script>')
    const zip = zipSync({ 'a.html': strToU8('<script>') })
    for (const more of [behind, zip]) {
      const { large } = await read(Buffer.concat([jpeg, more]))
      expect(Buffer.from(large.bytes).includes(Buffer.from(more.slice(0, 20)))).toBe(false)
    }
  })
})

describe('what is not taken says why', () => {
  const svg = '<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"><rect/></svg>'
  /** A PNG of 300 bytes that says it is 30 000 points wide and high. */
  const bomb = async () => {
    const png = await scene().resize(8, 8).png().toBuffer()
    png.writeUInt32BE(30_000, 16)
    png.writeUInt32BE(30_000, 20)
    // The sum over the header is right: it is the measures that are wrong.
    png.writeUInt32BE(crc32(png.subarray(12, 29)), 29)
    return png
  }
  const cases: readonly (readonly [string, () => Uint8Array | Promise<Uint8Array>, string])[] = [
    ['nothing', () => text(''), 'file-empty'],
    ['SVG', () => text(svg), 'file-other-kind'],
    ['SVG with its head', () => text(`<?xml version="1.0"?>${svg}`), 'file-other-kind'],
    ['HTML', () => text('<!doctype html><script>alert(1)</script>'), 'file-other-kind'],
    ['HTML with commas', () => text('<a>,b\n<c>,d\n'), 'file-other-kind'],
    ['GIF', () => text('GIF89a/*<script>*/=1;alert(1)'), 'file-other-kind'],
    ['a text', () => text('just a letter\nof two lines'), 'file-other-kind'],
    ['half a JPEG', async () => (await scene().jpeg().toBuffer()).subarray(0, 900), 'file-broken'],
    ['the head of a JPEG', () => text('\u00ff\u00d8\u00ff\u00e0<?php'), 'file-broken'],
    ['a bomb of points', bomb, 'picture-too-large'],
    [
      'a bomb of zeros',
      () => parcel(sheet, 'xl/workbook.xml', { 'xl/a.xml': new Uint8Array(60 * 2 ** 20) }),
      'file-too-large',
    ],
    ['a zip', () => zipSync({ 'a.exe': strToU8('MZ') }), 'file-other-kind'],
    ['half a PDF', () => text('%PDF-1.7\n1 0 obj'), 'file-broken'],
    ['a locked PDF', () => text('%PDF-1.7\n/Encrypt 5 0 R\n%%EOF\n'), 'file-encrypted'],
    [
      'old Excel',
      () => text('\u00d0\u00cf\u0011\u00e0\u00a1\u00b1\u001a\u00e1'),
      'file-old-office',
    ],
    ['a large one', () => new Uint8Array(uploadLimits.pictureBytes + 1), 'file-too-large'],
  ]
  test.each(cases)('%s', async (_name, bytes, why) => {
    expect(await reason(await bytes())).toBe(why)
  })

  test('and where only a picture will do, a document is none', async () => {
    const pdf = text('%PDF-1.7\n%%EOF\n')
    expect(await reason(pdf)).toBe('paper')
    expect(await readPicture(pdf)).toMatchObject({ refusal: { reason: 'file-other-kind' } })
  })
})

test('documents are known by their content: PDF, workbook, Word, table', async () => {
  const form = async (bytes: Uint8Array) => {
    const result = await readUpload(bytes)
    return result.ok && result.value.kind === 'paper' ? result.value.form : result
  }
  expect(await form(parcel(word, 'word/document.xml'))).toBe('docx')
  expect(await form(parcel(sheet, 'xl/workbook.xml'))).toBe('xlsx')
  expect(await form(new Uint8Array(Buffer.from('年度,参加者\n2012,64\n')))).toBe('csv')
  const program = parcel(sheet, 'xl/workbook.xml', { 'xl/vbaProject.bin': strToU8('x') })
  expect(await form(program)).toMatchObject({ refusal: { reason: 'file-other-kind' } })
})
