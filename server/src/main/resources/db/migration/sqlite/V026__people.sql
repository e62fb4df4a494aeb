-- People of tenants as their apps last told, so that a tenant that is down still shows them and end
-- users can be counted. Whoever has left stays, marked, while they count.
create table people (
  tenant_id      text   not null,
  person_id      text   not null,
  email          text   not null,
  name           text   not null,
  role           text   not null,
  source         text   not null,
  group_ids      text   not null,
  created_at     bigint not null,
  last_active_at bigint,
  gone_at        bigint,
  primary key (tenant_id, person_id)
);
create index people_email on people (email);

-- When each tenant's people were last read, and why not since.
create table people_readings (
  tenant_id  text   not null primary key,
  read_at    bigint,
  tried_at   bigint not null,
  failure    text   not null,
  main_admin text
);

create table people_groups (
  tenant_id   text not null,
  group_id    text not null,
  name        text not null,
  description text not null,
  primary key (tenant_id, group_id)
);

-- Accounts that a job makes, with the password it gives them, sealed; a row goes when its password
-- has been taken.
create table people_newcomers (
  id        text   not null primary key,
  tenant_id text   not null,
  batch     text   not null,
  position  integer not null,
  email     text   not null,
  name      text   not null,
  role      text   not null,
  sealed    text   not null,
  made_at   bigint not null,
  done      integer not null
);
create index people_newcomers_tenant on people_newcomers (tenant_id, batch);
