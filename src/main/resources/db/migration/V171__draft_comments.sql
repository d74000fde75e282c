-- Informal comments on a draft before anybody reviews it: to whom its author opened it, and what colleagues said.
alter table capture_request add column open_to text;
alter table capture_request_aud add column open_to text;
create index capture_request_open_to on capture_request (step_id) where open_to is not null and state = 'open';

create table draft_comment (
  id uuid primary key,
  capture_id uuid not null,
  transfer_id uuid not null,
  item_id uuid not null,
  field text not null,
  quote text not null,
  words text not null,
  said_by text not null,
  said_at timestamptz not null,
  label text not null,
  settled boolean not null,
  lock_version bigint not null
);
create index draft_comment_capture on draft_comment (capture_id, said_at);
create table draft_comment_aud (
  id uuid not null,
  rev bigint not null references revinfo,
  revtype smallint,
  capture_id uuid,
  transfer_id uuid,
  item_id uuid,
  field text,
  quote text,
  words text,
  said_by text,
  said_at timestamptz,
  label text,
  settled boolean,
  primary key (id, rev)
);
create index draft_comment_aud_rev on draft_comment_aud (rev);

call baton_append_only(array['draft_comment_aud']);
