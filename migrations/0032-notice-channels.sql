-- Room for messengers among the ways on which a notice leaves; which of them a city has is said by its settings.

alter table notice_delivery drop constraint notice_delivery_channel_check;
alter table notice_delivery add constraint notice_delivery_channel_check
  check (channel in ('mail', 'letter', 'line'));

-- Where a person wants what is not secret: by mail, or in a messenger that the city is connected to.
alter table notice_habit add column channel text not null default 'mail'
  check (channel in ('mail', 'line'));
