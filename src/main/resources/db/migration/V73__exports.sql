-- Exports that were asked for and how far they are. What was taken out, by whom and when stands in the trail; rows here
-- only serve those who wait.
create table trail_export (
  id uuid primary key,
  transfer_id uuid not null,
  username text not null,
  form text not null check (form in ('xlsx', 'jsonl', 'pdf')),
  state text not null check (state in ('queued', 'running', 'done', 'failed', 'cancelled')),
  rows_done bigint not null,
  rows_of bigint,
  fault text,
  node text not null,
  asked_at timestamptz not null,
  expires_at timestamptz
);
create index trail_export_username on trail_export (username, transfer_id, asked_at);
create index trail_export_open on trail_export (node) where state in ('queued', 'running');
