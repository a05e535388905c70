import type pg from 'pg'
import { tokens } from '#platform/search.ts'

/** A city of 3.7 million (domain handbook (c)): so many voices and points a year, ten years. */
export const wholeCity = { voices: 60_000, points: 150_000, first: 2004, last: 2013 } as const

const places = [
  '駅前',
  '公園',
  '学校',
  '港',
  '坂道',
  '団地',
  '河川敷',
  '商店街',
  '図書館',
  '診療所',
]
const things = [
  '街灯',
  '歩道',
  '手すり',
  '案内板',
  'ごみ箱',
  'ベンチ',
  '側溝',
  '横断歩道',
  '花壇',
  '掲示板',
]
const wishes = [
  '直して',
  '増やして',
  '移して',
  '明るくして',
  '大きくして',
  '片づけて',
  '点検して',
  '残して',
]
const sections = Array.from({ length: 120 }, (_, n) => `担当${n + 1}課`)
const topics = [
  'traffic',
  'living',
  'children',
  'health',
  'safety',
  'industry',
  'community',
  'hall',
  'other',
]
const ages = ['20s', '30s', '40s', '50s', '60s', '70s', '80-up']

/** 800 texts; a rare word stands in one of them only, so that a search finds few as well as many. */
const texts = places.flatMap((place, p) =>
  things.flatMap((thing, t) =>
    wishes.map((wish, w) => ({
      gist: `${place}の${thing}を${wish}ほしい。`,
      answer: `現地を確かめ、${thing}について${p + t + w}月までに対応します。`,
    })),
  ),
)

/**
 * So large a share (0.01, 0.1, 1) of ten years, written straight to the tables: the bench asks what reading costs.
 * Of a hundred points seventy are shown, twenty withheld, nine handed over, one is open.
 */
export async function seedVoices(pool: pg.Pool, share: number): Promise<void> {
  const rows = texts.map((one, n) => ({
    n,
    ...one,
    words: tokens(`${one.gist}\n${one.answer}`).join('\n'),
  }))
  await pool.query(
    `create table bench_text as
       select n as text_no, gist, answer, array_to_tsvector(string_to_array(words, chr(10))) as words
       from json_to_recordset('${JSON.stringify(rows).replaceAll("'", "''")}')
         as t(n integer, gist text, answer text, words text)`,
  )
  const voices = Math.round(wholeCity.voices * share)
  // What is written here is whole by its making; looking each row up would take hours.
  await pool.query('set session_replication_role = replica; drop index voice_public_words')
  for (let year: number = wholeCity.first; year <= wholeCity.last; year += 1)
    for (const statement of yearOf(year, voices)) await pool.query(statement)
  await pool.query(
    `set session_replication_role = default; drop table bench_text;
     create index voice_public_words on voice_public using gin (words)`,
  )
  await pool.query('analyze')
}

const oneOf = (words: readonly string[], by: string) =>
  `(array[${words.map((word) => `'${word}'`).join()}])[1 + ${by} % ${words.length}]`

/** A year as statements; `n` counts its voices, `p` the points of one, `k` spreads what differs. */
function yearOf(year: number, voices: number): readonly string[] {
  const isLast = year === wholeCity.last
  const number = `'V${year}-' || lpad(n::text, 5, '0') || '-' || n % 10`
  const of = `with one as (
      select n, date '${year}-04-01' + n * 364 / ${voices} as day, ${isLast} and n % 100 = 0 as open
      from generate_series(1, ${voices}) n
    ), point as (
      select *, case when open then 'assigned' when k % 100 >= 91 then 'transferred' else 'answered' end as state
      from (select one.*, p, n * 7 + p * 13 as k
        from one cross join lateral generate_series(1, 2 + n % 2) p) x
    ), decided as (
      select *, case when state <> 'answered' then 'undecided'
        when k % 100 < 70 then 'shown' else 'withheld' end as decision from point
    )`
  const topic = oneOf(topics, 'k')
  const section = oneOf(sections, 'k')
  const when = (is: boolean | string, then: string, other = 'null') =>
    `case when ${is} then ${then} else ${other} end`
  return [
    `${of} insert into resident_receipt
      (id, number, act, year, serial, subject, channel, reach, locale, phrase_mark, at)
      select 'rcp_${year}x' || n, ${number}, 'voice', ${year}, n, 'voi_${year}x' || n, 'web', 'none', 'ja', '', day
      from one`,
    `${of} insert into voice (id, receipt_id, number, channel, received_on, taken_at, language, sender_kind,
        text_mark, age_band, reply_by, may_publish, due_on, state, triaged_at, triaged_by, replied_at)
      select 'voi_${year}x' || n, 'rcp_${year}x' || n, ${number}, ${oneOf(['web', 'letter', 'phone', 'box'], 'n')},
        day, day, 'ja', 'individual', md5('${year}x' || n), ${oneOf(ages, 'n')}, 'none', true,
        ${when('open', 'day + 14')}, ${when('open', "'answering'", "'replied'")}, day, 'per_bench',
        ${when('open', 'null', 'day + 9')}
      from one`,
    `${of} insert into voice_point (id, voice_id, no, gist, kind, topic, section, state, due_on, received_on,
        answer, submitted_by, submitted_at, approved_by, approved_at, reason, other, decision, ground, decided_by,
        decided_at)
      select 'vpt_${year}x' || n || 'p' || p, 'voi_${year}x' || n, p, gist, 'request', ${topic}, ${section}, state,
        ${when('open', 'day + 14')}, day,
        jsonb_build_object('text', t.answer, 'disposition', 'done', 'promised', null),
        ${when("state = 'answered'", "'per_a'")}, ${when("state = 'answered'", 'day')},
        ${when("state = 'answered'", "'per_b'")}, ${when("state = 'answered'", 'day')},
        ${when("state = 'transferred'", "'県の道'", "''")}, ${when("state = 'transferred'", "'県'", "''")},
        decision, ${when("decision = 'withheld'", "'identifying'", "''")},
        ${when("decision <> 'undecided'", "'per_c'")}, ${when("decision <> 'undecided'", 'day')}
      from decided join bench_text t on text_no = k % 800`,
    `${of} insert into voice_public (point_id, voice_id, received_on, topic, section, age_band, kind, gist, answer,
        disposition, words, shown_at)
      select 'vpt_${year}x' || n || 'p' || p, 'voi_${year}x' || n, day, ${topic}, ${section}, ${oneOf(ages, 'n')},
        'request', jsonb_build_array(jsonb_build_object('text', gist)),
        jsonb_build_array(jsonb_build_object('text', t.answer)), 'done', words, day
      from decided join bench_text t on text_no = k % 800 where decision = 'shown'`,
    ...['total', 'topic', 'section', 'age'].map(
      (dimension) => `${of} insert into voice_tally (month, dimension, key, outcome, n)
        select date_trunc('month', day)::date, '${dimension}',
          ${{ total: "''", topic, section, age: oneOf(ages, 'n') }[dimension]},
          ${when("decision = 'undecided'", when("state = 'transferred'", 'state', "'open'"), 'decision')}, count(*)
        from decided group by 1, 2, 3, 4`,
    ),
  ]
}
