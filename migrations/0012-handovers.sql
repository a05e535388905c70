-- 引継ぎ: when a person's service in a section ends, what they had, and who has it next.
create table handover (
  id            text primary key,
  version       integer not null default 1,
  -- One assignment is handed over once.
  assignment_id text not null unique references staff_assignment (id),
  user_id       text not null references staff_user (id),
  department_id text not null references staff_department (id),
  post          text not null,
  ends_on       date not null,
  due_on        date not null,
  state         text not null check (state in ('prepared', 'passed', 'received', 'closed')),
  successor_id  text references staff_user (id),
  note          text not null default '',
  prepared_on   date not null,
  passed_on     date,
  passed_by     text,
  received_on   date,
  received_by   text,
  closed_on     date,
  closed_by     text,
  check (successor_id <> user_id),
  check (state = 'prepared' or (passed_on is not null and successor_id is not null)),
  check (state in ('prepared', 'passed') or (received_on is not null and received_by = successor_id)),
  check (state <> 'closed' or closed_on is not null)
);
create index handover_user on handover (user_id);

create table handover_thing (
  handover_id text not null references handover (id) on delete cascade,
  kind        text not null,
  thing_id    text not null,
  title       text not null,
  path        text not null,
  since       date,
  about       jsonb not null default '{}',
  note        text not null default '',
  outcome     text not null default 'waiting' check (outcome in ('waiting', 'passed', 'proposed')),
  to_id       text references staff_user (id),
  passed_on   date,
  passed_by   text,
  -- A thing is in a hand-over once, and so is passed once.
  primary key (handover_id, kind, thing_id),
  check (outcome = 'waiting' or (to_id is not null and passed_on is not null and passed_by is not null))
);
