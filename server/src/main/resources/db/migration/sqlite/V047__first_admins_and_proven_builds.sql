-- Whether the client's first admin was made: once, whatever becomes of the account later. Of earlier
-- tenants those are taken as made that were ever healthy; an account that is there stays as it is.
ALTER TABLE tenants ADD COLUMN first_admin_made INTEGER NOT NULL DEFAULT 0;
UPDATE tenants SET first_admin_made = 1
WHERE state NOT IN ('STARTING', 'FAILED')
   OR EXISTS (
     SELECT 1 FROM jobs
     WHERE jobs.subject = 'tenant/' || tenants.id AND jobs.state = 'finished'
       AND jobs.kind IN ('tenant.open', 'tenant.change', 'tenant.recreate', 'tenant.start', 'tenant.mend', 'tenant.adopt'));

-- The build that last was healthy on the tenant's database; null where none is known to have been.
ALTER TABLE tenants ADD COLUMN proven_image_id TEXT;
UPDATE tenants SET proven_image_id = image_id WHERE state NOT IN ('STARTING', 'UPDATING', 'FAILED');
