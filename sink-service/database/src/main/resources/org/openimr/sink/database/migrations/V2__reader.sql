-- A read-only role for consumers of the database: grant imr_reader to their users. Roles belong to the
-- server, not to the database, so it may exist already.
do $$
begin
  if not exists (select from pg_roles where rolname = 'imr_reader') then
    create role imr_reader nologin;
  end if;
exception
  when duplicate_object then null;
  when insufficient_privilege then
    raise exception 'The role imr_reader does not exist, and % may not create it', current_user
      using hint = 'Run once as a user that may create roles: create role imr_reader nologin';
end
$$;

grant usage on schema imr to imr_reader;
grant select on cases, decisions, citations to imr_reader;
alter default privileges in schema imr grant select on tables to imr_reader;
