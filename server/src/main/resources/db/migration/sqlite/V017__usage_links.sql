-- Ways for people without an account to look at one organisation's usage. Of the token in the
-- address only its SHA-256 is kept.
create table usage_links (
  id              text   not null primary key,
  organisation_id text   not null references organisations (id),
  name            text   not null,
  hint            text   not null,
  token_hash      text   not null,
  created_at      bigint not null,
  created_by      text   not null,
  expires_at      bigint not null,
  revoked_at      bigint,
  last_used_at    bigint
);
create unique index usage_links_token on usage_links (token_hash);
create index usage_links_organisation on usage_links (organisation_id, id);

-- The key that signs those tokens, sealed; made with the first of them.
create table usage_link_seal (
  id     integer not null primary key check (id = 1),
  sealed text    not null
);
