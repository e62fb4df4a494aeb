-- Every run of what runs by itself. A run without an end goes on now, or was cut off.
create table task_runs (
  task       text   not null,
  begun_at   bigint not null,
  ended_at   bigint,
  started_by text   not null,
  result     text   not null,
  failed     smallint not null,
  primary key (task, begun_at)
);

-- A person wants a task to run now; taken by whoever runs it.
create table task_wishes (
  task      text   not null primary key,
  wanted_at bigint not null,
  wanted_by text   not null
);
