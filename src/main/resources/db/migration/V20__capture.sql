-- What other modules' projections may read here:
--   knowledge_item: one row per item. step_id; state = state of the latest version (submitted, peer-reviewed,
--     receiver-reviewed, triaged, approved, transferred, draft = refused and back with its author, withdrawn);
--     effective_version = last approved version or null; in_rework = its author has it back.
--   Coverage of a step: captured = any row with state <> 'withdrawn' or effective_version is not null;
--     reviewed = state in ('receiver-reviewed', 'triaged', 'approved', 'transferred') or effective_version is not null;
--     approved = effective_version is not null; transferred = state = 'transferred'.
--     A row in nothing_hidden counts its step as captured, reviewed and approved.
--   item_version: the texts, one row per (item_id, version), never changed.
--   capture_request: state open, submitted, nothing-hidden or passed-on; expert; due_at.
create table capture_request (
  id uuid primary key,
  transfer_id uuid not null,
  step_id uuid not null,
  expert text not null,
  due_at timestamptz not null,
  state text not null check (state in ('open', 'submitted', 'nothing-hidden', 'passed-on')),
  unasked boolean not null,
  passed_from text,
  note text,
  label text not null,
  requested_at timestamptz not null,
  lock_version bigint not null
);
create index capture_request_transfer on capture_request (transfer_id, due_at);
create index capture_request_expert on capture_request (expert, due_at);
create table capture_request_aud (
  id uuid not null,
  rev bigint not null references revinfo,
  revtype smallint,
  transfer_id uuid,
  step_id uuid,
  expert text,
  due_at timestamptz,
  state text,
  unasked boolean,
  passed_from text,
  note text,
  primary key (id, rev)
);
create index capture_request_aud_rev on capture_request_aud (rev);

create table nothing_hidden (
  capture_id uuid primary key references capture_request,
  transfer_id uuid not null,
  step_id uuid not null,
  username text not null,
  official_instruction text not null,
  statement text not null,
  content_hash varchar(64) not null,
  stated_at timestamptz not null,
  label text not null
);
create index nothing_hidden_transfer on nothing_hidden (transfer_id, step_id);
create table nothing_hidden_aud (
  capture_id uuid not null,
  rev bigint not null references revinfo,
  revtype smallint,
  transfer_id uuid,
  step_id uuid,
  username text,
  official_instruction text,
  statement text,
  content_hash varchar(64),
  stated_at timestamptz,
  primary key (capture_id, rev)
);
create index nothing_hidden_aud_rev on nothing_hidden_aud (rev);

create table knowledge_item (
  id uuid primary key,
  transfer_id uuid not null,
  step_id uuid not null,
  capture_id uuid not null references capture_request,
  author text not null,
  state text not null,
  in_rework boolean not null,
  latest_version integer not null check (latest_version > 0),
  effective_version integer check (effective_version <= latest_version),
  open_to_receiving_site boolean not null,
  title text not null,
  step_position integer not null,
  created_at timestamptz not null,
  lock_version bigint not null,
  check (state in ('draft', 'submitted', 'peer-reviewed', 'receiver-reviewed', 'triaged', 'approved', 'transferred',
    'superseded', 'withdrawn'))
);
create index knowledge_item_transfer on knowledge_item (transfer_id, step_position, created_at, id);
create index knowledge_item_step on knowledge_item (step_id);
create index knowledge_item_author on knowledge_item (author, created_at);
create table knowledge_item_aud (
  id uuid not null,
  rev bigint not null references revinfo,
  revtype smallint,
  transfer_id uuid,
  step_id uuid,
  capture_id uuid,
  author text,
  state text,
  in_rework boolean,
  latest_version integer,
  effective_version integer,
  open_to_receiving_site boolean,
  primary key (id, rev)
);
create index knowledge_item_aud_rev on knowledge_item_aud (rev);

create table item_version (
  id uuid primary key,
  item_id uuid not null references knowledge_item,
  version integer not null,
  transfer_id uuid not null,
  step_id uuid not null,
  author text not null,
  title text not null,
  kind text not null,
  what_is_done text not null,
  why text,
  cue text,
  consequence text,
  observed_at timestamptz,
  shift text,
  batches text,
  sense text,
  threshold_value text,
  threshold_unit text,
  threshold_estimated_by text,
  strain_dependent boolean,
  confidence integer,
  also_known_by text,
  outside_range text,
  answers text,
  files text,
  content_hash varchar(64) not null,
  submitted_at timestamptz not null,
  unique (item_id, version)
);
create index item_version_transfer on item_version (transfer_id, submitted_at);
create table item_version_aud (
  id uuid not null,
  rev bigint not null references revinfo,
  revtype smallint,
  item_id uuid,
  version integer,
  transfer_id uuid,
  step_id uuid,
  author text,
  title text,
  kind text,
  what_is_done text,
  why text,
  cue text,
  consequence text,
  observed_at timestamptz,
  shift text,
  batches text,
  sense text,
  threshold_value text,
  threshold_unit text,
  threshold_estimated_by text,
  strain_dependent boolean,
  confidence integer,
  also_known_by text,
  outside_range text,
  answers text,
  files text,
  content_hash varchar(64),
  submitted_at timestamptz,
  primary key (id, rev)
);
create index item_version_aud_rev on item_version_aud (rev);

-- A draft is a working note: not audited, overwritten by each save; subject is a capture request or, for the next
-- version, an item.
create table draft (
  subject_id uuid primary key,
  transfer_id uuid not null,
  author text not null,
  counter bigint not null,
  saved_at timestamptz not null,
  content text
);

create table evidence_file (
  id uuid primary key,
  draft_id uuid not null,
  transfer_id uuid not null,
  owner text not null,
  name text not null,
  media_type text not null,
  sha256 varchar(64) not null,
  size bigint not null,
  uploaded_at timestamptz not null
);
create index evidence_file_draft on evidence_file (draft_id);
create index evidence_file_transfer on evidence_file (transfer_id, uploaded_at);
create index evidence_file_sha256 on evidence_file (sha256);
create table evidence_file_aud (
  id uuid not null,
  rev bigint not null references revinfo,
  revtype smallint,
  draft_id uuid,
  transfer_id uuid,
  owner text,
  name text,
  media_type text,
  sha256 varchar(64),
  size bigint,
  uploaded_at timestamptz,
  primary key (id, rev)
);
create index evidence_file_aud_rev on evidence_file_aud (rev);

-- Which version holds which file; what stands here can no longer be deleted.
create table item_version_file (
  item_id uuid not null,
  version integer not null,
  file_id uuid not null references evidence_file,
  primary key (item_id, version, file_id)
);
create index item_version_file_file on item_version_file (file_id);

-- A file never changes; a draft's file may go again (the reference above keeps a submitted one).
create trigger evidence_file_no_update before update on evidence_file
  for each row execute function baton_refuse_change();
create trigger evidence_file_no_truncate before truncate on evidence_file
  for each statement execute function baton_refuse_change();
revoke update, truncate on evidence_file from "${app_role}";

-- Once per version: when somebody of the receiving site first read it.
create table item_opening (
  item_id uuid not null,
  version integer not null,
  reader text not null,
  opened_at timestamptz not null,
  primary key (item_id, version)
);

-- Once per version: stored content was found not to be what was signed.
create table content_alteration (
  item_id uuid not null,
  version integer not null,
  found_at timestamptz not null,
  primary key (item_id, version)
);

call baton_append_only(array['capture_request_aud', 'nothing_hidden', 'nothing_hidden_aud', 'knowledge_item_aud',
  'item_version', 'item_version_aud', 'item_version_file', 'evidence_file_aud', 'item_opening',
  'content_alteration']);
