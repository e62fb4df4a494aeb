-- Who may read passwords beside admins; environment '' stands for every one. Without a line nobody may.
create table credential_rights (
  holder_id      text   not null,
  holder_name    text   not null,
  environment_id text   not null,
  what           text   not null check (what in ('reveal', 'copy', 'history', 'export')),
  granted_at     bigint not null,
  granted_by     text   not null,
  primary key (holder_id, environment_id, what)
);

-- Who read a password, written in the transaction of the audit line and before it is shown. No
-- credential: a whole environment in one file.
create table credential_reads (
  id             text   not null primary key,
  environment_id text   not null references environments (id) on delete cascade,
  credential_id  text   references credentials (id) on delete cascade,
  value_number   bigint,
  read_at        bigint not null,
  read_by        text   not null,
  way            text   not null check (way in ('show', 'copy', 'export', 'drill')),
  reason         text   not null
);
create index credential_reads_of_one on credential_reads (credential_id, read_at);
create index credential_reads_of_all on credential_reads (environment_id, read_at)
  where credential_id is null;

-- For whom the break-glass copy is sealed; who holds the other half opens it without this program.
create table break_glass_recipients (
  id        text   not null primary key,
  name      text   not null,
  recipient text   not null unique,
  added_at  bigint not null,
  added_by  text   not null
);

-- The one break-glass copy: what it was made of, and when it was last opened as a drill and by a
-- person. The drill's key is sealed as every secret here.
create table break_glass_copy (
  one              smallint not null primary key check (one = 1),
  drill_recipient  text   not null,
  sealed_drill_key text   not null,
  revision         text,
  made_at          bigint,
  bytes            bigint,
  sha256           text,
  environments     bigint,
  credentials      bigint,
  passwords        bigint,
  proof_digest     text,
  drilled_at       bigint,
  drill_whole      smallint,
  drill_said       text,
  opened_at        bigint,
  opened_by        text
);
