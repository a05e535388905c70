import { beforeAll, expect, test } from 'vitest'
import { clock } from '#domains/staff/roles.ts'
import { object } from '#domains/voices/actions/object.ts'
import { submit, takeBack } from '#domains/voices/actions/points.ts'
import { receive } from '#domains/voices/actions/receive.ts'
import { foldTally, remind } from '#domains/voices/actions/remind.ts'
import { reply } from '#domains/voices/actions/reply.ts'
import { join } from '#domains/voices/actions/triage.ts'
import { followUpsOf } from '#domains/voices/store/follow-ups.ts'
import { pointsOf } from '#domains/voices/store/points.ts'
import { tally } from '#domains/voices/store/tally.ts'
import { templatesOf } from '#domains/voices/store/templates.ts'
import { termsOn } from '#domains/voices/store/terms.ts'
import { joinedTo, voiceById } from '#domains/voices/store/voices.ts'
import { defaultTerms } from '#domains/voices/terms.ts'
import { urls } from '#domains/voices/urls.ts'
import { anonymous } from '#platform/actor.ts'
import { must } from '#platform/must.ts'
import { type Browser, browser } from '#testing/browser.ts'
import { people } from '#testing/people.ts'
import { onward, send, sendForm } from './support/desk.ts'
import { formsIn } from './support/html.ts'
import {
  answeredBy,
  heads,
  ours,
  pointNow,
  split,
  taken,
  theirs,
  told,
  voiceNow,
} from './support/voices-desk.ts'

let site: Browser
const { officer, other, author } = people
const mine = { officer, head: heads.ours }
const yours = { officer: other, head: heads.theirs }

beforeAll(async () => {
  site = await browser('2013-03-06T09:00:00+09:00')
  for (const person of [officer, other, author, heads.ours, heads.theirs, people.viewer])
    await site.as(person)
})

/** The form of a page whose address ends so. */
const formTo = async (path: string, ending: string) =>
  must(
    formsIn(await site.text(path), path).find(({ action }) => action.endsWith(ending)),
    `${path}: …${ending}`,
  )

test('a voice with three points goes to two sections, is answered, approved, sent, and its promise kept', async () => {
  const voice = await taken(site, '街灯が暗い。道が狭い。窓口が親切でした。')
  await site.as(author)
  expect(await site.text(`${urls.desk}?show=received`)).toContain(voice.number)
  const split = urls.workStep(voice.id, 'triage')
  const row = (at: number, section: string) => ({
    [`point${at}.gist`]: `要旨その${at + 1}`,
    [`point${at}.kind`]: 'request',
    [`point${at}.topic`]: 'traffic',
    [`point${at}.section`]: section,
  })
  // Rows are added by the server; what was typed before is still there.
  const two = await send(site, split, { ...row(0, ours), do: 'add' })
  const one = must(
    formsIn(await two.text(), split).find(({ action }) => action.endsWith('triage')),
    'rows',
  )
  const three = await sendForm(site, one, { ...row(1, ours), do: 'add' })
  const all = must(
    formsIn(await three.text(), split).find(({ action }) => action.endsWith('triage')),
    'rows',
  )
  const missing = await sendForm(site, all, { 'point2.gist': '要旨その3', do: 'save' })
  expect(missing.status).toBe(422)
  const back = await missing.text()
  for (const text of ['要旨その1', '要旨その2', '要旨その3']) expect(back).toContain(text)
  // Everything that the row lacks is said at once.
  for (const field of ['kind', 'topic', 'section']) expect(back).toContain(`#f-point2-${field}`)
  const last = must(
    formsIn(back, split).find(({ action }) => action.endsWith('triage')),
    'rows',
  )
  onward(await sendForm(site, last, { ...row(2, theirs), do: 'save' }))
  const points = await pointsOf(site.db, voice.id)
  expect(points.map(({ section }) => section)).toEqual([ours, ours, theirs])

  await site.as(officer)
  const [first, second, third] = points
  if (!first || !second || !third) throw new Error('three points')
  expect(await site.text(urls.desk)).toContain('要旨その1')
  expect(await site.text(urls.desk)).not.toContain('要旨その3')
  // Half-finished is kept; handed in it has to be whole, and a promise needs its day.
  onward(await send(site, urls.point(first.id), { text: '調べています。', do: 'draft' }, answering))
  // A template goes beneath what is written, and nothing typed is lost.
  const template = { section: ours, name: '見に行った', text: '現地を見ました。', do: 'save' }
  onward(await send(site, urls.templates, template))
  const [known] = await templatesOf(site.db, [ours])
  const inserted = await send(
    site,
    urls.point(first.id),
    { text: '書きかけの文', template: must(known, 'a template').id, do: 'template' },
    answering,
  )
  expect(await inserted.text()).toContain('書きかけの文\n現地を見ました。')
  const hasty = await send(
    site,
    urls.point(first.id),
    { text: '検討します。', disposition: 'considering', do: 'submit' },
    answering,
  )
  expect(hasty.status).toBe(422)
  expect(await hasty.text()).toContain('約束することを書いてください')
  const promise = { promise: '街灯を調べる', followUpOn: '2013-04-10' }
  const answer = { text: '検討します。', disposition: 'considering', ...promise, do: 'submit' }
  onward(await send(site, urls.point(first.id), answer, answering))
  // What waits next stands beside what was done.
  expect(await site.text(`${urls.point(first.id)}?done=submitted`)).toContain(urls.point(second.id))
  const own = await site.post(urls.pointStep(first.id, 'approve'), { version: '3' })
  expect(own.status).toBe(403)

  await site.as(heads.ours)
  const giveBack = await formTo(urls.point(first.id), 'give-back')
  onward(await sendForm(site, giveBack, { reason: '場所を書いてください。' }))
  await site.as(officer)
  expect(await site.text(urls.point(first.id))).toContain('場所を書いてください。')
  onward(
    await send(
      site,
      urls.point(first.id),
      { ...answer, text: '厳原の街灯を調べます。' },
      answering,
    ),
  )
  await answeredBy(site, await pointNow(site, second.id), mine)
  await site.as(heads.ours)
  const several = { point: first.id, do: 'approve' }
  onward(await send(site, urls.approvals, several, ({ action }) => action.endsWith('approvals')))

  // The third has no answer yet: nothing goes out.
  await site.as(author)
  const replyPath = urls.workStep(voice.id, 'reply')
  expect(await site.text(replyPath)).toContain('論点3')
  const now = await voiceNow(site, voice.id)
  expect((await site.post(replyPath, { version: String(now.version) })).status).toBe(422)
  await answeredBy(site, await pointNow(site, third.id), yours)
  const preview = await site.text(replyPath)
  expect(preview).toContain('厳原の街灯を調べます。')
  onward(await send(site, replyPath, {}, ({ action }) => action.endsWith('reply')))
  expect((await voiceNow(site, voice.id)).state).toBe('replied')

  await site.as(officer)
  site.at('2013-04-11T09:00:00+09:00')
  const [kept] = await followUpsOf(site.db, [first.id])
  expect(await site.text(urls.promises)).toContain('街灯を調べる')
  const result = await formTo(urls.promises, must(kept, 'a promise').id)
  expect((await sendForm(site, result, { result: ' ' })).status).toBe(422)
  onward(await sendForm(site, result, { result: '街灯を2基足しました。' }))
  const [ended] = await followUpsOf(site.db, [first.id])
  expect(ended?.done?.result).toBe('街灯を2基足しました。')
  expect(site.bugs).toEqual([])
}, 60_000)

const answering = ({ action }: { readonly action: string }) => /points\/vpt_[a-z0-9]+$/.test(action)

test('a campaign is joined in one go; texts and persons are counted apart', async () => {
  site.at('2013-03-06T09:00:00+09:00')
  const texts = 500
  const first = await taken(site, '図書館を残してください。')
  for (let n = 1; n < texts; n += 1) {
    const sender = `campaign-${n % 300}@example.jp`
    const by = { contact: { kind: 'mail', text: sender } as const, replyBy: 'mail' as const }
    await receive(site.ctx(anonymous), told('図書館を 残してください', by))
  }
  await site.as(author)
  expect(await site.text(urls.work(first.id))).toContain(`あと${texts - 1}通`)
  const same = urls.workStep(first.id, 'same')
  onward(await send(site, same, {}, ({ action }) => action.endsWith('join-all')))
  expect(await joinedTo(site.db, first.id)).toEqual({ texts, persons: 301 })
  expect(await site.text(urls.work(first.id))).toContain(`声 ${texts}通、寄せた人 301人`)
  const sums = await tally(site.db, '2013-03-01', '2013-04-01')
  const joined = sums.find(({ dimension, outcome }) => dimension === 'text' && outcome === 'joined')
  expect(joined?.n).toBe(texts - 1)
}, 240_000)

test('whoever sent the same words by mail hears with their own number', async () => {
  site.at('2013-03-06T09:00:00+09:00')
  const by = (text: string) => ({
    contact: { kind: 'mail', text } as const,
    replyBy: 'mail' as const,
  })
  const joined = await taken(site, '橋を直して。', by('one@example.jp'))
  const { voice, points } = await split(site, '橋を直してください。', [ours])
  await join(site.ctx(author), joined, voice.id)
  await answeredBy(site, must(points[0], 'a point'), mine)
  await reply(site.ctx(author), await voiceNow(site, voice.id))
  const told = await site.db
    .selectFrom('notice')
    .innerJoin('notice_recipient as r', 'r.notice_id', 'notice.id')
    .select('r.recipient_id as to')
    .where('kind', '=', 'voice.replied')
    .where('thing', '=', voice.id)
    .execute()
  expect(told).toEqual([{ to: joined.receipt }])
}, 60_000)

test('the clock stands while the sender is asked, and the sections are told of another section’s question', async () => {
  site.at('2013-03-06T09:00:00+09:00')
  const { voice, points } = await split(site, '道が狭い。', [ours])
  await site.as(officer)
  const wait = await formTo(urls.work(voice.id), '/wait')
  expect((await sendForm(site, wait, { reason: '' })).status).toBe(422)
  onward(await sendForm(site, wait, { reason: '場所を尋ねました。' }))
  expect((await voiceNow(site, voice.id)).dueOn).toBeNull()
  site.at('2013-03-13T09:00:00+09:00')
  onward(await sendForm(site, await formTo(urls.work(voice.id), '/go-on')))
  expect((await voiceNow(site, voice.id)).dueOn).toBe('2013-03-26')

  await site.as(other)
  expect((await site.get(urls.work(voice.id))).status).toBe(403)
  await site.as(officer)
  const ask = await formTo(urls.work(voice.id), '/note')
  onward(await sendForm(site, ask, { note: '予算はありますか。', asked: theirs }))
  await site.as(other)
  expect(await site.text(`${urls.desk}?show=asked`)).toContain(voice.number)
  expect(await site.text(urls.work(voice.id))).toContain('予算はありますか。')
  // Asked is not answering: who sent it stays closed to them, and the answer is not theirs.
  const closed = await site.post(urls.workStep(voice.id, 'sender'), {
    purpose: 'reply',
    reason: 'x',
  })
  expect(closed.status).toBe(403)
  const [point] = points
  const draft = await site.post(urls.point(must(point, 'a point').id), {
    do: 'draft',
    version: '1',
  })
  expect(draft.status).toBe(403)
  onward(await sendForm(site, await formTo(urls.work(voice.id), '/note'), { note: 'あります。' }))
  expect(await site.text(`${urls.desk}?show=asked`)).not.toContain(voice.number)
  expect(site.bugs).toEqual([])
}, 60_000)

test('the sender is opened for a purpose, once, and the ledger has it', async () => {
  const person = { name: '見本 渚', postcode: '', address: '', phone: '0920-00-0000', mail: '' }
  const voice = await taken(site, '電話で話したい。', { person })
  await site.as(author)
  expect(await site.text(urls.work(voice.id))).not.toContain('見本 渚')
  const open = await formTo(urls.work(voice.id), '/sender')
  expect((await sendForm(site, open, { reason: '' })).status).toBe(422)
  const opened = await sendForm(site, open, { purpose: 'reply', reason: '折り返すため' })
  expect(opened.headers.get('cache-control')).toBe('no-store')
  expect(await opened.text()).toContain('見本 渚')
  const facts = await site.db
    .selectFrom('ledger')
    .select(['fact', 'detail'])
    .where('fact', 'like', '%-opened')
    .where('subject_id', 'in', [voice.id, voice.receipt])
    .execute()
  expect(facts.map(({ fact }) => fact)).toContain('voice.sender-opened')
  expect(JSON.stringify(facts)).not.toContain('見本')
}, 60_000)

test('an objection changes the gist, and not while an answer to the old one is handed in', async () => {
  const { voice, points } = await split(site, '坂に手すりがほしい。', [ours])
  const point = must(points[0], 'a point')
  const objected = { point: point.id, text: '道ではなく坂です。' }
  await object(site.ctx(author), await voiceNow(site, voice.id), objected)
  await site.as(author)
  expect(await site.text(`${urls.desk}?show=objections`)).toContain(voice.number)
  const answer = { text: '直します。', disposition: 'done', promised: null }
  const handed = await submit(site.ctx(officer), await pointNow(site, point.id), answer)
  const early = await sendForm(site, await formTo(urls.point(point.id), '/settle'), {
    outcome: 'changed',
    gist: '坂に手すりを。',
    reason: 'そのとおりです。',
  })
  expect(early.status).toBe(422)
  expect(await early.text()).toContain('先に差し戻してください')
  await takeBack(site.ctx(officer), handed.point)
  const settle = await formTo(urls.point(point.id), '/settle')
  onward(
    await sendForm(site, settle, {
      outcome: 'changed',
      gist: '坂に手すりを。',
      reason: 'そのとおりです。',
    }),
  )
  expect((await pointNow(site, point.id)).gist).toBe('坂に手すりを。')
  expect(await site.text(`${urls.desk}?show=objections`)).not.toContain(voice.number)
}, 60_000)

test('the city’s own rules go before what was learnt, and both are said to be suggestions', async () => {
  await site.as(author)
  const rule = {
    'routing.0.topic': 'traffic',
    'routing.0.section': theirs,
    'routing.0.deputy': ours,
    'routing.0.awayFrom': '2013-03-01',
    'routing.0.awayUntil': '2013-03-10',
  }
  const wrong = await send(
    site,
    urls.settings,
    { 'routing.0.topic': 'unknown', 'topics.0.en': '', 'topics.9.ja': '新しい分野' },
    isSettings,
  )
  expect(wrong.status).toBe(422)
  const page = await wrong.text()
  expect(page).toContain('分野を、決めてあるものから選んでください')
  // Both lines that lack a word are named, and nothing typed is lost.
  expect(page.match(/href="#f-topics-(0|9)-en"/g)).toHaveLength(2)
  expect(page).toContain('value="新しい分野"')
  onward(await send(site, urls.settings, { from: '2013-03-01', ...rule }, isSettings))
  // What was not touched is what it was, readings and promises and all.
  expect(await termsOn(site.db, '2013-03-06')).toMatchObject({
    dispositions: defaultTerms.dispositions,
    outside: defaultTerms.outside,
  })
  site.at('2013-03-07T09:00:00+09:00')
  const voice = await taken(site, '道が狭い。')
  const split = urls.workStep(voice.id, 'triage')
  const asked = { 'point0.gist': '道を広げてほしい。', 'point0.topic': 'traffic', do: 'suggest' }
  const away = await (await send(site, split, asked)).text()
  expect(away).toContain(`${theirs}の代わりです`)
  expect(away).toMatch(new RegExp(`<option value="${ours}" selected`))
  site.at('2013-03-11T09:00:00+09:00')
  const there = await (await send(site, split, asked)).text()
  expect(there).toContain('振り分けのきまり(道路・交通)')
  expect((await voiceById(site.db, voice.id))?.state).toBe('received')
}, 60_000)

const isSettings = ({ action }: { readonly action: string }) => action.endsWith('settings')

test('each is reminded once: the section before and on the day, its head, then the secretariat', async () => {
  site.at('2013-05-01T09:00:00+09:00')
  const { voice } = await split(site, '夜の会議に出たい。', [ours])
  const due = must((await voiceNow(site, voice.id)).dueOn, 'its day')
  await site.db.deleteFrom('notice_delivery').execute()
  const said: Record<string, readonly string[]> = {}
  const before = new Set<string>()
  for (const day of ['-4', '-3', '-3', '0', '1', '3', '3']) {
    const on = new Date(+new Date(`${due}T06:45:00+09:00`) + Number(day) * 86_400_000)
    site.at(on.toISOString())
    await remind(site.ctx(clock))
    const rows = await site.db
      .selectFrom('notice')
      .innerJoin('notice_recipient as r', 'r.notice_id', 'notice.id')
      .select(['notice.id', 'notice.kind', 'r.recipient_id'])
      .where('kind', 'in', ['voice.soon', 'voice.late', 'voice.overdue'])
      .where(({ eb, ref }) => eb(ref('said', '->>').key('due' as never), '=', due as never))
      .execute()
    const fresh = rows.filter((row) => !before.has(`${row.id}${row.recipient_id}`))
    for (const row of rows) before.add(`${row.id}${row.recipient_id}`)
    said[day] = [
      ...(said[day] ?? []),
      ...fresh.map(({ kind, recipient_id: to }) => `${kind} ${to}`),
    ]
  }
  expect(said['-4']).toEqual([])
  expect(said['-3']).toEqual(expect.arrayContaining(['voice.soon per_officer']))
  expect(said['-3']?.filter((one) => one === 'voice.soon per_officer')).toHaveLength(1)
  expect(said['0']).toContain('voice.soon per_officer')
  expect(said['1']).toEqual(['voice.late per_headours'])
  expect(said['3']).toEqual(['voice.overdue per_author'])
  expect(await foldTally(site.ctx(clock))).toBeGreaterThan(0)
}, 60_000)

test('who is not of this desk sees nothing of it', async () => {
  const { voice, points } = await split(site, '秘密の話です。', [theirs])
  const point = must(points[0], 'a point')
  const pages = [urls.work(voice.id), urls.point(point.id)]
  await site.as(people.resident)
  for (const page of [...pages, urls.desk, urls.promises, urls.settings])
    expect((await site.get(page)).status).toBe(303)
  await site.as(officer)
  for (const page of pages) {
    const answer = await site.get(page)
    expect(answer.status).toBe(403)
    expect(await answer.text()).not.toContain('秘密')
  }
  expect((await site.get(urls.settings)).status).toBe(403)
  // An auditor reads how it is handled, not what was written.
  await site.as(people.viewer)
  expect(await site.text(urls.work(voice.id))).not.toContain('秘密の話')
}, 60_000)
