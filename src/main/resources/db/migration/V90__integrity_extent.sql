-- Whether a run looked at the whole ledger or at what was new since it was last found right.
alter table integrity_run add column everything boolean not null default true;
