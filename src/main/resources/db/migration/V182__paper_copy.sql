-- Step cards on paper: what each says, until when it is good, and the code by which that is looked up.
create table paper_copy (
  id uuid primary key,
  transfer_id uuid not null,
  step_id uuid not null references process_step,
  step_label text not null,
  code text not null,
  items text not null,
  printed_by text not null,
  printed_at timestamptz not null,
  valid_until timestamptz not null
);
create index paper_copy_code on paper_copy (code);
create index paper_copy_step on paper_copy (step_id, printed_at);
create table paper_copy_aud (
  id uuid not null,
  rev bigint not null references revinfo,
  revtype smallint,
  transfer_id uuid,
  step_id uuid,
  step_label text,
  code text,
  items text,
  printed_by text,
  printed_at timestamptz,
  valid_until timestamptz,
  primary key (id, rev)
);
create index paper_copy_aud_rev on paper_copy_aud (rev);

call baton_append_only(array['paper_copy', 'paper_copy_aud']);
