import { expect, test } from 'vitest'
import { testDatabase } from '#testing/database.ts'
import { fold, query, tokens } from './search.ts'

/** As the store asks: does a text with these words answer to what was typed? */
async function finds(text: string, typed: string): Promise<boolean> {
  const { pool } = await testDatabase()
  const { rows } = await pool.query<{ hit: boolean }>(
    'select array_to_tsvector($1::text[]) @@ $2::tsquery as hit',
    [tokens(text), query(typed)],
  )
  return rows[0]?.hit === true
}

const text = '地域マネージャー制度を通じて、対馬島の防災とCATV放送に取り組みます。番号12、髙橋'

test.each([
  '島',
  '対馬',
  '防災',
  '地域マネージャー',
  '制度',
  'まねーじゃー',
  'ﾏﾈｰｼﾞｬｰ',
  'CATV',
  'catv',
  'ＣＡＴＶ',
  'cat',
  '12',
  '１２',
  '防災 放送',
])('finds %s', async (typed) => {
  expect(await finds(text, typed)).toBe(true)
})

test.each(['馬対', '災防', '防災 観光', '13', '島々'])('does not find %s', async (typed) => {
  expect(await finds(text, typed)).toBe(false)
})

test('what holds no letter asks nothing', () => {
  expect(query('')).toBeNull()
  expect(query(' 、。!? ')).toBeNull()
})

test.each(["'", "'; drop table plan; --", '\\', "a' | 'b", '& | ! ( ) :* <->'])(
  'what is typed is never read as a query: %s',
  async (typed) => {
    const asked = query(typed)
    const { pool } = await testDatabase()
    if (asked) await pool.query('select $1::tsquery', [asked])
    expect(await finds('なにもない', typed || 'x')).toBe(false)
  },
)

test('width, case and kana are one; readings do not part words', () => {
  expect(fold('ｱクションＰＬＡＮ')).toBe(fold('あくしょんplan'))
  expect(tokens('{協働|きょうどう}の')).toEqual(tokens('協働の'))
})
