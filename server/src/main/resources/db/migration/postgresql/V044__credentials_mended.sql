-- What the break-glass copy tells of an account beside its passwords, as one number: another one
-- whenever something of it changes. The next sync writes it.
alter table credentials add column described bigint not null default 0;

-- What SDDC Manager says of each part of its task that is about the account, as JSON.
alter table credential_change_accounts add column steps text not null default '[]';

-- Why the latest comparison told nothing at all; the one before it stays beside.
create table environment_drift_failures (
  environment_id text   not null primary key references environments (id) on delete cascade,
  failed_at      bigint not null,
  code           text   not null,
  said           text   not null,
  advice         text
);

-- Rights end with who has them and with what they are for.
delete from credential_rights where holder_id not in (select id from operators);
delete from credential_rights
  where environment_id <> '' and environment_id not in (select id from environments);
