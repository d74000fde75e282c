-- When the mail about a notice went out: it goes out once, also when its event comes twice.
alter table notice add column mailed_at timestamptz;
