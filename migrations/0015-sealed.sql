-- 封: what people write about persons when they flag or appeal lies sealed, and every opening of it is kept.
-- No chapter has let anything be flagged yet, so nobody's words lie here; what tests left in the clear goes.

alter table moderation_flag alter column note drop not null;
update moderation_flag set note = null;
-- It held the words of the notes as well.
update moderation_case set search = '';

-- With the column goes the CHECK that asked for its text. The text may be taken out after some years; that
-- there was an appeal stays.
alter table moderation_case drop column appeal_text;
alter table moderation_case add column appeal text;
alter table moderation_case add check (state not in ('appealed', 'upheld', 'overturned') or appealed_at is not null);
alter table moderation_case add check (appeal is null or appealed_at is not null);

-- The entry for an appeal says that it was made; its words stand in the case alone.
alter table moderation_decision disable trigger moderation_decision_keeps;
update moderation_decision set reason = '' where action = 'appeal';
alter table moderation_decision enable trigger moderation_decision_keeps;
alter table moderation_decision drop constraint moderation_decision_reason_check;
alter table moderation_decision add constraint moderation_decision_reason_check
  check ((reason = '') = (action = 'appeal'));

create table moderation_opening (
  id       text primary key,
  case_id  text not null references moderation_case (id),
  at       timestamptz not null,
  actor_id text not null,
  who      text not null,
  purpose  text not null check (purpose in ('decide', 'appeal', 'audit', 'request', 'law')),
  reason   text not null
);
create index moderation_opening_case on moderation_opening (case_id, at);

-- Why staff opened a contact or acted for somebody speaks of the person: from now on it is sealed as well.
update resident_opening set reason = '';
update resident_assist set reason = '';
