-- 協働推進員: who answers in each section, what they do through the year, what they learnt.

-- 条件: in force from their day on. Which duties there are, when they are due, whether names are public.
create table liaison_terms (
  from_on date primary key,
  terms   jsonb not null,
  set_by  text not null,
  set_at  timestamptz not null
);

create table liaison_appointment (
  id            text primary key,
  version       integer not null default 1,
  department_id text not null references staff_department (id),
  fiscal_year   integer not null check (fiscal_year between 1000 and 9999),
  state         text not null check (state in ('asked', 'named', 'appointed', 'withdrawn', 'ended')),
  user_id       text references staff_user (id),
  from_on       date not null,
  until_on      date not null,
  asked_on      date not null,
  asked_by      text not null,
  reminded_on   date,
  named_on      date,
  named_by      text,
  appointed_on  date,
  appointed_by  text,
  -- The role that came with it (staff_duty): ended with it, never by itself.
  duty_id       text,
  reason        text not null default '',
  check (until_on >= from_on),
  check (state in ('asked', 'withdrawn') or user_id is not null),
  check (state not in ('appointed', 'ended') or (appointed_on is not null and duty_id is not null))
);
create index liaison_appointment_department on liaison_appointment (department_id, fiscal_year);
create index liaison_appointment_user on liaison_appointment (user_id);
-- A section is asked once for a year, and one person is its liaison once.
create unique index liaison_appointment_asked on liaison_appointment (department_id, fiscal_year)
  where state = 'asked';
create unique index liaison_appointment_person on liaison_appointment (department_id, user_id, fiscal_year)
  where state in ('named', 'appointed');

-- One duty of one section in one year; what it is and when it is due stay as they were when the year began.
create table liaison_task (
  id            text primary key,
  version       integer not null default 1,
  department_id text not null references staff_department (id),
  fiscal_year   integer not null check (fiscal_year between 1000 and 9999),
  kind          text not null check (kind <> ''),
  title         jsonb not null,
  how           jsonb not null,
  proof         text not null check (proof in ('note', 'file', 'count', 'link', 'inventory', 'training', 'handover')),
  due_on        date not null,
  state         text not null check (state in ('open', 'done', 'excused')),
  -- The liaison who answers for it, where one was named: else any of the section.
  owner_id      text references staff_user (id),
  note          text not null default '',
  count         integer check (count >= 0),
  link          text not null default '',
  file_key      text,
  file_name     text not null default '',
  done_on       date,
  done_by       text,
  settled_by    text,
  reason        text not null default '',
  told_on       date,
  check (state <> 'done' or (done_on is not null and done_by is not null)),
  check (state <> 'excused' or (settled_by is not null and reason <> '')),
  unique (department_id, fiscal_year, kind)
);

-- 業務の棚卸: rows as typed, and who typed them last.
create table liaison_inventory (
  department_id text not null references staff_department (id),
  fiscal_year   integer not null check (fiscal_year between 1000 and 9999),
  version       integer not null default 1,
  rows          jsonb not null,
  saved_at      timestamptz not null,
  saved_by      text not null,
  primary key (department_id, fiscal_year)
);

create table liaison_training (
  id          text primary key,
  version     integer not null default 1,
  fiscal_year integer not null check (fiscal_year between 1000 and 9999),
  state       text not null check (state in ('planned', 'held', 'cancelled')),
  title       text not null check (title <> ''),
  level       text not null check (level in ('beginner', 'intermediate', 'advanced', 'everyone')),
  held_on     date not null,
  place       text not null default '',
  materials   text not null default '',
  reason      text not null default ''
);

create table liaison_attendance (
  training_id   text not null references liaison_training (id) on delete cascade,
  user_id       text not null references staff_user (id),
  department_id text not null references staff_department (id),
  state         text not null check (state in ('invited', 'attended', 'absent')),
  report        text not null default '',
  reported_on   date,
  primary key (training_id, user_id),
  check (report = '' or state = 'attended')
);
