-- How tenants' people sign in, version by version: the newest counts, the one before stays until
-- its app has taken it. Client secrets are sealed together, to their row.
create table tenant_sign_ins (
  tenant_id  text   not null,
  version    bigint not null,
  setup      text   not null,
  sealed     text   not null,
  changed_at bigint not null,
  changed_by text   not null,
  primary key (tenant_id, version)
);

-- For which version and address the way to the providers was last seen to work.
create table tenant_sign_in_proofs (
  tenant_id text   not null primary key,
  version   bigint not null,
  address   text   not null
);
