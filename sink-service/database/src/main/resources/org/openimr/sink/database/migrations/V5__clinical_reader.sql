-- Splits reading in two: imr_reader loses the clinical columns, imr_clinical_reader has all. The
-- columns of imr_reader are granted one by one by ReaderGrants, from the schemas of the events, so
-- that a new column is withheld until it is known not to be clinical.
do $$
begin
  if not exists (select from pg_roles where rolname = 'imr_clinical_reader') then
    create role imr_clinical_reader nologin;
  end if;
exception
  when duplicate_object then null;
  when insufficient_privilege then
    raise exception 'The role imr_clinical_reader does not exist, and % may not create it', current_user
      using hint = 'Run once as a user that may create roles: create role imr_clinical_reader nologin';
end
$$;

grant usage on schema imr to imr_clinical_reader;
grant select on cases, decisions, citations to imr_clinical_reader;
alter default privileges in schema imr grant select on tables to imr_clinical_reader;

revoke select on cases, decisions, citations from imr_reader;
alter default privileges in schema imr revoke select on tables from imr_reader;
