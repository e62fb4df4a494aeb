-- A hostname that changes hands: 'coming' until the tenant is reached by it, 'promoted' when it was an
-- alias before, 'leaving' until nobody needs the way back to it.
alter table hostnames add column passing text not null default ''
  check (passing in ('', 'coming', 'promoted', 'leaving'));

-- When the authority is to be asked again whether it wants a certificate renewed sooner.
alter table certificates add column ask_at bigint;
