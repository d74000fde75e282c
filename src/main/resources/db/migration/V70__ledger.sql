-- Two random numbers for each entry: the first keeps its leaf from being guessed, the second the values committed to.
alter table audit_entry add column salt uuid not null default gen_random_uuid();
alter table audit_entry add column value_salt uuid not null default gen_random_uuid();
-- The sealer takes entries by transaction.
create index audit_entry_tx on audit_entry (tx, no);

-- This installation's ledger; one row.
create table ledger (
  id uuid primary key,
  made_at timestamptz not null
);
create unique index ledger_is_one on ledger ((true));

-- Public keys; a key is good until the next one is there.
create table ledger_key (
  key_id text primary key,
  public_key bytea not null,
  valid_from timestamptz not null unique
);

-- The leaves in order, without gaps.
create table ledger_leaf (
  index bigint primary key check (index >= 0),
  no bigint not null unique,
  transfer_id uuid,
  transfer_no bigint,
  hash bytea not null check (length(hash) = 32),
  unique (transfer_id, transfer_no),
  check ((transfer_id is null) = (transfer_no is null))
);

-- Roots of complete subtrees of 256, 65,536, … leaves: level 1, 2, …
create table ledger_node (
  level integer not null check (level > 0),
  index bigint not null check (index >= 0),
  hash bytea not null check (length(hash) = 32),
  primary key (level, index)
);

create table ledger_checkpoint (
  size bigint primary key check (size >= 0),
  root_hash bytea not null check (length(root_hash) = 32),
  at timestamptz not null,
  key_id text not null references ledger_key,
  signature bytea not null
);

-- How far the sealer has looked: every transaction below the floor is sealed, in this cluster of databases.
create table ledger_floor (
  id bigint generated always as identity primary key,
  cluster bigint not null,
  floor bigint not null
);

-- Checkpoints that were told to somebody outside.
create table ledger_witness (
  id bigint generated always as identity primary key,
  kind text not null check (kind in ('mail', 'time-stamp')),
  place text not null,
  size bigint not null references ledger_checkpoint,
  at timestamptz not null,
  token bytea
);
create index ledger_witness_kind on ledger_witness (kind, id);

call baton_append_only(array['ledger', 'ledger_key', 'ledger_leaf', 'ledger_node', 'ledger_checkpoint', 'ledger_floor',
  'ledger_witness']);
