-- A call for contributions: a theme, steps, until when; who joined; what they said they would write.
create table contribution_call (
  id uuid primary key,
  transfer_id uuid not null,
  theme text not null,
  words text not null,
  steps text not null,
  until_day date not null,
  published_by text not null,
  published_at timestamptz not null,
  closed_reason text,
  lock_version bigint not null
);
create index contribution_call_transfer on contribution_call (transfer_id, published_at);
create table contribution_call_aud (
  id uuid not null,
  rev bigint not null references revinfo,
  revtype smallint,
  transfer_id uuid,
  theme text,
  words text,
  steps text,
  until_day date,
  published_by text,
  published_at timestamptz,
  closed_reason text,
  primary key (id, rev)
);
create index contribution_call_aud_rev on contribution_call_aud (rev);

create table call_sign_up (
  id uuid primary key,
  call_id uuid not null,
  transfer_id uuid not null,
  username text not null,
  theme text not null,
  signed_up_at timestamptz not null,
  unique (call_id, username)
);
create table call_sign_up_aud (
  id uuid not null,
  rev bigint not null references revinfo,
  revtype smallint,
  call_id uuid,
  transfer_id uuid,
  username text,
  theme text,
  signed_up_at timestamptz,
  primary key (id, rev)
);
create index call_sign_up_aud_rev on call_sign_up_aud (rev);

create table call_pledge (
  id uuid primary key,
  call_id uuid not null,
  transfer_id uuid not null,
  username text not null,
  step_id uuid not null,
  title text not null,
  capture_id uuid not null,
  pledged_at timestamptz not null
);
create index call_pledge_call on call_pledge (call_id, pledged_at);
create table call_pledge_aud (
  id uuid not null,
  rev bigint not null references revinfo,
  revtype smallint,
  call_id uuid,
  transfer_id uuid,
  username text,
  step_id uuid,
  title text,
  capture_id uuid,
  pledged_at timestamptz,
  primary key (id, rev)
);
create index call_pledge_aud_rev on call_pledge_aud (rev);

call baton_append_only(array['contribution_call_aud', 'call_sign_up', 'call_sign_up_aud', 'call_pledge', 'call_pledge_aud']);
