-- Certificates and their keys, which are sealed; the rows are their history.
create table certificates (
  id          text   not null primary key,
  source      text   not null,
  names       text   not null,
  chain       text   not null,
  sealed_key  text   not null,
  issuer      text   not null,
  fingerprint text   not null,
  valid_from  bigint not null,
  valid_until bigint not null,
  renew_at    bigint,
  replaces    text,
  made_at     bigint not null,
  made_by     text   not null,
  revoked_at  bigint
);
create index certificates_made on certificates (made_at);

-- By which names people reach a tenant. One name leads to one tenant.
create table hostnames (
  name           text    not null primary key,
  tenant_id      text    not null references tenants (id) on delete cascade,
  role           text    not null check (role in ('primary', 'alias')),
  source         text    not null default 'automatic' check (source in ('automatic', 'uploaded')),
  certificate_id text    references certificates (id),
  problem        text    not null default '',
  tries          integer not null default 0,
  not_before     bigint
);
create unique index hostnames_primary on hostnames (tenant_id) where role = 'primary';
create index hostnames_tenant on hostnames (tenant_id);

-- Where two tenants had the same name, the one that was opened first keeps it as its own.
insert into hostnames (name, tenant_id, role)
select lower(t.hostname), t.id, 'primary' from tenants t
where t.hostname is not null and t.wanted <> 'ERASED' and not exists (
  select 1 from tenants o
  where lower(o.hostname) = lower(t.hostname) and o.wanted <> 'ERASED' and o.id < t.id);

-- Whether a tenant's door is open, and what stands on it meanwhile.
create table doors (
  tenant_id   text    not null primary key references tenants (id) on delete cascade,
  open        integer not null default 0,
  maintenance integer not null default 0,
  words       text    not null default ''
);

-- What runs already is served.
insert into doors (tenant_id, open) select id, 1 from tenants where wanted = 'RUNNING';

-- Who we are to each authority that issues certificates.
create table acme_accounts (
  directory  text   not null primary key,
  location   text   not null,
  sealed_key text   not null,
  thumbprint text   not null,
  email      text   not null,
  made_at    bigint not null
);
