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

-- The month for what is added now, its partitions made where they are not there. Called by whoever holds the writers' lock. A clock that
-- is set back adds to the newest month, so that numbers never fall. As the owner, so that whoever writes need not own a table.
CREATE FUNCTION ledger_month() RETURNS BIGINT LANGUAGE plpgsql SECURITY DEFINER AS $$
DECLARE
  wanted BIGINT;
  parent TEXT;
  part TEXT;
  suffix TEXT;
  range TEXT;
BEGIN
  SELECT GREATEST((EXTRACT(YEAR FROM utc)::BIGINT - 1970) * 12 + EXTRACT(MONTH FROM utc)::BIGINT - 1, (SELECT MAX(month) FROM ledger_months))
    INTO wanted FROM (SELECT now() AT TIME ZONE 'UTC' AS utc) AS clock;
  PERFORM set_config('konon.month', wanted::TEXT, true);
  IF EXISTS (SELECT 1 FROM ledger_months WHERE month = wanted) OR to_regclass('claims') IS NULL THEN RETURN wanted; END IF;
  suffix := '_' || to_char(DATE '1970-01-01' + make_interval(months => wanted::INT), 'YYYY_MM');
  FOREACH parent IN ARRAY ARRAY['claims', 'claim_speakers', 'figures', 'reading_words', 'claim_words'] LOOP
    part := parent || suffix;
    EXECUTE format('CREATE TABLE %I (LIKE %I INCLUDING DEFAULTS INCLUDING GENERATED INCLUDING CONSTRAINTS INCLUDING STORAGE)', part, parent);
    -- What follows a row in its month follows it in its partition: so a column that does not divide the table still tells where to look,
    -- and what must be unique within a reading is unique within the month.
    range := format('>= %s AND %%1$I < %s', wanted << 40, (wanted + 1) << 40);
    IF parent = 'claims' THEN
      EXECUTE format('ALTER TABLE %I ADD CONSTRAINT month CHECK (' || format('%1$I ' || range, 'reading_id') || ')', part);
      EXECUTE format('CREATE UNIQUE INDEX ON %I (reading_id, ordinal)', part);
    ELSIF parent = 'figures' THEN
      EXECUTE format('ALTER TABLE %I ADD CONSTRAINT month CHECK (' || format('%1$I ' || range, 'id') || ')', part);
      EXECUTE format('CREATE UNIQUE INDEX ON %I (id)', part);
    END IF;
    -- Attached, not made in place, which would lock whoever reads out.
    EXECUTE format('ALTER TABLE %I ATTACH PARTITION %I FOR VALUES FROM (%s) TO (%s)', parent, part, wanted << 40, (wanted + 1) << 40);
  END LOOP;
  INSERT INTO ledger_months (month) VALUES (wanted);
  RETURN wanted;
END
$$;
REVOKE ALL ON FUNCTION ledger_month() FROM PUBLIC;
-- A function that runs as its owner must not look anywhere else.
DO $$ BEGIN EXECUTE format('ALTER FUNCTION ledger_month() SET search_path = %I, pg_temp', current_schema()); END $$;
