-- Where approved items landed, and the gates that were passed although something was missing.
create table landing (
  id uuid primary key,
  item_id uuid not null,
  item_version integer not null,
  transfer_id uuid not null,
  item_title text not null,
  item_hash varchar(64) not null,
  document text,
  section text,
  effective_on date,
  reason text,
  landed_by text not null,
  landed_at timestamptz not null,
  check ((document is null) = (effective_on is null)),
  check (document is not null or reason is not null)
);
create index landing_item on landing (item_id, item_version, landed_at);
create index landing_transfer on landing (transfer_id, landed_at);
create table landing_aud (
  id uuid not null,
  rev bigint not null references revinfo,
  revtype smallint,
  item_id uuid,
  item_version integer,
  transfer_id uuid,
  item_title text,
  item_hash varchar(64),
  document text,
  section text,
  effective_on date,
  reason text,
  landed_by text,
  landed_at timestamptz,
  primary key (id, rev)
);
create index landing_aud_rev on landing_aud (rev);

create table gate_override (
  id uuid primary key,
  transfer_id uuid not null,
  transfer_name text not null,
  phase text not null check (phase in ('initiation', 'planning', 'execution', 'close-out')),
  missing text not null,
  reason text not null,
  proposed_by text not null,
  proposed_at timestamptz not null
);
create index gate_override_transfer on gate_override (transfer_id, proposed_at);
create table gate_override_aud (
  id uuid not null,
  rev bigint not null references revinfo,
  revtype smallint,
  transfer_id uuid,
  transfer_name text,
  phase text,
  missing text,
  reason text,
  proposed_by text,
  proposed_at timestamptz,
  primary key (id, rev)
);
create index gate_override_aud_rev on gate_override_aud (rev);

call baton_append_only(array['landing', 'gate_override', 'landing_aud', 'gate_override_aud']);
