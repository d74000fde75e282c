-- News for one person; source makes the same news reach them once.
create table notice (
  id uuid primary key,
  username text not null,
  kind text not null,
  source text not null,
  message_key text not null,
  args text not null,
  link text,
  created timestamptz not null,
  read_at timestamptz,
  unique (username, source)
);
create index notice_username on notice (username, created desc);
create index notice_unread on notice (username) where read_at is null;
