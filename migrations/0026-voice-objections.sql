-- 要旨への申し出: one open at a time for each point; whoever settles it says what came of it.
create unique index voice_objection_open on voice_objection (point_id) where settled_at is null;
