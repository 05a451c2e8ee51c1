-- The codes of the warnings of a row as an array, for filters. Generated, so that existing rows have
-- it too. The indexes serve the operators @> and &&; PostgreSQL cannot use one for = any (...).
create function warning_codes(warnings jsonb) returns text[]
  language sql immutable parallel safe
  return (
    select coalesce(array_agg(distinct code collate "C" order by code collate "C"), '{}')
    from jsonb_array_elements(warnings) warning
    cross join lateral (select warning ->> 'code') codes (code)
  );

alter table cases add column warning_codes text[]
  generated always as (warning_codes(warnings)) stored;
alter table decisions add column warning_codes text[]
  generated always as (warning_codes(warnings)) stored;

create index on cases using gin (warning_codes);
create index on decisions using gin (warning_codes);

comment on function warning_codes(jsonb) is
  'The codes of warnings in the JSON form of the events, each once, sorted.';
comment on column cases.warning_codes is
  'Codes of the warnings about the header and the document, each once, sorted.';
comment on column decisions.warning_codes is
  'Codes of the warnings about this item, each once, sorted.';
