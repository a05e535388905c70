-- 写真の公表: decided for each picture apart; what was published is a copy of its own, drawn anew, and stays when the
-- pictures themselves are thrown away. A picture without a line here has not been decided on, and never leaves.
create table voice_photo (
  file_id    text primary key,
  version    integer not null default 1,
  voice_id   text not null references voice (id),
  -- Within the voice; the public address ends with it.
  position   integer not null,
  state      text not null check (state in ('shown', 'withheld')),
  ground     text not null default '',
  -- For whoever cannot see it, in the city's words.
  alt        text not null default '',
  large_key  text not null default '',
  small_key  text not null default '',
  -- Of the small one.
  width      integer not null default 0,
  height     integer not null default 0,
  decided_at timestamptz not null,
  decided_by text not null,
  unique (voice_id, position),
  check ((state = 'shown') = (alt <> '' and large_key <> '' and small_key <> '')),
  check ((state = 'withheld') = (ground <> ''))
);
create index voice_photo_large on voice_photo (large_key) where large_key <> '';
create index voice_photo_small on voice_photo (small_key) where small_key <> '';

-- 別にする: why a mail that could not be read is no voice.
alter table voice_mail add column settled_why text not null default '';
