-- 紙、電話、窓口、メール: what staff type in waits here, with its scans, until it is a voice.
create table voice_batch (
  id          text primary key,
  channel     text not null,
  received_on date not null,
  -- One voice by itself, or a month's box.
  is_single   boolean not null,
  begun_at    timestamptz not null,
  begun_by    text not null
);
create index voice_batch_newest on voice_batch (begun_at desc, id desc);

create table voice_entry (
  id           text primary key,
  version      integer not null default 1,
  batch_id     text not null references voice_batch (id),
  position     integer not null,
  state        text not null check (state in ('waiting', 'taken', 'left-out')),
  -- What is typed so far; empty once it is a voice, whose words lie in tables of their own.
  sealed       text not null default '',
  voice_id     text unique references voice (id),
  typed_by     text,
  typed_at     timestamptz,
  -- 合い言葉, until the slip is handed over.
  phrase       text not null default '',
  left_out_why text not null default '',
  check_state  text not null default 'none' check (check_state in ('none', 'wanted', 'confirmed', 'corrected')),
  checked_by   text,
  checked_at   timestamptz,
  unique (batch_id, position),
  check ((state = 'taken') = (voice_id is not null)),
  check ((state = 'waiting') = (typed_by is null)),
  check (state <> 'left-out' or left_out_why <> ''),
  check ((check_state in ('confirmed', 'corrected')) = (checked_by is not null)),
  -- 二人目の確認: never by whoever typed it.
  check (checked_by is null or checked_by <> typed_by)
);
create index voice_entry_waiting on voice_entry (batch_id, position) where state = 'waiting';
create index voice_entry_check on voice_entry (typed_at, id) where check_state = 'wanted';
create index voice_entry_slip on voice_entry (typed_at) where phrase <> '';

-- The pages of the paper, as pictures; the bytes lie in the store of files under `key`.
create table voice_scan (
  entry_id   text not null references voice_entry (id),
  position   integer not null,
  kind       text not null check (kind in ('scan', 'attachment')),
  key        text not null,
  media_type text not null,
  bytes      integer not null check (bytes > 0),
  primary key (entry_id, position)
);

-- Rows of workbooks that were taken in: the same file again adds nothing.
create table voice_row (
  -- Keyed hash of channel, day, text, name, and the how-many-th of its like in the file.
  mark     text primary key,
  voice_id text not null references voice (id)
);

-- 回答の送り出し: letters to post, calls to make, mails that could not go; written with the reply itself.
create table voice_dispatch (
  voice_id   text primary key references voice (id),
  way        text not null check (way in ('letter', 'phone', 'mail')),
  since      timestamptz not null,
  printed_at timestamptz,
  printed_by text,
  done_at    timestamptz,
  done_by    text,
  -- A note about the call; typed, and so sealed.
  sealed     text not null default '',
  check ((done_at is null) = (done_by is null)),
  check ((printed_at is null) = (printed_by is null))
);
create index voice_dispatch_waiting on voice_dispatch (way, since, voice_id) where done_at is null;
create index voice_dispatch_done on voice_dispatch (done_at desc) where done_at is not null;

-- Mails that were read from the inbox, by a keyed hash of their Message-ID: the same one twice is one voice.
create table voice_mail (
  mark     text primary key,
  state    text not null check (state in ('taken', 'automatic', 'unreadable')),
  -- loop, bounce, list, no-sender, no-words, broken …
  why      text not null default '',
  -- The name of the file in the inbox's folder, where somebody has to look at it.
  file     text not null default '',
  voice_id text references voice (id),
  read_at  timestamptz not null,
  settled_at timestamptz,
  settled_by text,
  check ((state = 'taken') = (voice_id is not null))
);
create index voice_mail_open on voice_mail (read_at) where state = 'unreadable' and settled_at is null;
create index voice_mail_month on voice_mail (read_at, state);
