-- SHA-256 of the key last taken from the environment: one that was replaced since is not taken again.
alter table organisations add column environment_key text;

-- Until now every start took it; the last key that was given is the best guess which one that was.
update organisations set environment_key = (
  select digest from upstream_keys
  where organisation_id = organisations.id and origin = 'pasted'
  order by made_at desc, id desc limit 1);
