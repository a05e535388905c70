import { afterAll, beforeAll, expect, test } from 'vitest'
import { districts } from '#domains/districts/store/districts.ts'
import { cityMap } from '#domains/districts/store/map.ts'
import { originalOf } from '#domains/voices/actions/opened.ts'
import type { CoveredTable } from '#domains/voices/rules/figures.ts'
import { outcomes } from '#domains/voices/rules/outcome.ts'
import { yearFigures } from '#domains/voices/store/year.ts'
import { must } from '#platform/must.ts'
import { type Browser, testSeal } from '#testing/browser.ts'
import { people } from '#testing/people.ts'
import { demoCity } from './support/city.ts'
import { onward } from './support/desk.ts'
import { formsIn, readable, tagsIn } from './support/html.ts'
import { invalidIn, leftIn, untranslatedIn } from './support/sound.ts'
import { matter, nobody, webForm } from './support/voices-send.ts'

/** 地図で: a place chosen on the city's own map, and the published voices counted on it. */
let site: Browser
beforeAll(async () => {
  site = await demoCity()
})
afterAll(() => {
  expect(site.bugs).toEqual([])
})

const { press, pressed, sent, voiceOf } = webForm(() => site)
const typed = { ...matter, text: '橋の欄干が壊れています。' }
const spotIn = (html: string) => /name="map.mark" value="([^"]*)"/.exec(html)?.[1] ?? ''
/** Presses on the drawing, as a browser without a script does it: nothing but where. */
const pressAt = async (html: string, x: number, y: number) => {
  const [form] = formsIn(html, '/voices/new').filter(({ action }) => action.endsWith('/voices/new'))
  const { action, fields } = must(form, 'a form')
  return site.post(action, { ...Object.fromEntries(fields), 'map.x': `${x}`, 'map.y': `${y}` })
}
/** Where 厳原 stands on the drawing of the whole city. */
const izuhara = (html: string) => {
  const [, x = '', y = ''] = /translate\(([\d.]+) ([\d.]+)\)"><text[^>]*>厳原</.exec(html) ?? []
  return [Math.round(Number(x)), Math.round(Number(y))] as const
}

test('a place is chosen without a script: pressed, pressed nearer, and sent with all that was typed', async () => {
  const map = await pressed(await site.text('/voices/new'), 'map', typed)
  expect(readable(map)).toContain('地図で場所を選ぶ')
  expect(map).not.toMatch(/<script(?![^>]*src=)/)
  const [image] = tagsIn(map, 'input').filter(({ attributes }) => attributes.type === 'image')
  expect(image?.attributes).toMatchObject({ name: 'map', width: '328', height: '420' })
  expect(image?.attributes.alt).toContain('印をつける')

  const first = await pressAt(map, ...izuhara(map))
  expect(first.status).toBe(200)
  const nearer = await first.text()
  // Within a pixel of the whole city, which is some two hundred metres.
  const [lat = 0, lon = 0] = spotIn(nearer).split(',').map(Number)
  expect(Math.abs(lat - 34.203)).toBeLessThan(0.002)
  expect(Math.abs(lon - 129.288)).toBeLessThan(0.003)
  expect(readable(nearer)).toMatch(/印の場所:(市役所|厳原)(のあたり|から.+へ約\d+m)/)
  // The mark is in the middle of what comes next: pressed there, it stays.
  const again = await (await pressAt(nearer, 164, 210)).text()
  expect(spotIn(again)).toBe(spotIn(nearer))

  const page = await pressed(again, 'map-here')
  expect(readable(page)).toContain('地図で選んだ場所')
  expect(page).toContain(typed.text)
  expect(page).toContain(typed.place)
  expect(tagsIn(page, 'input').some((one) => 'checked' in one.attributes)).toBe(true)
  expect([await invalidIn(map), await invalidIn(page)]).toEqual([[], []])

  const check = await pressed(await pressed(page, 'what'), 'who', nobody)
  expect(readable(check)).toContain('北緯')
  const slip = await sent(await press(check, 'send'))
  const original = await originalOf({ db: site.db, seal: testSeal }, await voiceOf(slip.number))
  expect(original).toEqual({ text: typed.text, place: typed.place, point: { lat, lon } })
  // The sender sees it again behind number and phrase.
  expect(readable(slip.page)).toContain(`北緯${lat.toFixed(4)}度`)
})

test('it works by keys alone: arrows set the mark and move it, larger and smaller keep it', async () => {
  const dst = must(
    (await districts(site.db)).find(({ name }) => name === '豊玉'),
    'a district',
  ).id
  const map = await pressed(await site.text('/voices/new'), 'map', { ...typed, district: dst })
  // It opens where the district is that was named before.
  expect(map).toContain('name="map.middle" value="34.3860,129.3170"')
  expect(spotIn(map)).toBe('')
  const none = await press(map, 'map-here')
  expect(none.status).toBe(422)
  expect(readable(await none.text())).toContain('先に、地図の上を押して')
  const north = await pressed(map, 'map-up')
  const [lat = 0, lon = 0] = spotIn(north).split(',').map(Number)
  expect(lat).toBeGreaterThan(34.386)
  expect(lon).toBe(129.317)
  const larger = await pressed(north, 'map-in')
  const smaller = await pressed(larger, 'map-out')
  expect([spotIn(larger), spotIn(smaller)]).toEqual([spotIn(north), spotIn(north)])
  const back = await pressed(smaller, 'map-down')
  expect(spotIn(back)).toBe('34.3860,129.3170')
  const page = await pressed(back, 'map-here')
  expect(page).toContain('value="34.3860,129.3170"')
  // Unticked, it is not sent.
  const who = await pressed(page, 'what', { point: '' })
  expect(who).not.toContain('34.3860')
})

test('the sea and Fukuoka are refused with words, by the map and by the form; a key on the drawing is no place', async () => {
  const map = await pressed(await site.text('/voices/new'), 'map', typed)
  const sea = await pressAt(map, 2, 210)
  expect(sea.status).toBe(422)
  const answer = await sea.text()
  expect(readable(answer)).toContain('市の外です')
  expect(spotIn(answer)).toBe('')
  expect(answer).toContain(typed.text)
  // Enter on a picture says 0, 0.
  expect(readable(await (await pressAt(map, 0, 0)).text())).toContain('先に、地図の上を押して')
  const forged = await press(await site.text('/voices/new'), 'what', {
    ...typed,
    point: '33.5900,130.4000',
  })
  expect(forged.status).toBe(422)
  const page = await forged.text()
  expect(readable(page)).toContain('今の地図の外にあります')
  expect(page).toContain(typed.text)
})

test('the section sees the place; no public page, table or feed holds a coordinate of a voice', async () => {
  const map = await pressed(await site.text('/voices/new'), 'map', typed)
  const near = await (await pressAt(map, ...izuhara(map))).text()
  const spot = spotIn(near)
  const who = await pressed(await pressed(near, 'map-here'), 'what')
  const { number } = await sent(await press(await pressed(who, 'who', nobody), 'send'))
  const [lat = '', lon = ''] = spot.split(',')
  // As a number it has no 0 at its end.
  const asNumbers = [String(Number(lat)), String(Number(lon))]

  const rows = await site.db.selectFrom('voice_original').selectAll().execute()
  for (const one of asNumbers) expect(JSON.stringify(rows)).not.toContain(one)
  for (const path of [
    ...['', '/easy', '/en', '/ko'].flatMap((tongue) => [
      `${tongue}/voices`,
      `${tongue}/voices/map`,
      `${tongue}/voices/${number}`,
    ]),
    '/voices/voices.csv',
    '/voices/feed.atom',
    '/api/v1/voices',
    `/api/v1/voices/${number}`,
  ]) {
    const page = await site.text(path)
    expect([path, page.includes(lat), page.includes(lon)]).toEqual([path, false, false])
    expect([path, /\b(34\.[2-7]\d{2,}|129\.[2-4]\d{2,})/.exec(page)?.[0]]).toEqual([
      path,
      undefined,
    ])
  }
  const ledger = await site.db.selectFrom('ledger').select('detail').execute()
  for (const one of asNumbers) expect(JSON.stringify(ledger)).not.toContain(one)

  await site.as(people.author)
  const desk = await site.text(`/desk/voices/${await voiceOf(number)}`)
  expect(readable(desk)).toContain(`北緯${lat}度、東経${lon}度`)
  expect(desk).toContain('class="mark-pin"')
  await site.as(people.viewer)
  expect(await site.text(`/desk/voices/${await voiceOf(number)}`)).not.toContain(lat)
  await site.as(people.resident)
})

test('the map of the year has the figures of the page of figures, drawn and in a table; it is light', async () => {
  for (const tongue of ['', '/easy', '/en', '/ko']) {
    const page = await site.text(`${tongue}/voices/map?year=2012`)
    expect([await invalidIn(page), leftIn(page)]).toEqual([[], []])
    if (tongue === '/en' || tongue === '/ko') expect(untranslatedIn(page)).toEqual([])
    expect(Buffer.byteLength(page)).toBeLessThan(30_000)
  }
  const page = await site.text('/voices/map?year=2012')
  const { districts: covered } = await yearFigures(site.db, 2012, '2013-03-06')
  const table = must<CoveredTable['table']>(covered.table, 'a table')
  const at = outcomes.indexOf('shown')
  for (const [r, key] of covered.keys.entries()) {
    if (key === '') continue
    const { name } = must(
      (await districts(site.db)).find(({ id }) => id === key),
      key,
    )
    const shown = table?.rows[r]?.[at]
    const all = table?.rowTotals[r] ?? '※'
    expect(readable(page)).toMatch(new RegExp(`${name}\\s*${shown}\\s*${all}`))
    const link = `/voices?district=${key}&amp;year=2012`
    expect(page.includes(link)).toBe(Boolean(shown))
  }
  // One circle for each district, each a picture's part that nobody reads twice.
  expect(page.match(/class="count"/g)).toHaveLength(6)
  expect(page).toMatch(/<svg class="map"[^>]*role="img"/)
})

test('the city hands in its map; a file that is wrong changes nothing, and says where; without a map nobody is asked', async () => {
  await site.as(people.author)
  const before = await cityMap(site.db)
  const file = (text: string) => new File([text], 'map.geojson', { type: 'application/geo+json' })
  const wrong = await site.post('/desk/districts/map', {
    file: file(
      JSON.stringify({
        type: 'FeatureCollection',
        features: [{ type: 'Feature', geometry: { type: 'Point', coordinates: [129.3, 34.2] } }],
      }),
    ),
  })
  expect(wrong.status).toBe(422)
  expect(readable(await wrong.text())).toContain('1番目の図形:点(129.3,34.2)に名前がありません')
  expect((await site.post('/desk/districts/map', {})).status).toBe(422)
  expect(await cityMap(site.db)).toEqual(before)

  const export_ = await site.get('/desk/districts/map.geojson')
  expect(export_.headers.get('content-type')).toContain('geo+json')
  const again = await site.post('/desk/districts/map', { file: file(await export_.text()) })
  expect(onward(again)).toContain('map-taken')
  expect(await cityMap(site.db)).toEqual({ ...before, version: 2 })
  const page = await site.text('/desk/districts/map')
  expect(await invalidIn(page)).toEqual([])
  expect(readable(page)).toContain('NaturalEarth')

  // Two who look at the same map: the second removes nothing that they have not seen.
  expect((await site.post('/desk/districts/map/removed', { version: '1' })).status).toBe(409)
  expect(onward(await site.post('/desk/districts/map/removed', { version: '2' }))).toContain(
    'removed',
  )
  await site.as(people.resident)
  expect(readable(await site.text('/voices/new'))).not.toContain('地図で場所を選ぶ')
  const open = await press(await site.text('/voices/new'), 'map', typed)
  expect(readable(await open.text())).toContain('あなたについて')
  expect(readable(await site.text('/voices/map?year=2012'))).toContain('表だけを出します')
})
