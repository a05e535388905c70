-- 評価: what each of three layers says of an item of one year, one beside the other, never averaged.
-- 委員会の年: one judging of one plan, at midterm or at the year's end, with its committee.
create table progress_committee (
  id            text primary key,
  version       integer not null default 1,
  plan_id       text not null references plan (id),
  fiscal_year   integer not null,
  occasion      text not null check (occasion in ('midterm', 'final')),
  name          text not null check (name <> ''),
  scale_id      text not null references progress_scale (id),
  papers_on     date not null,
  marks_due_on  date not null,
  meeting_on    date not null,
  least_members integer not null check (least_members between 1 and 20),
  state         text not null check (state in ('preparing', 'papers-out', 'marking', 'meeting', 'settled', 'answering', 'published')),
  published_on  date,
  unique (plan_id, occasion),
  unique (id, state),
  check (papers_on <= marks_due_on and marks_due_on <= meeting_on),
  check ((state = 'published') = (published_on is not null))
);

-- 自己評価 and 内部評価: the section's and the secretariat's word on one item.
create table progress_judgement (
  id           text primary key,
  version      integer not null default 1,
  committee_id text not null references progress_committee (id),
  item_id      text not null references plan_item (id),
  layer        text not null check (layer in ('section', 'secretariat')),
  -- The section that is asked, by its name in the plan.
  asked        text not null,
  value        text not null default '',
  comment      text not null default '',
  course       text check (course in ('continue', 'expand', 'reduce', 'merge', 'finish', 'abolish')),
  state        text not null check (state in ('drafting', 'given')),
  given_at     timestamptz,
  given_by     text,
  unique (committee_id, item_id, layer),
  check ((state = 'given') = (given_at is not null and given_by is not null)),
  check (state <> 'given' or (value <> '' and comment <> '' and course is not null))
);

-- Why a layer is left out, of one item or of the whole year.
create table progress_waiver (
  id           text primary key,
  committee_id text not null references progress_committee (id),
  layer        text not null check (layer in ('section', 'secretariat', 'committee')),
  item_id      text references plan_item (id),
  reason       text not null check (reason <> ''),
  by           text not null,
  at           timestamptz not null
);

create table progress_member (
  committee_id text not null references progress_committee (id),
  user_id      text not null,
  -- 公募、学識経験者、団体の推薦: whom the member speaks for.
  capacity     text not null,
  duty_id      text not null,
  joined_on    date not null,
  left_on      date,
  primary key (committee_id, user_id)
);

-- 分担: who looks at which item. Whoever has an interest in it does not, and the reason is kept.
create table progress_share (
  committee_id   text not null,
  item_id        text not null references plan_item (id),
  user_id        text not null,
  recused_reason text,
  recused_by     text,
  recused_at     timestamptz,
  primary key (committee_id, item_id, user_id),
  foreign key (committee_id, user_id) references progress_member (committee_id, user_id),
  check ((recused_reason is null) = (recused_at is null)),
  check (recused_reason <> '')
);

-- 採点: one member's own, before the others' are seen. What is given stays as it is.
create table progress_mark (
  committee_id text not null,
  item_id      text not null,
  user_id      text not null,
  value        text not null default '',
  comment      text not null default '',
  course       text check (course in ('continue', 'expand', 'reduce', 'merge', 'finish', 'abolish')),
  state        text not null check (state in ('drafting', 'given')),
  given_at     timestamptz,
  -- Whoever typed it in: the member, or the secretariat from a sheet of paper.
  entered_by   text not null,
  primary key (committee_id, item_id, user_id),
  foreign key (committee_id, item_id, user_id) references progress_share (committee_id, item_id, user_id),
  check ((state = 'given') = (given_at is not null)),
  check (state <> 'given' or value <> '')
);

-- 外部評価: what the meeting settled.
create table progress_settlement (
  committee_id text not null references progress_committee (id),
  item_id      text not null references plan_item (id),
  value        text not null check (value <> ''),
  comment      text not null check (comment <> ''),
  course       text not null check (course in ('continue', 'expand', 'reduce', 'merge', 'finish', 'abolish')),
  settled_at   timestamptz not null,
  settled_by   text not null,
  primary key (committee_id, item_id)
);

-- 意見: what the committee, or a part of it, said; each has an answer of the city before anything is published.
create table progress_remark (
  id              text primary key,
  version         integer not null default 1,
  committee_id    text not null,
  -- Follows the committee's own state, so that the last check below can promise what it promises.
  committee_state text not null,
  item_id         text not null references plan_item (id),
  kind            text not null check (kind in ('committee', 'minority')),
  position        integer not null,
  text            text not null check (text <> ''),
  section         text not null,
  state           text not null check (state in ('open', 'drafted', 'submitted', 'returned', 'approved')),
  stance          text check (stance in ('adopted', 'partly', 'not-adopted')),
  reason          text not null default '',
  follow_kind     text check (follow_kind in ('amendment', 'item')),
  follow_id       text,
  answered_at     timestamptz,
  answered_by     text,
  approved_at     timestamptz,
  approved_by     text,
  return_reason   text not null default '',
  foreign key (committee_id, committee_state) references progress_committee (id, state) on update cascade,
  check ((follow_kind is null) = (follow_id is null)),
  check (state not in ('submitted', 'approved') or (stance is not null and reason <> '' and answered_by is not null)),
  check ((state = 'approved') = (approved_at is not null and approved_by is not null)),
  -- 職務分掌: whoever answers does not approve it.
  check (approved_by is null or approved_by <> answered_by),
  check (state <> 'returned' or return_reason <> ''),
  -- 回答のない意見があるうちは公表しない.
  check (committee_state <> 'published' or state = 'approved')
);
create index progress_remark_item on progress_remark (item_id);
