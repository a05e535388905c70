-- 机: ready-made texts of a section, questions to other sections, and the orders in which a desk reads.
create table voice_template (
  id      text primary key,
  version integer not null default 1,
  section text not null check (section <> ''),
  name    text not null check (name <> ''),
  text    text not null check (text <> ''),
  set_by  text not null,
  set_at  timestamptz not null,
  unique (section, name)
);

-- What is not answered by a day waits behind what has one: a list by day never stumbles over a day unknown.
create index voice_point_by_due on voice_point ((coalesce(due_on, '9999-12-31'::date)), id)
  where state in ('assigned', 'drafting', 'submitted', 'returned');
create index voice_point_section_by_due on voice_point (section, (coalesce(due_on, '9999-12-31'::date)), id)
  where state in ('assigned', 'drafting', 'submitted', 'returned');
create index voice_by_due on voice (state, (coalesce(due_on, '9999-12-31'::date)), id)
  where state in ('received', 'answering');
create index voice_point_newest on voice_point (received_on desc, id desc);
create index voice_point_section_newest on voice_point (section, received_on desc, id desc);

-- A note that asks another section waits until somebody there answers.
alter table voice_note add column answered_at timestamptz;
create index voice_note_asked on voice_note (asked, at) where asked <> '' and answered_at is null;
create index voice_objection_waiting on voice_objection (at, id) where settled_at is null;
