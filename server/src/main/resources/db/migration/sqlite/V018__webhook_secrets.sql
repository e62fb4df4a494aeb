-- What other programs prove their reports of usage with; at most one of an organisation has no end.
create table webhook_secrets (
  id           text   not null primary key,
  organisation text   not null,
  sealed       text   not null,
  hint         text   not null,
  made_at      bigint not null,
  made_by      text   not null,
  ends_at      bigint
);
create unique index webhook_secrets_current on webhook_secrets (organisation) where ends_at is null;

-- What an upstream counted on a day for each of an organisation's keys there.
create table reconciliation_keys (
  organisation   text   not null,
  upstream       text   not null,
  day            text   not null,
  key_hash       text   not null,
  their_requests bigint not null,
  their_pico     bigint not null,
  primary key (organisation, upstream, day, key_hash)
);
