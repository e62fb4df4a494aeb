-- How many accounts each environment tells is counted from an index alone.
create index credentials_told on credentials (environment_id) where missing_since is null;
