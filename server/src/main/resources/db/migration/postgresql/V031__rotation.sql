-- Changing passwords is a right of its own.
alter table credential_rights drop constraint credential_rights_what_check;
alter table credential_rights add constraint credential_rights_what_check
  check (what in ('reveal', 'copy', 'history', 'export', 'change'));

-- Orders to an SDDC Manager to change passwords or how often they are changed. sent_at is written
-- before it is sent and task_id as soon as it is known, so that nothing is ever sent twice;
-- known_tasks are the tasks that were there before.
create table credential_changes (
  id             text   not null primary key,
  environment_id text   not null references environments (id) on delete cascade,
  job_id         text   not null,
  verb           text   not null check (verb in ('update', 'rotate', 'remediate', 'auto-rotate')),
  days           integer,
  reason         text   not null,
  ordered_at     bigint not null,
  ordered_by     text   not null,
  asked_at       text   not null,
  known_tasks    text,
  sent_at        bigint,
  task_id        text,
  state          text   not null check (state in
    ('ordered', 'running', 'done', 'failed', 'cancelled', 'refused', 'unknown')),
  ended_at       bigint,
  code           text,
  said           text,
  advice         text
);
create index credential_changes_latest on credential_changes (environment_id, id);

-- The accounts of an order and how each went. A typed password is sealed for its row and forgotten
-- with the order's end.
create table credential_change_accounts (
  change_id     text   not null references credential_changes (id) on delete cascade,
  credential_id text   not null references credentials (id) on delete cascade,
  position      integer not null,
  value_before  bigint not null,
  sealed        text,
  state         text   not null check (state in
    ('waiting', 'running', 'done', 'failed', 'changed', 'same', 'differs', 'unread')),
  said          text   not null,
  primary key (change_id, credential_id)
);
create index credential_change_accounts_of_one on credential_change_accounts (credential_id);
