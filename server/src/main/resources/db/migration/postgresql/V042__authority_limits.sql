-- Until when an authority takes no more orders for a name, as it said itself.
create table acme_limits (
  directory text   not null,
  name      text   not null,
  until     bigint not null,
  primary key (directory, name)
);
