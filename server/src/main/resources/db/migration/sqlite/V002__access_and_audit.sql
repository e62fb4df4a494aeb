-- People who sign in. A client sees one organisation only and always has one.
create table operators (
  id                   text    not null primary key,
  name                 text    not null,
  display_name         text    not null,
  role                 text    not null check (role in ('admin', 'operator', 'viewer', 'client')),
  organisation_id      text,
  active               boolean not null,
  password_hash        text    not null,
  must_change_password boolean not null,
  theme                text    not null check (theme in ('system', 'light', 'dark')),
  created_at           bigint  not null,
  last_seen_at         bigint,
  version              bigint  not null,
  check ((role = 'client') = (organisation_id is not null))
);
create unique index operators_name on operators (name);

-- Only the hash of a token is kept, here and for API tokens.
create table sessions (
  id           text   not null primary key,
  operator_id  text   not null references operators (id) on delete cascade,
  token_hash   text   not null,
  kind         text   not null check (kind in ('browser', 'cli')),
  address      text   not null,
  agent        text   not null,
  created_at   bigint not null,
  last_seen_at bigint not null,
  idle_until   bigint not null,
  expires_at   bigint not null
);
create unique index sessions_token_hash on sessions (token_hash);
create index sessions_operator_id on sessions (operator_id);

-- A token dies with the operator who made it.
create table api_tokens (
  id                text   not null primary key,
  created_by        text   not null references operators (id) on delete cascade,
  name              text   not null,
  hint              text   not null,
  token_hash        text   not null,
  role              text   not null check (role in ('admin', 'operator', 'viewer', 'client')),
  organisation_id   text,
  created_at        bigint not null,
  expires_at        bigint not null,
  last_used_at      bigint,
  check ((role = 'client') = (organisation_id is not null))
);
create unique index api_tokens_token_hash on api_tokens (token_hash);
create index api_tokens_created_by on api_tokens (created_by);

-- Failed sign-ins per account and per address; what was typed as a name is kept as a hash only.
create table login_attempts (
  kind            text    not null check (kind in ('account', 'address')),
  subject         text    not null,
  failures        integer not null,
  last_failure_at bigint  not null,
  blocked_until   bigint  not null,
  primary key (kind, subject)
);
create index login_attempts_last_failure_at on login_attempts (last_failure_at);

-- The audit: each line carries the hash of the one before it.
create table audit_lines (
  seq           bigint not null primary key,
  at            bigint not null,
  actor_kind    text   not null,
  actor_id      text,
  actor_name    text   not null,
  address       text   not null,
  request_id    text   not null,
  verb          text   not null,
  subject       text   not null,
  before_values text   not null,
  after_values  text   not null,
  result        text   not null,
  note          text   not null,
  previous_hash text   not null,
  hash          text   not null
);
create index audit_lines_at on audit_lines (at);

-- Where the chain ends, sealed with the master key. Writers queue on this one row.
create table audit_head (
  id    integer not null primary key check (id = 1),
  lines bigint  not null,
  hash  text    not null,
  seal  text    not null
);
