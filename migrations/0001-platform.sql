-- What any site of this kind needs: the ledger, and the one row that says whose site it is.

create table ledger (
  seq        bigint generated always as identity primary key,
  at         timestamptz not null,
  actor_id   text not null,
  request_id text not null,
  fact       text not null,
  subject_id text not null,
  basis      text not null,
  detail     jsonb not null default '{}'
);
create index ledger_subject on ledger (subject_id, seq);

-- What happened stays: a wrong entry is put right by a further entry.
create function refuse_change() returns trigger language plpgsql as $$
begin
  raise exception 'the % refuses %', tg_table_name, lower(tg_op)
    using errcode = 'insufficient_privilege';
end
$$;
create trigger ledger_keeps_rows before update or delete on ledger
  for each row execute function refuse_change();
create trigger ledger_keeps_all before truncate on ledger
  for each statement execute function refuse_change();

-- Other processes of the same city hear that something happened, and forget the pages they kept.
create function tell_facts() returns trigger language plpgsql as $$
begin
  perform pg_notify('tomoni_facts', '');
  return null;
end
$$;
create trigger ledger_tells after insert on ledger
  for each statement execute function tell_facts();

create table site (
  id      boolean primary key default true check (id),
  profile jsonb not null,
  version integer not null default 1
);
