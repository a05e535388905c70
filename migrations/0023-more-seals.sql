-- 封を増やす: why a residence check was refused, what a device is called, and why a text was hidden speak of one
-- person as well. What already lies here is sealed when the product next starts, or by `tomoni seal rotate`:
-- the key lies outside the database, so this file cannot do it.

-- A decision stays as it was written, word for word; only its reason may be put under seal, once or under a newer key.
create function moderation_decision_keeps() returns trigger language plpgsql as $$
begin
  if tg_op = 'UPDATE' and new.reason like 's1.%' and old.reason <> ''
    and to_jsonb(new) - 'reason' = to_jsonb(old) - 'reason' then
    return new;
  end if;
  raise exception 'the % refuses %', tg_table_name, lower(tg_op)
    using errcode = 'insufficient_privilege';
end
$$;
drop trigger moderation_decision_keeps on moderation_decision;
create trigger moderation_decision_keeps before update or delete on moderation_decision
  for each row execute function moderation_decision_keeps();

-- The reason stands in the check and on the person's own page; the notice only says that it is there.
update notice set said = said - 'reason' where kind = 'resident.check-decided';

-- いま本人か: how somebody comes in is changed only soon after they have shown who they are.
alter table resident_session add column proved_at timestamptz;
update resident_session set proved_at = created_at;
alter table resident_session alter column proved_at set not null;
alter table resident_code drop constraint resident_code_act_check;
alter table resident_code add constraint resident_code_act_check
  check (act in ('sign-in', 'confirm-contact', 'change-mail', 'close-account', 'prove'));
