-- 人事異動: rosters handed in ahead of their day, why and by whom each post and period is as it is, roles of the
-- city's own making, and what a colleague is called from which day.

alter table staff_department_period
  add column reason text not null default '',
  add column ended_reason text not null default '';

-- Nobody gives themselves a post or a role: the rule says it first, the table says it last.
alter table staff_assignment
  add column made_by text not null default 'sys_migration',
  add column reason text not null default '',
  add column ended_by text,
  add column ended_reason text not null default '',
  add check (made_by <> user_id);
alter table staff_duty
  add column ended_by text,
  add column ended_reason text not null default '',
  add check (granted_by <> user_id);

-- What somebody is called and how they are reached from a day on; before the first row the account says it.
create table staff_person_detail (
  user_id text not null references staff_user (id) on delete cascade,
  from_on date not null,
  name    text not null check (name <> ''),
  phone   text not null default '',
  primary key (user_id, from_on)
);

-- 市が名づけた役割: permissions that the product knows, under a name of the city's, from one day to another.
create table staff_custom_role (
  id          text not null,
  from_on     date not null,
  until_on    date,
  name        text not null check (name <> ''),
  reach       text not null check (reach in ('city', 'section', 'district', 'scheme')),
  permissions text[] not null check (cardinality(permissions) > 0),
  decided_by  text not null,
  decided_at  timestamptz not null,
  reason      text not null,
  primary key (id, from_on),
  check (until_on is null or until_on >= from_on)
);
create unique index staff_custom_role_name on staff_custom_role (name) where until_on is null;

-- 名簿: what was handed in, what was chosen, and, once accepted, how to take it back before its day.
create table staff_roster (
  id           text primary key,
  version      integer not null default 1,
  effective_on date not null,
  source       text not null,
  file_name    text not null,
  -- Key of the file as it was handed in.
  original     text,
  reading      jsonb not null,
  choices      jsonb not null default '{}',
  received_at  timestamptz not null,
  received_by  text not null,
  accepted_at  timestamptz,
  accepted_by  text,
  changes      integer not null default 0,
  undo         jsonb not null default '[]',
  withdrawn_at timestamptz,
  check ((accepted_at is null) = (accepted_by is null))
);
