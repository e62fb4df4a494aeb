-- One holder runs what is due. The epoch grows with each new holder; a leader's writes carry it.
create table lease (
  name       text   not null primary key,
  holder     text   not null,
  epoch      bigint not null,
  expires_at bigint not null
);

-- When a scheduled task last ran, so that a missed run is caught up.
create table scheduled_task (
  name            text   not null primary key,
  last_started_at bigint not null,
  last_ended_at   bigint,
  last_failure    text
);
