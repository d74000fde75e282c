-- When somebody is away, and who stands in for them.
create table absence (
  id uuid primary key,
  username text not null,
  begins_on date not null,
  ends_on date not null,
  delegate text,
  noted_at timestamptz,
  lock_version bigint not null
);
create index absence_username on absence (username, ends_on);
create table absence_aud (
  id uuid not null,
  rev bigint not null references revinfo,
  revtype smallint,
  username text,
  begins_on date,
  ends_on date,
  delegate text,
  primary key (id, rev)
);
create index absence_aud_rev on absence_aud (rev);
call baton_append_only(array['absence_aud']);
