-- Feel calibration: a set of samples that an expert and a receiver judge blind, twice. Everything is written once.
create table calibration (
  id uuid primary key,
  transfer_id uuid not null,
  step_id uuid not null,
  step_label text not null,
  title text not null,
  question text not null,
  sense text not null check (sense in ('sight', 'sound', 'smell', 'touch', 'instrument')),
  answers text not null,
  expert text not null,
  receiver text not null,
  created_by text not null,
  created_at timestamptz not null,
  seed bigint not null
);
create index calibration_transfer on calibration (transfer_id, created_at);
create table calibration_aud (
  id uuid not null,
  rev bigint not null references revinfo,
  revtype smallint,
  transfer_id uuid,
  step_id uuid,
  step_label text,
  title text,
  question text,
  sense text,
  answers text,
  expert text,
  receiver text,
  created_by text,
  created_at timestamptz,
  seed bigint,
  primary key (id, rev)
);
create index calibration_aud_rev on calibration_aud (rev);

create table calibration_sample (
  id uuid primary key,
  calibration_id uuid not null references calibration,
  transfer_id uuid not null,
  position integer not null,
  label text not null,
  file_id uuid,
  unique (calibration_id, position)
);
create table calibration_sample_aud (
  id uuid not null,
  rev bigint not null references revinfo,
  revtype smallint,
  calibration_id uuid,
  transfer_id uuid,
  position integer,
  label text,
  file_id uuid,
  primary key (id, rev)
);
create index calibration_sample_aud_rev on calibration_sample_aud (rev);

create table calibration_judgement (
  id uuid primary key,
  calibration_id uuid not null references calibration,
  sample_id uuid not null references calibration_sample,
  transfer_id uuid not null,
  sample_label text not null,
  username text not null,
  round integer not null check (round in (1, 2)),
  answer text not null,
  judged_at timestamptz not null,
  unique (sample_id, username, round)
);
create index calibration_judgement_set on calibration_judgement (calibration_id, username, round);
create table calibration_judgement_aud (
  id uuid not null,
  rev bigint not null references revinfo,
  revtype smallint,
  calibration_id uuid,
  sample_id uuid,
  transfer_id uuid,
  sample_label text,
  username text,
  round integer,
  answer text,
  judged_at timestamptz,
  primary key (id, rev)
);
create index calibration_judgement_aud_rev on calibration_judgement_aud (rev);

call baton_append_only(array['calibration', 'calibration_sample', 'calibration_judgement', 'calibration_aud',
  'calibration_sample_aud', 'calibration_judgement_aud']);
