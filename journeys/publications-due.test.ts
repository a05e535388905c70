import { afterAll, beforeAll, expect, test } from 'vitest'
import { noticesOf, type RecipientId } from '#domains/notices/index.ts'
import { removeFile } from '#domains/progress/actions/evidence.ts'
import type { FileId } from '#domains/progress/evidence.ts'
import { publishDue } from '#domains/publications/actions/due.ts'
import { approve, type House, schedule, submit } from '#domains/publications/actions/publish.ts'
import { compose, edit } from '#domains/publications/actions/write.ts'
import { editionById } from '#domains/publications/store/editions.ts'
import { actorsOn } from '#domains/staff/index.ts'
import { clock } from '#domains/staff/roles.ts'
import { holds } from '#platform/actor.ts'
import { must } from '#platform/must.ts'
import { closePdf } from '#platform/pdf/pdf.ts'
import { closeRaster } from '#platform/pdf/raster.ts'
import { closePictures } from '#platform/picture.ts'
import type { Browser } from '#testing/browser.ts'
import { people } from '#testing/people.ts'
import { houseOf } from '../src/house.ts'
import { kinds } from '../src/post-room.ts'
import { demoCity } from './support/city.ts'

let site: Browser
let house: House

beforeAll(async () => {
  site = await demoCity()
  house = houseOf('http://localhost', site.files)
})
afterAll(async () => {
  await closePdf()
  await closeRaster()
  await closePictures()
})

const editionAt = async (id: string) => must(await editionById(site.db, id), id)
const picturesOf = async (id: string) => house.pictures(site.db, (await editionAt(id)).planId)

/** An edition that was approved and is to come at nine on the first of May, perhaps with a picture. */
async function scheduled(picture?: string) {
  const ctx = site.ctx(people.author)
  const id = await compose(ctx, 2012)
  const { content, version } = await editionAt(id)
  const chosen = (await picturesOf(id)).find((one) => one.id === picture)
  await edit(ctx, id, version, {
    ...content,
    ...(chosen && { picture: { ...chosen, caption: '海ぞいの道' } }),
  })
  await submit(ctx, id, house, true)
  await approve(site.ctx(people.head), id, house, true)
  await schedule(ctx, id, new Date(`2013-05-01T09:0${picture ? 0 : 1}:00+09:00`))
  return id
}

test('an editor chooses a picture by a small copy of it, which nobody else gets', async () => {
  const id = await compose(site.ctx(people.author), 2012)
  const offered = await picturesOf(id)
  expect(offered.length).toBeGreaterThan(1)
  await site.as(people.author)
  const html = await site.text(`/desk/publications/${id}/edit`)
  for (const { id: picture, title, smallKey } of offered) {
    const path = `/desk/publications/${id}/pictures/${picture}`
    expect(html).toContain(`src="${path}"`)
    // A picture without words would be nothing to whoever cannot see it.
    expect(title).not.toBe('')
    expect(html).toContain(title)
    const small = await site.get(path)
    expect(small.headers.get('content-type')).toBe('image/jpeg')
    const bytes = new Uint8Array(await small.arrayBuffer())
    expect(bytes).toEqual(await site.files.get(smallKey))
  }
  const path = `/desk/publications/${id}/pictures/${must(offered[0], 'one').id}`
  await site.as(people.officer)
  expect((await site.get(path)).status).toBe(403)
  await site.as(people.resident)
  expect((await site.get(path)).status).not.toBe(200)
})

test('one whose picture was withdrawn is given back to its editors and holds up no other', async () => {
  const { id: picture } = must((await picturesOf(await scheduled()))[0], 'a picture')
  const stopped = await scheduled(picture)
  const other = await scheduled()
  await removeFile(site.ctx(people.head), picture as FileId, '写っている人の申し出')
  site.at('2013-05-01T09:05:00+09:00')
  await publishDue(site.ctx(clock), house)

  expect((await editionAt(other)).state).toBe('published')
  const back = await editionAt(stopped)
  expect(back).toMatchObject({ state: 'draft', approvedAt: null, publishAt: null })
  await site.as(people.author)
  expect(await site.text(`/desk/publications/${stopped}`)).toContain('写真が取り下げられたため')
  const [fact] = await site.db
    .selectFrom('ledger')
    .select(['fact', 'actor_id'])
    .where('subject_id', '=', stopped)
    .orderBy('seq', 'desc')
    .limit(1)
    .execute()
  expect(fact).toEqual({ fact: 'publications.held-back', actor_id: clock.id })

  // Tried again in the next minute it is no longer due: nobody is told twice.
  await publishDue(site.ctx(clock), house)
  const editors = (await actorsOn(site.db, '2013-05-01')).filter((actor) =>
    holds(actor, 'publications.editor'),
  )
  expect(editors.length).toBeGreaterThan(0)
  for (const { id } of editors) {
    const told = await noticesOf(site.db, kinds, id as RecipientId, 'ja')
    const ours = told.filter(([thing]) => thing === stopped).flatMap(([, notices]) => notices)
    expect(ours.map(({ kind, path }) => [kind, path])).toEqual([
      ['publications.held-back', `/desk/publications/${stopped}`],
    ])
  }
})
