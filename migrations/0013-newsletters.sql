-- お便り: what the city writes to those who asked for it, and the proof that they asked.

-- 条件: topics and districts that can be chosen; in force from their day on.
create table newsletter_terms (
  from_on date primary key,
  terms   jsonb not null,
  set_by  text not null,
  set_at  timestamptz not null
);

create table newsletter_subscriber (
  id              text primary key,
  state           text not null check (state in ('unconfirmed', 'active', 'left')),
  locale          text not null check (locale in ('ja', 'easy', 'en', 'ko')),
  topics          jsonb not null default '[]' check (jsonb_typeof(topics) = 'array'),
  district        text,
  -- The address, closed; its mark, so that one address is one subscriber. Both go when the person leaves.
  sealed          text,
  address_mark    text,
  code_mark       text,
  code_until      timestamptz,
  tries           integer not null default 0,
  asked_at        timestamptz not null,
  -- 同意の証: which text was shown, in which language, by which act it was given, and when.
  consent_text    text not null check (consent_text <> ''),
  consent_locale  text not null check (consent_locale in ('ja', 'easy', 'en', 'ko')),
  consent_act     text check (consent_act in ('code-from-mail')),
  confirmed_at    timestamptz,
  renewed_at      timestamptz,
  left_at         timestamptz,
  left_by         text check (left_by in ('one-click', 'bounce', 'counter')),
  check ((state = 'left') = (sealed is null)),
  check ((state = 'left') = (address_mark is null)),
  check ((state = 'left') = (left_at is not null)),
  check ((state = 'unconfirmed') = (confirmed_at is null)),
  check ((confirmed_at is null) = (consent_act is null)),
  check (state = 'unconfirmed' or code_mark is null)
);
-- Two confirmations at the same moment: one subscriber.
create unique index newsletter_subscriber_address on newsletter_subscriber (address_mark)
  where state = 'active';
create index newsletter_subscriber_asked on newsletter_subscriber (address_mark, asked_at)
  where state = 'unconfirmed';
create index newsletter_subscriber_active on newsletter_subscriber (id) where state = 'active';

create table newsletter_issue (
  id           text primary key,
  version      integer not null default 1,
  state        text not null check (state in ('draft', 'submitted', 'approved', 'sending', 'sent', 'dropped')),
  -- By language: title, paragraphs, links. Japanese is always there.
  content      jsonb not null check (content ? 'ja'),
  segment      jsonb not null,
  -- Everybody who ever changed a word of it: none of them approves it.
  authors      jsonb not null check (jsonb_typeof(authors) = 'array'),
  written_at   timestamptz not null,
  submitted_by text,
  submitted_at timestamptz,
  approved_by  text,
  approved_at  timestamptz,
  note         text not null default '',
  sent_by      text,
  sent_at      timestamptz,
  -- How many the confirmation said, how many were posted, and behind whom to go on.
  counted      integer,
  posted       integer not null default 0,
  cursor       text not null default '',
  finished_at  timestamptz,
  check (approved_by is null or not authors ? approved_by),
  check (state not in ('approved', 'sending', 'sent') or approved_by is not null),
  check ((state in ('sending', 'sent')) = (sent_at is not null)),
  check ((state = 'sent') = (finished_at is not null))
);
create index newsletter_issue_public on newsletter_issue (sent_at desc) where sent_at is not null;
