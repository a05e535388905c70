-- What a section heard of one matter: without this, a page of it leafs through everything the section ever heard.
create index voice_public_section_topic on voice_public (section, topic, received_on desc, voice_id desc, point_id desc);
