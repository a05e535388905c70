-- 投稿の停止: whoever gave name and address is found again from one form of the site to the other.
alter table voice add column person_mark text;
create index voice_person_mark on voice (person_mark) where person_mark is not null;
create index voice_comment_sender_mark on voice_comment (sender_mark) where sender_mark is not null;
