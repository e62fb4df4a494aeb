-- The books. A line is never changed and never removed; all totals below are derived from lines.
-- kind generation: a call and what the upstream charged for it.
-- kind correction: the upstream later told another cost than an estimate; signed.
-- kind adjustment: a person's refund or correction; signed.
create table ledger (
  line           integer not null primary key,
  line_kind      text    not null check (line_kind in ('generation', 'correction', 'adjustment')),
  call_id        text,
  upstream       text    not null,
  generation     text,
  organisation   text    not null,
  tenant         text    not null,
  key_id         text    not null,
  user_id        text    not null,
  user_name      text    not null,
  user_verified  integer not null,
  kind           text    not null,
  endpoint       text    not null,
  stream         integer not null,
  pseudonym      text    not null,
  request_id     text    not null,
  request_bytes  bigint  not null,
  model_asked    text    not null,
  model_answered text    not null,
  provider       text    not null,
  status         integer not null,
  finish         text    not null,
  answer_bytes   bigint  not null,
  arrived_at     bigint  not null,
  ended_at       bigint  not null,
  day            text    not null,
  recognised     bigint  not null,
  admitted       bigint  not null,
  forwarded      bigint  not null,
  first_byte     bigint  not null,
  usage_known    bigint  not null,
  ended          bigint  not null,
  prompt         bigint  not null,
  completion     bigint  not null,
  cached         bigint  not null,
  cache_write    bigint  not null,
  reasoning      bigint  not null,
  audio_in       bigint  not null,
  audio_out      bigint  not null,
  image_out      bigint  not null,
  reserved_pico  bigint  not null,
  cost_pico      bigint  not null,
  cost_text      text    not null,
  own_key        integer not null,
  markup         text    not null,
  billed_pico    bigint  not null,
  state          text    not null check (state in ('settled', 'reconciled', 'estimated')),
  reason         text    not null,
  author         text    not null,
  note           text    not null,
  refers_to      bigint,
  node           text    not null,
  segment        bigint  not null,
  journal_offset bigint  not null,
  crc            integer not null,
  batch          bigint  not null,
  written_at     bigint  not null,
  check ((line_kind = 'generation') = (call_id is not null)),
  check ((line_kind = 'generation') = (generation is not null))
);
create unique index ledger_call on ledger (call_id);
create unique index ledger_generation on ledger (generation, upstream);
create index ledger_organisation on ledger (organisation, call_id);
create index ledger_unsure on ledger (organisation, call_id) where state <> 'settled';
create index ledger_signed on ledger (organisation, line) where line_kind <> 'generation';
create index ledger_refers_to on ledger (refers_to) where refers_to is not null;

-- How many lines there are, without gaps; whoever adds lines holds this row.
create table ledger_head (
  id      integer not null primary key check (id = 1),
  lines   bigint  not null,
  batches bigint  not null
);

-- Sums over the ledger; day is the organisation's. Empty texts stand for none.
create table usage_day (
  organisation text   not null,
  day          text   not null,
  tenant       text   not null,
  key_id       text   not null,
  user_id      text   not null,
  model        text   not null,
  kind         text   not null,
  requests     bigint not null,
  prompt       bigint not null,
  completion   bigint not null,
  cost_pico    bigint not null,
  billed_pico  bigint not null,
  primary key (organisation, day, tenant, key_id, user_id, model, kind),
  -- A sum that outgrows 64 bits would become a floating one in silence.
  check (typeof(cost_pico) = 'integer' and typeof(billed_pico) = 'integer')
) without rowid;

-- Sums over the ledger as the upstream sees them: its own days are UTC, and adjustments are none of
-- its business.
create table usage_upstream_day (
  organisation text   not null,
  day          text   not null,
  upstream     text   not null,
  requests     bigint not null,
  cost_pico    bigint not null,
  primary key (organisation, day, upstream),
  check (typeof(cost_pico) = 'integer')
) without rowid;

-- The same two being made anew, up to the line in ledger_rebuild.
create table usage_day_anew (
  organisation text   not null,
  day          text   not null,
  tenant       text   not null,
  key_id       text   not null,
  user_id      text   not null,
  model        text   not null,
  kind         text   not null,
  requests     bigint not null,
  prompt       bigint not null,
  completion   bigint not null,
  cost_pico    bigint not null,
  billed_pico  bigint not null,
  primary key (organisation, day, tenant, key_id, user_id, model, kind)
) without rowid;
create table usage_upstream_day_anew (
  organisation text   not null,
  day          text   not null,
  upstream     text   not null,
  requests     bigint not null,
  cost_pico    bigint not null,
  primary key (organisation, day, upstream)
) without rowid;
create table ledger_rebuild (
  id       integer not null primary key check (id = 1),
  job_id   text    not null,
  up_to    bigint  not null
);

-- What a person was last called.
create table usage_people (
  organisation text   not null,
  user_id      text   not null,
  name         text   not null,
  seen_at      bigint not null,
  primary key (organisation, user_id)
) without rowid;

-- Calls on their way when a batch ended. record is the journal's own.
create table open_calls (
  call_id        text    not null primary key,
  node           text    not null,
  segment        bigint  not null,
  journal_offset bigint  not null,
  crc            integer not null,
  organisation   text    not null,
  sent_at        bigint  not null,
  reserved_pico  bigint  not null,
  generation     text    not null,
  record         blob    not null
);
create index open_calls_node on open_calls (node, segment);

-- Calls whose exact cost isn't known yet; estimated_line tells that an estimate stands in for it.
create table unsettled (
  call_id        text    not null primary key,
  organisation   text    not null,
  tenant         text    not null,
  key_id         text    not null,
  user_id        text    not null,
  model          text    not null,
  kind           text    not null,
  upstream       text    not null,
  generation     text    not null,
  reason         text    not null,
  arrived_at     bigint  not null,
  day            text    not null,
  reserved_pico  bigint  not null,
  next_try       bigint,
  tries          integer not null,
  last_answer    text    not null,
  estimated_line bigint,
  node           text    not null,
  segment        bigint  not null,
  journal_offset bigint  not null,
  crc            integer not null,
  record         blob    not null
);
create index unsettled_organisation on unsettled (organisation, call_id);
create index unsettled_next_try on unsettled (next_try) where next_try is not null;

-- Two different calls with one generation id: the one that came second, whole.
create table ledger_conflicts (
  call_id        text    not null primary key,
  organisation   text    not null,
  upstream       text    not null,
  generation     text    not null,
  other_call     text    not null,
  cost_pico      bigint  not null,
  node           text    not null,
  segment        bigint  not null,
  journal_offset bigint  not null,
  crc            integer not null,
  record         blob    not null,
  found_at       bigint  not null
);

-- Up to where each node's journal is in the ledger.
create table journal_positions (
  node           text   not null primary key,
  segment        bigint not null,
  journal_offset bigint not null,
  moved_at       bigint not null
);

-- Records that could not be understood; they stay in the journal.
create table journal_unreadable (
  node           text    not null,
  segment        bigint  not null,
  journal_offset bigint  not null,
  crc            integer not null,
  record_kind    integer not null,
  bytes          integer not null,
  why            text    not null,
  found_at       bigint  not null,
  primary key (node, segment, journal_offset)
);

-- Our sums against the upstream's, by its UTC days.
create table reconciliations (
  organisation    text   not null,
  upstream        text   not null,
  day             text   not null,
  our_requests    bigint not null,
  our_pico        bigint not null,
  their_requests  bigint,
  their_pico      bigint,
  answer          text   not null,
  compared_at     bigint not null,
  primary key (organisation, upstream, day)
);
