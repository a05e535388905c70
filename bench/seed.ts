import type pg from 'pg'
import { newId } from '#platform/id.ts'
import { tokens } from '#platform/search.ts'

/** The last of the made years; the others lie before it. */
export const lastYear = 2199

const topics = ['防災', '子育て', '道路', '広報', '自治会', '観光', '福祉', '環境', '教育', '港']
const deeds = ['意見交換会', '見守り活動', '清掃活動', '事例集の作成', '研修']
const title = (i: number) => `${topics[i % 10]}に関する${deeds[Math.floor(i / 10)]}`
const description = (i: number) =>
  `市民と市が協力して${title(i)}に取り組み、その結果を年度末までに取りまとめて公表します。`

/**
 * Published plan-years of 50 items each (5 measures, 10 headings), written straight to the tables: the
 * bench asks what reading costs, and reading does not ask how it was written.
 */
export async function seedYears(pool: pg.Pool, years: number): Promise<void> {
  const first = lastYear - years + 1
  const run = newId('ben')
  await pool.query(
    `insert into plan (id, fiscal_year, state, title, subtitle, purpose, aim, goals, levels, authors,
       decided_on, decided_by, published_on)
     select 'pln_' || y, y, 'published', y || '年度アクションプラン', '市民協働によるまちづくり',
       '市民と行政が協働するまちづくり', repeat('市民と市がともに考え、ともに動きます。', 8),
       array['地域の再生', '独自の地域づくり', '行政の効率化'],
       '{"measure":"施策","group":"方針","item":"項目"}', '{}', '2012-03-26', 'per_bench', '2012-04-02'
     from generate_series($1::int, $2::int) y`,
    [first, lastYear],
  )
  await pool.query(
    `insert into plan_measure (id, plan_id, number, title)
     select 'mea_' || y || 'x' || m, 'pln_' || y, m, '施策の柱その' || m
     from generate_series($1::int, $2::int) y, generate_series(1, 5) m`,
    [first, lastYear],
  )
  await pool.query(
    `insert into plan_group (id, measure_id, position, audience, text)
     select 'grp_' || y || 'x' || m || 'x' || g, 'mea_' || y || 'x' || m, g, 'citizens',
       '市民が主体的にまちづくりを進めるために必要なことに取り組みます。'
     from generate_series($1::int, $2::int) y, generate_series(1, 5) m, generate_series(0, 1) g`,
    [first, lastYear],
  )
  for (let i = 0; i < 50; i += 1) {
    const measure = Math.floor(i / 10) + 1
    const group = Math.floor((i % 10) / 5)
    await pool.query(
      `insert into plan_item (id, plan_id, group_id, position, code, lead, title, description,
         departments, commitment, citizen_role, city_role, schedule, search)
       select 'itm_' || y || 'x' || $3, 'pln_' || y, 'grp_' || y || 'x' || $4 || 'x' || $5, $6::int, $7,
         (array['citizens', 'city', 'both'])[1 + $3::int % 3], $8, $9,
         array['地域再生推進本部', '総務部'], (array['consider', 'implement', 'enhance'])[1 + $3::int % 3],
         '話し合いに加わります。', '場を用意し、結果を公表します。', '{"q1":"準備","q2":"実施"}',
         array_to_tsvector($10::text[])
       from generate_series($1::int, $2::int) y`,
      [
        first,
        lastYear,
        String(i),
        String(measure),
        String(group),
        i % 5,
        `${measure}-${(i % 10) + 1}`,
        title(i),
        description(i),
        tokens(`${title(i)}\n${description(i)}`),
      ],
    )
  }
  await pool.query(
    `insert into plan_lineage (id, plan_id, from_id, to_id, relation, reason)
     select $3 || y || 'x' || i, 'pln_' || y, 'itm_' || (y - 1) || 'x' || i, 'itm_' || y || 'x' || i,
       'continued', ''
     from generate_series($1::int, $2::int) y, generate_series(0, 49) i`,
    [first + 1, lastYear, run],
  )
  await pool.query('analyze')
}
