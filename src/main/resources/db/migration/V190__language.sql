-- The language in which a person reads the pages and gets mail; null: as the browser asks, and mail in English.
alter table person add column language text;
alter table person_aud add column language text;
