-- Grows with everything that the gateway must learn of.
create table gateway_version (
  id      integer not null primary key check (id = 1),
  version bigint  not null
);

-- Virtual keys beside the workspaces' own. A revoked one stays: the books name it.
create table virtual_keys (
  id                  text   not null primary key,
  organisation_id     text   not null references organisations (id),
  tenant_id           text   references tenants (id),
  name                text   not null,
  person              text   not null,
  requests_per_minute bigint,
  tokens_per_minute   bigint,
  at_once             bigint,
  models              text   not null,
  expires_at          bigint,
  created_at          bigint not null,
  created_by          text   not null,
  rotated_at          bigint,
  revoked_at          bigint,
  version             bigint not null
);
create unique index virtual_keys_name on virtual_keys (organisation_id, name)
  where revoked_at is null;

-- What a key is shown by: its SHA-256 only. The current value of a key has no end.
create table virtual_key_values (
  digest     text   not null primary key,
  key_id     text   not null references virtual_keys (id),
  hint       text   not null,
  made_at    bigint not null,
  ends_at    bigint
);
create unique index virtual_key_values_current on virtual_key_values (key_id)
  where ends_at is null;

-- Earlier keys of workspaces that still count. Without an end until the workspace has its new one,
-- then for so many seconds.
create table workspace_keys_before (
  digest     text   not null primary key,
  tenant_id  text   not null references tenants (id),
  hint       text   not null,
  seconds    bigint not null,
  rotated_at bigint not null,
  ends_at    bigint
);
create index workspace_keys_before_tenant on workspace_keys_before (tenant_id);

-- What may be spent in a month. An organisation's own amount stands in organisations.
create table budgets (
  organisation_id text    not null references organisations (id),
  kind            text    not null check (kind in ('organisation', 'tenant', 'user', 'key')),
  scope_id        text    not null,
  amount_pico     bigint,
  hard            integer not null,
  lowers          integer not null,
  version         bigint  not null,
  primary key (organisation_id, kind, scope_id),
  check ((kind = 'organisation') = (amount_pico is null))
);

-- Spending passed a share of a budget: once for each month and share.
create table budget_events (
  id              text    not null primary key,
  organisation_id text    not null references organisations (id),
  kind            text    not null,
  scope_id        text    not null,
  month           text    not null,
  percent         integer not null,
  spent_pico      bigint  not null,
  limit_pico      bigint  not null,
  passed_at       bigint  not null
);
create unique index budget_events_once
  on budget_events (organisation_id, month, kind, scope_id, percent);

-- Which models an organisation may use: JSON lists of patterns.
create table model_rules (
  organisation_id text   not null primary key references organisations (id),
  allow           text   not null,
  deny            text   not null,
  changed_at      bigint not null,
  changed_by      text   not null,
  version         bigint not null
);

-- How much an organisation's callers may ask; without a value unlimited.
create table call_limits (
  organisation_id          text   not null primary key references organisations (id),
  key_requests_per_minute  bigint,
  key_tokens_per_minute    bigint,
  user_requests_per_minute bigint,
  user_tokens_per_minute   bigint,
  tenant_at_once           bigint,
  max_tokens               bigint,
  max_request_bytes        bigint,
  changed_at               bigint not null,
  changed_by               text   not null,
  version                  bigint not null
);

-- Where an organisation's calls for some models go; the key is sealed.
create table routes (
  id              text   not null primary key,
  organisation_id text   not null references organisations (id),
  prefix          text   not null,
  upstream        text   not null,
  base_url        text   not null,
  flavour         text   not null check (flavour in ('openrouter', 'openai', 'compatible')),
  sealed_key      text   not null,
  changed_at      bigint not null,
  changed_by      text   not null,
  version         bigint not null
);
create unique index routes_prefix on routes (organisation_id, prefix);
