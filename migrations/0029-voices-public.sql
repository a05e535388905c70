-- What the city promised (検討します) is public too, with its 伏字; pages read whole voices, newest first.
alter table voice_public add column promise jsonb not null default '[]';

drop index voice_public_newest;
drop index voice_public_topic;
drop index voice_public_section;
drop index voice_public_district;
create index voice_public_newest on voice_public (received_on desc, voice_id desc, point_id desc);
create index voice_public_topic on voice_public (topic, received_on desc, voice_id desc, point_id desc);
create index voice_public_section on voice_public (section, received_on desc, voice_id desc, point_id desc);
create index voice_public_district on voice_public (district_id, received_on desc, voice_id desc, point_id desc);
create index voice_public_age on voice_public (age_band, received_on desc, voice_id desc, point_id desc);
create index voice_public_shown on voice_public (shown_at desc, point_id desc);
create index voice_public_voice on voice_public (voice_id);
