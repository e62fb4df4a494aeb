-- The key with which keys are made, sealed; and what the account's list had at the last look.
create table upstream_account (
  id         integer not null primary key check (id = 1),
  sealed_key text,
  label      text,
  set_at     bigint,
  set_by     text,
  checked_at bigint,
  known      bigint  not null,
  orphans    bigint  not null,
  foreigners bigint  not null,
  problem    text,
  version    bigint  not null
);

-- Keys that organisations' calls go out with, those before, and those about to be. The tag is the
-- unique beginning of a made key's name: a key whose answer was lost is found by it. A secret stands
-- here only while its key is not the one in use; that one is kept with its organisation.
create table upstream_keys (
  id              text   not null primary key,
  organisation_id text   not null references organisations (id),
  origin          text   not null check (origin in ('made', 'pasted')),
  state           text   not null
    check (state in ('wanted', 'candidate', 'current', 'lost', 'retiring', 'left', 'gone')),
  tag             text   not null,
  hash            text,
  label           text,
  digest          text,
  sealed_key      text,
  told_name       text,
  told_cap_pico   bigint,
  told_disabled   integer not null,
  made_at         bigint not null,
  used_from       bigint,
  retired_at      bigint,
  delete_at       bigint,
  gone_at         bigint,
  version         bigint not null
);
create unique index upstream_keys_tag on upstream_keys (tag) where origin = 'made';
create unique index upstream_keys_current on upstream_keys (organisation_id)
  where state in ('current', 'lost');
create unique index upstream_keys_coming on upstream_keys (organisation_id)
  where state in ('wanted', 'candidate');

-- How it went with an organisation's key: the last trouble and when it is tried again, and what was
-- found to differ at the last look.
create table upstream_troubles (
  organisation_id text   not null primary key references organisations (id),
  failures        bigint not null,
  problem         text,
  failed_at       bigint,
  retry_at        bigint,
  drift           text,
  drift_at        bigint
);
