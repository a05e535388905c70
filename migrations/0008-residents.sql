-- 市民: receipts without an account, accounts, codes, residence checks, and who looked at what for which reason.
-- Whatever is personal stands sealed, in tables of its own; a mark is a keyed hash for finding it again.

create table resident_person (
  id          text primary key,
  version     integer not null default 1,
  state       text not null check (state in ('active', 'closed')),
  nickname    text not null default '',
  district    text,
  age_band    text,
  languages   jsonb not null default '[]',
  locale      text not null check (locale in ('ja', 'easy', 'en', 'ko')),
  -- By which the person signs in; the address itself lies sealed in resident_contact.
  mail_mark   text unique,
  password    text,
  created_at  timestamptz not null,
  seen_at     timestamptz not null,
  -- Told that the account sleeps and will be closed.
  warned_at   timestamptz,
  closed_at   timestamptz,
  -- 退会: the tombstone holds nothing of the person.
  check (state = 'active' or (nickname = '' and district is null and age_band is null and mail_mark is null
    and password is null and languages = '[]' and closed_at is not null))
);

create table resident_identity (
  id            text primary key,
  resident_id   text not null references resident_person (id) on delete cascade,
  provider      text not null,
  -- Issuer and subject, as a mark: the service's own number of the person is not kept.
  subject_mark  text not null unique,
  linked_at     timestamptz not null
);
create index resident_identity_person on resident_identity (resident_id);

create table resident_session (
  id          text primary key,
  resident_id text not null references resident_person (id) on delete cascade,
  token_mark  text not null unique,
  created_at  timestamptz not null,
  seen_at     timestamptz not null,
  expires_at  timestamptz not null
);
create index resident_session_person on resident_session (resident_id);

create table resident_receipt_series (
  act  text not null,
  year integer not null,
  last integer not null check (last > 0),
  primary key (act, year)
);

-- 受付: per act and fiscal year without gaps; the phrase lies here as a keyed hash only.
create table resident_receipt (
  id           text primary key,
  version      integer not null default 1,
  number       text not null unique,
  act          text not null,
  year         integer not null,
  serial       integer not null check (serial > 0),
  subject      text not null,
  channel      text not null check (channel in ('web', 'counter', 'phone', 'letter')),
  reach        text not null check (reach in ('none', 'mail', 'phone', 'letter')),
  locale       text not null check (locale in ('ja', 'easy', 'en', 'ko')),
  phrase_mark  text not null,
  missed       integer not null default 0,
  missed_on    date,
  resident_id  text references resident_person (id),
  taken_by     text,
  at           timestamptz not null,
  ended_at     timestamptz,
  unique (act, year, serial)
);
create index resident_receipt_person on resident_receipt (resident_id) where resident_id is not null;

create table resident_addition (
  id         text primary key,
  receipt_id text not null references resident_receipt (id),
  sealed     text not null,
  at         timestamptz not null,
  by_staff   boolean not null
);
create index resident_addition_receipt on resident_addition (receipt_id, at);

-- 連絡先: of a receipt (rcp_) or an account (res_).
create table resident_contact (
  id           text primary key,
  owner_id     text not null,
  kind         text not null check (kind in ('mail', 'phone', 'letter')),
  sealed       text not null,
  mark         text not null,
  confirmed_at timestamptz,
  created_at   timestamptz not null,
  unique (owner_id, kind)
);
create index resident_contact_mark on resident_contact (kind, mark);

create table resident_follow (
  id         text primary key,
  receipt_id text not null unique references resident_receipt (id),
  subject    text not null,
  ended_at   timestamptz
);
create index resident_follow_subject on resident_follow (subject) where ended_at is null;

create table resident_code (
  id           text primary key,
  act          text not null check (act in ('sign-in', 'confirm-contact', 'change-mail', 'close-account')),
  -- Whom or what it is for: a receipt, a resident, or nobody yet.
  subject      text not null,
  locale       text not null check (locale in ('ja', 'easy', 'en', 'ko')),
  sealed       text not null,
  address_mark text not null,
  code_mark    text not null,
  tries        integer not null default 0 check (tries <= 5),
  created_at   timestamptz not null,
  expires_at   timestamptz not null,
  used_at      timestamptz
);
create index resident_code_address on resident_code (address_mark, created_at);

-- 居住の確認
create table resident_check (
  id            text primary key,
  version       integer not null default 1,
  resident_id   text not null references resident_person (id),
  state         text not null check (state in ('pending', 'confirmed', 'refused', 'expired', 'renewed', 'revoked')),
  way           text not null check (way in ('letter', 'counter', 'paper', 'register', 'service')),
  -- Kind of document seen at the counter; never its number.
  document      text,
  -- Of the person who asked, for 一人一つ at the moment of confirming.
  person_mark   text,
  code_mark     text,
  tries         integer not null default 0 check (tries <= 5),
  printed_at    timestamptz,
  asked_at      timestamptz not null,
  decided_at    timestamptz,
  decided_by    text,
  until_on      date,
  reason        text not null default '',
  check (state not in ('confirmed', 'renewed') or (until_on is not null and decided_at is not null)),
  check (state not in ('refused', 'revoked') or reason <> '')
);
create unique index resident_check_open on resident_check (resident_id) where state in ('pending', 'confirmed', 'renewed');
create index resident_check_person on resident_check (resident_id, asked_at);

-- 一人一つ: a person is known once, whatever happens at the same moment.
create table resident_unique_mark (
  mark        text primary key,
  resident_id text not null unique references resident_person (id),
  since       timestamptz not null
);

create table resident_sheet (
  id         text primary key,
  title      text not null check (title <> ''),
  made_by    text not null,
  made_at    timestamptz not null,
  expires_on date not null
);
create table resident_sheet_code (
  mark     text primary key,
  sheet_id text not null references resident_sheet (id),
  used_at  timestamptz
);
create index resident_sheet_code_sheet on resident_sheet_code (sheet_id);

-- 名簿との照合: keyed hashes only, replaced whole by each import.
create table resident_register (
  id          text primary key,
  imported_at timestamptz not null,
  imported_by text not null,
  size        integer not null
);
create table resident_register_entry (
  mark        text primary key,
  register_id text not null references resident_register (id) on delete cascade
);

-- 開示の記録 and 代わりの手続き: the person's own view of it; the ledger holds the same.
create table resident_opening (
  id        text primary key,
  owner_id  text not null,
  at        timestamptz not null,
  actor_id  text not null,
  who       text not null,
  purpose   text not null,
  reason    text not null,
  fields    jsonb not null
);
create index resident_opening_owner on resident_opening (owner_id, at);

create table resident_assist (
  id         text primary key,
  owner_id   text not null,
  actor_id   text not null,
  who        text not null,
  purpose    text not null,
  reason     text not null,
  started_at timestamptz not null,
  ends_at    timestamptz not null,
  ended_at   timestamptz,
  check (ends_at <= started_at + interval '30 minutes')
);
create index resident_assist_owner on resident_assist (owner_id, started_at);
create index resident_assist_actor on resident_assist (actor_id, ends_at);
create table resident_assist_act (
  id        text primary key,
  assist_id text not null references resident_assist (id),
  at        timestamptz not null,
  act       text not null
);
create index resident_assist_act_assist on resident_assist_act (assist_id, at);
