import { beforeAll, describe, expect, test } from 'vitest'
import { itemById } from '#domains/plan/index.ts'
import { throwAway } from '#domains/progress/actions/evidence.ts'
import { confirm, reassign, submit } from '#domains/progress/actions/reports.ts'
import { retentions } from '#domains/progress/jobs.ts'
import type { Report, Round, SheetId } from '#domains/progress/progress.ts'
import { reports, versions } from '#domains/progress/store/reports.ts'
import { rounds as roundsOf } from '#domains/progress/store/rounds.ts'
import { scales } from '#domains/progress/store/scales.ts'
import { urls } from '#domains/progress/urls.ts'
import { clock, dutyOf } from '#domains/staff/roles.ts'
import type { Actor } from '#platform/actor.ts'
import { must } from '#platform/must.ts'
import { carryOut } from '#platform/retention.ts'
import { readWorkbook } from '#platform/spreadsheet.ts'
import type { Browser } from '#testing/browser.ts'
import { people } from '#testing/people.ts'
import { demoCity } from './support/city.ts'
import { formTo, onward, send, sendForm } from './support/desk.ts'
import { formsIn } from './support/html.ts'
import { withoutRounds } from './support/rounds.ts'
import { typedOver } from './support/workbook.ts'

/** A section that has one item of its own, and a head of it. */
const section = '総務部'
const clerk = people.other
const chief: Actor = {
  id: 'per_chief',
  name: '総務部 部長',
  department: section,
  duties: [dutyOf('section-head', { sections: [section] })],
}

let site: Browser
let round: Round
/** The items that were given to the section, in one order throughout. */
const items: string[] = []
const ours = async (): Promise<readonly Report[]> => {
  const all = await reports(site.db, { rounds: [round.id] })
  const place = ({ itemId }: Report) => items.indexOf(itemId)
  return all.filter(({ asked }) => asked === section).toSorted((a, b) => place(a) - place(b))
}
const first = async () => must((await ours())[0], 'a report of the section')
const second = async () => must((await ours())[1], 'another report')
const page = () => urls.section(round.id, section)

beforeAll(async () => {
  site = await demoCity()
  await withoutRounds(site)
  site.at('2012-07-02T09:00:00+09:00')
})

describe('the secretariat', () => {
  test('takes over a scale and plans the year in one step, on the days of the terms', async () => {
    await site.as(people.author)
    const taken = await send(site, urls.settings, {}, (form) => form.action === urls.presets)
    expect(onward(taken)).toContain('done=scale')
    const [scale] = await scales(site.db)
    const planned = await send(
      site,
      urls.year(2012),
      { scaleId: must(scale, 'a scale').id },
      formTo(urls.planYear),
    )
    expect(onward(planned)).toContain('done=planned')
    const all = await roundsOf(site.db)
    expect(all.map(({ period, opensOn }) => [period, opensOn])).toEqual([
      ['q1', '2012-07-01'],
      ['q2', '2012-10-01'],
      ['q3', '2013-01-04'],
      ['final', '2013-03-15'],
    ])
    round = must(all[0], 'the first quarter')
  })

  test('is told at the field when a due day lies before the opening', async () => {
    const answer = await send(site, urls.round(round.id), { dueOn: '2012-06-01' }, formTo(round.id))
    expect(answer.status).toBe(422)
    expect(await answer.text()).toContain('締切は、始まる日より後にしてください')
  })

  test('opens the round and asks other sections for three items', async () => {
    const opened = await send(site, urls.round(round.id), {}, formTo('/open'))
    expect(onward(opened)).toContain('done=opened')
    const all = await reports(site.db, { rounds: [round.id] })
    for (const one of all.slice(0, 3)) {
      const moved = await send(site, urls.report(one.id), { asked: section }, formTo('/reassign'))
      expect(onward(moved)).toContain('done=reassigned')
      items.push(one.itemId)
    }
    expect(await ours()).toHaveLength(3)
    // Whom to ring up stands beside who has not reported.
    expect(await site.text(urls.year(2012))).toMatch(/総務部[\s\S]*0920-00-0000/)
  })
})

describe('a clerk of the section, without script', () => {
  beforeAll(() => site.as(clerk))

  test('finds the own items on the first page, and all of them on one screen', async () => {
    expect(await site.text(urls.desk)).toContain('まだ3件')
    const html = await site.text(page())
    for (const { id } of await ours()) expect(html).toContain(`name="${id}.value"`)
  })

  test('may not look into another section', async () => {
    expect((await site.get(urls.section(round.id, '地域再生推進本部'))).status).toBe(403)
  })

  test('saves all at once; a link that a browser would run is named at its field, and the rest is kept', async () => {
    const [one, two] = [await first(), await second()]
    const answer = await send(
      site,
      page(),
      {
        do: 'save',
        [`${one.id}.result`]: '説明会を2回開いた。',
        [`${one.id}.figure0.name`]: '参加者',
        [`${one.id}.figure0.value`]: '213',
        [`${one.id}.figure0.unit`]: '人',
        [`${two.id}.result`]: '消えてはいけない文',
        [`${two.id}.evidence0.url`]: 'javascript:alert(1)',
      },
      formTo(page()),
    )
    expect(answer.status).toBe(422)
    const html = await answer.text()
    expect(html).toContain('https:// で始まるアドレスか')
    expect(html).toContain('消えてはいけない文')
    expect((await first()).content.figures).toEqual([{ name: '参加者', value: 213, unit: '人' }])
    expect((await second()).content.evidence).toEqual([])
  })

  test('is told at the field what a hand-in lacks; what was typed is kept as a draft', async () => {
    const { id } = await first()
    const answer = await send(
      site,
      page(),
      { do: `submit:${id}`, [`${id}.next`]: '10月に3回目を開く' },
      formTo(page()),
    )
    expect(answer.status).toBe(422)
    expect(await answer.text()).toContain('区分を選んでください')
    expect((await first()).content.next).toBe('10月に3回目を開く')
  })

  test('hands in one item, and it waits for the head', async () => {
    const { id } = await first()
    const answer = await send(
      site,
      page(),
      { do: `submit:${id}`, [`${id}.value`]: '実施中' },
      formTo(page()),
    )
    expect(onward(answer)).toContain('done=submitted')
    expect((await first()).state).toBe('submitted')
    expect(await site.text(page())).toContain('確認待ち 1件')
  })
})

describe('two people write on one item', () => {
  test('the second is told what changed, chooses where both wrote, and loses nothing', async () => {
    const { id } = await second()
    await site.as(clerk)
    const html = await site.text(page())
    const mine = must(formsIn(html, page()).find(formTo(page())), 'the form')
    await site.as(people.author)
    await send(
      site,
      page(),
      { do: 'save', [`${id}.result`]: '事務局の文', [`${id}.issues`]: '人手が足りない' },
      formTo(page()),
    )
    await site.as(clerk)
    const typed = { do: 'save', [`${id}.result`]: '課の文', [`${id}.next`]: '秋に行う' }
    const { csrf: _old, ...fields } = Object.fromEntries(mine.fields)
    const answer = await site.post(page(), { ...fields, ...typed })
    expect(answer.status).toBe(409)
    const told = await answer.text()
    for (const text of [
      'ほかの人が先に直しました',
      '事務局の文',
      '課の文',
      '人手が足りない',
      '秋に行う',
    ])
      expect(told).toContain(text)
    const again = must(formsIn(told, page()).find(formTo(page())), 'the form again')
    const unsaid = await sendForm(site, again, { do: 'save' })
    expect(unsaid.status).toBe(409)
    expect(await unsaid.text()).toContain('どちらか選んでください')
    const chosen = await sendForm(site, again, { do: 'save', [`${id}.choose.result`]: 'theirs' })
    expect(onward(chosen)).toContain('done=saved')
    expect((await second()).content).toMatchObject({
      result: '事務局の文',
      issues: '人手が足りない',
      next: '秋に行う',
    })
  })

  test('who writes on what another handed in meanwhile gets their words back', async () => {
    const { id } = await second()
    const html = await site.text(page())
    const mine = must(formsIn(html, page()).find(formTo(page())), 'the form')
    await send(site, page(), { do: `submit:${id}`, [`${id}.value`]: '検討中' }, formTo(page()))
    const late = await sendForm(site, mine, { do: 'save', [`${id}.result`]: '遅れて書いた文' })
    expect(late.status).toBe(409)
    expect(await late.text()).toContain('遅れて書いた文')
    expect((await second()).content.result).toBe('事務局の文')
  })
})

describe('the head of the section', () => {
  beforeAll(() => site.as(chief))
  const queue = () => urls.queue(round.id, section)

  test('gives one back only with a reason, and confirms the other; each as if alone', async () => {
    const [one, two] = [await first(), await second()]
    const none = await send(site, queue(), { do: 'giveBack', report: two.id }, formTo(queue()))
    expect(none.status).toBe(422)
    const back = await send(
      site,
      queue(),
      { do: 'giveBack', report: two.id, reason: '回数の内訳を書いてください。' },
      formTo(queue()),
    )
    expect(onward(back)).toContain('done=returned')
    const done = await send(site, queue(), { do: 'confirm', report: [one.id] }, formTo(queue()))
    expect(onward(done)).toContain('done=confirmed')
    expect((await first()).state).toBe('confirmed')
    await site.as(clerk)
    expect(await site.text(page())).toContain('回数の内訳を書いてください。')
  })

  test('does not confirm what they handed in themselves', async () => {
    await site.as(chief)
    const { id } = await second()
    await send(site, page(), { do: `submit:${id}` }, formTo(page()))
    const html = await site.text(queue())
    expect(html).toContain('自分が出したものは、自分では確かめられません')
    expect(formsIn(html, queue()).find(formTo(queue()))).toBeUndefined()
    const answer = await site.post(queue(), { do: 'confirm', report: id })
    expect(answer.status).toBe(409)
    expect((await second()).state).toBe('submitted')
    await site.as(people.author)
    await confirm(site.ctx(people.author), await second())
    expect(await versions(site.db, id)).toHaveLength(2)
  })
})

describe('the next quarter', () => {
  beforeAll(async () => {
    site.at('2012-10-02T09:00:00+09:00')
    await site.as(people.author)
    round = must((await roundsOf(site.db))[1], 'the second quarter')
    await send(site, urls.round(round.id), {}, formTo('/open'))
    for (const one of await reports(site.db, { rounds: [round.id] }))
      if (items.includes(one.itemId) && one.asked !== section)
        await reassign(site.ctx(people.author), one, section)
    await site.as(clerk)
  })

  test('hands nobody’s last words in again: not with the rest, and not alone without a reason', async () => {
    const [one, two] = [await first(), await second()]
    const all = await send(site, page(), { do: 'submit' }, formTo(page()))
    expect(onward(all)).toContain('done=same')
    expect([(await first()).state, (await second()).state]).toEqual(['requested', 'requested'])
    const again = await send(site, page(), { do: `submit:${one.id}` }, formTo(page()))
    expect(again.status).toBe(422)
    expect(await again.text()).toContain('前回と同じです。')
    const { value } = two.content
    await expect(
      submit(site.ctx(clerk), two, { ...two.content, value, unchanged: '' }),
    ).rejects.toMatchObject({ refusal: { reason: 'nothing-new' } })
  })

  test('shows what nobody has begun in short, and lies open where somebody writes', async () => {
    const shown = async () => await site.text(page())
    const { id, itemId } = await first()
    const { code } = must(await itemById(site.db, itemId), 'its item')
    const fold = `<summary>${code}の新しい報告を書く</summary>`
    expect(await shown()).toContain(fold)
    await send(site, page(), { do: 'save', [`${id}.next`]: '11月に開く' }, formTo(page()))
    expect(await shown()).not.toContain(fold)
  })

  test('begins with last time’s words, marked; “no change” is one button and wants a reason', async () => {
    const { id } = await first()
    expect(await site.text(page())).toContain('前回の文を入れてあります')
    const none = await send(site, page(), { do: `unchanged:${id}` }, formTo(page()))
    expect(none.status).toBe(422)
    const answer = await send(
      site,
      page(),
      { do: `unchanged:${id}`, [`${id}.why`]: 'season', [`${id}.unchanged`]: '次は11月。' },
      formTo(page()),
    )
    expect(onward(answer)).toContain('done=unchanged')
    expect((await first()).content.unchanged).toBe('次の時期に行う予定。次は11月。')
  })

  test('is written in Excel: checked before anything is written, and twice changes nothing', async () => {
    const { id } = await second()
    const out = await site.get(urls.sheet(round.id, section))
    expect(out.status).toBe(200)
    const bytes = new Uint8Array(await out.arrayBuffer())
    const cell = await cellsOf(bytes, id)
    const filled = typedOver(bytes, {
      [cell('したこと')]: '厳原で3回、上対馬で1回開いた。',
      [cell('数字')]: '参加者 213 人',
    })
    const upload = async (file: Uint8Array<ArrayBuffer>) =>
      site.post(urls.takeIn(round.id, section), { file: new File([file], '報告.xlsx') })
    const check = await upload(filled)
    expect(check.status).toBe(200)
    expect((await second()).content.result).toBe('事務局の文')
    const html = await check.text()
    const form = must(formsIn(html, page()).find(formTo(/\/sheet\/[^/]+$/)), 'the check')
    const taken = await sendForm(site, form, { do: 'draft' })
    expect(onward(taken)).toContain('done=imported')
    expect((await second()).content).toMatchObject({
      result: '厳原で3回、上対馬で1回開いた。',
      figures: [{ name: '参加者', value: 213, unit: '人' }],
    })
    const { version } = await second()
    expect(await (await upload(filled)).text()).toContain('変わるところはありません')
    expect((await second()).version).toBe(version)
  })

  test('a wrong cell is named with its sheet, and nothing of the file is written', async () => {
    const { id } = await second()
    const before = await second()
    const out = await site.get(urls.sheet(round.id, section))
    const bytes = new Uint8Array(await out.arrayBuffer())
    const cell = await cellsOf(bytes, id)
    const wrong = typedOver(bytes, { [cell('区分')]: 'まあまあ', [cell('したこと')]: '別の文' })
    const file = new File([wrong], '報告.xlsx')
    const answer = await site.post(urls.takeIn(round.id, section), { file })
    expect(answer.status).toBe(422)
    const html = await answer.text()
    expect(html).toContain(`報告 ${cell('区分')}`)
    expect(html).toContain('尺度にない区分です')
    expect(await second()).toEqual(before)
  })
})

test('a round that is over offers no sheet to fill in, and says once what was handed in once', async () => {
  const [over] = await roundsOf(site.db)
  const { id } = must(over, 'the first quarter')
  await site.as(people.author)
  await send(site, urls.round(id), {}, formTo('/close'))
  expect(await site.text(urls.section(id, section))).not.toContain('Excelで書く')
  const [one] = (await reports(site.db, { rounds: [id] })).filter(({ asked }) => asked === section)
  const html = await site.text(urls.report(must(one, 'its report').id))
  expect(html.split('説明会を2回開いた。')).toHaveLength(2)
  expect(html).toContain('上の内容と同じです。')
})

test('the workbooks that were handed in are thrown away when their time of keeping is over', async () => {
  const rows = () => site.db.selectFrom('progress_sheet').select(['id', 'key']).execute()
  const kept = await rows()
  expect(kept.length).toBeGreaterThan(1)
  const { id, key } = must(kept[0], 'a sheet')
  const check = `${urls.check(round.id, id as SheetId)}?name=${encodeURIComponent(section)}`
  await site.as(clerk)
  expect((await site.get(check)).status).toBe(200)
  const night = { ...site.ctx(clock), now: new Date('2014-03-01T03:15:00+09:00') }
  await carryOut(night, retentions, async () => new Map())
  await throwAway(night, site.files)
  expect(await site.files.get(key)).toBeUndefined()
  expect((await rows()).map((row) => row.key)).toEqual(kept.map(() => ''))
  expect((await site.get(check)).status).toBe(404)
})

test('the section explains an alarm that anyone can see; it stays', async () => {
  site.at('2013-03-06T09:00:00+09:00')
  await site.as(clerk)
  const { itemId } = must((await ours())[2], 'the silent one')
  const answer = await send(
    site,
    urls.explain(itemId),
    {
      alarm: 'silent',
      text: '担当が替わり、引き継ぎに時間がかかりました。',
      untilOn: '2013-03-29',
    },
    formTo('/explain'),
  )
  expect(onward(answer)).toContain('done=explained')
  const html = await site.text(urls.explain(itemId))
  expect(html).toContain('引き継ぎに時間がかかりました')
  expect(html).toContain('日、確認された報告がありません')
})

/** The address of a column's cell in the row of a report. */
async function cellsOf(bytes: Uint8Array, id: string): Promise<(label: string) => string> {
  const [sheet] = await readWorkbook(bytes)
  const rows = must(sheet, 'a sheet').rows
  const head = must(
    rows.find(({ cells }) => [...cells.values()].some(({ text }) => text === '報告の番号')),
    'its head',
  )
  const row = must(
    rows.find(({ cells }) => [...cells.values()].some(({ text }) => text === id)),
    'its row',
  )
  return (label) => {
    const [letter] = must(
      [...head.cells].find(([, { text }]) => text === label),
      label,
    )
    return `${letter}${row.row}`
  }
}
