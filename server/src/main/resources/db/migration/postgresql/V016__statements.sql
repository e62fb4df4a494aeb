-- Who issues statements: one record.
create table statement_seller (
  id         integer not null primary key check (id = 1),
  name       text    not null,
  address    text    not null,
  tax_id     text    not null,
  email      text    not null,
  account    text    not null,
  changed_at bigint  not null,
  changed_by text    not null,
  version    bigint  not null
);

-- How an organisation is billed; without a row as usual. address is a JSON list of lines.
create table billing_terms (
  organisation_id text    not null primary key references organisations (id),
  name            text    not null,
  address         text    not null,
  tax_id          text    not null,
  email           text    not null,
  language        text    not null check (language in ('pl', 'en')),
  lines           text    not null check (lines in ('model', 'person')),
  rate_policy     text    not null check (rate_policy in ('each-day', 'last-day', 'average')),
  vat_percent     text    not null,
  vat_note        text    not null,
  payment_days    integer not null,
  seats           text    not null check (seats in ('none', 'manual', 'active-people')),
  changed_at      bigint  not null,
  changed_by      text    not null,
  version         bigint  not null
);

-- What a seat costs from a month on: a JSON list of tiers.
create table seat_prices (
  organisation_id text   not null references organisations (id),
  since           text   not null,
  currency        text   not null,
  tiers           text   not null,
  changed_at      bigint not null,
  changed_by      text   not null,
  version         bigint not null,
  primary key (organisation_id, since)
);

-- Who holds a seat. until_day is the first day without it; a seat without an end has none.
create table seats (
  id              text   not null primary key,
  organisation_id text   not null references organisations (id),
  person          text   not null,
  name            text   not null,
  email           text   not null,
  from_day        text   not null,
  until_day       text,
  added_at        bigint not null,
  added_by        text   not null,
  version         bigint not null,
  check (until_day is null or until_day > from_day)
);
create index seats_person on seats (organisation_id, person);

-- Months that are closed and wait for their statement.
create table statement_ready (
  organisation_id text   not null references organisations (id),
  month           text   not null,
  ready_at        bigint not null,
  primary key (organisation_id, month)
);

-- The last number of each series; whoever issues holds the row until the commit.
create table statement_series (
  series text   not null primary key,
  last   bigint not null
);

-- Issued documents. document is JSON as it was on that day and never changes; the other columns
-- repeat what lists ask for. cost_pico and billed_pico are the usage on it.
create table statements (
  id              text   not null primary key,
  organisation_id text   not null references organisations (id),
  month           text   not null,
  series          text   not null,
  place           bigint not null,
  number          text   not null,
  corrects        text   references statements (id),
  currency        text   not null,
  net             text   not null,
  gross           text   not null,
  issued_day      text   not null,
  due_day         text   not null,
  issued_at       bigint not null,
  issued_by       text   not null,
  cost_pico       bigint not null,
  billed_pico     bigint not null,
  accepted        text   not null,
  document        text   not null,
  sha256          text   not null
);
create unique index statements_number on statements (number);
create unique index statements_place on statements (series, place);
create unique index statements_month on statements (organisation_id, month) where corrects is null;
create index statements_corrects on statements (corrects) where corrects is not null;

-- The seats of an issued month, as they were.
create table statement_seats (
  statement_id text    not null references statements (id),
  seat         integer not null,
  person       text    not null,
  name         text    not null,
  email        text    not null,
  from_day     text    not null,
  last_day     text    not null,
  days         integer not null,
  primary key (statement_id, seat)
);

-- What happened to a document afterwards.
create table statement_marks (
  statement_id text   not null primary key references statements (id),
  sent_on      text,
  paid_on      text,
  version      bigint not null
);

create function statement_stays() returns trigger language plpgsql as $$
begin
  raise exception 'an issued statement never changes';
end
$$;
create trigger statements_stay before update or delete on statements
  for each row execute function statement_stays();
create trigger statement_seats_stay before update or delete on statement_seats
  for each row execute function statement_stays();
