-- 招待: whom a roster gave an account, on which day they are asked in, and whether that was done. Without a day
-- somebody sends it by hand.
create table staff_invitation (
  roster_id    text not null references staff_roster (id),
  user_id      text not null references staff_user (id) on delete cascade,
  due_on       date,
  -- How often it was sent, and when last: the next one names its mail by the number, so none goes twice.
  sends        integer not null default 0,
  sent_at      timestamptz,
  withdrawn_at timestamptz,
  primary key (roster_id, user_id),
  check ((sends = 0) = (sent_at is null))
);
create index staff_invitation_due on staff_invitation (due_on) where sends = 0 and withdrawn_at is null;
create index staff_invitation_user on staff_invitation (user_id);

-- 言いかえ: a word or phrase that the city does not want in what it publishes, why, and what it says instead.
create table word_entry (
  id         text primary key,
  version    integer not null default 1,
  word       text not null check (word <> ''),
  -- The word as it is compared: one way of writing for all.
  folded     text not null check (folded <> ''),
  why        text not null default '',
  instead    text not null default '',
  -- Longer words in which it may stand.
  within     text[] not null default '{}',
  -- Handed in with the product as an example, until somebody of the city takes it over.
  is_example boolean not null default false,
  changed_at timestamptz not null,
  changed_by text not null
);
-- Two people who enter the same word at once: one wins.
create unique index word_entry_folded on word_entry (folded);
