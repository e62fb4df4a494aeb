-- Trying whether a kept password signs in is a right of its own.
alter table credential_rights drop constraint credential_rights_what_check;
alter table credential_rights add constraint credential_rights_what_check
  check (what in ('reveal', 'copy', 'history', 'export', 'change', 'try'));

-- Every time that somebody wanted to try a password. A row is written before anything is sent and
-- says then already what is true if nothing more is heard of it.
create table login_tries (
  id             text   not null primary key,
  environment_id text   not null references environments (id) on delete cascade,
  credential_id  text   not null references credentials (id) on delete cascade,
  value_number   bigint,
  way            text   not null check (way in ('ssh', 'vcenter', 'nsx', 'sddc', 'none')),
  host           text   not null,
  tried_at       bigint not null,
  tried_by       text   not null,
  reason         text   not null,
  outcome        text   not null check (outcome in
    ('signs-in', 'refused', 'not-reachable', 'host-key-changed', 'unknown', 'not-tried')),
  said           text   not null,
  ended_at       bigint,
  host_key       text
);
create index login_tries_of_one on login_tries (credential_id, id);

-- When an account was last tried, under each name by which it is known. They stay when a
-- credential goes: the account at the product is still the same.
create table login_claims (
  account  text   not null primary key,
  tried_at bigint not null
);

-- Passwords that were sent for an account and are not known to have been taken.
create table login_failures (
  account  text   not null,
  value_id text   not null references credential_values (id) on delete cascade,
  primary key (account, value_id)
);

-- By what hosts are known again once something was sent to them.
create table host_keys (
  environment_id text   not null references environments (id) on delete cascade,
  host           text   not null,
  kind           text   not null,
  fingerprint    text   not null,
  seen_at        bigint not null,
  seen_by        text   not null,
  primary key (environment_id, host)
);

alter table credentials add column tried_at bigint;
alter table credentials add column tried_by text;
alter table credentials add column tried_outcome text;
alter table credentials add column tried_value_id text;
