-- The first form of the ledger, in words that SQLite and PostgreSQL share; {id}, {int}, {real}, {text}, {blob} and {table} are the
-- database's own, and {month_id}, {month_row}, {by_month:…} and {UNIQUE_IN_MONTH} what it does with tables that it divides by months. Rows are added and never changed, but for the columns under "derived", which can be made again of the others.

CREATE TABLE readers (id {id}, name {text} NOT NULL UNIQUE){table};

CREATE TABLE documents (id {id}, sha256 {text} NOT NULL UNIQUE, size {int} NOT NULL){table};

CREATE TABLE labels (id {id}, digest {text} NOT NULL UNIQUE, body {blob} NOT NULL){table};

CREATE TABLE articles (id {id}, public_id {text} NOT NULL UNIQUE, key {text} NOT NULL UNIQUE){table};

CREATE TABLE readings (
  id {month_id},
  public_id {text} NOT NULL UNIQUE,
  article_id {int} NOT NULL REFERENCES articles (id),
  document_id {int} NOT NULL REFERENCES documents (id),
  reader_id {int} NOT NULL REFERENCES readers (id),
  digest {text} NOT NULL,
  text_digest {text} NOT NULL,
  body {blob} NOT NULL,
  language {text} NOT NULL,
  outlet {text},
  title {text},
  url {text},
  external_id {text},
  published {text},
  modified {text},
  day {text} NOT NULL,
  claims {int} NOT NULL,
  -- derived: whether it is what the article says now, and else which reading stands in its place
  current {int} NOT NULL,
  superseded_by {int} REFERENCES readings (id)
){table};
CREATE INDEX readings_article ON readings (article_id);
CREATE INDEX readings_document ON readings (document_id);
CREATE INDEX readings_superseded ON readings (superseded_by);
CREATE INDEX readings_day ON readings (current, day, id);
CREATE INDEX readings_outlet ON readings (outlet, current, day);

-- The documents of an article in several pages, in order; one row for an article on one page.
CREATE TABLE reading_parts (
  reading_id {int} NOT NULL REFERENCES readings (id),
  ordinal {int} NOT NULL,
  document_id {int} NOT NULL REFERENCES documents (id),
  label_id {int} NOT NULL REFERENCES labels (id),
  PRIMARY KEY (reading_id, ordinal)
){table};
CREATE INDEX reading_parts_document ON reading_parts (document_id);

-- What each reader made of each document under each label: two labels, or two readers, may give one reading.
CREATE TABLE reads (
  document_id {int} NOT NULL REFERENCES documents (id),
  label_id {int} NOT NULL REFERENCES labels (id),
  reader_id {int} NOT NULL REFERENCES readers (id),
  reading_id {int} NOT NULL REFERENCES readings (id),
  PRIMARY KEY (document_id, label_id, reader_id)
){table};
CREATE INDEX reads_reading ON reads (reading_id);

CREATE TABLE runs (id {id}, kind {text} NOT NULL, arguments {text} NOT NULL, started_at {int} NOT NULL, finished_at {int}){table};
CREATE INDEX runs_open ON runs (kind, arguments, finished_at);

CREATE TABLE sightings (
  id {id},
  run_id {int} NOT NULL REFERENCES runs (id),
  input {text} NOT NULL,
  document_id {int} NOT NULL REFERENCES documents (id),
  label_id {int} NOT NULL REFERENCES labels (id),
  article_id {int} NOT NULL REFERENCES articles (id),
  seen_at {int} NOT NULL,
  fetched_at {int},
  UNIQUE (run_id, input, document_id)
){table};
CREATE INDEX sightings_article ON sightings (article_id, seen_at);
CREATE INDEX sightings_document ON sightings (document_id);

CREATE TABLE speakers (
  id {id},
  public_id {text} NOT NULL UNIQUE,
  key {text} NOT NULL UNIQUE,
  -- derived: of the types that the key was read with, the first of the alphabet
  type {text} NOT NULL,
  -- derived: the speaker of whom a person said that both are one
  merged_into {int} REFERENCES speakers (id)
){table};
CREATE TABLE speaker_names (
  speaker_id {int} NOT NULL REFERENCES speakers (id),
  name {text} NOT NULL,
  uses {int} NOT NULL,
  PRIMARY KEY (speaker_id, name)
){table};
-- Finding speakers by a part of a name; goes with the name wherever it is erased.
CREATE TABLE speaker_words (
  word {text} NOT NULL,
  speaker_id {int} NOT NULL,
  name {text} NOT NULL,
  PRIMARY KEY (word, speaker_id, name),
  FOREIGN KEY (speaker_id, name) REFERENCES speaker_names (speaker_id, name) ON DELETE CASCADE ON UPDATE CASCADE
){table};
CREATE INDEX speaker_words_name ON speaker_words (speaker_id, name);
CREATE INDEX speakers_merged ON speakers (merged_into);

CREATE TABLE claims (
  id {month_id},
  public_id {text} NOT NULL,
  reading_id {int} NOT NULL REFERENCES readings (id),
  ordinal {int} NOT NULL,
  stance {text} NOT NULL,
  kind {text} NOT NULL,
  said_from {text},
  said_to {text},
  day {text} NOT NULL,
  words {text} NOT NULL,
  cue {text},
  via {text},
  figures {int} NOT NULL,
  confidence {real} NOT NULL,
  -- derived, as are stance, days, speakers and figures: the reading's body with what people decided
  current {int} NOT NULL,
  review {text} NOT NULL DEFAULT 'suggested',
  corrected {int} NOT NULL DEFAULT 0
){by_month:id};
CREATE INDEX claims_review ON claims (current, review, confidence, id);
CREATE {UNIQUE_IN_MONTH} INDEX claims_reading ON claims (reading_id, ordinal);
CREATE INDEX claims_public ON claims (public_id);
CREATE INDEX claims_day ON claims (current, day, id);

CREATE TABLE claim_speakers (
  claim_id {int} NOT NULL REFERENCES claims (id),
  ordinal {int} NOT NULL,
  speaker_id {int} NOT NULL REFERENCES speakers (id),
  name {text} NOT NULL,
  role {text},
  party {text},
  day {text} NOT NULL,
  -- derived
  current {int} NOT NULL,
  PRIMARY KEY (claim_id, ordinal)
){by_month:claim_id};
CREATE INDEX claim_speakers_speaker ON claim_speakers (speaker_id, current, day, claim_id);
CREATE INDEX claim_speakers_party ON claim_speakers (party, current, day, claim_id);

CREATE TABLE figures (
  id {month_row},
  claim_id {int} NOT NULL REFERENCES claims (id),
  ordinal {int} NOT NULL,
  value {real} NOT NULL,
  max {real},
  bound {text} NOT NULL,
  counted {text},
  stems {text} NOT NULL,
  unit {text},
  status {text},
  scope {text},
  as_of {text},
  exact {text} NOT NULL,
  day {text} NOT NULL,
  -- derived: and the figure of which a person said that both are one
  current {int} NOT NULL,
  merged_into {int}
){by_month:claim_id};
CREATE UNIQUE INDEX figures_claim ON figures (claim_id, ordinal);
CREATE INDEX figures_day ON figures (current, day, id);
CREATE INDEX figures_stems ON figures (stems, current, day);
CREATE INDEX figures_merged ON figures (merged_into) WHERE merged_into IS NOT NULL;

-- What people decided, in order; the body says on which words, and what was there before.
CREATE TABLE decisions (
  id {id},
  public_id {text} NOT NULL UNIQUE,
  at {int} NOT NULL,
  by_name {text} NOT NULL,
  action {text} NOT NULL,
  kind {text} NOT NULL,
  target {text} NOT NULL,
  article_id {int} REFERENCES articles (id),
  other_article_id {int} REFERENCES articles (id),
  body {blob} NOT NULL,
  -- derived: whether its words are gone from what the article says now
  detached {int} NOT NULL
){table};
CREATE INDEX decisions_article ON decisions (article_id, id);
CREATE INDEX decisions_other ON decisions (other_article_id);
CREATE INDEX decisions_target ON decisions (target, id);
CREATE INDEX decisions_kind ON decisions (kind, id);

-- Kept documents that are still to be erased, written with the rows' erasing: an interrupted one is finished by the next run. An empty
-- digest stands for the database's own file, which is to be cleaned of what rows left in it.
CREATE TABLE erasures (digest {text} NOT NULL PRIMARY KEY, at {int} NOT NULL){table};

-- What a person asked to be erased: the digest stays so that it is not read in again, and why. Of an article it is that of its key, of a
-- speaker that of the speaker's key.
CREATE TABLE tombstones (
  id {id},
  kind {text} NOT NULL,
  digest {text} NOT NULL,
  at {int} NOT NULL,
  why {text} NOT NULL,
  UNIQUE (kind, digest)
){table};

-- Which articles tell one event. All of it is derived: of the sketches, which are made of the readings, and of people's decisions.
CREATE TABLE sketches (reading_id {int} NOT NULL PRIMARY KEY REFERENCES readings (id), body {blob} NOT NULL){table};

CREATE TABLE stories (
  id {id},
  public_id {text} NOT NULL UNIQUE,
  name {text} NOT NULL,
  from_day {text} NOT NULL,
  to_day {text} NOT NULL,
  places {text} NOT NULL,
  parties {text} NOT NULL,
  articles {int} NOT NULL,
  outlets {int} NOT NULL,
  claims {int} NOT NULL
){table};
CREATE INDEX stories_day ON stories (to_day, articles, id);

CREATE TABLE story_articles (
  article_id {int} NOT NULL PRIMARY KEY REFERENCES articles (id),
  story_id {int} NOT NULL REFERENCES stories (id),
  reading_id {int} NOT NULL REFERENCES readings (id),
  -- the story that it had by itself, before people's decisions
  part {text} NOT NULL
){table};
CREATE INDEX story_articles_story ON story_articles (story_id);

-- What happened here: ids that a story had once. Not part of the canonical export.
CREATE TABLE story_redirects (from_id {text} NOT NULL PRIMARY KEY, to_id {text} NOT NULL){table};

-- Whether readings came, changed or went since the stories were settled, and by which rules and decisions they were.
CREATE TABLE story_state (unsettled {int} NOT NULL, rules {text} NOT NULL){table};
INSERT INTO story_state (unsettled, rules) VALUES (0, '');

-- Where an article stood and was found no more: nothing at all (404, 410), the outlet's front page, or another article in its place.
CREATE TABLE absences (
  id {id},
  run_id {int} NOT NULL REFERENCES runs (id),
  article_id {int} NOT NULL REFERENCES articles (id),
  input {text} NOT NULL,
  answer {text} NOT NULL,
  moved_to {int} REFERENCES articles (id),
  seen_at {int} NOT NULL
){table};
CREATE INDEX absences_article ON absences (article_id, seen_at);

-- The diary of feeds that are pulled and of the addresses that they named: what came of asking, and when to ask again. It is kept up to
-- date in place and is no part of an export: whoever loses it asks once more and keeps nothing twice. A row is held by whoever is asking;
-- the number of holds tells a holder that came too late.
CREATE TABLE feeds (
  id {id},
  address {text} NOT NULL UNIQUE,
  host {text} NOT NULL,
  kind {text},
  title {text},
  ttl {int},
  etag {text},
  last_modified {text},
  added_at {int} NOT NULL,
  asked_at {int},
  answered_at {int},
  next_at {int} NOT NULL,
  not_before {int} NOT NULL,
  failures {int} NOT NULL,
  fault {text},
  holds {int} NOT NULL,
  held_until {int} NOT NULL
){table};
CREATE TABLE feed_members (
  list_id {int} NOT NULL REFERENCES feeds (id),
  feed_id {int} NOT NULL REFERENCES feeds (id),
  PRIMARY KEY (list_id, feed_id)
){table};
CREATE TABLE feed_entries (
  id {id},
  address {text} NOT NULL UNIQUE,
  url {text} NOT NULL,
  host {text} NOT NULL,
  feed_id {int} NOT NULL REFERENCES feeds (id),
  entry_id {text},
  title {text},
  published {text},
  named_at {int} NOT NULL,
  read_at {int},
  rereadings {int} NOT NULL,
  next_at {int},
  failures {int} NOT NULL,
  fault {text},
  gone_at {int},
  etag {text},
  last_modified {text},
  article {text},
  sha256 {text},
  label {text},
  holds {int} NOT NULL,
  held_until {int} NOT NULL
){table};
CREATE INDEX feed_entries_next ON feed_entries (feed_id, next_at);
CREATE INDEX feed_entries_article ON feed_entries (article);

-- Who is told when something happens in a story. It is kept up to date in place and is no part of an export; the secrets with which
-- messages are signed lie beside the ledger and not in it. What was seen before an alert was made is the past: documents up to a sighting,
-- and those that it has looked at since.
CREATE TABLE alerts (
  id {id},
  public_id {text} NOT NULL UNIQUE,
  story {text},
  query {text},
  address {text} NOT NULL,
  kinds {text} NOT NULL,
  added_at {int} NOT NULL,
  since_sighting {int} NOT NULL,
  looks {int} NOT NULL
){table};
CREATE TABLE alert_documents (
  alert_id {int} NOT NULL REFERENCES alerts (id),
  article_id {int} NOT NULL REFERENCES articles (id),
  document_id {int} NOT NULL REFERENCES documents (id),
  PRIMARY KEY (alert_id, article_id, document_id)
){table};
CREATE INDEX alert_documents_article ON alert_documents (article_id);
CREATE INDEX alert_documents_document ON alert_documents (document_id);

-- What happened, once for each alert. The message is empty when it was taken or given up, or an article in it was forgotten.
CREATE TABLE alert_events (
  id {id},
  alert_id {int} NOT NULL REFERENCES alerts (id),
  event {text} NOT NULL,
  kind {text} NOT NULL,
  found_at {int} NOT NULL,
  message {blob},
  attempts {int} NOT NULL,
  next_at {int},
  delivered_at {int},
  holds {int} NOT NULL,
  held_until {int} NOT NULL,
  UNIQUE (alert_id, event)
){table};
CREATE INDEX alert_events_next ON alert_events (next_at);
CREATE TABLE alert_event_articles (
  event_id {int} NOT NULL REFERENCES alert_events (id),
  article_id {int} NOT NULL REFERENCES articles (id),
  PRIMARY KEY (event_id, article_id)
){table};
CREATE INDEX alert_event_articles_article ON alert_event_articles (article_id);
CREATE TABLE alert_deliveries (
  id {id},
  alert_id {int} NOT NULL REFERENCES alerts (id),
  event {text} NOT NULL,
  kind {text} NOT NULL,
  at {int} NOT NULL,
  took {int} NOT NULL,
  status {int},
  fault {text}
){table};
CREATE INDEX alert_deliveries_alert ON alert_deliveries (alert_id, id);
