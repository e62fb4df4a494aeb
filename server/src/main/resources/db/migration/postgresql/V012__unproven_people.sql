-- Lines whose person no signature proved: budgets of persons leave them out.
create index ledger_unproven on ledger (organisation, day)
  where user_verified = 0 and user_id <> '';
