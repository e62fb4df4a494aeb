-- Long work. Whoever runs a job holds its claim and renews it; each claim raises the epoch, and every
-- write of a runner carries it, so that an overtaken runner changes nothing.
create table jobs (
  id            text   not null primary key,
  kind          text   not null,
  title         text   not null,
  subject       text   not null,
  state         text   not null check (state in
    ('waiting', 'running', 'undoing', 'finished', 'taken-back', 'failed', 'cancelled')),
  actor_kind    text   not null,
  actor_id      text,
  actor_name    text   not null,
  address       text   not null,
  request_id    text   not null,
  input         text   not null,
  memory        text   not null,
  failure       text,
  cancelled_by  text,
  created_at    bigint not null,
  started_at    bigint,
  ended_at      bigint,
  claimed_by    text,
  claimed_until bigint,
  epoch         bigint not null
);
-- One job at a time may change a subject.
create unique index jobs_one_per_subject on jobs (subject)
  where state in ('waiting', 'running', 'undoing');
create index jobs_state on jobs (state);
create index jobs_subject on jobs (subject);
create index jobs_ended_at on jobs (ended_at);

-- A step that failed keeps saying so; undone_at tells that its way back has been gone.
create table job_steps (
  job_id       text    not null references jobs (id) on delete cascade,
  position     integer not null,
  name         text    not null,
  state        text    not null check (state in
    ('waiting', 'running', 'done', 'failed', 'undone', 'skipped')),
  words        text    not null,
  started_at   bigint,
  ended_at     bigint,
  undone_at    bigint,
  undo_failure text,
  primary key (job_id, position)
);

create table job_log (
  job_id   text   not null references jobs (id) on delete cascade,
  position bigint not null,
  at       bigint not null,
  line     text   not null,
  primary key (job_id, position)
);

-- What a POST with an Idempotency-Key was answered; without a status it still runs.
create table idempotency_keys (
  place      text   not null primary key,
  request    text   not null,
  status     integer,
  location   text,
  body       text,
  created_at bigint not null
);
create index idempotency_keys_created_at on idempotency_keys (created_at);
