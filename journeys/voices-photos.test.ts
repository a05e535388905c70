import sharp from 'sharp'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { claim, hide, restore } from '#domains/moderation/actions/decide.ts'
import { flag } from '#domains/moderation/index.ts'
import { clock } from '#domains/staff/roles.ts'
import { decidePhoto } from '#domains/voices/actions/photo.ts'
import { decide } from '#domains/voices/actions/points.ts'
import { throwAway } from '#domains/voices/actions/throw-away.ts'
import type { VoiceFileId } from '#domains/voices/file.ts'
import { type PointId, pointSubject } from '#domains/voices/point.ts'
import { insertFile } from '#domains/voices/store/files.ts'
import { forgetFiles } from '#domains/voices/store/keeping.ts'
import { pointById } from '#domains/voices/store/points.ts'
import { urls } from '#domains/voices/urls.ts'
import type { VoiceId } from '#domains/voices/voice.ts'
import { readCsv } from '#platform/csv.ts'
import { newId } from '#platform/id.ts'
import { must } from '#platform/must.ts'
import { closePictures } from '#platform/picture.ts'
import type { Browser } from '#testing/browser.ts'
import { moderators } from '#testing/moderation.ts'
import { people } from '#testing/people.ts'
import { moderated } from '../src/moderated.tsx'
import { demoCity } from './support/city.ts'
import { readable } from './support/html.ts'

/** 写真の公表: each picture apart, with words, without what a camera wrote; what nobody decided on never leaves. */
let site: Browser
let voice: VoiceId
let number: string
let point: PointId
const ids: VoiceFileId[] = []
beforeAll(async () => {
  site = await demoCity()
  const row = await site.db
    .selectFrom('voice_public as p')
    .innerJoin('voice as v', 'v.id', 'p.voice_id')
    .innerJoin('voice_point as q', 'q.id', 'p.point_id')
    .select(['v.id', 'v.number', 'p.point_id'])
    .where('v.id', 'not in', (e) => e.selectFrom('voice_file').select('voice_id'))
    .where((e) =>
      e.or([e('q.submitted_by', 'is', null), e('q.submitted_by', '<>', people.author.id)]),
    )
    .orderBy('v.number')
    .executeTakeFirstOrThrow()
  voice = row.id as VoiceId
  number = row.number
  point = row.point_id as PointId
  for (const [at, kind] of (['photo', 'photo', 'scan'] as const).entries()) {
    const id = newId('vfl') as VoiceFileId
    const bytes = await fromCamera(['#a33', '#3a3', '#33a'][at] ?? '#000')
    await insertFile(site.db as never, {
      id,
      voice,
      kind,
      position: at + 1,
      key: await site.files.put(bytes, 'voice'),
      mediaType: 'image/jpeg',
      bytes: bytes.length,
      addedAt: new Date(),
      addedBy: null,
    })
    ids.push(id)
  }
})
afterAll(closePictures)

/** A picture that still says where it was taken, as if it had come in by a way that forgot to wipe it. */
const fromCamera = async (background: string) =>
  new Uint8Array(
    await sharp({ create: { width: 1200, height: 900, channels: 3, background } })
      .withExif({ IFD0: { Model: 'Camera' }, IFD3: { GPSLatitude: '34/1 12/1 0/1' } })
      .jpeg()
      .toBuffer(),
  )

const photo = (position: number, size = '') => site.get(`${urls.photo(number, position)}${size}`)
const decisionPage = () => site.text(urls.decision(point))
const send = (file: string, fields: Record<string, string>) =>
  site.post(urls.photoDecision(point, file), { version: '0', ...fields })

test('what nobody decided on does not leave, by any address', async () => {
  for (const position of [0, 1, 2, 3, 4]) expect((await photo(position)).status).toBe(404)
  for (const path of [urls.one(number), urls.list, urls.feed, urls.feedOf(number)])
    expect(await site.text(path)).not.toContain('/photos/')
  for (const id of ids) expect((await site.get(urls.file(voice, id))).status).not.toBe(200)
  expect(readable(await site.text(urls.one(number)))).toContain('写真2枚は、公表していません')
})

const waiting = async () =>
  [...(await site.text(urls.decisions)).matchAll(/>(V[\d-]+)<\/a>/g)].map(([, one]) => one)

test('a voice whose points are decided on, and not its photos, waits in the list until all of them are', async () => {
  await site.as(people.author)
  expect(await waiting()).toContain(number)
  // That of the demo waits too, and what its sender does not want published does not.
  expect(await waiting()).toHaveLength(2)
  await site.db.updateTable('voice').set({ may_publish: false }).where('id', '=', voice).execute()
  expect(await waiting()).not.toContain(number)
  await site.db.updateTable('voice').set({ may_publish: true }).where('id', '=', voice).execute()
})

test('the desk sees the wish, both photos and no scan among them; words are needed to publish one', async () => {
  await site.as(people.author)
  const page = await decisionPage()
  expect(readable(page)).toContain('写真の公表')
  expect(readable(page)).toContain('まだ判断していません。公表されません')
  for (const [at, id] of ids.entries())
    expect(page.includes(urls.photoDecision(point, id))).toBe(at < 2)
  const back = await send(must(ids[0], 'a photo'), { do: 'show', alt: ' ' })
  expect(back.status).toBe(422)
  expect(await back.text()).toContain('写真に何が写っているかを書いてください')
  // Nor can a scan be published by its name.
  expect((await send(must(ids[2], 'the scan'), { do: 'show', alt: '手紙' })).status).toBe(404)
  const alt = '歩道の点字ブロックがはがれている'
  expect((await send(must(ids[0], 'a photo'), { do: 'show', alt })).status).toBe(303)
  expect(
    (await send(must(ids[1], 'a photo'), { do: 'withhold', ground: 'identifying' })).status,
  ).toBe(303)
  expect(await waiting()).not.toContain(number)
  // Whoever looked at an older page overwrites nothing.
  expect((await send(must(ids[0], 'a photo'), { do: 'withhold', ground: 'other' })).status).toBe(
    409,
  )
  expect(site.bugs).toEqual([])
})

test('what the public gets has nothing in it that a camera wrote; the other is counted in words', async () => {
  await site.as(people.resident)
  for (const size of ['', '?size=small']) {
    const answer = await photo(1, size)
    expect(answer.status).toBe(200)
    expect(answer.headers.get('content-type')).toBe('image/jpeg')
    const bytes = Buffer.from(await answer.arrayBuffer())
    const seen = await sharp(bytes).metadata()
    expect(seen.width).toBe(size ? 480 : 1200)
    for (const one of ['exif', 'xmp', 'iptc'] as const) expect(seen[one]).toBeUndefined()
    expect(bytes.toString('latin1')).not.toMatch(/Exif|GPS|Camera/)
  }
  expect((await photo(2)).status).toBe(404)
  expect((await photo(3)).status).toBe(404)
  const page = await site.text(urls.one(number))
  expect(page).toContain('alt="歩道の点字ブロックがはがれている"')
  expect(page).toContain(`${urls.photo(number, 1)}?size=small`)
  expect(readable(page)).toContain('写真1枚は、公表していません。理由:個人や団体が特定される')
  for (const tongue of ['/easy', '/en', '/ko'])
    expect(await site.text(`${tongue}${urls.one(number)}`)).toContain(urls.photo(number, 1))
})

test('tables and programs are told of it as well', async () => {
  const api = JSON.parse(await site.text(`/api/v1/voices/${number}`))
  expect(api.photos).toEqual([
    {
      url: expect.stringMatching(`^http.*${urls.photo(number, 1)}$`),
      smallUrl: expect.stringContaining('size=small'),
      description: '歩道の点字ブロックがはがれている',
    },
  ])
  expect(api.photosWithheld).toBe(1)
  const year = number.slice(1, 5)
  const answer = await site.get(`${urls.csv}?year=${year}`)
  const [head, ...rows] = readCsv(new Uint8Array(await answer.arrayBuffer())).rows
  const at = must(head, 'a head').cells.indexOf('写真')
  const own = rows.filter(({ cells }) => cells[0] === number)
  expect(own.length).toBeGreaterThan(0)
  for (const { cells } of own) expect(cells[at]).toContain(urls.photo(number, 1))
})

test('it is gone at once when the photo, or all that was published of its voice, is taken back', async () => {
  const office = site.ctx(people.author)
  const rows = await site.db
    .selectFrom('voice_public')
    .select('point_id')
    .where('voice_id', '=', voice)
    .execute()
  const fresh = async (id: string) => must(await pointById(site.db, id as PointId), id)
  for (const { point_id } of rows)
    await decide(office, await fresh(point_id), { kind: 'withhold', ground: 'other', reason: '件' })
  expect((await photo(1)).status).toBe(404)
  expect(await site.text(urls.one(number))).not.toContain('/photos/')
  for (const { point_id } of rows)
    await decide(office, await fresh(point_id), { kind: 'show', redactions: [] })
  expect((await photo(1)).status).toBe(200)

  // Hidden with the words that it came with, under its own address too, and back with them.
  const moderator = site.ctx(moderators.first)
  const flagged = await flag(moderator, moderated, { kind: pointSubject, id: point }, 'insult', '')
  await claim(moderator, moderated, flagged.id)
  const why = { ground: 'insult', reason: '人を傷つける言葉があるためです。' }
  await hide(moderator, moderated, flagged.id, why)
  const address = urls.photo(number, 1)
  for (const size of ['', '?size=small']) expect((await photo(1, size)).status, size).toBe(404)
  const forms = [urls.one(number), urls.list, urls.feed, `${urls.one(number)}/feed.atom`]
  const files = [`${urls.csv}?year=${number.slice(1, 5)}`, urls.api, `${urls.api}/${number}`]
  for (const path of ['', '/easy', '/en', '/ko']
    .flatMap((tongue) => forms.map((form) => `${tongue}${form}`))
    .concat(files))
    expect(await site.text(path), path).not.toContain(address)
  expect(JSON.parse(await site.text(`${urls.api}/${number}`)).photos).toEqual([])
  await restore(moderator, moderated, flagged.id, '確かめて戻しました。')
  expect((await photo(1)).status).toBe(200)

  // The picture itself is thrown away in its time; the copy that was published stays, and can be taken back.
  await site.db.transaction().execute((tx) => forgetFiles(tx as never, [voice], office.now))
  const nothing = { clear: async () => 0, remove: async () => {} } as never
  await throwAway(site.ctx(clock), site.files, nothing)
  expect((await photo(1)).status).toBe(200)
  const file = must(ids[0], 'a photo')
  const choice = { kind: 'withhold', ground: 'other' } as const
  await decidePhoto(office, site.files, { point, file, version: 1 }, choice)
  expect((await photo(1)).status).toBe(404)
  const keys = await site.db.selectFrom('voice_loose_file').select('key').execute()
  await throwAway(site.ctx(clock), site.files, nothing)
  for (const { key } of keys) expect(await site.files.get(key)).toBeUndefined()
})
