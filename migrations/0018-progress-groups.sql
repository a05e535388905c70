-- 団体の報告: a group that leads an item, or shares it, says its own part by a link, without an account.
create table progress_group (
  id       text primary key,
  plan_id  text not null references plan (id),
  -- As it goes by in public.
  name     text not null,
  language text not null check (language in ('ja', 'easy', 'en', 'ko')),
  -- Its mail address, sealed; empty where the link is handed over on paper, or once its time is over.
  sealed   text not null default '',
  made_at  timestamptz not null,
  made_by  text not null,
  unique (plan_id, name)
);

-- Which group answers for a report of the other side. Withdrawn: nobody is waited for any more.
create table progress_group_asking (
  report_id    text primary key references progress_report (id),
  group_id     text not null references progress_group (id),
  asked_at     timestamptz not null,
  asked_by     text not null,
  withdrawn_at timestamptz
);
create index progress_group_asking_group on progress_group_asking (group_id);

-- Links that open one report. Only the hash of the token is here: who reads this table opens nothing.
create table progress_group_link (
  token_hash text primary key,
  report_id  text not null references progress_report (id),
  until_on   date not null,
  made_at    timestamptz not null,
  ended_at   timestamptz
);
create index progress_group_link_report on progress_group_link (report_id);

-- 聞き取り: a report that staff typed for the group, from paper or by telephone, and who confirmed it.
create table progress_group_hearing (
  report_id text primary key references progress_report (id),
  way       text not null check (way in ('paper', 'phone', 'visit')),
  -- With whom of the group it was confirmed, sealed.
  sealed    text not null default '',
  on_day    date not null,
  typed_by  text not null,
  typed_at  timestamptz not null
);

-- The city's word on what the two sides say differently. It changes neither of them.
create table progress_difference_note (
  id        text primary key,
  report_id text not null references progress_report (id),
  text      text not null,
  said_by   text not null,
  said_at   timestamptz not null
);
create index progress_difference_note_report on progress_difference_note (report_id);
