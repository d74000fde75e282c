create table signature (
  id uuid primary key,
  subject_type text not null,
  subject_id uuid not null,
  subject_version integer not null,
  subject_title text not null,
  transfer_id uuid not null,
  item_id uuid,
  meaning text not null check (meaning in ('AUTHORSHIP', 'REVIEW', 'RESPONSIBILITY', 'APPROVAL', 'WITNESS')),
  username text not null,
  printed_name text not null,
  role text not null,
  site text not null,
  signed_at timestamptz not null,
  zone text not null,
  content_hash varchar(64) not null,
  decision text,
  comment text
);
create index signature_subject on signature (subject_type, subject_id, signed_at);
create index signature_transfer on signature (transfer_id, signed_at);
create index signature_username on signature (username, signed_at);
create table signature_aud (
  id uuid not null,
  rev bigint not null references revinfo,
  revtype smallint,
  subject_type text,
  subject_id uuid,
  subject_version integer,
  subject_title text,
  transfer_id uuid,
  item_id uuid,
  meaning text,
  username text,
  printed_name text,
  role text,
  site text,
  signed_at timestamptz,
  zone text,
  content_hash varchar(64),
  decision text,
  comment text,
  primary key (id, rev)
);
create index signature_aud_rev on signature_aud (rev);
call baton_append_only(array['signature', 'signature_aud']);
