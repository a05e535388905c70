-- A tamper-evident tree over the ledger (RFC 9162), grown behind the writes; its daily heads are public.

-- Leaf by leaf, in the order of seq, without the gaps that unfinished changes leave in seq.
create table ledger_leaf (
  position bigint primary key check (position >= 0),
  seq      bigint not null unique,
  hash     bytea not null check (length(hash) = 32)
);
-- Complete subtrees of 2^level leaves, so that a root costs no more than a few rows.
create table ledger_node (
  level    smallint not null check (level > 0),
  position bigint not null check (position >= 0),
  hash     bytea not null check (length(hash) = 32),
  primary key (level, position)
);
-- What was published: one a day. Whoever kept one can hold it against the ledger of any later day.
create table ledger_head (
  day  date primary key,
  size bigint not null check (size >= 0),
  root bytea not null check (length(root) = 32),
  at   timestamptz not null
);

create trigger ledger_leaf_keeps_rows before update or delete on ledger_leaf
  for each row execute function refuse_change();
create trigger ledger_leaf_keeps_all before truncate on ledger_leaf
  for each statement execute function refuse_change();
create trigger ledger_node_keeps_rows before update or delete on ledger_node
  for each row execute function refuse_change();
create trigger ledger_node_keeps_all before truncate on ledger_node
  for each statement execute function refuse_change();
create trigger ledger_head_keeps_rows before update or delete on ledger_head
  for each row execute function refuse_change();
create trigger ledger_head_keeps_all before truncate on ledger_head
  for each statement execute function refuse_change();

-- By what auditors ask for. Entries come in the order of time: a coarse index finds a day.
create index ledger_actor on ledger (actor_id collate "C", seq);
create index ledger_fact on ledger (fact collate "C", seq);
create index ledger_at on ledger using brin (at);
create index ledger_opened on ledger (seq) where fact like '%-opened';

-- 保存年限: how long a class of records is kept from a day on, where the city has said otherwise.
create table audit_retention_term (
  class   text not null check (class <> ''),
  from_on date not null,
  amount  integer not null check (amount >= 0),
  reason  text not null check (reason <> ''),
  set_by  text not null,
  set_at  timestamptz not null,
  primary key (class, from_on)
);
