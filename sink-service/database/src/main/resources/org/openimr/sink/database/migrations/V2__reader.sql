-- A role that may read and no more, for feeds: grant imr_reader to whoever is to read. Roles belong
-- to the server, not to the database, so it may be there already.
do $$
begin
  if not exists (select from pg_roles where rolname = 'imr_reader') then
    create role imr_reader nologin;
  end if;
exception
  when duplicate_object then null;
  when insufficient_privilege then
    raise exception 'The role imr_reader is not there, and % may not create it', current_user
      using hint = 'Have it made once by someone who may: create role imr_reader nologin';
end
$$;

grant usage on schema imr to imr_reader;
grant select on cases, decisions, citations to imr_reader;
alter default privileges in schema imr grant select on tables to imr_reader;
