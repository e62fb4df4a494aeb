-- The app's variables that the house and organisations give to all their tenants. A tenant's own
-- stand in its row. A value is either plain or sealed.
create table variables (
  layer      text   not null,
  name       text   not null,
  plain      text,
  sealed     text,
  changed_at bigint not null,
  changed_by text   not null,
  primary key (layer, name)
);

-- What changes of a layer are based on.
create table variable_layers (
  layer   text   not null primary key,
  version bigint not null
);

-- A change on its way through its tenants, and what its names were before: null for both, not set.
create table variable_changes (
  id     text not null,
  layer  text not null,
  name   text not null,
  plain  text,
  sealed text,
  primary key (id, name)
);

-- Tenants whose turn has not come: they live with what was before.
create table variable_waits (
  change_id text not null,
  tenant_id text not null,
  primary key (change_id, tenant_id)
);
create index variable_waits_tenant on variable_waits (tenant_id);

-- Which variables were brought into a running app's own database, so that one that is no longer
-- wanted can be set back; and what the app last said it uses, secrets only as set or not.
create table variable_readings (
  tenant_id text   not null primary key,
  held      text   not null,
  read_at   bigint not null,
  version   text   not null,
  lines     text   not null
);
