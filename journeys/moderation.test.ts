import { beforeAll, beforeEach, describe, expect, test } from 'vitest'
import * as act from '#domains/moderation/actions/decide.ts'
import { openedBy, openWords } from '#domains/moderation/actions/open.ts'
import type { Case, CaseState } from '#domains/moderation/case.ts'
import { coversOf, flag } from '#domains/moderation/index.ts'
import { retentions } from '#domains/moderation/jobs.ts'
import { caseById } from '#domains/moderation/store/cases.ts'
import { type ModerationAction, workflow } from '#domains/moderation/workflow.ts'
import { clock } from '#domains/staff/roles.ts'
import type { Actor } from '#platform/actor.ts'
import { must } from '#platform/must.ts'
import { carryOut } from '#platform/retention.ts'
import { type Browser, browser } from '#testing/browser.ts'
import { moderators, notesToModerate, writer } from '#testing/moderation.ts'
import { people } from '#testing/people.ts'
import { send } from './support/desk.ts'
import { readable } from './support/html.ts'
import { facts, lastSeq } from './support/plan.ts'

const { notes, said, registry } = notesToModerate()
const { first, second, reader } = moderators
let site: Browser
let n = 0
beforeAll(async () => {
  site = await browser('2026-11-22T09:00:00+09:00', undefined, { moderated: registry })
})
beforeEach(() => {
  site.at('2026-11-22T09:00:00+09:00')
  said.length = 0
})

const why = { ground: 'insult', reason: '人を傷つける言葉があるためです。' }
const note = (text = 'あの人はばかだ。', author: string | null = writer.id) => {
  n += 1
  notes.set(`n${n}`, { text, author })
  return { kind: 'test.note', id: `n${n}` }
}
const run = {
  claim: (a: Actor, id: string) => act.claim(site.ctx(a), registry, id),
  unclaim: (a: Actor, id: string) => act.unclaim(site.ctx(a), registry, id),
  keep: (a: Actor, id: string) => act.keep(site.ctx(a), registry, id, why),
  hide: (a: Actor, id: string) => act.hide(site.ctx(a), registry, id, why),
  restore: (a: Actor, id: string) => act.restore(site.ctx(a), registry, id, '見直しました。'),
  warn: (a: Actor, id: string) => act.warn(site.ctx(a), registry, id, why),
  block: (a: Actor, id: string) =>
    act.block(site.ctx(a), registry, id, { ...why, until: '2026-12-22' }),
  unblock: (a: Actor, id: string) => act.unblock(site.ctx(a), registry, id, '終わりました。'),
  appeal: (a: Actor, id: string) => act.appeal(site.ctx(a), registry, id, '冗談でした。'),
  uphold: (a: Actor, id: string) => act.uphold(site.ctx(a), registry, id, '変わりません。'),
  overturn: (a: Actor, id: string) => act.overturn(site.ctx(a), registry, id, '戻します。'),
} as const

/** The way to each state, by the first moderator; appeals by the second. */
async function caseIn(state: CaseState): Promise<Case> {
  const { id } = await flag(site.ctx(people.resident), registry, note(), 'insult', '')
  if (state === 'flagged') return must(await caseById(site.db, id), 'the case')
  await run.claim(first, id)
  const ways: Record<CaseState, readonly (readonly [keyof typeof run, Actor])[]> = {
    flagged: [],
    claimed: [],
    kept: [['keep', first]],
    hidden: [['hide', first]],
    restored: [
      ['hide', first],
      ['restore', first],
    ],
    appealed: [
      ['hide', first],
      ['appeal', writer],
    ],
    upheld: [
      ['hide', first],
      ['appeal', writer],
      ['uphold', second],
    ],
    overturned: [
      ['hide', first],
      ['appeal', writer],
      ['overturn', second],
    ],
  }
  for (const [step, actor] of ways[state]) await run[step](actor, id)
  return must(await caseById(site.db, id), 'the case')
}

const actors = {
  first,
  second,
  reader,
  officer: moderators.officer,
  writer,
  nobody: people.resident,
}
/** Who may take a step, when `first` claimed and decided. */
const may: Record<keyof typeof run, readonly (keyof typeof actors)[]> = {
  claim: ['first', 'second'],
  unclaim: ['first', 'second'],
  keep: ['first'],
  hide: ['first'],
  restore: ['first', 'second'],
  warn: ['first', 'second'],
  block: ['first', 'second'],
  unblock: ['first', 'second'],
  appeal: ['writer'],
  uphold: ['second'],
  overturn: ['second'],
}
const edges = Object.entries(may).flatMap(([step, who]) =>
  Object.entries(actors).map(([name, actor]) => ({
    step,
    name,
    actor,
    ok: who.some((w) => w === name),
  })),
)
const isStep = (step: string): step is keyof typeof run => Object.hasOwn(run, step)

describe('every step of the table, by everybody', () => {
  test.each(edges)('$step by $name: $ok', async ({ step, actor, ok }) => {
    if (!isStep(step)) throw new Error(step)
    const action: ModerationAction = step
    const [from = 'flagged'] = step === 'unblock' ? (['hidden'] as const) : workflow[action].from
    const { id } = await caseIn(from)
    if (step === 'unblock') await run.block(first, id)
    const before = await lastSeq(site.db)
    const done = run[step](actor, id)
    if (!ok) {
      await expect(done).rejects.toMatchObject({ refusal: { kind: 'not-allowed', action: step } })
      expect(await lastSeq(site.db)).toBe(before)
      return
    }
    const { to } = workflow[action]
    expect((await done).state).toBe(to === 'same' ? from : to)
    expect(await facts(site.db, before)).toHaveLength(1)
  })

  test.each(Object.keys(run))(
    '%s from a state where it is not offered is refused',
    async (step) => {
      if (!isStep(step) || step === 'unblock') return
      const wrong = step === 'claim' ? 'claimed' : 'flagged'
      const { id } = await caseIn(wrong)
      const by =
        step === 'appeal' ? writer : step === 'uphold' || step === 'overturn' ? second : first
      await expect(run[step](by, id)).rejects.toMatchObject({
        refusal: { kind: expect.stringMatching(/wrong-state|not-allowed/) },
      })
    },
  )
})

describe('an appeal', () => {
  test('is judged by another person than the first; the database holds to it too', async () => {
    const { id } = await caseIn('appealed')
    await expect(run.overturn(first, id)).rejects.toMatchObject({
      refusal: { kind: 'not-allowed' },
    })
    const forced = site.db
      .updateTable('moderation_case')
      .set({ appeal_by: first.id, state: 'overturned' })
      .where('id', '=', id)
      .execute()
    await expect(forced).rejects.toMatchObject({ code: '23514' })
  })

  test('can be made for fourteen days, the last one included', async () => {
    const [early, late] = [await caseIn('hidden'), await caseIn('hidden')]
    site.at('2026-12-06T23:59:00+09:00')
    expect((await run.appeal(writer, early.id)).state).toBe('appealed')
    site.at('2026-12-07T00:00:00+09:00')
    await expect(run.appeal(writer, late.id)).rejects.toMatchObject({
      refusal: { reason: 'appeal-too-late' },
    })
  })
})

describe('the author', () => {
  test('is told of what is done, in words, in the same transaction', async () => {
    const { id } = await caseIn('hidden')
    expect(said).toMatchObject([
      { author: writer.id, action: 'hide', reason: why.reason, appealUntil: '2026-12-06' },
    ])
    await run.block(first, id)
    expect(said.at(-1)).toMatchObject({ action: 'block', blockedUntil: '2026-12-22' })
  })

  test('who cannot be told means that nothing was done', async () => {
    const { id } = await caseIn('claimed')
    const mute = { ...registry, say: () => Promise.reject(new Error('no post')) }
    await expect(act.hide(site.ctx(first), mute, id, why)).rejects.toThrow('no post')
    expect((await caseById(site.db, id))?.state).toBe('claimed')
  })

  test('who is not known cannot be warned; a block has an end within a year', async () => {
    const { id } = await flag(site.ctx(people.resident), registry, note('x', null), 'insult', '')
    await run.claim(first, id)
    await expect(run.warn(first, id)).rejects.toMatchObject({
      refusal: { reason: 'author-unknown' },
    })
    const known = await caseIn('claimed')
    for (const until of [null, '2026-11-21', '2027-11-23'])
      await expect(
        act.block(site.ctx(first), registry, known.id, { ...why, until }),
      ).rejects.toMatchObject({ refusal: { reason: 'block-days' } })
  })

  test('who is a moderator does not judge their own words', async () => {
    const own = note('わたしの言葉', first.id)
    const { id } = await flag(site.ctx(people.resident), registry, own, 'insult', '')
    await expect(run.claim(first, id)).rejects.toMatchObject({ refusal: { kind: 'not-allowed' } })
    expect((await run.claim(second, id)).state).toBe('claimed')
  })
})

test('what is hidden is not shown, and not flagged again; what was put back is', async () => {
  const { subject, id } = await caseIn('hidden')
  const covered = async () => [...(await coversOf(site.db, subject.kind)).keys()]
  expect(await covered()).toContain(subject.id)
  const again = () => flag(site.ctx(people.resident), registry, subject, 'insult', '')
  await expect(again()).rejects.toMatchObject({ refusal: { kind: 'not-found' } })
  await run.restore(first, id)
  expect(await covered()).not.toContain(subject.id)
  expect((await again()).state).toBe('flagged')
})

test('twenty people flag one note at once: one case, twenty flags', async () => {
  const subject = note('みんなが気にする')
  const all = await Promise.all(
    Array.from({ length: 20 }, () =>
      flag(site.ctx(people.resident), registry, subject, 'insult', ''),
    ),
  )
  expect(new Set(all.map(({ id }) => id)).size).toBe(1)
  const rows = await site.db
    .selectFrom('moderation_flag')
    .select('id')
    .where('case_id', '=', all[0]?.id ?? '')
    .execute()
  expect(rows).toHaveLength(20)
})

describe('words that people wrote about others', () => {
  const opened = async (id: string, who: Actor) =>
    openedBy(site.ctx(who), must(await caseById(site.db, id), 'the case'))
  const why = { purpose: 'decide', reason: '判断のため' } as const

  test('open to whoever says why, for ten minutes, as far as they were written by then', async () => {
    const subject = note('港のうわさ')
    const { id } = await flag(site.ctx(people.resident), registry, subject, 'insult', 'はじめの文')
    expect(await opened(id, first)).toBeUndefined()
    await openWords(site.ctx(first), id, why)
    site.at('2026-11-22T09:05:00+09:00')
    await flag(site.ctx(people.resident), registry, subject, 'insult', 'あとの文')
    expect([...(must(await opened(id, first), 'opened')?.notes.values() ?? [])]).toEqual([
      'はじめの文',
    ])
    expect(await opened(id, second)).toBeUndefined()
    await openWords(site.ctx(first), id, why)
    expect((await opened(id, first))?.notes.size).toBe(2)
    site.at('2026-11-22T09:15:00+09:00')
    expect(await opened(id, first)).toBeUndefined()
  })

  test.each([
    ['the auditor', reader, true],
    ['the officer for personal data', moderators.officer, true],
    ['a section', people.officer, false],
    ['the author', writer, false],
    ['anybody', people.resident, false],
  ])('%s may open them: %s', async (_who, actor, may) => {
    const { id } = await caseIn('appealed')
    const before = await lastSeq(site.db)
    const tried = openWords(site.ctx(actor), id, { purpose: 'audit', reason: '確かめるため' })
    if (!may) return expect(tried).rejects.toMatchObject({ refusal: { kind: 'not-allowed' } })
    await tried
    expect(await facts(site.db, before)).toMatchObject([
      { fact: 'moderation.words-opened', actor: actor.id, detail: { purpose: 'audit' } },
    ])
    expect((await opened(id, actor))?.appeal).toBe('冗談でした。')
  })

  test('are not opened by a moderator whom they are about', async () => {
    const own = note('わたしの言葉', first.id)
    const { id } = await flag(site.ctx(people.resident), registry, own, 'insult', '係長のことです')
    await expect(openWords(site.ctx(first), id, why)).rejects.toMatchObject({
      refusal: { kind: 'not-allowed' },
    })
  })

  test('are gone three years after the last decision; the decisions stay', async () => {
    const [old, waiting] = [await caseIn('upheld'), await caseIn('appealed')]
    await openWords(site.ctx(first), old.id, why)
    site.at('2029-11-24T09:00:00+09:00')
    const none = async () => new Map<string, number>()
    await carryOut(site.ctx(clock), retentions, none)
    expect(await caseById(site.db, old.id)).toMatchObject({ state: 'upheld', appeal: null })
    expect((await caseById(site.db, waiting.id))?.appeal).not.toBeNull()
    const kept = await site.db
      .selectFrom('moderation_decision')
      .select('action')
      .where('case_id', '=', old.id)
      .execute()
    expect(kept.map(({ action }) => action)).toContain('uphold')
    await openWords(site.ctx(first), old.id, why)
    expect((await opened(old.id, first))?.appeal).toBeNull()
  })
})

describe('on the pages, without script', () => {
  test('a resident flags, staff hide with a reason, the figures say so', async () => {
    const subject = note('電話は0920-00-0000です')
    await site.as(people.resident)
    const flagged = await send(site, `/moderation/flag?kind=test.note&id=${subject.id}`, {
      ground: 'personal-data',
      note: '番号が書いてあります',
    })
    expect(flagged.headers.get('location')).toBe('/moderation/flag/thanks')
    await site.as(first)
    const queue = await site.text('/desk/moderation?q=電話&state=flagged')
    const path = must(/href="(\/desk\/moderation\/cases\/mod_[^"]+)"/.exec(queue)?.[1], 'a case')
    expect(readable(queue)).toContain('1件あります')
    await send(site, path, {}, ({ action }) => action.endsWith('/claim'))
    const missing = await send(site, path, { 'hide.ground': 'personal-data' }, ({ action }) =>
      action.endsWith('/hide'),
    )
    expect(missing.status).toBe(422)
    const done = await send(
      site,
      path,
      { 'hide.ground': 'personal-data', 'hide.reason': '電話番号があるためです' },
      ({ action }) => action.endsWith('/hide'),
    )
    expect(done.headers.get('location')).toBe(`${path}?done=hide`)
    expect(said.at(-1)?.reason).toBe('電話番号があるためです')
    const figures = readable(await site.text('/moderation'))
    expect(figures).toContain('令和8年度')
    expect(figures).toContain('個人がわかることが書いてある')
  })

  test('a reader reads the queue and changes nothing', async () => {
    const { id } = await caseIn('flagged')
    await site.as(reader)
    expect((await site.get('/desk/moderation')).status).toBe(200)
    expect(await site.text(`/desk/moderation/cases/${id}`)).not.toContain('/claim"')
    expect((await site.post(`/desk/moderation/cases/${id}/claim`)).status).toBe(403)
    expect((await site.get('/desk/moderation/guidelines')).status).toBe(403)
  })

  test('guidelines get a new version; two at once do not overwrite each other', async () => {
    await site.as(first)
    const fields = { ja: '人の名前を書かないでください。', easy: '', en: 'No names.', ko: '' }
    const old = { ...fields, version: '0' }
    expect((await site.post('/desk/moderation/guidelines', old)).status).toBe(303)
    const second = await site.post('/desk/moderation/guidelines', { ...old, ja: 'べつの文' })
    expect(second.status).toBe(422)
    expect(await second.text()).toContain('べつの文')
    expect(readable(await site.text('/moderation'))).toContain('人の名前を書かないでください。')
    expect(readable(await site.text('/en/moderation'))).toContain('Nonames.')
  })

  test('the figures are honest about zero, in every language', async () => {
    await site.db.deleteFrom('moderation_flag').execute()
    const empty = await browser('2026-11-22T09:00:00+09:00')
    for (const path of ['/moderation', '/easy/moderation', '/en/moderation', '/ko/moderation'])
      expect((await empty.get(path)).status).toBe(200)
  })

  test('nothing broke', () => expect(site.bugs).toEqual([]))
})
