-- 意見募集: its paper goes the way of all paper; a case has its own 反映区分; a paragraph knows its page and line.
alter table voice_batch add column case_id text references voice_comment_case (id);
create index voice_batch_case on voice_batch (case_id) where case_id is not null;

alter table voice_entry add column comment_id text unique references voice_comment (id);
-- A sheet becomes one voice or one comment, and never both.
alter table voice_entry drop constraint voice_entry_check;
alter table voice_entry add constraint voice_entry_became
  check (num_nonnulls(voice_id, comment_id) = case when state = 'taken' then 1 else 0 end);

-- Of the printed document, where the draft came from one; lines are counted on the page.
alter table voice_comment_passage add column page integer check (page > 0);
alter table voice_comment_passage add column line integer check (line > 0);
alter table voice_comment_passage add constraint voice_comment_passage_place check (line is null or page is not null);

-- null: the categories of the terms of its first day.
alter table voice_comment_case add column categories jsonb;
