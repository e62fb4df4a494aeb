-- Pictures that passed the door, for one tenant's brands. The digest is of the bytes kept.
create table brand_pictures (
  tenant_id text     not null,
  digest    text     not null,
  name      text     not null,
  type      text     not null,
  width     integer  not null,
  height    integer  not null,
  removed   text     not null,
  picture   bytea    not null,
  added_at  bigint   not null,
  added_by  text     not null,
  primary key (tenant_id, digest)
);

-- Every brand a tenant was given, never changed.
create table brands (
  id        text   not null primary key,
  tenant_id text   not null,
  brand     text   not null,
  made_at   bigint not null,
  made_by   text   not null
);
create index brands_tenant on brands (tenant_id, id);

-- Which of them is wanted, whether its look may be laid over the app, and what was last seen served.
create table brand_standing (
  tenant_id  text     not null primary key,
  brand_id   text    ,
  look       smallint not null,
  draft      text,
  drafted_at bigint,
  drafted_by text,
  served     text     not null,
  files      integer  not null,
  checked_at bigint
);

-- What allows a tenant another look than the upstream's.
create table brand_grounds (
  tenant_id   text   not null primary key,
  ground      text   not null,
  reference   text   not null,
  users       integer,
  dated       text,
  until_day   text,
  recorded_at bigint not null,
  recorded_by text   not null
);
