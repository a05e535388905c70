-- 取り込んだ表: a section's workbook as it came in. Its bytes lie in the store of files under the key.
create table progress_sheet (
  id           text primary key,
  round_id     text not null references progress_round (id),
  section      text not null,
  -- Empty once the bytes are thrown away.
  key          text not null,
  handed_in_at timestamptz not null,
  handed_in_by text not null,
  -- Its time of keeping is over: what is in the store goes with the next night.
  forgotten_at timestamptz
);
create index progress_sheet_key on progress_sheet (key);
