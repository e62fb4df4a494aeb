-- What people wrote into the ledger, for the budgets of whichever process serves calls; in the order
-- of gateway_version, which grows in the same transaction.
create table spend_news (
  number       bigint not null primary key,
  organisation text   not null,
  tenant       text   not null,
  key_id       text   not null,
  person       text   not null,
  day          text   not null,
  released     bigint not null,
  cost         bigint not null,
  written_at   bigint not null
);
