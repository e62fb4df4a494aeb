-- What the security advisor found: since when, whether it is still so, and who lives with it.
create table advice (
  place         text   not null primary key,
  check_name    text   not null,
  severity      text   not null,
  what          text   not null,
  why           text   not null,
  command       text   not null,
  since         bigint not null,
  seen_at       bigint not null,
  gone_at       bigint,
  accepted_by   text,
  accepted_why  text,
  accepted_till bigint
);

create table advice_runs (
  id         text   not null primary key,
  at         bigint not null,
  found      integer not null,
  fresh      integer not null,
  gone       integer not null
);
