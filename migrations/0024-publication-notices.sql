-- お知らせ: the newsletter draft that tells of an edition. One for each edition; nobody but people send it.

create table publication_notice (
  edition_id text primary key references publication_edition (id),
  issue_id   text not null,
  drafted_at timestamptz not null,
  drafted_by text not null
);
