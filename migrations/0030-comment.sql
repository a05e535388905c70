-- パブリックコメント: cases, the draft and the final text by paragraph, what people sent, and the rows of the result.
create table voice_comment_terms (
  from_on date primary key,
  terms   jsonb not null,
  set_by  text not null,
  set_at  timestamptz not null
);

create table voice_comment_case (
  id              text primary key,
  version         integer not null default 1,
  -- 2012-3: what stands in the address and in the bulletin.
  number          text not null unique,
  title           text not null check (title <> ''),
  basis           text not null check (basis in ('plan', 'ordinance', 'other')),
  reason          text not null,
  section         text not null,
  contact         text not null,
  -- The year of the plan whose draft this is; null for any other matter.
  plan_year       integer,
  opens_on        date not null,
  closes_on       date not null,
  short_reason    text not null,
  -- The day that was first announced, and why it was put off.
  first_closes_on date,
  extended_reason text not null default '',
  result_note     text not null default '',
  state           text not null check (state in ('planned', 'ready', 'open', 'closed', 'result-drafting',
    'result-submitted', 'published', 'archived')),
  made_at         timestamptz not null,
  made_by         text not null,
  submitted_by    text,
  approved_by     text,
  published_on    date,
  check (closes_on >= opens_on),
  check (state not in ('result-submitted', 'published', 'archived') or submitted_by is not null),
  -- Nobody approves a result that they handed in.
  check (state not in ('published', 'archived')
    or (approved_by is not null and approved_by <> submitted_by and published_on is not null))
);
create index voice_comment_case_listed on voice_comment_case (closes_on desc, id) where state not in ('planned', 'ready');

-- 案と最終案: a paragraph each, in order; `no` is its anchor.
create table voice_comment_passage (
  case_id text not null references voice_comment_case (id),
  edition text not null check (edition in ('draft', 'final')),
  no      integer not null check (no > 0),
  chapter text not null,
  text    text not null check (text <> ''),
  primary key (case_id, edition, no)
);

-- The documents as they were printed; the bytes lie in the store of files under `key`.
create table voice_comment_file (
  id         text primary key,
  case_id    text not null references voice_comment_case (id),
  name       text not null,
  key        text not null,
  media_type text not null,
  bytes      integer not null check (bytes > 0),
  added_at   timestamptz not null,
  added_by   text not null
);
create index voice_comment_file_case on voice_comment_file (case_id);

-- 提出: what one sender handed in at once; words and name are sealed apart.
create table voice_comment (
  id          text primary key,
  case_id     text not null references voice_comment_case (id),
  receipt_id  text not null unique references resident_receipt (id),
  number      text not null unique,
  channel     text not null,
  received_on date not null,
  taken_at    timestamptz not null,
  taken_by    text,
  language    text not null,
  tie         text not null,
  -- Keyed hash of name and address: persons are counted by it, and nobody is found by it.
  sender_mark text
);
create index voice_comment_of_case on voice_comment (case_id, received_on, id);
create table voice_comment_original (
  comment_id text primary key references voice_comment (id),
  sealed     text not null
);
create table voice_comment_sender (
  comment_id text primary key references voice_comment (id),
  sealed     text not null
);

-- 意見: the rows of the result table; several may have one answer.
create table voice_comment_opinion (
  id         text primary key,
  version    integer not null default 1,
  case_id    text not null references voice_comment_case (id),
  comment_id text not null references voice_comment (id),
  no         integer not null check (no > 0),
  passage_no integer,
  place      text not null,
  gist       text not null,
  category   text not null,
  city_view  text not null,
  changed    text not null,
  -- Answered together with this one.
  same_as    text references voice_comment_opinion (id),
  unique (case_id, no),
  check (same_as is null or same_as <> id)
);
create index voice_comment_opinion_of on voice_comment_opinion (comment_id);
