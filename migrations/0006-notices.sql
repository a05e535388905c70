-- お知らせ: what reaches people. Recipients are known by id only; their addresses lie with their own chapter.

create table notice (
  id         text primary key,
  -- The mark of what its chapter calls the event: the same event told twice is one notice.
  key        text not null unique,
  kind       text not null check (kind <> ''),
  thing      text not null,
  path       text not null check (path like '/%' and path not like '//%'),
  -- What the words are made of; sealed where it is personal or secret.
  said       jsonb not null default '{}',
  sealed     text,
  posted_at  timestamptz not null,
  -- Of no use to anybody afterwards: a code.
  expires_at timestamptz,
  check (sealed is null or said = '{}')
);

create table notice_recipient (
  notice_id    text not null references notice (id) on delete cascade,
  recipient_id text not null,
  in_list      boolean not null,
  read_at      timestamptz,
  primary key (notice_id, recipient_id)
);
create index notice_recipient_list on notice_recipient (recipient_id, read_at) where in_list;

create table notice_delivery (
  id           text primary key,
  notice_id    text not null references notice (id) on delete cascade,
  recipient_id text not null,
  channel      text not null check (channel in ('mail', 'letter')),
  state        text not null check (state in ('waiting', 'sending', 'sent', 'failed', 'bounced', 'dropped')),
  cadence      text not null check (cadence in ('at-once', 'daily', 'weekly')),
  urgent       boolean not null,
  -- When it ought to go out; try_at is when it will next be tried.
  due_at       timestamptz not null,
  try_at       timestamptz not null,
  -- Whoever is sending it has it until then; afterwards it is anybody's again.
  lease_until  timestamptz,
  attempts     integer not null default 0,
  tried_at     timestamptz,
  -- The mail it goes with, named before it is sent: the same mail keeps its Message-ID for good.
  mail_id      text,
  -- Sent at least once; the line broke before anybody knew.
  in_doubt     boolean not null default false,
  last_error   text,
  settled_at   timestamptz,
  unique (notice_id, recipient_id, channel),
  check ((state = 'sending') = (lease_until is not null)),
  check (state not in ('sending', 'bounced') or mail_id is not null),
  check ((state in ('waiting', 'sending')) = (settled_at is null))
);
create index notice_delivery_due on notice_delivery (try_at) where state in ('waiting', 'sending');
create index notice_delivery_mail on notice_delivery (mail_id);
create index notice_delivery_state on notice_delivery (state, due_at);

create table notice_preference (
  recipient_id text not null,
  kind         text not null,
  cadence      text not null check (cadence in ('at-once', 'daily', 'weekly', 'never')),
  primary key (recipient_id, kind)
);

create table notice_habit (
  recipient_id text primary key,
  -- 1 is Monday.
  weekday      integer not null check (weekday between 1 and 7),
  charset      text not null check (charset in ('utf-8', 'iso-2022-jp'))
);

-- An address that mail cannot reach, by its mark: a new address of the same person is not meant.
create table notice_unreachable (
  recipient_id text not null,
  address_mark text not null,
  since        timestamptz not null,
  status       text not null,
  mail_id      text not null,
  primary key (recipient_id, address_mark)
);
