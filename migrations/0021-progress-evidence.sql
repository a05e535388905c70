-- 根拠の写真と資料: what proves a report, handed in with it. The bytes lie in the store of files under the key.
create table progress_file (
  id           text primary key,
  report_id    text not null references progress_report (id),
  kind         text not null check (kind in ('picture', 'paper')),
  -- What one sees in it, or what it is: a picture is read aloud by this.
  title        text not null,
  -- Empty once the bytes are thrown away.
  key          text not null,
  small_key    text not null default '',
  name         text not null,
  media_type   text not null,
  bytes        integer not null,
  width        integer,
  height       integer,
  taken_on     date,
  -- Whoever added it says that the people in the picture agreed.
  consent      boolean not null,
  added_at     timestamptz not null,
  added_by     text not null,
  removed_at   timestamptz,
  removed_by   text,
  reason       text not null default '',
  -- Its time of keeping is over: what is in the store goes with the next night.
  forgotten_at timestamptz,
  check (kind <> 'picture' or (consent and width is not null and height is not null)),
  check ((removed_at is null) = (removed_by is null))
);
create index progress_file_report on progress_file (report_id);
create index progress_file_key on progress_file (key);

-- Which files belonged to a report when it was handed in.
alter table progress_report_version add column files jsonb not null default '[]';
