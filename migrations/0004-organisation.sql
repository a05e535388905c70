-- 組織と職: a dated tree of departments (部) and sections (課), who served where, and who may do what until when.
-- Days count from the first to the last inclusive, as cities say them: 4月1日から翌年3月31日まで.

create table staff_department_period (
  department_id text not null references staff_department (id),
  from_on       date not null,
  until_on      date,
  name          text not null check (name <> ''),
  parent_id     text references staff_department (id),
  phone         text not null default '',
  position      integer not null,
  translations  jsonb not null default '{}',
  primary key (department_id, from_on),
  check (until_on is null or until_on >= from_on),
  check (parent_id <> department_id)
);
-- Two sections of one name cannot stand side by side with no end in sight.
create unique index staff_department_period_name on staff_department_period (name) where until_on is null;

insert into staff_department_period (department_id, from_on, name, position, translations)
  select id, date '2000-04-01', name, position, translations from staff_department;

alter table staff_department drop column name, drop column position, drop column translations;
alter table staff_department drop constraint staff_department_kind_check;
alter table staff_department add constraint staff_department_kind_check
  check (kind in ('division', 'section', 'collective'));

-- Whose work a section took over: 再編 by name, so that what lay with the old one lies with the new.
create table staff_department_successor (
  department_id text not null references staff_department (id),
  successor_id  text not null references staff_department (id),
  on_day        date not null,
  primary key (department_id, successor_id),
  check (department_id <> successor_id)
);

-- What the city keeps of a colleague beside the account.
create table staff_person (
  user_id     text primary key references staff_user (id) on delete cascade,
  employee_no text unique check (employee_no <> ''),
  phone       text not null default '',
  left_on     date
);
insert into staff_person (user_id) select id from staff_user;

create table staff_assignment (
  id            text primary key,
  version       integer not null default 1,
  user_id       text not null references staff_user (id) on delete cascade,
  department_id text not null references staff_department (id),
  post          text not null check (post <> ''),
  rank          text not null check (rank in ('head', 'deputy', 'member')),
  is_main       boolean not null,
  from_on       date not null,
  until_on      date,
  check (until_on is null or until_on >= from_on)
);
create index staff_assignment_user on staff_assignment (user_id, from_on);
create index staff_assignment_department on staff_assignment (department_id, from_on);
-- One seat is held once; a second main post of one person has to wait until the first one ends.
create unique index staff_assignment_main on staff_assignment (user_id) where is_main and until_on is null;

create table staff_duty (
  id            text primary key,
  version       integer not null default 1,
  user_id       text not null references staff_user (id) on delete cascade,
  role          text not null check (role <> ''),
  department_id text references staff_department (id),
  district      text,
  scheme        text,
  from_on       date not null,
  until_on      date,
  granted_by    text not null,
  granted_at    timestamptz not null,
  reason        text not null,
  check (until_on is null or until_on >= from_on)
);
create index staff_duty_user on staff_duty (user_id, from_on);

insert into staff_assignment (id, user_id, department_id, post, rank, is_main, from_on)
  select distinct on (r.user_id) 'asg_' || r.user_id, r.user_id, r.department_id, '担当', 'member', true,
         (u.created_at at time zone 'Asia/Tokyo')::date
    from staff_role r join staff_user u on u.id = r.user_id
   where r.department_id is not null
   order by r.user_id, r.role;
insert into staff_duty (id, user_id, role, from_on, granted_by, granted_at, reason)
  select 'dty_' || r.user_id || '_' || r.role, r.user_id,
         case r.role when 'viewer' then 'auditor' else r.role end,
         (u.created_at at time zone 'Asia/Tokyo')::date, 'sys_migration', u.created_at, '以前の役割から'
    from staff_role r join staff_user u on u.id = r.user_id
   where r.role <> 'department';
drop table staff_role;
