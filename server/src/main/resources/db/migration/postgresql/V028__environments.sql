-- VMware Cloud Foundations whose passwords are kept. One that was removed stays with its credentials
-- and their history until it is erased; ids are never given twice, so nothing is attached anew.
create table environments (
  id          text   not null primary key,
  name        text   not null,
  name_key    text   not null,
  description text   not null,
  by_file     smallint not null,
  created_at  bigint not null,
  created_by  text   not null,
  changed_at  bigint not null,
  changed_by  text   not null,
  removed_at  bigint,
  removed_by  text,
  version     bigint not null
);
create unique index environments_name on environments (name_key) where removed_at is null;

-- Where an environment's passwords come from, how it is reached, and how the last sync of it went.
create table environment_sources (
  environment_id  text    not null references environments (id) on delete cascade,
  kind            text    not null check (kind in ('manager', 'installer')),
  host            text    not null,
  port            integer not null,
  username        text    not null,
  sealed_password text    not null,
  trust           text    not null check (trust in ('system', 'ca', 'pin', 'off')),
  trust_text      text    not null,
  enabled         smallint not null,
  every_minutes   integer not null,
  next_at         bigint,
  status          text    not null
    check (status in ('never', 'success', 'partial', 'asks', 'failed')),
  tried_at        bigint,
  succeeded_at    bigint,
  failures        integer not null,
  error_code      text,
  error_said      text,
  error_advice    text,
  product_version text,
  primary key (environment_id, kind)
);
create index environment_sources_due on environment_sources (next_at) where next_at is not null;

-- One reading of one source: what was seen and what that changed.
create table environment_runs (
  id             text   not null primary key,
  environment_id text   not null references environments (id) on delete cascade,
  source         text   not null check (source in ('manager', 'installer')),
  job_id         text   not null,
  cause          text   not null check (cause in ('schedule', 'person', 'import')),
  started_by     text   not null,
  begun_at       bigint not null,
  ended_at       bigint,
  state          text   not null
    check (state in ('running', 'success', 'partial', 'asks', 'failed')),
  seen           bigint not null,
  added          bigint not null,
  changed        bigint not null,
  renamed        bigint not null,
  returned       bigint not null,
  missing        bigint not null,
  unreadable     bigint not null,
  skipped        bigint not null,
  code           text,
  said           text,
  advice         text,
  constraint environment_runs_of_a_job unique (job_id, source)
);
create index environment_runs_latest on environment_runs (environment_id, begun_at);

-- Accounts as a source tells them. The API's id is who they are; the natural key stands in where
-- there is none. The passwords are in credential_values.
create table credentials (
  id               text   not null primary key,
  environment_id   text   not null references environments (id) on delete cascade,
  source           text   not null check (source in ('manager', 'installer')),
  api_id           text,
  natural_key      text   not null,
  resource_id      text   not null,
  resource_name    text   not null,
  resource_type    text   not null,
  resource_ip      text   not null,
  domains          text   not null,
  username         text   not null,
  credential_type  text   not null,
  account_type     text   not null,
  former_name      text,
  renamed_at       bigint,
  api_created_at   bigint,
  api_modified_at  bigint,
  expires_at       bigint,
  expiry_checked_at bigint,
  expiry_status    text,
  connectivity     text,
  rotation_days    integer,
  rotation_next_at bigint,
  first_seen_at    bigint not null,
  last_seen_at     bigint not null,
  last_run_id      text   not null,
  missing_since    bigint,
  unreadable_since bigint,
  current_value_id text,
  value_number     bigint not null,
  verified_at      bigint
);
create unique index credentials_api_id on credentials (environment_id, source, api_id)
  where api_id is not null;
create unique index credentials_natural_key on credentials (environment_id, source, natural_key)
  where api_id is null;
create index credentials_place on credentials (environment_id, resource_name, username);

-- Every password that was ever seen, sealed for its row; when it came, and when it was still there.
create table credential_values (
  id            text   not null primary key,
  credential_id text   not null references credentials (id) on delete cascade,
  number        bigint not null,
  sealed        text   not null,
  changed_at    bigint,
  first_seen_at bigint not null,
  last_seen_at  bigint not null,
  came_by       text   not null check (came_by in ('sync', 'import', 'rotation', 'person')),
  came_from     text   not null,
  run_id        text,
  constraint credential_values_number unique (credential_id, number)
);
