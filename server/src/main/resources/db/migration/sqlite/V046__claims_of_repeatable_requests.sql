-- Who does a request that has no status yet, so that it is free again once they are gone. The epoch grows
-- with each new holder: one that was taken for gone writes no answer.
alter table idempotency_keys add column holder text;
alter table idempotency_keys add column epoch bigint not null default 0;
