-- Envers keeps the full image of a row, so that every altered field can be noticed.
do $$
declare
  image record;
begin
  for image in select * from (values
    ('person', 'created_at timestamptz'),
    ('transfer', 'created_at timestamptz'),
    ('capture_request', 'label text, requested_at timestamptz'),
    ('knowledge_item', 'title text, step_position integer, created_at timestamptz'),
    ('review_decision', 'item_id uuid, item_version integer, transfer_id uuid, item_title text, decided_by text,'
      || ' decided_at timestamptz, signature_id uuid'),
    ('question', 'item_id uuid, item_version integer, transfer_id uuid, item_title text, asked_by text,'
      || ' asked_by_name text, asked_by_site text, asked_at timestamptz, answered_by text, answered_at timestamptz'),
    ('triage', 'item_id uuid, item_version integer, transfer_id uuid, item_title text, triaged_by text,'
      || ' triaged_at timestamptz, signature_id uuid'),
    ('peer_naming', 'item_id uuid, item_version integer, transfer_id uuid, item_title text, item_hash varchar(64),'
      || ' named_by text, named_at timestamptz'),
    ('hold_lift', 'item_id uuid, item_version integer, transfer_id uuid, item_title text, item_hash varchar(64),'
      || ' lifted_by text, lifted_at timestamptz'),
    ('credit', 'item_id uuid, item_version integer, item_title text, transfer_id uuid, signed_at timestamptz,'
      || ' credited_at timestamptz'),
    ('credit_withdrawal', 'transfer_id uuid, item_id uuid, item_title text, withdrawn_at timestamptz'),
    ('thank_you', 'from_username text, item_id uuid, transfer_id uuid, item_title text, said_at timestamptz'),
    ('thanks_answer', 'thanks_id uuid, transfer_id uuid, item_id uuid, item_title text, said_at timestamptz')
  ) as images (name, columns) loop
    execute format('alter table %I ', image.name || '_aud')
      || (select string_agg('add column ' || trim(part), ', ') from unnest(string_to_array(image.columns, ',')) part);
    execute format('alter table %I disable trigger %I', image.name || '_aud', image.name || '_aud_append_only');
    execute format('update %I a set ', image.name || '_aud')
      || (select string_agg(format('%1$I = t.%1$I', split_part(trim(part), ' ', 1)), ', ')
          from unnest(string_to_array(image.columns, ',')) part)
      || format(' from %I t where t.id = a.id', image.name);
    execute format('alter table %I enable trigger %I', image.name || '_aud', image.name || '_aud_append_only');
  end loop;
end $$;
alter table nothing_hidden_aud add column label text;
alter table nothing_hidden_aud disable trigger nothing_hidden_aud_append_only;
update nothing_hidden_aud a set label = t.label from nothing_hidden t where t.capture_id = a.capture_id;
alter table nothing_hidden_aud enable trigger nothing_hidden_aud_append_only;
-- What earlier revisions of records that change did not hold yet.
alter table question_aud disable trigger question_aud_append_only;
update question_aud set answered_by = null, answered_at = null where answer is null;
alter table question_aud enable trigger question_aud_append_only;
alter table knowledge_item_aud disable trigger knowledge_item_aud_append_only;
update knowledge_item_aud a set title = v.title from item_version v
  where v.item_id = a.id and v.version = a.latest_version;
alter table knowledge_item_aud enable trigger knowledge_item_aud_append_only;

-- Which transaction a revision belongs to: the trail's entries of the same transaction tell the same story.
alter table revinfo add column tx bigint;
alter table revinfo alter column tx set default pg_current_xact_id()::text::bigint;
create index if not exists audit_entry_tx on audit_entry (tx);

create table integrity_run (
  id uuid primary key,
  state text not null check (state in ('running', 'finished', 'cancelled', 'interrupted', 'failed')),
  started_by text not null,
  started_at timestamptz not null,
  finished_at timestamptz,
  step text,
  step_number integer not null,
  steps integer not null,
  done bigint not null,
  total bigint not null,
  findings integer not null,
  cancel_asked boolean not null
);
create index integrity_run_started on integrity_run (started_at desc, id);
create function baton_run_ends_once() returns trigger language plpgsql as $$
begin
  if tg_op = 'DELETE' or old.state <> 'running'
      or (new.id, new.started_by, new.started_at) is distinct from (old.id, old.started_by, old.started_at) then
    raise exception 'a run of the integrity checks stays as it ended' using errcode = 'insufficient_privilege';
  end if;
  return new;
end $$;
create trigger integrity_run_ends_once before update or delete on integrity_run
  for each row execute function baton_run_ends_once();
create trigger integrity_run_no_truncate before truncate on integrity_run
  for each statement execute function baton_refuse_change();

create table integrity_finding (
  run_id uuid not null references integrity_run,
  no integer not null,
  check_name text not null,
  place text not null,
  kind text not null,
  what text not null,
  advice text not null,
  fingerprint varchar(64) not null,
  primary key (run_id, no)
);
create index integrity_finding_fingerprint on integrity_finding (fingerprint);

-- Quality has looked into a finding and says what was done; the same finding raises no alarm again.
create table integrity_resolution (
  id uuid primary key,
  fingerprint varchar(64) not null,
  run_id uuid not null references integrity_run,
  username text not null,
  printed_name text not null,
  reason text not null,
  resolved_at timestamptz not null
);
create index integrity_resolution_fingerprint on integrity_resolution (fingerprint);

-- What the trail looked like when it was last checked, in blocks of numbers; the same lines stand in a file outside.
create table integrity_mark (
  from_no bigint primary key,
  to_no bigint not null,
  entries bigint not null,
  digest text not null,
  marked_at timestamptz not null
);

-- The settings of the last start; the trail has an entry for each change.
create table setting_seen (
  name text not null,
  seen_at timestamptz not null,
  value text,
  primary key (name, seen_at)
);

call baton_append_only(array['integrity_finding', 'integrity_resolution', 'integrity_mark', 'setting_seen']);
