-- What models cost, with history: the current row of a model has no end. The listing is the
-- upstream's own.
CREATE TABLE prices (
  model   TEXT    NOT NULL,
  since   BIGINT  NOT NULL,
  until   BIGINT,
  slug    TEXT    NOT NULL,
  listing TEXT    NOT NULL,
  place   INTEGER NOT NULL,
  PRIMARY KEY (model, since)
);

CREATE UNIQUE INDEX prices_current ON prices (model) WHERE until IS NULL;
CREATE INDEX prices_slug ON prices (slug);

-- One row: when they were last read, and a version that grows with each change.
CREATE TABLE price_reading (
  tried_at BIGINT,
  as_of    BIGINT,
  problem  TEXT,
  version  BIGINT NOT NULL
);

INSERT INTO price_reading (version) VALUES (0);
