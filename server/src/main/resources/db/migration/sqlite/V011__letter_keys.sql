-- Whether single letters act in the console for this person.
alter table operators add column letter_keys integer not null default 1;
