CREATE TABLE tenants (
  id              TEXT    NOT NULL PRIMARY KEY,
  organisation_id TEXT    NOT NULL REFERENCES organisations (id),
  slug            TEXT    NOT NULL,
  display_name    TEXT    NOT NULL,
  image           TEXT    NOT NULL,
  image_id        TEXT,
  image_digest    TEXT,
  app_version     TEXT,
  hostname        TEXT,
  memory_bytes    BIGINT  NOT NULL,
  cores           TEXT    NOT NULL,
  environment     TEXT    NOT NULL,
  kind            TEXT    NOT NULL,
  outside         INTEGER NOT NULL,
  wanted          TEXT    NOT NULL,
  port            INTEGER NOT NULL,
  subnet          TEXT    NOT NULL,
  bridge          TEXT    NOT NULL,
  state           TEXT    NOT NULL,
  reason          TEXT    NOT NULL,
  since           BIGINT  NOT NULL,
  tries           INTEGER NOT NULL,
  not_before      BIGINT,
  admin_email     TEXT,
  admin_name      TEXT,
  opened_at       BIGINT  NOT NULL,
  opened_by       TEXT    NOT NULL,
  version         BIGINT  NOT NULL
);

-- A removed tenant keeps its slug and place; an erased one has given them back.
CREATE UNIQUE INDEX tenants_slug ON tenants (slug) WHERE wanted <> 'ERASED';
CREATE UNIQUE INDEX tenants_port ON tenants (port) WHERE wanted <> 'ERASED';
CREATE UNIQUE INDEX tenants_subnet ON tenants (subnet) WHERE wanted <> 'ERASED';
CREATE INDEX tenants_organisation ON tenants (organisation_id);

CREATE TABLE tenant_secrets (
  tenant_id TEXT NOT NULL REFERENCES tenants (id),
  name      TEXT NOT NULL,
  sealed    TEXT NOT NULL,
  PRIMARY KEY (tenant_id, name)
);

-- Earlier desired states, sealed, for the way back.
CREATE TABLE tenant_versions (
  tenant_id    TEXT   NOT NULL REFERENCES tenants (id),
  version      BIGINT NOT NULL,
  spec         TEXT   NOT NULL,
  image_id     TEXT,
  image_digest TEXT,
  app_version  TEXT,
  PRIMARY KEY (tenant_id, version)
);
