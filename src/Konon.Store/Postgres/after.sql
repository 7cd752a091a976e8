-- Indexes of this engine alone, made when the tables are there.
CREATE INDEX speaker_names_lower ON speaker_names (LOWER(name));

-- Parts of a story's name by three letters each, where the server has pg_trgm and lets its owner use it; without it they are found by
-- looking at every story.
DO $$
BEGIN
  BEGIN
    CREATE EXTENSION IF NOT EXISTS pg_trgm;
  EXCEPTION WHEN insufficient_privilege OR undefined_file OR feature_not_supported THEN
    NULL;
  END;
  IF EXISTS (SELECT 1 FROM pg_extension WHERE extname = 'pg_trgm') THEN
    CREATE INDEX stories_name_letters ON stories USING GIN (LOWER(name) gin_trgm_ops, LOWER(places) gin_trgm_ops);
  END IF;
END $$;
