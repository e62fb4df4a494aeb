-- Issued documents as they were first drawn: another version of the program draws otherwise.
create table statement_papers (
  statement text   not null,
  form      text   not null,
  paper     blob     not null,
  drawn_at  bigint not null,
  primary key (statement, form)
);

-- Whether any call waits for its cost is asked with every batch of the journal.
create index unsettled_waiting on unsettled (call_id) where estimated_line is null;

-- The address a person was last known by.
alter table usage_people add column email text not null default '';
