-- 郵便受け: whether the mail server that holds the city's mailbox lets us read it. One row, from the first failure on.
create table voice_mailbox (
  only_one      boolean primary key default true check (only_one),
  failing_since timestamptz,
  why           text not null default '' check (why in ('', 'not-reached', 'not-let-in', 'not-emptied')),
  -- What the server answered, for whoever looks after it.
  said          text not null default '',
  check ((failing_since is null) = (why = ''))
);
