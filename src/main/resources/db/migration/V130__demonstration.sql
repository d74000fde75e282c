-- Demonstrations at the receiving site.
-- A formal run that the pair is at: their working note, like a draft. Agreed on, stopped and signed are entries of the
-- trail.
create table open_run (
  id uuid primary key,
  transfer_id uuid not null,
  step_id uuid not null,
  kind text not null check (kind in ('shadow', 'reverse-shadow', 'teach-back')),
  receiver text not null,
  expert text not null check (expert <> receiver),
  agreed_at timestamptz not null,
  cues text not null,
  progress text not null,
  counter bigint not null,
  saved_at timestamptz not null,
  unique (step_id, receiver)
);

-- A formal run as it ended, written once before the first of its two signatures.
create table demonstration_run (
  id uuid primary key,
  transfer_id uuid not null,
  step_id uuid not null,
  step_label text not null,
  kind text not null check (kind in ('shadow', 'reverse-shadow', 'teach-back')),
  number integer not null check (number > 0),
  receiver text not null,
  expert text not null,
  agreed_at timestamptz not null,
  ended_at timestamptz not null,
  prompts integer not null check (prompts >= 0),
  right_first_time boolean,
  result text not null check (result in ('unaided', 'with-prompts', 'not-yet', 'watched', 'stopped')),
  critical_named integer not null,
  critical_total integer not null,
  needed_runs integer not null,
  needed_cues integer not null,
  cues text not null,
  remark text,
  stop_reason text,
  content_hash varchar(64) not null,
  unique (step_id, number)
);
create index demonstration_run_transfer on demonstration_run (transfer_id, step_label, number);
create table demonstration_run_aud (
  id uuid not null,
  rev bigint not null references revinfo,
  revtype smallint,
  transfer_id uuid,
  step_id uuid,
  step_label text,
  kind text,
  number integer,
  receiver text,
  expert text,
  agreed_at timestamptz,
  ended_at timestamptz,
  prompts integer,
  right_first_time boolean,
  result text,
  critical_named integer,
  critical_total integer,
  needed_runs integer,
  needed_cues integer,
  cues text,
  remark text,
  stop_reason text,
  content_hash varchar(64),
  primary key (id, rev)
);
create index demonstration_run_aud_rev on demonstration_run_aud (rev);

-- Practice leaves a count and nothing else: no person, no time, no result.
create table practice_count (
  step_id uuid not null,
  kind text not null check (kind in ('shadow', 'reverse-shadow', 'teach-back')),
  transfer_id uuid not null,
  runs integer not null check (runs > 0),
  primary key (step_id, kind)
);
create index practice_count_transfer on practice_count (transfer_id);

-- Which cues are critical. An item without a row: its cue is.
create table cue_mark (
  item_id uuid primary key,
  transfer_id uuid not null,
  critical boolean not null,
  item_title text not null,
  lock_version bigint not null
);
create table cue_mark_aud (
  item_id uuid not null,
  rev bigint not null references revinfo,
  revtype smallint,
  transfer_id uuid,
  critical boolean,
  item_title text,
  primary key (item_id, rev)
);
create index cue_mark_aud_rev on cue_mark_aud (rev);

call baton_append_only(array['demonstration_run', 'demonstration_run_aud', 'cue_mark_aud']);
