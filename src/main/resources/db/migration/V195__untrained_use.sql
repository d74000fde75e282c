-- Who opened a step card at the receiving site without having read and understood it: once in a shift for the same texts.
create table untrained_use (
  id uuid primary key,
  transfer_id uuid not null,
  step_id uuid not null references process_step,
  step_label text not null,
  texts text not null,
  used_by text not null,
  used_at timestamptz not null
);
create index untrained_use_step on untrained_use (step_id, used_by, used_at);
create index untrained_use_transfer on untrained_use (transfer_id, used_by, used_at);
create table untrained_use_aud (
  id uuid not null,
  rev bigint not null references revinfo,
  revtype smallint,
  transfer_id uuid,
  step_id uuid,
  step_label text,
  texts text,
  used_by text,
  used_at timestamptz,
  primary key (id, rev)
);
create index untrained_use_aud_rev on untrained_use_aud (rev);

call baton_append_only(array['untrained_use', 'untrained_use_aud']);
