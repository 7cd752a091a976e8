-- Who may do what with a ledger, for its owner to run once as a psql script; again after an upgrade that made tables:
--   konon ledger roles | psql "host=… dbname=…"
-- Then: GRANT konon_reader TO somebody; GRANT konon_writer TO somebody_else;
-- The reader asks and exports. The writer adds, decides, pulls and erases rows; it owns nothing, so that it can neither drop nor change
-- a table. Making a ledger, bringing it up to date, and the last step of forgetting (VACUUM FULL) are the owner's.
DO $$
DECLARE
  home TEXT := current_schema();
BEGIN
  IF NOT EXISTS (SELECT 1 FROM pg_roles WHERE rolname = 'konon_reader') THEN CREATE ROLE konon_reader NOLOGIN; END IF;
  IF NOT EXISTS (SELECT 1 FROM pg_roles WHERE rolname = 'konon_writer') THEN CREATE ROLE konon_writer NOLOGIN; END IF;
  EXECUTE format('REVOKE CREATE ON SCHEMA %I FROM PUBLIC', home);
  EXECUTE format('GRANT USAGE ON SCHEMA %I TO konon_reader, konon_writer', home);
  EXECUTE format('GRANT SELECT ON ALL TABLES IN SCHEMA %I TO konon_reader, konon_writer', home);
  EXECUTE format('GRANT INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA %I TO konon_writer', home);
  EXECUTE format('REVOKE INSERT, UPDATE, DELETE ON %I.schema_version, %I.ledger_months FROM konon_writer', home, home);
  EXECUTE format('GRANT USAGE ON ALL SEQUENCES IN SCHEMA %I TO konon_writer', home);
  EXECUTE format('GRANT EXECUTE ON FUNCTION %I.ledger_month() TO konon_writer', home);
END $$;
