-- What an auditor may look at, and until when: one row per auditor who is limited. scope null = every transfer.
create table inspection (
  id uuid primary key,
  username text not null unique,
  scope text,
  ends_at timestamptz not null,
  lock_version bigint not null
);
create table inspection_aud (
  id uuid not null,
  rev bigint not null references revinfo,
  revtype smallint,
  username text,
  scope text,
  ends_at timestamptz,
  primary key (id, rev)
);
create index inspection_aud_rev on inspection_aud (rev);
call baton_append_only(array['inspection_aud']);
