CREATE TABLE jobs (
  id         TEXT   NOT NULL PRIMARY KEY,
  kind       TEXT   NOT NULL,
  title      TEXT   NOT NULL,
  subject    TEXT   NOT NULL,
  by_kind    TEXT   NOT NULL,
  by_id      TEXT,
  by_name    TEXT   NOT NULL,
  by_address TEXT   NOT NULL,
  by_request TEXT   NOT NULL,
  state      TEXT   NOT NULL,
  input      TEXT   NOT NULL,
  memory     TEXT   NOT NULL,
  failure    TEXT,
  cancelled  INTEGER NOT NULL,
  created_at BIGINT NOT NULL,
  started_at BIGINT,
  ended_at   BIGINT
);

-- One mutating job per subject at a time.
CREATE UNIQUE INDEX jobs_one_per_subject ON jobs (subject) WHERE ended_at IS NULL;
CREATE INDEX jobs_created ON jobs (created_at);

CREATE TABLE job_steps (
  job_id     TEXT    NOT NULL REFERENCES jobs (id) ON DELETE CASCADE,
  position   INTEGER NOT NULL,
  name       TEXT    NOT NULL,
  state      TEXT    NOT NULL,
  now        TEXT    NOT NULL,
  started_at BIGINT,
  ended_at   BIGINT,
  PRIMARY KEY (job_id, position)
);

CREATE TABLE job_log (
  job_id   TEXT    NOT NULL REFERENCES jobs (id) ON DELETE CASCADE,
  position BIGINT  NOT NULL,
  at       BIGINT  NOT NULL,
  line     TEXT    NOT NULL,
  PRIMARY KEY (job_id, position)
);

CREATE TABLE idempotency_keys (
  place      TEXT   NOT NULL PRIMARY KEY,
  request    TEXT   NOT NULL,
  status     INTEGER,
  location   TEXT,
  body       TEXT,
  created_at BIGINT NOT NULL
);
