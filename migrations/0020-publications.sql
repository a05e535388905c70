-- 公表: editions of a year's progress, and the bytes of every form in which one was published.

create table publication_edition (
  id              text primary key,
  version         integer not null default 1,
  plan_id         text not null,
  fiscal_year     integer not null,
  state           text not null check (state in ('draft', 'submitted', 'approved', 'scheduled', 'published', 'dropped')),
  -- What people wrote, and the figures as they were taken from the reports.
  content         jsonb not null,
  figures         jsonb not null,
  -- Everybody who ever changed a word of it: none of them approves it.
  authors         jsonb not null check (jsonb_typeof(authors) = 'array'),
  composed_at     timestamptz not null,
  -- 訂正: the edition that this one puts right, and why.
  corrects        text references publication_edition (id),
  correction_note text not null default '',
  submitted_by    text,
  submitted_at    timestamptz,
  approved_by     text,
  approved_at     timestamptz,
  -- Why it was sent back.
  note            text not null default '',
  publish_at      timestamptz,
  -- 第N版 of its year.
  number          integer,
  published_at    timestamptz,
  -- SHA-256 of the canonical record.
  hash            text check (hash ~ '^[0-9a-f]{64}$'),
  unique (fiscal_year, number),
  check (corrects is null or correction_note <> ''),
  check (approved_by is null or not authors ? approved_by),
  check (state not in ('approved', 'scheduled', 'published') or approved_by is not null),
  check (state <> 'scheduled' or publish_at is not null),
  check ((state = 'published') = (published_at is not null)),
  check ((state = 'published') = (number is not null)),
  check ((state = 'published') = (hash is not null))
);
create index publication_edition_public on publication_edition (published_at desc) where state = 'published';
-- One edition is put right by one edition at a time.
create unique index publication_edition_corrects on publication_edition (corrects) where state <> 'dropped';

create table publication_form (
  edition_id text not null references publication_edition (id),
  form       text not null,
  media_type text not null,
  bytes      bytea not null,
  hash       text not null check (hash ~ '^[0-9a-f]{64}$'),
  primary key (edition_id, form)
);
create index publication_form_hash on publication_form (hash);

-- What is published stays what it was: a correction is an edition of its own.
create function publication_frozen() returns trigger language plpgsql as $$
begin
  if old.state = 'published' then
    raise exception 'a published edition does not change';
  end if;
  if tg_op = 'DELETE' then return old; end if;
  return new;
end $$;
create trigger publication_edition_frozen before update or delete on publication_edition
  for each row execute function publication_frozen();

create function publication_kept() returns trigger language plpgsql as $$
begin
  raise exception 'a published form does not change';
end $$;
create trigger publication_form_kept before update or delete on publication_form
  for each row execute function publication_kept();
