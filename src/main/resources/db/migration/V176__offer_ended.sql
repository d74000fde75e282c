-- A step that was let go of and that nobody took: its carrier keeps it, or the one asked says no. Both may happen at any time.
create table step_offer_ended (
  id uuid primary key,
  handover_id uuid not null unique references step_handover,
  transfer_id uuid not null,
  step_label text not null,
  ended_at timestamptz not null
);
create table step_offer_ended_aud (
  id uuid not null,
  rev bigint not null references revinfo,
  revtype smallint,
  handover_id uuid,
  transfer_id uuid,
  step_label text,
  ended_at timestamptz,
  primary key (id, rev)
);
create index step_offer_ended_aud_rev on step_offer_ended_aud (rev);
call baton_append_only(array['step_offer_ended', 'step_offer_ended_aud']);
