-- What central banks published, each value with the decimals it came with; a row is never changed.
create table rates (
  source     text   not null,
  currency   text   not null,
  day        text   not null,
  value      text   not null,
  document   text   not null,
  fetched_at bigint not null,
  primary key (source, currency, day)
);

-- How the last try to read each table went, and a version that grows when rates are new.
create table rate_readings (
  source   text   not null primary key,
  tried_at bigint not null,
  as_of    bigint,
  problem  text,
  version  bigint not null
);
