-- A change of app settings over chosen tenants, on its way: what is wanted, and what each tenant
-- had of these names before it got it. Both sealed, both gone when the change has ended.
create table variable_several (
  id     text not null primary key,
  sealed text not null
);
create table variable_several_tenants (
  several_id text not null,
  tenant_id  text not null,
  sealed     text not null,
  primary key (several_id, tenant_id)
);

-- One thing done to people of several workspaces, and how it went with each of them. A password
-- that was made stays sealed until somebody takes it.
create table person_acts (
  id         text   not null primary key,
  verb       text   not null,
  group_name text   not null,
  reason     text   not null,
  made_at    bigint not null,
  made_by    text   not null,
  job_id     text
);
create table person_act_rows (
  id        text    not null primary key,
  act_id    text    not null,
  tenant_id text    not null,
  position  integer not null,
  email     text    not null,
  name      text    not null,
  role      text    not null,
  state     text    not null,
  said      text    not null,
  sealed    text
);
create index person_act_rows_act on person_act_rows (act_id, position);
create index person_act_rows_tenant on person_act_rows (tenant_id);
