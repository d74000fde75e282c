-- Rounds of the pulse and what the lead says to them are records like all others.
create table pulse_round (
  id uuid primary key,
  transfer_id uuid not null references transfer,
  transfer_name text not null,
  no integer not null,
  per_site boolean not null,
  opened_at timestamptz not null,
  closes_at timestamptz not null,
  closed_at timestamptz,
  opened integer not null,
  lock_version bigint not null,
  unique (transfer_id, no)
);
create table pulse_round_aud (
  id uuid not null,
  rev bigint not null references revinfo,
  revtype smallint,
  transfer_id uuid,
  transfer_name text,
  no integer,
  per_site boolean,
  opened_at timestamptz,
  closes_at timestamptz,
  closed_at timestamptz,
  opened integer,
  primary key (id, rev)
);
create index pulse_round_aud_rev on pulse_round_aud (rev);

create table pulse_reply (
  id uuid primary key,
  round_id uuid not null unique references pulse_round,
  transfer_id uuid not null,
  transfer_name text not null,
  said text not null,
  did text not null,
  replied_by text not null,
  replied_at timestamptz not null
);
create table pulse_reply_aud (
  id uuid not null,
  rev bigint not null references revinfo,
  revtype smallint,
  round_id uuid,
  transfer_id uuid,
  transfer_name text,
  said text,
  did text,
  replied_by text,
  replied_at timestamptz,
  primary key (id, rev)
);
create index pulse_reply_aud_rev on pulse_reply_aud (rev);
call baton_append_only(array['pulse_round_aud', 'pulse_reply', 'pulse_reply_aud']);

-- The answers are anonymous by construction, and therefore no records: no person, no time, no trail.
-- A ballot is sealed with a key that is never in the database and is thrown away as soon as the ballot is opened.
create table pulse_ballot (
  id uuid primary key,
  transfer_id uuid not null,
  pool text not null,
  seal uuid not null,
  sealed bytea not null
);
create index pulse_ballot_transfer on pulse_ballot (transfer_id);
-- Lets nobody answer twice; computed with a key that is thrown away when the round ends, and emptied then.
create table pulse_mark (
  round_id uuid not null,
  mark bytea not null,
  primary key (round_id, mark)
);
-- At least five at a time, written anew as a whole in random order each time.
create table pulse_answer (
  id uuid primary key,
  round_id uuid not null,
  site text,
  handing_over integer not null check (handing_over between 1 and 5),
  heard integer not null check (heard between 1 and 5),
  line text
);
create index pulse_answer_round on pulse_answer (round_id);
