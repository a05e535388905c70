-- 市の地図: the outline of the city, the land and names of its districts, and landmarks, as the city handed them in.
-- One row: a new map takes the place of the one before.
create table district_map (
  id      text primary key check (id = 'city'),
  version integer not null default 1,
  shape   jsonb not null
);
