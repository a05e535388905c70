-- 入口: sessions by the hash of their token, second factors, devices, single-use links, single sign-on.

-- Tokens of older sessions were kept as they are; everybody signs in anew.
delete from staff_session;
-- `token` is the SHA-256 of what the cookie carries. `stage`: a session is nobody's until it is full.
alter table staff_session
  add stage     text not null default 'library' check (stage in ('library', 'factor', 'password', 'full')),
  add way       text not null default '',
  add seen_at   timestamptz,
  add proved_at timestamptz,
  add device    text,
  add onward    text not null default '',
  add failures  integer not null default 0,
  add id_token  text;

alter table staff_account add must_change boolean not null default false;

-- Browsers in which a person has signed in, by the hash of a cookie, and from which network.
create table staff_device (
  user_id  text not null references staff_user (id) on delete cascade,
  mark     text not null,
  network  text not null,
  first_at timestamptz not null,
  last_at  timestamptz not null,
  primary key (user_id, mark)
);
create index staff_device_network on staff_device (network);

create table staff_totp (
  user_id   text primary key references staff_user (id) on delete cascade,
  secret    text not null,
  added_at  timestamptz not null,
  last_step bigint not null
);

create table staff_backup_code (
  user_id text not null references staff_user (id) on delete cascade,
  hash    text not null,
  used_at timestamptz,
  primary key (user_id, hash)
);

-- Kept by @better-auth/passkey.
create table staff_passkey (
  id            text primary key,
  name          text,
  public_key    text not null,
  user_id       text not null references staff_user (id) on delete cascade,
  credential_id text not null unique,
  counter       bigint not null,
  device_type   text not null,
  backed_up     boolean not null,
  transports    text,
  aaguid        text,
  created_at    timestamptz
);
create index staff_passkey_user on staff_passkey (user_id);

-- 招待・再設定の控え: links that open one form once. Without a user it was asked for an unknown address.
create table staff_pass (
  hash       text primary key,
  user_id    text references staff_user (id) on delete cascade,
  kind       text not null check (kind in ('invitation', 'reset')),
  made_at    timestamptz not null,
  expires_at timestamptz not null,
  used_at    timestamptz
);
create index staff_pass_user on staff_pass (user_id);
