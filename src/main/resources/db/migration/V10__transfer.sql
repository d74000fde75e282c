create table transfer (
  id uuid primary key,
  name text not null,
  product text not null,
  sending_site text not null,
  receiving_site text not null,
  purpose text not null,
  season_deadline date,
  phase text not null check (phase in ('initiation', 'planning', 'execution', 'close-out')),
  started_at timestamptz,
  created_at timestamptz not null,
  lock_version bigint not null
);
create table transfer_aud (
  id uuid not null,
  rev bigint not null references revinfo,
  revtype smallint,
  name text,
  product text,
  sending_site text,
  receiving_site text,
  purpose text,
  season_deadline date,
  phase text,
  started_at timestamptz,
  primary key (id, rev)
);
create index transfer_aud_rev on transfer_aud (rev);

create table process_step (
  id uuid primary key,
  transfer_id uuid not null references transfer,
  number text not null,
  position integer not null,
  unit_operation text not null,
  name text not null,
  sop text,
  section text,
  official_instruction text not null,
  equipment text,
  critical boolean not null,
  lock_version bigint not null,
  unique (transfer_id, position),
  unique (transfer_id, number)
);
create table process_step_aud (
  id uuid not null,
  rev bigint not null references revinfo,
  revtype smallint,
  transfer_id uuid,
  number text,
  position integer,
  unit_operation text,
  name text,
  sop text,
  section text,
  official_instruction text,
  equipment text,
  critical boolean,
  primary key (id, rev)
);
create index process_step_aud_rev on process_step_aud (rev);

create table step_parameter (
  id uuid primary key,
  transfer_id uuid not null references transfer,
  step_id uuid not null references process_step,
  position integer not null,
  name text not null,
  unit text,
  low numeric,
  high numeric,
  attributes text not null,
  lock_version bigint not null,
  unique (step_id, position)
);
create index step_parameter_transfer on step_parameter (transfer_id);
create table step_parameter_aud (
  id uuid not null,
  rev bigint not null references revinfo,
  revtype smallint,
  transfer_id uuid,
  step_id uuid,
  position integer,
  name text,
  unit text,
  low numeric,
  high numeric,
  attributes text,
  primary key (id, rev)
);
create index step_parameter_aud_rev on step_parameter_aud (rev);

create table step_expert (
  id uuid primary key,
  transfer_id uuid not null references transfer,
  step_id uuid not null references process_step,
  position integer not null,
  username text not null,
  lock_version bigint not null,
  unique (step_id, username)
);
create index step_expert_transfer on step_expert (transfer_id);
create table step_expert_aud (
  id uuid not null,
  rev bigint not null references revinfo,
  revtype smallint,
  transfer_id uuid,
  step_id uuid,
  position integer,
  username text,
  primary key (id, rev)
);
create index step_expert_aud_rev on step_expert_aud (rev);

create table team_membership (
  id uuid primary key,
  transfer_id uuid not null references transfer,
  username text not null,
  role text not null,
  leaving_date date,
  lock_version bigint not null,
  unique (transfer_id, username, role)
);
create index team_membership_username on team_membership (username);
create table team_membership_aud (
  id uuid not null,
  rev bigint not null references revinfo,
  revtype smallint,
  transfer_id uuid,
  username text,
  role text,
  leaving_date date,
  primary key (id, rev)
);
create index team_membership_aud_rev on team_membership_aud (rev);

call baton_append_only(array['transfer_aud', 'process_step_aud', 'step_parameter_aud', 'step_expert_aud',
  'team_membership_aud']);
