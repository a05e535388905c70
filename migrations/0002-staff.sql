-- 職員: departments, accounts (kept by better-auth), roles and sessions.
create table staff_department (
  id           text primary key,
  version      integer not null default 1,
  name         text not null unique check (name <> ''),
  kind         text not null check (kind in ('section', 'collective')),
  position     integer not null,
  translations jsonb not null default '{}'
);

create table staff_user (
  id             text primary key,
  name           text not null,
  email          text not null unique,
  email_verified boolean not null default false,
  image          text,
  created_at     timestamptz not null,
  updated_at     timestamptz not null
);

create table staff_session (
  id         text primary key,
  user_id    text not null references staff_user (id) on delete cascade,
  token      text not null unique,
  expires_at timestamptz not null,
  ip_address text,
  user_agent text,
  created_at timestamptz not null,
  updated_at timestamptz not null
);
create index staff_session_user on staff_session (user_id);

create table staff_account (
  id                       text primary key,
  user_id                  text not null references staff_user (id) on delete cascade,
  account_id               text not null,
  provider_id              text not null,
  access_token             text,
  refresh_token            text,
  id_token                 text,
  access_token_expires_at  timestamptz,
  refresh_token_expires_at timestamptz,
  scope                    text,
  password                 text,
  created_at               timestamptz not null,
  updated_at               timestamptz not null,
  unique (provider_id, account_id)
);
create index staff_account_user on staff_account (user_id);

create table staff_verification (
  id         text primary key,
  identifier text not null,
  value      text not null,
  expires_at timestamptz not null,
  created_at timestamptz not null,
  updated_at timestamptz not null
);
create index staff_verification_identifier on staff_verification (identifier);

create table staff_role (
  user_id       text not null references staff_user (id) on delete cascade,
  role          text not null check (role in ('secretariat', 'department', 'viewer')),
  department_id text references staff_department (id),
  primary key (user_id, role),
  -- A department's officer without a department could work on nothing, or, by mistake, on everything.
  check (role <> 'department' or department_id is not null)
);
