-- Protocols and reports of transfers: each edition as it was made. Who signed it stands in the signatures.
create table transfer_document (
  id uuid primary key,
  transfer_id uuid not null,
  transfer_name text not null,
  kind text not null check (kind in ('protocol', 'report')),
  edition integer not null,
  content text not null,
  made_by text not null,
  made_at timestamptz not null,
  unique (transfer_id, kind, edition)
);
create table transfer_document_aud (
  id uuid not null,
  rev bigint not null references revinfo,
  revtype smallint,
  transfer_id uuid,
  transfer_name text,
  kind text,
  edition integer,
  content text,
  made_by text,
  made_at timestamptz,
  primary key (id, rev)
);
create index transfer_document_aud_rev on transfer_document_aud (rev);

call baton_append_only(array['transfer_document', 'transfer_document_aud']);
