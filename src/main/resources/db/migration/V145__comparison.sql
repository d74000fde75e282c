-- Sending unit against receiving unit, and how risky the differences are.
create table compared_aspect (
  id uuid primary key,
  transfer_id uuid not null,
  step_id uuid not null,
  step_label text not null,
  aspect text not null check (aspect in ('materials', 'equipment', 'method', 'premises', 'people', 'environment', 'scale')),
  sending text,
  receiving text,
  gap text not null check (gap in ('none', 'low', 'medium', 'high')),
  action text,
  owner text,
  due_on date,
  lock_version bigint not null,
  unique (step_id, aspect)
);
create index compared_aspect_transfer on compared_aspect (transfer_id);
create table compared_aspect_aud (
  id uuid not null,
  rev bigint not null references revinfo,
  revtype smallint,
  transfer_id uuid,
  step_id uuid,
  step_label text,
  aspect text,
  sending text,
  receiving text,
  gap text,
  action text,
  owner text,
  due_on date,
  primary key (id, rev)
);
create index compared_aspect_aud_rev on compared_aspect_aud (rev);

create table gap_score (
  id uuid primary key,
  aspect_id uuid not null references compared_aspect,
  transfer_id uuid not null,
  label text not null,
  after_action boolean not null,
  severity integer not null check (severity between 1 and 10),
  occurrence integer not null check (occurrence between 1 and 10),
  detection integer not null check (detection between 1 and 10),
  comment text,
  scored_by text not null,
  scored_at timestamptz not null
);
create index gap_score_transfer on gap_score (transfer_id, scored_at);
create table gap_score_aud (
  id uuid not null,
  rev bigint not null references revinfo,
  revtype smallint,
  aspect_id uuid,
  transfer_id uuid,
  label text,
  after_action boolean,
  severity integer,
  occurrence integer,
  detection integer,
  comment text,
  scored_by text,
  scored_at timestamptz,
  primary key (id, rev)
);
create index gap_score_aud_rev on gap_score_aud (rev);

call baton_append_only(array['gap_score', 'compared_aspect_aud', 'gap_score_aud']);
