-- 片づける: files whose rows are gone, and tables of surveys that nobody took in. From `over_at` on their bytes are
-- thrown away, unless another voice holds the same ones.
create table voice_loose_file (
  key     text primary key,
  over_at timestamptz not null
);
create index voice_loose_file_over on voice_loose_file (over_at);
-- What is thrown away is found by the day of its answer, however large the city.
create index voice_replied on voice (replied_at, id) where replied_at is not null;
