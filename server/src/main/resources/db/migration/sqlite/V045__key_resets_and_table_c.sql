-- How often a key's cap began anew when it was last told or looked at; null for never. Every cap
-- told so far was a month's.
alter table upstream_keys add column told_reset text;
update upstream_keys set told_reset = 'monthly' where told_cap_pico is not null;

-- A table with two prices has what the bank asks as its value; beside it, what the bank bids, and the
-- day it was traded on. Both are null in tables of mid rates.
alter table rates add column bid text;
alter table rates add column traded text;
