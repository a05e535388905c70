-- 意見募集: a table of comments is taken in row by row, as a table of voices; the same file again adds nothing.
alter table voice_row alter column voice_id drop not null;
alter table voice_row add column comment_id text references voice_comment (id);
alter table voice_row add constraint voice_row_became check (num_nonnulls(voice_id, comment_id) = 1);
