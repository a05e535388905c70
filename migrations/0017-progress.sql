-- 進捗: what was done of each item, said by each side, round by round, on the city's own dated scale.
create table progress_scale (
  id       text primary key,
  name     text not null,
  -- [{ code, label, meaning, kind, rank }], in the order in which the city reads it.
  steps    jsonb not null,
  made_at  timestamptz not null,
  made_by  text not null
);

create table progress_terms (
  from_on date primary key,
  terms   jsonb not null,
  set_by  text not null,
  set_at  timestamptz not null
);

-- 照会: one asking of a year. A year asks once for each period.
create table progress_round (
  id          text primary key,
  version     integer not null default 1,
  plan_id     text not null references plan (id),
  fiscal_year integer not null,
  period      text not null check (period in ('q1', 'q2', 'q3', 'q4', 'midterm', 'final')),
  scale_id    text not null references progress_scale (id),
  opens_on    date not null,
  due_on      date not null,
  state       text not null check (state in ('planned', 'open', 'closed')),
  note        text not null default '',
  unique (plan_id, period),
  check (opens_on <= due_on)
);

-- 報告: one item of one round, from one side. The city says it once; each group says its own part.
create table progress_report (
  id            text primary key,
  version       integer not null default 1,
  round_id      text not null references progress_round (id),
  item_id       text not null references plan_item (id),
  side          text not null check (side in ('city', 'group')),
  -- The section that is asked, by its name in the plan; the group by the name it goes by in public.
  asked         text not null,
  state         text not null check (state in ('requested', 'drafting', 'submitted', 'returned', 'confirmed')),
  content       jsonb not null,
  requested_at  timestamptz not null,
  submitted_at  timestamptz,
  submitted_by  text,
  confirmed_at  timestamptz,
  confirmed_by  text,
  return_reason text not null default '',
  unique (round_id, item_id, side, asked),
  check (state not in ('submitted', 'confirmed') or (submitted_at is not null and submitted_by is not null)),
  check ((state = 'confirmed') = (confirmed_at is not null)),
  -- 職務分掌: whoever reports does not confirm it.
  check (confirmed_by is null or confirmed_by <> submitted_by),
  check (state <> 'returned' or return_reason <> '')
);
create index progress_report_item on progress_report (item_id);

-- 版: each report as it was handed in; a later hand-in overwrites none.
create table progress_report_version (
  report_id text not null references progress_report (id),
  no        integer not null,
  content   jsonb not null,
  at        timestamptz not null,
  by        text not null,
  primary key (report_id, no)
);

-- The section's own word on an alarm that anyone can see.
create table progress_explanation (
  id       text primary key,
  item_id  text not null references plan_item (id),
  alarm    text not null,
  text     text not null,
  said_by  text not null,
  said_at  timestamptz not null,
  until_on date
);
create index progress_explanation_item on progress_explanation (item_id);
