-- Whether single letters act in the console for this person.
alter table operators add column letter_keys boolean not null default true;
