-- 市民のパスキー: public keys of devices by which residents sign in, and the questions that such devices answer.

create table resident_passkey (
  id            text primary key,
  resident_id   text not null references resident_person (id) on delete cascade,
  -- Both as base64url; the secret half never leaves the device.
  credential_id text not null unique,
  public_key    text not null,
  -- Signatures that the device has counted; 0 for ever where it does not count.
  counter       bigint not null check (counter >= 0),
  transports    jsonb not null default '[]',
  name          text not null,
  added_at      timestamptz not null,
  last_used_at  timestamptz
);
create index resident_passkey_person on resident_passkey (resident_id);

-- Taken away by the first answer, right or wrong.
create table resident_passkey_question (
  id          text primary key,
  act         text not null check (act in ('add', 'sign-in')),
  resident_id text references resident_person (id) on delete cascade,
  challenge   text not null unique,
  created_at  timestamptz not null,
  expires_at  timestamptz not null,
  check ((act = 'add') = (resident_id is not null))
);
create index resident_passkey_question_age on resident_passkey_question (created_at);
