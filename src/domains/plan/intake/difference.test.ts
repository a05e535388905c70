import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { difference, takeOver } from './difference.ts'
import { readPlanJson } from './json.ts'
import { sinceLastYear } from './last-year.ts'
import { randomRows } from './random-rows.ts'
import type { Row } from './sheet.ts'

const url = new URL('../../../../demo/tsushima-2012.json', import.meta.url)
const { rows } = readPlanJson(JSON.parse(readFileSync(url, 'utf8')))
const known = ['地域再生推進本部', '関係各部']
const withId = rows.map((row) => ({ ...row, id: `itm_${row.code.replace('-', 'x')}` }))
const change = (list: readonly Row[], code: string, content: Partial<Row['content']>) =>
  list.map((row) => (row.code === code ? { ...row, content: { ...row.content, ...content } } : row))
const nothing = {
  added: [],
  removed: [],
  changed: [],
  headings: [],
  moved: [],
  unknownDepartments: [],
}

describe('importing', () => {
  test('the same rows twice changes nothing', () => {
    expect(difference(rows, rows, known)).toMatchObject({ ...nothing, unchanged: 15 })
    expect(difference(withId, rows, known)).toMatchObject({ ...nothing, unchanged: 15 })
    for (let seed = 1; seed <= 40; seed += 1) {
      const random = randomRows(seed)
      const again = structuredClone(random)
      const names = random.flatMap((row) => row.content.departments)
      expect(difference(random, again, names)).toMatchObject({
        ...nothing,
        unchanged: random.length,
      })
    }
  })

  test('what was taken over once has no difference the second time', () => {
    const incoming = change(rows, '1-2', { title: '広報の充実', owner: '課長' })
    const fields = ['code', 'measure', 'group', 'audience', 'title', 'lead'] as const
    const taken = withId.map((row, i) => takeOver(row, incoming[i] ?? row, fields))
    expect(taken[1]?.content).toMatchObject({ title: '広報の充実', owner: '' })
    expect(taken[1]?.id).toBe('itm_1x2')
    expect(difference(taken, incoming, known, fields)).toMatchObject({ ...nothing, unchanged: 15 })
  })

  test('a changed field is named by its column, before and after', () => {
    const incoming = change(rows, '1-2', { lead: 'both', budgetYen: 5000 })
    expect(difference(withId, incoming, known).changed).toEqual([
      {
        code: '1-2',
        id: 'itm_1x2',
        title: '情報媒体を活用した啓発活動',
        fields: [
          { field: 'lead', before: '●', after: '◎' },
          { field: 'budgetYen', before: '', after: '5000' },
        ],
      },
    ])
  })

  test('what the input does not speak of is no difference', () => {
    const current = change(withId, '1-2', { budgetYen: 5000, owner: '課長' })
    expect(difference(current, rows, known, ['title', 'lead']).unchanged).toBe(15)
    expect(difference(current, rows, known).changed).toHaveLength(1)
  })

  test('an item is found again by id, by number and like title, by title', () => {
    const byId = withId.map((r) =>
      r.code === '1-2' ? (change([r], '1-2', { title: '全く別' })[0] ?? r) : r,
    )
    expect(difference(withId, byId, known)).toMatchObject({ added: [], removed: [] })
    const others = withId.map((row) => ({ ...row, id: `${row.id}z` }))
    expect(difference(withId, others, known).added).toHaveLength(15)
    const reworded = change(rows, '1-2', { title: '情報媒体を活用した周知活動' })
    expect(difference(withId, reworded, known)).toMatchObject({ added: [], removed: [] })
    const other = change(rows, '1-2', { title: '祭り' })
    const replaced = difference(withId, other, known)
    expect(replaced.added.map((r) => r.code)).toEqual(['1-2'])
    expect(replaced.removed.map((r) => r.id)).toEqual(['itm_1x2'])
  })

  test('two items that change places are moved, not changed', () => {
    const swap: Record<string, string> = { '1-1': '1-2', '1-2': '1-1' }
    const incoming = rows.map((row) => ({ ...row, code: swap[row.code] ?? row.code }))
    const result = difference(withId, incoming, known)
    expect(result).toMatchObject({ added: [], removed: [], changed: [], unchanged: 13 })
    expect(result.moved).toMatchObject([
      { from: '1-1', to: '1-2' },
      { from: '1-2', to: '1-1' },
    ])
  })

  test('a new wording of a heading is told once, with its items', () => {
    const group = { ...rows[0]?.group, audience: null, text: '新しい方針' }
    const incoming = rows.map((row) => (row.group === rows[0]?.group ? { ...row, group } : row))
    const { headings, changed } = difference(rows, incoming, known)
    expect(changed).toEqual([])
    expect(headings.map((h) => [h.field, h.after, h.codes])).toEqual([
      ['audience', '', ['1-1', '1-2']],
      ['groupText', '新しい方針', ['1-1', '1-2']],
    ])
  })

  test('unknown departments come with the name they look like; missing marks are listed', () => {
    const incoming = change(rows, '1-2', { departments: ['地域再生推進本都', '水産課'] })
    const { unknownDepartments, missingMarks } = difference(rows, incoming, known)
    expect(unknownDepartments).toEqual([
      { name: '地域再生推進本都', codes: ['1-2'], similar: '地域再生推進本部' },
      { name: '水産課', codes: ['1-2'], similar: null },
    ])
    expect(missingMarks).toEqual(['3-1', '5-1'])
    const marked = withId.map((row) => ({
      ...row,
      content: { ...row.content, lead: 'city' as const },
    }))
    expect(difference(marked, rows, known, ['title']).missingMarks).toEqual([])
  })
})

describe('beside last year', () => {
  test('the same plan again is copied in every item', () => {
    const { continued, copied, renamed, fresh, gone } = sinceLastYear(withId, rows)
    expect(continued).toHaveLength(15)
    expect(copied).toHaveLength(15)
    expect([renamed, fresh, gone]).toEqual([[], [], []])
  })

  test('the year in a title is no new name', () => {
    const next = change(rows, '5-1', { title: '25年度アクションプランの策定' })
    const { renamed, copied } = sinceLastYear(withId, next)
    expect(renamed).toEqual([])
    expect(copied).not.toContain('5-1')
  })

  test('renamed, new and gone', () => {
    const next = [
      ...change(rows, '1-2', { title: '情報媒体を活用した周知活動' }).filter(
        (r) => r.code !== '4-1',
      ),
      ...change(rows, '4-1', { title: '海岸清掃', description: '海岸を清掃します。' }).filter(
        (r) => r.code === '4-1',
      ),
    ]
    const { renamed, fresh, gone } = sinceLastYear(withId, next)
    expect(renamed.map((pair) => pair.after.code)).toEqual(['1-2'])
    expect(fresh.map((row) => row.content.title)).toEqual(['海岸清掃'])
    expect(gone.map((row) => row.code)).toEqual(['4-1'])
  })
})
