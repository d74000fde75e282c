-- Who writes a draft together with its author, and what each of them signed before it could be submitted. A row of
-- co_author is for the draft of a request or, in rework, of an item; the newest row of a person says whether they write.
create table co_author (
  id uuid primary key,
  draft_id uuid not null,
  transfer_id uuid not null,
  username text not null,
  invited_by text not null,
  label text not null,
  invited_at timestamptz not null,
  left_reason text,
  lock_version bigint not null
);
create index co_author_draft on co_author (draft_id, invited_at);
create index co_author_person on co_author (username, draft_id);
create table co_author_aud (
  id uuid not null,
  rev bigint not null references revinfo,
  revtype smallint,
  draft_id uuid,
  transfer_id uuid,
  username text,
  invited_by text,
  label text,
  invited_at timestamptz,
  left_reason text,
  primary key (id, rev)
);
create index co_author_aud_rev on co_author_aud (rev);

-- The text as a co-author signed it. It counts for the version with the same hash; a text that was changed after stays
-- here as it was signed and counts for nothing.
create table co_authorship (
  id uuid primary key,
  item_id uuid not null,
  item_version integer not null,
  transfer_id uuid not null,
  username text not null,
  item_title text not null,
  content text not null,
  content_hash varchar(64) not null,
  signature_id uuid not null unique,
  signed_at timestamptz not null
);
create index co_authorship_item on co_authorship (item_id, item_version, content_hash);
create table co_authorship_aud (
  id uuid not null,
  rev bigint not null references revinfo,
  revtype smallint,
  item_id uuid,
  item_version integer,
  transfer_id uuid,
  username text,
  item_title text,
  content text,
  content_hash varchar(64),
  signature_id uuid,
  signed_at timestamptz,
  primary key (id, rev)
);
create index co_authorship_aud_rev on co_authorship_aud (rev);

alter table item_version add column co_authors text;
alter table item_version_aud add column co_authors text;

call baton_append_only(array['co_author_aud', 'co_authorship', 'co_authorship_aud']);
create index item_version_co_authors on item_version (step_id) where co_authors is not null;
