-- 適正化: what was flagged, what was decided of it and why, who may not write for a while; and the counters
-- that hold back abuse.

-- Counters are no facts: they stand here until their window is over (docs/decisions/0015-limits.md).
-- What is counted is a keyed mark; neither address nor account can be read from it.
create table limit_count (
  mark    text primary key,
  used    integer not null check (used > 0),
  ends_at timestamptz not null
);
create index limit_count_ends on limit_count (ends_at);

create table moderation_case (
  id            text primary key,
  version       integer not null default 1,
  subject_kind  text not null check (subject_kind <> ''),
  subject_id    text not null check (subject_id <> ''),
  -- Whose words they are, where that is known: res_… or per_….
  author_id     text,
  state         text not null check (state in
    ('flagged', 'claimed', 'kept', 'hidden', 'restored', 'appealed', 'upheld', 'overturned')),
  opened_at     timestamptz not null,
  claimed_by    text,
  claimed_at    timestamptz,
  decided_by    text,
  decided_at    timestamptz,
  ground        text,
  -- The last day of the author's right to appeal.
  appeal_until  date,
  appeal_text   text,
  appealed_at   timestamptz,
  appeal_by     text,
  search        tsvector not null default '',
  unique (subject_kind, subject_id),
  check (state <> 'claimed' or claimed_by is not null),
  check (state not in ('kept', 'hidden', 'restored', 'appealed', 'upheld', 'overturned')
    or decided_by is not null),
  check (state not in ('appealed', 'upheld', 'overturned') or appeal_text is not null),
  -- 職務分掌: whoever hid it does not judge the appeal.
  check (appeal_by is null or appeal_by <> decided_by)
);
create index moderation_case_state on moderation_case (state, opened_at);
create index moderation_case_search on moderation_case using gin (search);

create table moderation_flag (
  id      text primary key,
  case_id text not null references moderation_case (id),
  at      timestamptz not null,
  by_id   text not null,
  ground  text not null,
  note    text not null
);
create index moderation_flag_case on moderation_flag (case_id, at);

-- Every decision with its reason stays; the case says only where it stands.
create table moderation_decision (
  id      text primary key,
  case_id text not null references moderation_case (id),
  at      timestamptz not null,
  by_id   text not null,
  action  text not null check (action in
    ('keep', 'hide', 'restore', 'warn', 'block', 'unblock', 'appeal', 'uphold', 'overturn')),
  ground  text,
  reason  text not null check (reason <> '')
);
create index moderation_decision_case on moderation_decision (case_id, at);
create index moderation_decision_at on moderation_decision (at);
create trigger moderation_decision_keeps before update or delete on moderation_decision
  for each row execute function refuse_change();

create table moderation_block (
  id        text primary key,
  case_id   text not null references moderation_case (id),
  author_id text not null,
  from_on   date not null,
  until_on  date not null,
  lifted_on date,
  check (until_on >= from_on)
);
create index moderation_block_author on moderation_block (author_id, until_on);

create table moderation_guideline (
  version      integer primary key,
  at           timestamptz not null,
  by_id        text not null,
  text         text not null check (text <> ''),
  translations jsonb not null default '{}'
);
