import { sql } from 'kysely'
import { beforeAll, describe, expect, test } from 'vitest'
import { figuresNow } from '#domains/publications/actions/write.ts'
import { voiceBlocks } from '#domains/publications/rules/voices.ts'
import { link } from '#domains/voices/actions/link.ts'
import { decide } from '#domains/voices/actions/points.ts'
import type { PointId } from '#domains/voices/point.ts'
import { byVoice } from '#domains/voices/rules/asked.ts'
import { pointById } from '#domains/voices/store/points.ts'
import { publicPoints } from '#domains/voices/store/public.ts'
import { deciding } from '#domains/voices/store/shown.ts'
import { voiceById } from '#domains/voices/store/voices.ts'
import { urls } from '#domains/voices/urls.ts'
import { readCsv } from '#platform/csv.ts'
import { must } from '#platform/must.ts'
import type { Browser } from '#testing/browser.ts'
import { people } from '#testing/people.ts'
import { demoCity } from './support/city.ts'
import { formTo, onward, send } from './support/desk.ts'
import { formsIn, readable } from './support/html.ts'
import { itemIn } from './support/plan.ts'

/** 公表: what anybody can read of the voices, count of them, and what nobody can. */
let site: Browser
beforeAll(async () => {
  site = await demoCity()
})

const office = () => site.ctx(people.author)
const shown = () => publicPoints(site.db, { words: '' }, 1000)
const fresh = async (id: PointId) => must(await pointById(site.db, id), id)
/** Everything that anybody can be handed about the voices. */
const everywhere = async (number: string) => {
  const pages = [
    ...['', '/easy', '/en', '/ko'].flatMap((tongue) => [
      `${tongue}${urls.list}`,
      `${tongue}${urls.one(number)}`,
    ]),
    urls.csv,
    urls.feed,
    urls.api,
    `/api/v1/voices/${number}`,
  ]
  return Promise.all(pages.map(async (path) => [path, await site.text(path)] as const))
}

interface Row {
  readonly key: string
  readonly outcomes: Readonly<Record<string, number | null>>
  readonly total: number | null
}
interface Told {
  readonly total: number
  readonly smallest: number
  readonly outcomes: Readonly<Record<string, number>>
  readonly grounds: readonly { readonly key: string; readonly n: number }[]
  readonly months: readonly Row[]
  readonly topics: readonly Row[]
  readonly sections: readonly Row[]
  readonly districts: readonly Row[]
  readonly ages: readonly Row[]
}
const figures = async () => JSON.parse(await site.text('/api/v1/voices/figures')) as Told
const sum = (all: readonly (number | null)[]) => all.reduce<number>((a, n) => a + (n ?? 0), 0)

async function sumHolds() {
  const told = await figures()
  const points = await site.db.selectFrom('voice_point').select('id').execute()
  expect(told.total).toBe(points.length)
  expect(sum(Object.values(told.outcomes))).toBe(told.total)
  expect(sum(told.grounds.map(({ n }) => n))).toBe(told.outcomes.withheld)
  for (const rows of [told.months, told.topics, told.sections]) {
    expect(sum(rows.map(({ total }) => total))).toBe(told.total)
    for (const [outcome, n] of Object.entries(told.outcomes))
      expect(sum(rows.map((row) => row.outcomes[outcome] ?? 0))).toBe(n)
  }
  return told
}

describe('what is public', () => {
  test('every published point stands in the list, in each language, and leads to its voice', async () => {
    const points = await shown()
    expect(points.length).toBeGreaterThan(20)
    for (const tongue of ['', '/easy', '/en', '/ko']) {
      const pages = await allPages(`${tongue}${urls.list}`)
      for (const { number } of points)
        expect(pages.join('')).toContain(`href="${tongue}${urls.one(number)}"`)
    }
  })

  test('pages of the list are whole voices, none twice, none left out', async () => {
    const pages = await allPages(urls.list)
    expect(pages.length).toBeGreaterThan(1)
    const seen = pages.flatMap((html) =>
      [...html.matchAll(/id="voice-(V[\d-]+)"/g)].map((m) => m[1]),
    )
    expect(seen).toEqual(byVoice(await shown()).map((points) => points[0]?.number))
  })

  test('by word, topic, section and age one finds what fits, and nothing else', async () => {
    const [one] = await shown()
    const point = must(one, 'a point')
    const by = async (asked: string) =>
      [...(await site.text(`${urls.list}?${asked}`)).matchAll(/id="voice-(V[\d-]+)"/g)].length
    expect(
      await by(`topic=${point.topic}&section=${encodeURIComponent(point.section)}`),
    ).toBeGreaterThan(0)
    expect(await by('topic=nothing')).toBe(0)
    expect(await by(`words=${encodeURIComponent('街灯')}`)).toBeGreaterThan(0)
    expect(readable(await site.text(`${urls.list}?words=xyzzy`))).toContain(
      '当てはまる声はありません',
    )
  })

  test('the page of a voice says what became of each point, also of those that are not published', async () => {
    const withheld = await site.db
      .selectFrom('voice_point as p')
      .innerJoin('voice as v', 'v.id', 'p.voice_id')
      .select(['v.number', 'p.gist'])
      .where('p.decision', '=', 'withheld')
      .executeTakeFirstOrThrow()
    const html = await site.text(urls.one(withheld.number))
    expect(readable(html)).toContain('公表していません')
    expect(html).not.toContain(withheld.gist)
    const open = await site.db
      .selectFrom('voice_point as p')
      .innerJoin('voice as v', 'v.id', 'p.voice_id')
      .select(['v.number', 'p.gist'])
      .where('v.state', '=', 'answering')
      .executeTakeFirstOrThrow()
    const waiting = await site.text(urls.one(open.number))
    expect(readable(waiting)).toContain('回答を準備')
    expect(waiting).not.toContain(open.gist)
    expect((await site.get('/voices/V2012-9999-9')).status).toBe(404)
  })

  test('pages are kept for everybody, and say otherwise as soon as something was decided', async () => {
    const answer = await site.get(urls.list)
    expect(answer.headers.get('cache-control')).toContain('public')
    const [newest] = await shown()
    const point = await fresh(must(newest, 'a point').id)
    const before = await site.text(urls.list)
    expect(before).toContain(point.gist)
    await decide(office(), point, { kind: 'withhold', ground: 'individual', reason: '個別の件' })
    const after = await site.text(urls.list)
    expect(after).not.toContain(point.gist)
    await decide(office(), await fresh(point.id), { kind: 'show', redactions: [] })
    expect(await site.text(urls.list)).toContain(point.gist)
  })
})

test('a word that was taken out is nowhere: not on a page, in a file, in the feed or in the search', async () => {
  const redacted = must(
    (await shown()).find((one) => one.gist.some((p) => 'hidden' in p)),
    'one',
  )
  const point = await fresh(redacted.id)
  if (point.decision.kind !== 'shown') throw new Error('it is shown')
  const [first] = point.decision.redactions
  const word = point.gist.slice(first?.from, first?.to)
  expect(word.length).toBeGreaterThan(1)
  for (const [path, text] of await everywhere(redacted.number))
    expect(text, path).not.toContain(word)
  const found = await site.text(`${urls.list}?words=${encodeURIComponent(word)}`)
  expect(found).not.toContain(`id="voice-${redacted.number}"`)
  const html = await site.text(urls.one(redacted.number))
  expect(readable(html)).toContain('伏せた言葉(個人や団体が特定される)')
})

test('the yearly report has the figures of the voices and answers, as they are public', async () => {
  const redacted = must(
    (await shown()).find((one) => one.gist.some((p) => 'hidden' in p)),
    'one',
  )
  const point = await fresh(redacted.id)
  if (point.decision.kind !== 'shown') throw new Error('it is shown')
  const [first] = point.decision.redactions
  const { id: item, planId } = await itemIn(site.db, 2012, '1-3')
  await link(office(), point, item)
  const { voices } = await figuresNow(site.db, planId, office().now)
  const said = must(voices, 'the voices of the year')
  expect(sum(Object.values(said.sums))).toBe((await figures()).total)
  expect(said.chosen.map(({ number }) => number)).toContain(redacted.number)
  expect(JSON.stringify(voiceBlocks(said))).toContain('■■■')
  expect(JSON.stringify(said)).not.toContain(point.gist.slice(first?.from, first?.to))
})

describe('the figures', () => {
  test('add up to what came in, in every table, before and after whatever is decided', async () => {
    const before = await sumHolds()
    const [one] = await deciding(site.db, undefined, 1)
    const point = await fresh(must(one ?? (await shown())[0], 'a point').id)
    await decide(office(), point, { kind: 'withhold', ground: 'untrue', reason: '事実と異なる' })
    const after = await sumHolds()
    expect(after.outcomes.withheld).toBe((before.outcomes.withheld ?? 0) + 1)
    expect(after.grounds.find(({ key }) => key === 'untrue')?.n).toBe(
      (before.grounds.find(({ key }) => key === 'untrue')?.n ?? 0) + 1,
    )
    const page = readable(await site.text(urls.figures))
    expect(page).toContain(`届いたことがら${after.total}件=`)
    expect(page).toContain(`公表していない${after.outcomes.withheld}件`)
  })

  test('lead from a number of published ones to just those, in the list', async () => {
    const page = await site.text(urls.figures)
    const linked = [...page.matchAll(/href="(\/voices\?[^"]*)">(\d+)</g)]
    expect(linked.length).toBeGreaterThan(5)
    for (const [, href = '', n] of linked.slice(0, 6)) {
      const list = await site.text(href.replaceAll('&amp;', '&'))
      const [first = ''] = list.split('class="pager"')
      const points = first.match(/class="voice-gist"/g)?.length
      if (!list.includes('after=')) expect(points).toBe(Number(n))
    }
  })

  test('of districts and ages small ones are hidden, on the page and in the data alike', async () => {
    const { districts, ages, smallest } = await figures()
    const cells = [...districts, ...ages].flatMap(({ outcomes, total }) =>
      Object.entries({ ...outcomes, total }).filter(([outcome]) => outcome !== 'shown'),
    )
    expect(cells.some(([, n]) => n === null)).toBe(true)
    for (const [, n] of cells) expect(n === null || n === 0 || n >= smallest).toBe(true)
    const rows = readCsv(new TextEncoder().encode(await site.text('/voices/figures.csv'))).rows
    const hidden = rows.filter(({ cells: row }) => row[3] === '秘匿').length
    const channels = JSON.parse(await site.text('/api/v1/voices/figures')).channels as Row[]
    const inData = [...districts, ...ages, ...channels].flatMap(({ outcomes, total }) =>
      [...Object.values(outcomes), total].filter((n) => n === null),
    ).length
    expect(hidden).toBe(inData)
    expect(readable(await site.text(urls.figures))).toContain('人が分からないように伏せた数')
  })

  test('say whose voices are missing once the city has said how many live where', async () => {
    await site.as(people.author)
    const form = formsIn(await site.text(urls.population), urls.population).find(
      formTo(urls.population),
    )
    const counted = must(form, 'the form').fields.filter(([name]) => /^(age|district)\./.test(name))
    const nobody = Object.fromEntries(counted.map(([name]) => [name, '']))
    onward(await send(site, urls.population, nobody, formTo(urls.population)))
    expect(readable(await site.text(urls.figures))).toContain('まだ登録されていないため')
    const typed = {
      'age.20s': '2000',
      'age.70s': '６,０００',
      on: '2012-12-31',
      source: '住民基本台帳',
    }
    const done = await send(site, urls.population, typed, formTo(urls.population))
    expect(onward(done)).toContain('population')
    const page = readable(await site.text(urls.figures))
    expect(page).toContain('25.0%')
    expect(page).toContain('出典:住民基本台帳')
    const wrong = await send(
      site,
      urls.population,
      { ...typed, 'age.20s': 'たくさん' },
      formTo(urls.population),
    )
    expect(wrong.status).toBe(422)
    expect(await wrong.text()).toContain('value="たくさん"')
  })
})

describe('the desk of decisions', () => {
  const answeredOne = async (mayPublish: boolean) => {
    const rows = await site.db
      .selectFrom('voice_point as p')
      .innerJoin('voice as v', 'v.id', 'p.voice_id')
      .select('p.id')
      .where('p.state', '=', 'answered')
      .where('v.may_publish', '=', mayPublish)
      .execute()
    return fresh(must(rows[0], 'an answered point').id as PointId)
  }

  test('words are ticked, looked at, and only then published', async () => {
    await site.as(people.author)
    const { id, gist } = await answeredOne(true)
    const path = urls.decision(id)
    const page = await site.text(path)
    const token = must(/name="hide" value="(gist:0:\d+)"/.exec(page)?.[1], 'the first word')
    const word = gist.slice(0, Number(token.split(':')[2]))
    const isPublish = formTo(path)
    const unseen = await send(site, path, { hide: [token], do: 'publish' }, isPublish)
    expect(unseen.status).toBe(422)
    expect(readable(await unseen.text())).toContain('伏せる言葉が変わりました')
    expect((await fresh(id)).decision.kind).not.toBe('withheld')
    const done = await send(
      site,
      path,
      { hide: [token], seen: token, do: 'publish', [`ground.${token}`]: 'slander' },
      isPublish,
    )
    expect(onward(done)).toContain('told=shown')
    const { decision } = await fresh(id)
    expect(decision.kind === 'shown' && decision.redactions).toEqual([
      { of: 'gist', from: 0, to: word.length, ground: 'slander' },
    ])
  })

  test('the wish of the sender stands: nothing is offered, and nothing can be forced', async () => {
    await site.as(people.author)
    const point = await answeredOne(false)
    const page = readable(await site.text(urls.decision(point.id)))
    expect(page).toContain('本人が公表を希望していない')
    expect(page).not.toContain('この文で公表する')
    await expect(decide(office(), point, { kind: 'show', redactions: [] })).rejects.toThrow(
      'sender-refuses',
    )
  })

  test('a reason is needed to withhold, and what was typed is kept', async () => {
    await site.as(people.author)
    const { id } = await answeredOne(true)
    const path = urls.decision(id)
    const which = (form: Parameters<ReturnType<typeof formTo>>[0]) =>
      form.action.endsWith('/decision') && form.choices.has('ground') && !form.choices.has('hide')
    const refused = await send(site, path, { do: 'withhold', ground: 'slander', reason: '' }, which)
    expect(refused.status).toBe(422)
    expect(await refused.text()).toMatch(/value="slander" selected/)
    const done = await send(
      site,
      path,
      { do: 'withhold', ground: 'slander', reason: '名指しの批判' },
      which,
    )
    expect(onward(done)).toContain('told=withheld')
    const voice = must(await voiceById(site.db, (await fresh(id)).voice), 'the voice')
    const html = await site.text(urls.one(voice.number))
    expect(readable(html)).toContain('誹謗中傷')
    expect(html).not.toContain('名指しの批判')
  })

  test('staff of a section do not decide', async () => {
    await site.as(people.officer)
    expect((await site.get(urls.decisions)).status).toBe(403)
  })
})

describe('the plan', () => {
  test('an item shows the voices that are tied to it, and the voice what the item did', async () => {
    const [one] = await shown()
    const point = await fresh(must(one, 'a point').id)
    const item = await itemIn(site.db, 2012, '1-1')
    await link(office(), point, item.id)
    const page = await site.text('/plans/2012/items/1-1')
    expect(page).toContain(urls.one(must(one, 'it').number))
    const voice = await site.text(urls.one(must(one, 'it').number))
    expect(voice).toContain('href="/plans/2012/items/1-1"')
    expect(readable(voice)).toContain(item.title)
    await site.as(people.author)
    expect(await site.text(urls.ofItem(item.id))).toContain(must(one, 'it').number)
    const path = urls.items(point.id)
    const linked = await send(site, path, { year: '2012', item: '1-2' }, (form) =>
      form.choices.has('year'),
    )
    expect(onward(linked)).toContain('linked')
    expect((await fresh(point.id)).items).toHaveLength(point.items.length + 2)
    const unknown = await send(site, path, { year: '2012', item: '99-9' }, (form) =>
      form.choices.has('year'),
    )
    expect(unknown.status).toBe(422)
    expect(await unknown.text()).toContain('value="99-9"')
  })

  test('an item of the desk leads to the voices about it, and open data to their files', async () => {
    const item = await itemIn(site.db, 2012, '2-1')
    await site.as(people.author)
    const desk = await site.text(`/desk/plans/2012/items/${item.id}`)
    expect(desk).toContain(`href="${urls.ofItem(item.id)}"`)
    await site.as(people.resident)
    expect(await site.text('/open-data')).toContain(`href="${urls.csv}"`)
  })

  test('the front page counts what waits and what was answered', async () => {
    const text = readable(await site.text('/'))
    expect(text).toMatch(
      /回答を準備していることがらは今\d+件、今年度に届いて回答したことがらは\d+件/,
    )
  })
})

/** Every page of a list, by its own link to older ones. */
async function allPages(path: string): Promise<readonly string[]> {
  const pages: string[] = []
  for (let next: string | undefined = path; next; ) {
    const html: string = await site.text(next)
    pages.push(html)
    const [pager = ''] = /<nav class="pager"[\s\S]*?<\/nav>/.exec(html) ?? []
    next = /href="([^"]*after=[^"]*)"/.exec(pager)?.[1]?.replaceAll('&amp;', '&')
    if (pages.length > 20) throw new Error('it never ends')
  }
  return pages
}

test('the table of a large year holds every point once, newest first, and is sent piece by piece', async () => {
  const [one] = await shown()
  const { id } = must(one, 'a point')
  const more = 2300
  const days = { from: '2012-04-01', spread: 300 }
  await sql`insert into voice_point
    select (jsonb_populate_record(p, jsonb_build_object('id', 'vpt_large' || n, 'no', 1000 + n))).*
    from voice_point p, generate_series(1, ${more}::int) n where p.id = ${id}`.execute(site.db)
  await sql`insert into voice_public
    select (jsonb_populate_record(p, jsonb_build_object(
      'point_id', 'vpt_large' || n,
      'received_on', (${days.from}::date + n % ${days.spread}::int)::text))).*
    from voice_public p, generate_series(1, ${more}::int) n where p.point_id = ${id}`.execute(
    site.db,
  )
  const expected = await site.db
    .selectFrom('voice_public as p')
    .innerJoin('voice as v', 'v.id', 'p.voice_id')
    .select(['v.number', 'p.received_on', 'p.point_id', 'p.voice_id'])
    .where('p.received_on', '>=', '2012-04-01')
    .where('p.received_on', '<', '2013-04-01')
    .orderBy('p.received_on', 'desc')
    .orderBy('p.voice_id', 'desc')
    .orderBy('p.point_id', 'desc')
    .execute()
  expect(expected.length).toBeGreaterThan(more)
  const answer = await site.get(`${urls.csv}?year=2012`)
  const pieces: Uint8Array[] = []
  for await (const piece of must(answer.body, 'a body')) pieces.push(piece)
  // Its head, and a thousand points at a time.
  expect(pieces).toHaveLength(1 + Math.ceil(expected.length / 1000))
  const [head, ...rows] = readCsv(new Uint8Array(Buffer.concat(pieces))).rows
  expect(must(head, 'a head').cells[0]).toBe('受付番号')
  expect(rows.map(({ cells }) => `${cells[0]} ${cells[1]}`)).toEqual(
    expected.map(({ number, received_on }) => `${number} ${received_on}`),
  )
  await sql`delete from voice_public where point_id like 'vpt_large%'`.execute(site.db)
  await sql`delete from voice_point where id like 'vpt_large%'`.execute(site.db)
})
