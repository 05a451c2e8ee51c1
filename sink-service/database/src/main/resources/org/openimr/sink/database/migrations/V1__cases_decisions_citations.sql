-- One row per case, per disputed item and per citation. The sink writes cases and decisions, from
-- imr.case-headers.v1 and imr.item-decisions.v1; a trigger writes citations from decisions.
--
-- Cases and decisions have no foreign key between them, because they come from two topics and either
-- may arrive first. A tombstone deletes an item that the newest revision no longer has.
--
-- Enums are text without check constraints, because a newer service may write new symbols.

create table cases (
  case_key             text        primary key,
  letter_id            text        not null,
  revision             integer     not null,
  source               jsonb       not null,
  received_at          timestamptz not null,
  parser_version       text        not null,
  layout               text        not null,
  case_number          text,
  date_assigned        date,
  date_of_injury       date,
  decision_date        date,
  ur_denial_date       date,
  application_received date,
  priority             text,
  reviewer             jsonb       not null,
  item_count           integer     not null,
  upheld_count         integer     not null,
  overturned_count     integer     not null,
  outcome              text        not null,
  warnings             jsonb       not null,
  written_at           timestamptz not null default now()
);

create table decisions (
  item_key                        text        primary key,
  case_key                        text        not null,
  letter_id                       text        not null,
  revision                        integer     not null,
  source                          jsonb       not null,
  received_at                     timestamptz not null,
  parser_version                  text        not null,
  case_number                     text,
  decision_date                   date,
  item_number                     integer     not null,
  item_count                      integer     not null,
  request                         jsonb       not null,
  outcome                         text        not null,
  claims_administrator_basis      jsonb       not null,
  reviewer_basis                  jsonb       not null,
  rationale                       text        not null,
  warnings                        jsonb       not null,
  disputed                        text generated always as (request ->> 'disputed') stored,
  category                        text generated always as (request ->> 'category') stored,
  subcategory                     text generated always as (request ->> 'subcategory') stored,
  claims_administrator_basis_kind text
    generated always as (claims_administrator_basis ->> 'kind') stored,
  reviewer_basis_kind             text generated always as (reviewer_basis ->> 'kind') stored,
  written_at                      timestamptz not null default now(),
  unique (case_key, item_number)
);

create table citations (
  item_key            text    not null references decisions on delete cascade,
  cited_by            text    not null check (cited_by in ('CLAIMS_ADMINISTRATOR', 'REVIEWER')),
  position            integer not null,
  case_key            text    not null,
  item_number         integer not null,
  text                text    not null,
  span_start          integer not null,
  span_end            integer not null,
  sections            jsonb   not null,
  pages               jsonb   not null,
  regulation_sections jsonb   not null,
  edition             text,
  authority           text    not null,
  document            text,
  guideline_id        text,
  topic_ids           jsonb   not null,
  regulation          text,
  resolution          text    not null,
  standing            text,
  primary key (item_key, cited_by, position)
);

create index on cases (decision_date);
create index on cases (outcome);
create index on cases (received_at);
create index on cases (written_at);

create index on decisions (decision_date);
create index on decisions (category, outcome);
create index on decisions (outcome);
create index on decisions (received_at);
create index on decisions (written_at);

create index on citations (document);
create index on citations (guideline_id);
create index on citations (case_key, item_number);

create function mark_written() returns trigger language plpgsql as $$
begin
  new.written_at := now();
  return new;
end
$$;

create trigger mark_written before update on cases
  for each row execute function mark_written();
create trigger mark_written before update on decisions
  for each row execute function mark_written();

-- Runs in the transaction that writes the decisions, per statement, because the sink writes many rows
-- with one statement.
create function cite() returns trigger language plpgsql as $$
begin
  if tg_op = 'UPDATE' then
    delete from imr.citations where item_key in (select item_key from changed);
  end if;
  insert into imr.citations
  select
    d.item_key,
    b.cited_by,
    c.position,
    d.case_key,
    d.item_number,
    c.citation ->> 'text',
    (c.citation #>> '{span,start}')::integer,
    (c.citation #>> '{span,end}')::integer,
    c.citation -> 'sections',
    c.citation -> 'pages',
    c.citation -> 'regulationSections',
    c.citation ->> 'edition',
    c.citation ->> 'authority',
    c.citation ->> 'document',
    c.citation ->> 'guidelineId',
    c.citation -> 'topicIds',
    c.citation ->> 'regulation',
    c.citation ->> 'resolution',
    c.citation ->> 'standing'
  from changed d
  cross join lateral (values
    ('CLAIMS_ADMINISTRATOR', d.claims_administrator_basis),
    ('REVIEWER', d.reviewer_basis)
  ) b (cited_by, basis)
  cross join lateral
    jsonb_array_elements(b.basis -> 'citations') with ordinality c (citation, position);
  return null;
end
$$;

create trigger cite_inserted after insert on decisions
  referencing new table as changed for each statement execute function cite();
create trigger cite_updated after update on decisions
  referencing new table as changed for each statement execute function cite();
