-- 地区: what the parts of the city are called, from one day to another. A new name is a new row, so that what was
-- said of the old one is still found: `replaced_by` leads to what it became, by a new name or by a merger.
create table district_entry (
  id          text primary key,
  version     integer not null default 1,
  name        text not null check (name <> ''),
  reading     text not null default '',
  en          text not null default '',
  ko          text not null default '',
  position    integer not null,
  from_on     date not null,
  to_on       date,
  replaced_by text references district_entry (id),
  check (to_on is null or to_on >= from_on),
  check (replaced_by is null or (to_on is not null and replaced_by <> id))
);
-- Two people who enter the same district at once: one wins.
create unique index district_entry_name on district_entry (name) where to_on is null;

-- The names that the newsletters' terms kept become the list of all; their ids come from the names.
insert into district_entry (id, name, position, from_on)
  select 'dst_' || substr(md5(named.name), 1, 20), named.name, row_number() over (order by named.place, named.name),
         named.from_on
    from (select trim(one.name) as name, min(one.place) as place, min(t.from_on) as from_on
            from newsletter_terms t
                 cross join lateral jsonb_array_elements_text(coalesce(t.terms -> 'districts', '[]'))
                   with ordinality as one (name, place)
           where trim(one.name) <> ''
           group by trim(one.name)) named;

update newsletter_terms set terms = terms - 'districts' where terms ? 'districts';
update newsletter_subscriber s set district = d.id from district_entry d where trim(s.district) = d.name;
update newsletter_issue i set segment = jsonb_set(i.segment, '{district}', to_jsonb(d.id))
  from district_entry d where trim(i.segment ->> 'district') = d.name;
-- What residents and duties said in their own words stays as it is where the list does not know it.
update resident_person r set district = d.id from district_entry d where trim(r.district) = d.name;
update staff_duty s set district = d.id from district_entry d where trim(s.district) = d.name;
