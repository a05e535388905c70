-- What a section heard of one matter: without this, a page of it leafs through everything the section ever heard.
create index voice_public_section_topic on voice_public (section, topic, received_on desc, voice_id desc, point_id desc);
-- Photos among scans and attachments, as they came: of which nobody has decided yet.
create index voice_file_photo on voice_file (added_at, voice_id) where kind <> 'scan' and media_type = 'image/jpeg';
