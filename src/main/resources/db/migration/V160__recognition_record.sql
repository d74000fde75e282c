-- Every way of giving has its credit; one that was given at a step and not to an item has no item.
alter table credit drop constraint credit_act_check;
alter table credit add constraint credit_act_check check (act in ('authorship', 'co-authorship', 'interviewed',
  'wrote-out', 'peer-review', 'receiver-review', 'arbitrated', 'demonstrated', 'witnessed'));
alter table credit drop constraint credit_signature_id_act_key;
alter table credit add constraint credit_signature_id_act_username_key unique (signature_id, act, username);
alter table credit alter column item_id drop not null;
alter table credit alter column item_version drop not null;
alter table credit add column step_id uuid;
alter table credit_aud add column step_id uuid;
create index credit_step on credit (step_id);

-- Why a credit counts no longer.
alter table credit_withdrawal add column cause text not null default 'withdrawn'
  check (cause in ('withdrawn', 'altered'));
alter table credit_withdrawal_aud add column cause text default 'withdrawn';
alter table credit_withdrawal alter column item_id drop not null;

-- Who of the receiving site has read an item, and when for the first time. Shown as a number, never as a list.
create table item_reading (
  item_id uuid not null,
  reader text not null,
  version integer not null,
  first_read_at timestamptz not null,
  primary key (item_id, reader)
);
insert into item_reading (item_id, reader, version, first_read_at)
  select distinct on (item_id, reader) item_id, reader, version, opened_at from item_opening
  order by item_id, reader, version;

-- Who may see a person's recognition record: each choice is a row of its own, the latest one holds.
create table visibility_choice (
  id uuid primary key,
  username text not null,
  visibility text not null check (visibility in ('everybody', 'transfers', 'me')),
  chosen_at timestamptz not null
);
create index visibility_choice_username on visibility_choice (username, chosen_at desc);
create table visibility_choice_aud (
  id uuid not null,
  rev bigint not null references revinfo,
  revtype smallint,
  username text,
  visibility text,
  chosen_at timestamptz,
  primary key (id, rev)
);
create index visibility_choice_aud_rev on visibility_choice_aud (rev);

call baton_append_only(array['item_reading', 'visibility_choice', 'visibility_choice_aud']);
