-- Tasks that ended through the one door: what a repeat of the same call is answered with.
create table completed_task (
  task_id text primary key,
  username text not null,
  kind text not null,
  decision text not null,
  transfer_id uuid not null,
  item_ids text not null,
  signature_ids text not null,
  completed_at timestamptz not null
);
create index completed_task_username on completed_task (username, completed_at);
call baton_append_only(array['completed_task']);
