-- What PostgreSQL has in a way of its own, made before the tables that all engines share. docs/ledger.md says why it is so.

-- The number of a reading, claim or figure: the month of its adding (months since January 1970) above, a running number below. It only
-- rises, so that it orders rows as they came, and a range of numbers is a month. Below 2^53 for 400 years.
CREATE SEQUENCE ledger_ids MAXVALUE 1099511627775;

-- The months that have partitions.
CREATE TABLE ledger_months (month BIGINT PRIMARY KEY);

-- The distinct words of a row, stems in small letters with blanks between: no parser and no dictionary sees them. A vector holds a
-- megabyte; of a longer text its beginning is indexed.
CREATE FUNCTION ledger_lexemes(words TEXT) RETURNS TSVECTOR LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
  SELECT array_to_tsvector(ARRAY(
    SELECT word FROM unnest(string_to_array(CASE WHEN octet_length(words) < 1000000 THEN words ELSE left(words, 240000) END, ' ')) AS word
    WHERE octet_length(word) BETWEEN 1 AND 2000))
$$;

CREATE TABLE reading_words (
  id BIGINT PRIMARY KEY,
  day TEXT COLLATE "C" NOT NULL,
  words TEXT COLLATE "C" NOT NULL,
  lexemes TSVECTOR NOT NULL GENERATED ALWAYS AS (ledger_lexemes(words)) STORED
) PARTITION BY RANGE (id);
CREATE INDEX reading_words_day ON reading_words (day, id);
CREATE INDEX reading_words_lexemes ON reading_words USING GIN (lexemes);

CREATE TABLE claim_words (
  id BIGINT PRIMARY KEY,
  day TEXT COLLATE "C" NOT NULL,
  words TEXT COLLATE "C" NOT NULL,
  lexemes TSVECTOR NOT NULL GENERATED ALWAYS AS (ledger_lexemes(words)) STORED
) PARTITION BY RANGE (id);
CREATE INDEX claim_words_day ON claim_words (day, id);
CREATE INDEX claim_words_lexemes ON claim_words USING GIN (lexemes);

-- Kept documents where no folder was named: gzip already, so that the server does not try again.
CREATE TABLE kept_documents (sha256 TEXT COLLATE "C" PRIMARY KEY, kept_at BIGINT NOT NULL, body BYTEA NOT NULL);
ALTER TABLE kept_documents ALTER COLUMN body SET STORAGE EXTERNAL;

-- Makes the partitions of a month, where they are not there.
CREATE FUNCTION ledger_make_month(wanted BIGINT) RETURNS VOID LANGUAGE plpgsql AS $$
DECLARE
  parent TEXT;
  part TEXT;
  follower TEXT;
BEGIN
  IF EXISTS (SELECT 1 FROM ledger_months WHERE month = wanted) THEN RETURN; END IF;
  FOREACH parent IN ARRAY ARRAY['claims', 'claim_speakers', 'figures', 'reading_words', 'claim_words'] LOOP
    part := parent || to_char(DATE '1970-01-01' + make_interval(months => wanted::INT), '_YYYY_MM');
    EXECUTE format('CREATE TABLE %I (LIKE %I INCLUDING DEFAULTS INCLUDING GENERATED INCLUDING CONSTRAINTS INCLUDING STORAGE)', part, parent);
    -- What follows a row in its month follows it in its partition: so a column that does not divide the table still tells where to look,
    -- and what must be unique within a reading is unique within the month.
    follower := CASE parent WHEN 'claims' THEN 'reading_id' WHEN 'figures' THEN 'id' END;
    IF follower IS NOT NULL THEN
      EXECUTE format('ALTER TABLE %I ADD CONSTRAINT month CHECK (%I >= %s AND %I < %s)', part, follower, wanted << 40, follower, (wanted + 1) << 40);
      EXECUTE format('CREATE UNIQUE INDEX ON %I (%s)', part, CASE parent WHEN 'claims' THEN 'reading_id, ordinal' ELSE 'id' END);
    END IF;
    -- Attached, not made in place, which would lock whoever reads out.
    EXECUTE format('ALTER TABLE %I ATTACH PARTITION %I FOR VALUES FROM (%s) TO (%s)', parent, part, wanted << 40, (wanted + 1) << 40);
  END LOOP;
  INSERT INTO ledger_months (month) VALUES (wanted);
END
$$;
REVOKE ALL ON FUNCTION ledger_make_month(BIGINT) FROM PUBLIC;

-- The month for what is added now, to be called by whoever holds the writers' lock. A clock that is set back adds to the newest month, so
-- that numbers never fall. As the owner, so that whoever writes need not own a table.
CREATE FUNCTION ledger_month() RETURNS BIGINT LANGUAGE plpgsql SECURITY DEFINER AS $$
DECLARE
  wanted BIGINT;
BEGIN
  SELECT GREATEST((EXTRACT(YEAR FROM utc)::BIGINT - 1970) * 12 + EXTRACT(MONTH FROM utc)::BIGINT - 1, (SELECT MAX(month) FROM ledger_months))
    INTO wanted FROM (SELECT now() AT TIME ZONE 'UTC' AS utc) AS clock;
  PERFORM ledger_make_month(wanted);
  PERFORM set_config('konon.month', wanted::TEXT, true);
  RETURN wanted;
END
$$;
REVOKE ALL ON FUNCTION ledger_month() FROM PUBLIC;
-- A function that runs as its owner must not look anywhere else.
DO $$ BEGIN EXECUTE format('ALTER FUNCTION ledger_month() SET search_path = %I, pg_temp', current_schema()); END $$;
