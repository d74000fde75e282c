-- What the two units and quality accept at the end of a transfer. Who accepted it stands in the signatures.
create table acceptance (
  id uuid primary key,
  transfer_id uuid not null,
  transfer_name text not null,
  statement text not null,
  items text not null,
  overrides text not null,
  begun_by text not null,
  begun_at timestamptz not null
);
create index acceptance_transfer on acceptance (transfer_id, begun_at);
create table acceptance_aud (
  id uuid not null,
  rev bigint not null references revinfo,
  revtype smallint,
  transfer_id uuid,
  transfer_name text,
  statement text,
  items text,
  overrides text,
  begun_by text,
  begun_at timestamptz,
  primary key (id, rev)
);
create index acceptance_aud_rev on acceptance_aud (rev);

call baton_append_only(array['acceptance', 'acceptance_aud']);
