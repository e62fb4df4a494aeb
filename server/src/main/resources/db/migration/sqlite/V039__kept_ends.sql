-- How many passwords end in which quarter of an hour, and how many have no end: kept, because
-- counting every account of every environment takes longer the more there are. Every zone's days
-- begin at a whole quarter.
create table credential_ends (
  environment_id text   not null references environments (id) on delete cascade,
  standing       text   not null check (standing in ('ends', 'expired', 'never', 'unknown')),
  quarter        bigint not null,
  many           bigint not null,
  primary key (environment_id, standing, quarter)
);
insert into credential_ends (environment_id, standing, quarter, many)
select environment_id, standing, quarter, count(*) from (
  select environment_id,
    case when expires_at is not null then 'ends'
      when upper(coalesce(expiry_status, 'ACTIVE')) = 'EXPIRED' then 'expired'
      when expiry_checked_at is not null and upper(coalesce(expiry_status, 'ACTIVE')) = 'ACTIVE'
        then 'never'
      else 'unknown' end as standing,
    coalesce(expires_at / 900000, 0) as quarter
  from credentials where missing_since is null and source = 'manager') kept
group by environment_id, standing, quarter;

-- A list of what ends is read in the order of an index, with an end and without.
drop index credentials_ends;
create index credentials_ends on credentials (expires_at, environment_id)
  where missing_since is null and source = 'manager' and expires_at is not null;
create index credentials_endless on credentials (environment_id, resource_name, username, id)
  where missing_since is null and source = 'manager' and expires_at is null;

-- After how many minutes it is looked when its passwords end; 0 for never, nothing for as usual.
alter table environments add column expiry_minutes integer;
