-- Who pays. The external id is the one known to billing; it stays when the name changes.
create table organisations (
  id               text   not null primary key,
  slug             text   not null,
  external_id      text   not null,
  name             text   not null,
  time_zone        text   not null,
  currency         text   not null,
  contact_email    text,
  markup           text   not null,
  monthly_budget   bigint,
  state            text   not null check (state in ('active', 'suspended', 'closed')),
  suspended_reason text,
  suspended_at     bigint,
  suspended_by     text,
  closed_at        bigint,
  upstream_key     text,
  created_at       bigint not null,
  version          bigint not null,
  check ((state = 'suspended') = (suspended_reason is not null)),
  check ((state = 'closed') = (closed_at is not null))
);
create unique index organisations_slug on organisations (slug);
create unique index organisations_external_id on organisations (external_id);
