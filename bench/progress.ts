import type pg from 'pg'

/** The years on which the dashboard of progress looks back, and their items. */
export const progressYears = { first: 2017, last: 2026, items: 400, rounds: 3 } as const

const scale = [
  ['実施済', 'done', 4],
  ['実施中', 'on-track', 3],
  ['検討中', 'behind', 1],
  ['未着手', 'not-started', 0],
] as const

/**
 * Ten published years of 400 items, of which nine in ten are reported on three times: written straight to the
 * tables, as the other years of the bench are.
 */
export async function seedProgress(pool: pg.Pool): Promise<void> {
  const { first, last, items, rounds } = progressYears
  const steps = scale.map(([code, kind, rank]) => ({
    code,
    label: code,
    meaning: code,
    kind,
    rank,
  }))
  await pool.query(
    `insert into plan (id, fiscal_year, state, title, subtitle, purpose, aim, goals, levels, authors,
       decided_on, decided_by, published_on)
     select 'pln_' || y, y, 'published', y || '年度アクションプラン', '', '', '', array['地域の再生'],
       '{"measure":"施策","group":"方針","item":"項目"}', '{}', make_date(y, 3, 26), 'per_bench', make_date(y, 4, 2)
     from generate_series($1::int, $2::int) y`,
    [first, last],
  )
  await pool.query(
    `insert into plan_measure (id, plan_id, number, title)
     select 'mea_' || y || 'x' || m, 'pln_' || y, m, '施策の柱その' || m
     from generate_series($1::int, $2::int) y, generate_series(1, 8) m`,
    [first, last],
  )
  await pool.query(
    `insert into plan_group (id, measure_id, position, text)
     select 'grp_' || y || 'x' || m, 'mea_' || y || 'x' || m, 0, '市民が主体的に進めます。'
     from generate_series($1::int, $2::int) y, generate_series(1, 8) m`,
    [first, last],
  )
  await pool.query(
    `insert into plan_item (id, plan_id, group_id, position, code, lead, title, description, departments,
       commitment, owner, search)
     select 'itm_' || y || 'x' || i, 'pln_' || y, 'grp_' || y || 'x' || (1 + i % 8), i / 8,
       (1 + i % 8) || '-' || (1 + i / 8), (array['citizens', 'city', 'both'])[1 + i % 3],
       '地区ごとの意見交換会その' || i, '市民と市が協力して取り組みます。',
       array['担当課その' || i % 24, '関係各部'], 'implement', '係長', ''::tsvector
     from generate_series($1::int, $2::int) y, generate_series(0, $3::int - 1) i`,
    [first, last, items],
  )
  await pool.query(
    `insert into progress_scale (id, name, steps, made_at, made_by) values ('scl_bench', '区分', $1, now(), 'per_bench')`,
    [JSON.stringify(steps)],
  )
  await pool.query(
    `insert into progress_round (id, plan_id, fiscal_year, period, scale_id, opens_on, due_on, state)
     select 'rnd_' || y || 'x' || r, 'pln_' || y, y, 'q' || r, 'scl_bench', make_date(y, 3 + 3 * r, 1),
       make_date(y, 3 + 3 * r, 15), 'closed'
     from generate_series($1::int, $2::int) y, generate_series(1, $3::int) r`,
    [first, last, rounds],
  )
  await pool.query(
    `insert into progress_report (id, round_id, item_id, side, asked, state, content, requested_at, submitted_at,
       submitted_by, confirmed_at, confirmed_by)
     select 'rpt_' || y || 'x' || r || 'x' || i, 'rnd_' || y || 'x' || r, 'itm_' || y || 'x' || i, 'city',
       '担当課その' || i % 24, 'confirmed',
       jsonb_build_object('value', (array['実施済', '実施中', '検討中', '未着手'])[1 + (i + y) % 4],
         'result', '地区の集まりで話し合いました。', 'figures', '[]'::jsonb, 'readings', '[]'::jsonb,
         'evidence', '[]'::jsonb, 'issues', '', 'next', 'つぎの集まりを開きます。', 'hours', null, 'yen', null,
         'unchanged', ''),
       make_date(y, 3 + 3 * r, 1), make_date(y, 3 + 3 * r, 8), 'per_a', make_date(y, 3 + 3 * r, 9), 'per_b'
     from generate_series($1::int, $2::int) y, generate_series(1, $3::int) r, generate_series(0, $4::int - 1) i
     where i % 10 > 0`,
    [first, last, rounds, items],
  )
  await pool.query('analyze')
}
