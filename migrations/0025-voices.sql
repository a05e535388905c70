-- 市民の声: what people told the city by every way, split into points; words and names sealed apart.
create table voice_terms (
  from_on date primary key,
  terms   jsonb not null,
  set_by  text not null,
  set_at  timestamptz not null
);

create table voice (
  id              text primary key,
  version         integer not null default 1,
  receipt_id      text not null unique references resident_receipt (id),
  number          text not null unique,
  channel         text not null,
  received_on     date not null,
  taken_at        timestamptz not null,
  -- Whoever typed it in; null where the sender did.
  taken_by        text,
  language        text not null,
  sender_kind     text not null check (sender_kind in ('individual', 'group', 'anonymous')),
  -- Keyed hash of the way in which the sender is reached: persons are counted by it, and nobody is found by it.
  sender_mark     text,
  -- Keyed hash of the words without spaces: the same text of many is found by it.
  text_mark       text not null,
  age_band        text,
  district_id     text,
  reply_by        text not null check (reply_by in ('mail', 'letter', 'phone', 'none')),
  may_publish     boolean not null,
  acknowledged_at timestamptz,
  due_on          date,
  waiting_since   date,
  state           text not null check (state in ('received', 'answering', 'replied', 'closed', 'joined')),
  into_id         text references voice (id),
  triaged_at      timestamptz,
  triaged_by      text,
  replied_at      timestamptz,
  closed_at       timestamptz,
  check ((state = 'joined') = (into_id is not null)),
  check (state not in ('answering', 'replied', 'closed') or (triaged_at is not null and triaged_by is not null)),
  check (state not in ('replied', 'closed') or replied_at is not null),
  check ((state = 'closed') = (closed_at is not null))
);
-- The desk's lists: what waits, by its day; what came in, newest first.
create index voice_open on voice (due_on, id) where state in ('received', 'answering');
create index voice_received on voice (received_on desc, id desc);
create index voice_text_mark on voice (text_mark);
create index voice_sender_mark on voice (sender_mark) where sender_mark is not null;
create index voice_joined on voice (into_id) where into_id is not null;

-- What the sender wrote, and who they are: one sealed text each, never in one row with anything else.
create table voice_original (
  voice_id text primary key references voice (id),
  sealed   text not null
);
create table voice_sender (
  voice_id text primary key references voice (id),
  sealed   text not null
);

-- Scans, photos, attachments; the bytes lie in the store of files under `key`.
create table voice_file (
  id         text primary key,
  voice_id   text not null references voice (id),
  kind       text not null check (kind in ('scan', 'photo', 'attachment')),
  position   integer not null,
  key        text not null,
  media_type text not null,
  bytes      integer not null check (bytes > 0),
  added_at   timestamptz not null,
  added_by   text,
  unique (voice_id, position)
);

-- 論点
create table voice_point (
  id            text primary key,
  version       integer not null default 1,
  voice_id      text not null references voice (id),
  no            integer not null check (no > 0),
  gist          text not null check (gist <> ''),
  kind          text not null check (kind in ('opinion', 'proposal', 'request', 'complaint', 'question', 'thanks')),
  topic         text not null,
  -- The section that answers, by its name in the tree of that day.
  section       text not null check (section <> ''),
  state         text not null check (state in ('assigned', 'drafting', 'submitted', 'returned', 'approved', 'answered', 'circulated', 'transferred', 'declined')),
  -- The day on which the voice is due, again: a section's list is read from one index.
  due_on        date,
  received_on   date not null,
  answer        jsonb not null,
  submitted_by  text,
  submitted_at  timestamptz,
  approved_by   text,
  approved_at   timestamptz,
  -- Why it was sent back, circulated, handed over or not taken.
  reason        text not null default '',
  -- To whom it was handed over; on which ground it was not taken.
  other         text not null default '',
  decision      text not null default 'undecided' check (decision in ('undecided', 'shown', 'withheld')),
  redactions    jsonb not null default '[]',
  ground        text not null default '',
  decided_why   text not null default '',
  decided_by    text,
  decided_at    timestamptz,
  unique (voice_id, no),
  check (state not in ('submitted', 'approved', 'answered') or (submitted_by is not null and submitted_at is not null)),
  check (state not in ('approved', 'answered') or (approved_by is not null and approved_at is not null)),
  -- 職務分掌: whoever hands an answer in neither approves it nor decides on its publication.
  check (approved_by is null or approved_by <> submitted_by),
  check (decided_by is null or submitted_by is null or decided_by <> submitted_by),
  check (state not in ('returned', 'circulated', 'transferred', 'declined') or reason <> ''),
  check (state not in ('transferred', 'declined') or other <> ''),
  check ((decision = 'undecided') = (decided_by is null)),
  check (decision = 'undecided' or state = 'answered'),
  check ((decision = 'withheld') = (ground <> ''))
);
create index voice_point_section on voice_point (section, due_on, id) where state in ('assigned', 'drafting', 'submitted', 'returned');
create index voice_point_deciding on voice_point (received_on, id) where state = 'answered' and decision = 'undecided';
create index voice_point_approved on voice_point (voice_id) where state = 'approved';

-- 版: each answer as it was handed in.
create table voice_answer_version (
  point_id text not null references voice_point (id),
  no       integer not null,
  answer   jsonb not null,
  at       timestamptz not null,
  by       text not null,
  primary key (point_id, no)
);

-- 計画の項目とのつながり, tied by either side.
create table voice_point_item (
  point_id text not null references voice_point (id),
  item_id  text not null references plan_item (id),
  by       text not null,
  at       timestamptz not null,
  primary key (point_id, item_id)
);
create index voice_point_item_item on voice_point_item (item_id);

-- 期限の停止: from the day the sender was asked until before the day they answered.
create table voice_pause (
  voice_id text not null references voice (id),
  from_on  date not null,
  to_on    date,
  reason   text not null check (reason <> ''),
  by       text not null,
  primary key (voice_id, from_on),
  check (to_on is null or from_on <= to_on)
);

-- 検討します: what was promised stays in public until it is closed.
create table voice_follow_up (
  id        text primary key,
  version   integer not null default 1,
  point_id  text not null references voice_point (id),
  section   text not null,
  promise   text not null check (promise <> ''),
  due_on    date not null,
  state     text not null check (state in ('open', 'done')),
  result    text not null default '',
  done_at   timestamptz,
  done_by   text,
  check ((state = 'done') = (done_at is not null and result <> ''))
);
create index voice_follow_up_point on voice_follow_up (point_id);
create index voice_follow_up_open on voice_follow_up (due_on, id) where state = 'open';

-- 内部のメモ: never public.
create table voice_note (
  id       text primary key,
  voice_id text not null references voice (id),
  -- Asked of another section; empty where it is a note for oneself and colleagues.
  asked    text not null default '',
  sealed   text not null,
  at       timestamptz not null,
  by       text not null
);
create index voice_note_voice on voice_note (voice_id, at);

-- 要旨への申し出: the sender says that a gist is not what they meant.
create table voice_objection (
  id          text primary key,
  point_id    text not null references voice_point (id),
  sealed      text not null,
  at          timestamptz not null,
  settled_at  timestamptz,
  settled_by  text,
  outcome     text not null default '' check (outcome in ('', 'changed', 'kept')),
  reason      text not null default '',
  check ((settled_at is null) = (outcome = ''))
);
create index voice_objection_point on voice_objection (point_id);

-- What is public of a point: derived from it in the same transaction, never typed.
create table voice_public (
  point_id    text primary key references voice_point (id),
  voice_id    text not null references voice (id),
  received_on date not null,
  topic       text not null,
  section     text not null,
  district_id text,
  age_band    text,
  kind        text not null,
  gist        jsonb not null,
  answer      jsonb not null,
  disposition text not null,
  words       tsvector not null,
  shown_at    timestamptz not null
);
create index voice_public_newest on voice_public (received_on desc, point_id desc);
create index voice_public_topic on voice_public (topic, received_on desc, point_id desc);
create index voice_public_section on voice_public (section, received_on desc, point_id desc);
create index voice_public_district on voice_public (district_id, received_on desc, point_id desc);
create index voice_public_words on voice_public using gin (words);

-- 集計: what was added and taken away, written with the change itself; folded together by night.
create table voice_tally (
  id        bigint generated always as identity primary key,
  -- The first day of the month in which the voice came in.
  month     date not null,
  dimension text not null,
  key       text not null,
  outcome   text not null,
  n         integer not null
);
create index voice_tally_month on voice_tally (month, dimension);
