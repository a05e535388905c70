-- 年次計画: the plan, its tree, its identity across years, its amendments.
create table plan (
  id            text primary key,
  version       integer not null default 1,
  fiscal_year   integer not null unique check (fiscal_year between 1000 and 9999),
  state         text not null check (state in ('drafting', 'public-comment', 'council-review', 'decided',
                  'published', 'in-progress', 'midterm', 'closing', 'evaluated', 'archived')),
  title         text not null check (title <> ''),
  subtitle      text not null,
  purpose       text not null,
  aim           text not null,
  goals         text[] not null,
  levels        jsonb not null,
  translations  jsonb not null default '{}',
  authors       text[] not null default '{}',
  comment_until date,
  decided_on    date,
  decided_by    text,
  published_on  date,
  check (state in ('drafting', 'public-comment', 'council-review') or (decided_on is not null and decided_by is not null)),
  check (state in ('drafting', 'public-comment', 'council-review', 'decided') or published_on is not null),
  check (decided_by is null or not decided_by = any (authors)),
  check (state <> 'public-comment' or comment_until is not null)
);

create table plan_measure (
  id           text primary key,
  plan_id      text not null references plan (id) on delete cascade,
  number       integer not null check (number > 0),
  title        text not null check (title <> ''),
  translations jsonb not null default '{}',
  unique (plan_id, number) deferrable initially deferred
);

create table plan_group (
  id           text primary key,
  measure_id   text not null references plan_measure (id) on delete cascade,
  position     integer not null,
  audience     text check (audience in ('citizens', 'staff')),
  text         text not null check (text <> ''),
  translations jsonb not null default '{}'
);
create index plan_group_measure on plan_group (measure_id);

create table plan_item (
  id             text primary key,
  version        integer not null default 1,
  plan_id        text not null references plan (id) on delete cascade,
  group_id       text not null references plan_group (id) on delete cascade,
  position       integer not null,
  code           text not null,
  lead           text check (lead in ('citizens', 'city', 'both')),
  title          text not null check (title <> ''),
  description    text not null,
  departments    text[] not null default '{}',
  owner          text not null default '',
  deputy         text not null default '',
  commitment     text check (commitment in ('consider', 'prepare', 'trial', 'implement', 'enhance')),
  consider_until date,
  citizen_role   text not null default '',
  city_role      text not null default '',
  indicators     jsonb not null default '[]',
  schedule       jsonb not null default '{}',
  budget_yen     bigint check (budget_yen >= 0),
  articles       text[] not null default '{}',
  translations   jsonb not null default '{}',
  search         tsvector not null,
  unique (plan_id, code) deferrable initially deferred
);
create index plan_item_group on plan_item (group_id);
create index plan_item_search on plan_item using gin (search);

-- Every saved wording of an item: the base of a three-way merge, and the item's history.
create table plan_item_revision (
  item_id  text not null references plan_item (id) on delete cascade,
  version  integer not null,
  at       timestamptz not null,
  actor_id text not null,
  content  jsonb not null,
  primary key (item_id, version)
);

-- One row a link between a year and the next. `new` has no from, `ended` has no to.
create table plan_lineage (
  id       text primary key,
  plan_id  text not null references plan (id) on delete cascade,
  from_id  text references plan_item (id) on delete cascade,
  to_id    text references plan_item (id) on delete cascade,
  relation text not null check (relation in ('continued', 'renamed', 'merged', 'split', 'new', 'ended')),
  reason   text not null,
  unique (from_id, to_id),
  check ((relation = 'new') = (from_id is null)),
  check ((relation = 'ended') = (to_id is null)),
  -- Only what goes on unchanged needs no reason.
  check (relation = 'continued' or reason <> '')
);
create index plan_lineage_plan on plan_lineage (plan_id);
create index plan_lineage_to on plan_lineage (to_id);

create table plan_amendment (
  id          text primary key,
  plan_id     text not null references plan (id),
  item_id     text not null references plan_item (id),
  reason      text not null check (reason <> ''),
  before      jsonb not null,
  after       jsonb not null,
  proposed_at timestamptz not null,
  proposed_by text not null,
  approved_on date,
  approved_by text,
  withdrawn   boolean not null default false,
  check ((approved_on is null) = (approved_by is null)),
  check (approved_by is null or approved_by <> proposed_by),
  check (not (withdrawn and approved_on is not null))
);
create index plan_amendment_plan on plan_amendment (plan_id);

-- 取込: what was handed in and how far its questions are answered. Nothing of it is in the plan yet.
create table plan_intake (
  id          text primary key,
  version     integer not null default 1,
  fiscal_year integer not null,
  source      text not null,
  file_name   text not null,
  -- Key of the file as it was handed in; null for what was pasted.
  original    text,
  reading     jsonb not null,
  answers     jsonb not null default '{}',
  received_at timestamptz not null,
  received_by text not null,
  accepted_at timestamptz
);
