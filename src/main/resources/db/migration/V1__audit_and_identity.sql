-- What the owner creates from here on, the application may use; tables of history take rights away again below.
alter default privileges grant select, insert, update, delete on tables to "${app_role}";
alter default privileges grant usage, select on sequences to "${app_role}";
grant usage on schema public to "${app_role}";

create function baton_refuse_change() returns trigger language plpgsql as $$
begin
  raise exception 'append-only table %', tg_table_name using errcode = 'insufficient_privilege';
end $$;

-- Makes a table append-only: the application loses the rights, and the owner runs into the triggers.
create procedure baton_append_only(tables text[]) language plpgsql as $$
declare name text;
begin
  foreach name in array tables loop
    execute format('revoke update, delete, truncate on %I from "${app_role}"', name);
    execute format('create trigger %I before update or delete on %I for each row execute function baton_refuse_change()',
      name || '_append_only', name);
    execute format('create trigger %I before truncate on %I for each statement execute function baton_refuse_change()',
      name || '_no_truncate', name);
  end loop;
end $$;

create sequence revinfo_seq;
create table revinfo (
  rev bigint primary key,
  revtstmp bigint not null,
  username text,
  role text,
  site text,
  zone text,
  reason text,
  address text,
  session text
);

create table audit_entry (
  no bigint generated always as identity primary key,
  tx bigint not null,
  at timestamptz not null,
  zone text not null,
  person text not null,
  username text not null,
  role text not null,
  site text not null,
  act text not null,
  record_type text not null,
  record_id text not null,
  record_label text not null,
  transfer_id uuid,
  item_id uuid,
  version integer,
  field text,
  old_value text,
  new_value text,
  unit text,
  reason text,
  address text,
  session text
);
create index audit_entry_transfer on audit_entry (transfer_id, no);
create index audit_entry_item on audit_entry (item_id, no);
create index audit_entry_username on audit_entry (username, no);
create index audit_entry_record on audit_entry (record_type, record_id, no);

create table site (
  id uuid primary key,
  name text not null unique,
  zone text not null,
  lock_version bigint not null
);
create table site_aud (
  id uuid not null,
  rev bigint not null references revinfo,
  revtype smallint,
  name text,
  zone text,
  primary key (id, rev)
);
create index site_aud_rev on site_aud (rev);

create table person (
  id uuid primary key,
  username text not null unique,
  name text not null,
  site_id uuid not null references site,
  password_hash text not null,
  must_change_password boolean not null,
  enabled boolean not null,
  failed_tries integer not null,
  locked_until timestamptz,
  identity_checked_by text,
  identity_checked_how text,
  identity_checked_on date,
  created_at timestamptz not null,
  lock_version bigint not null
);
create table person_aud (
  id uuid not null,
  rev bigint not null references revinfo,
  revtype smallint,
  username text,
  name text,
  site_id uuid,
  must_change_password boolean,
  enabled boolean,
  identity_checked_by text,
  identity_checked_how text,
  identity_checked_on date,
  primary key (id, rev)
);
create index person_aud_rev on person_aud (rev);

create table person_role (
  person_id uuid not null references person,
  role text not null,
  primary key (person_id, role)
);
create table person_role_aud (
  rev bigint not null references revinfo,
  person_id uuid not null,
  role text not null,
  revtype smallint,
  primary key (rev, person_id, role)
);

create table statement_acceptance (
  username text not null,
  version integer not null,
  accepted_at timestamptz not null,
  primary key (username, version)
);

-- Publications of events to listeners that run after commit (Spring Modulith's registry).
create table event_publication (
  id uuid primary key,
  listener_id text not null,
  event_type text not null,
  serialized_event text not null,
  publication_date timestamptz not null,
  completion_date timestamptz
);
create index event_publication_serialized_event on event_publication using hash (serialized_event);
create index event_publication_completion on event_publication (completion_date);

call baton_append_only(array['revinfo', 'audit_entry', 'site_aud', 'person_aud', 'person_role_aud',
  'statement_acceptance']);
