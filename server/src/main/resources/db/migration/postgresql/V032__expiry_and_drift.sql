-- When an environment's SDDC Manager was last asked when passwords end, and when it is asked again.
create table environment_expiries (
  environment_id text   not null primary key references environments (id) on delete cascade,
  next_at        bigint,
  checked_at     bigint,
  job_id         text,
  state          text   not null check (state in ('never', 'success', 'partial', 'failed')),
  asked          bigint not null,
  told           bigint not null,
  code           text,
  said           text,
  advice         text
);

-- The lists of what ends look only at what a source still tells.
create index credentials_ends
  on credentials (expires_at, expiry_checked_at, expiry_status, environment_id)
  where missing_since is null and source = 'manager';

-- The last comparison of our copy with what the sources say: whole, and account by account. No
-- password and nothing made of one is in here.
create table environment_drifts (
  environment_id text   not null primary key references environments (id) on delete cascade,
  compared_at    bigint not null,
  job_id         text   not null,
  compared_by    text   not null,
  code           text,
  said           text,
  advice         text
);
create table environment_drift_accounts (
  environment_id  text   not null references environment_drifts (environment_id) on delete cascade,
  number          bigint not null,
  finding         text   not null
    check (finding in ('same', 'different', 'missing-there', 'missing-here', 'unreadable')),
  source          text   not null check (source in ('manager', 'installer')),
  credential_id   text,
  resource_name   text   not null,
  username        text   not null,
  credential_type text   not null,
  primary key (environment_id, number)
);
create index environment_drift_accounts_found
  on environment_drift_accounts (environment_id, finding, number);
