-- After the hand-over: looks at whether an item still holds, and deviations at the receiving unit with the question
-- whether it was known at the sending unit.
create table item_check (
  id uuid primary key,
  transfer_id uuid not null,
  item_id uuid not null,
  item_version integer not null,
  item_title text not null,
  words text not null,
  checked_by text not null,
  checked_at timestamptz not null
);
create index item_check_transfer on item_check (transfer_id, checked_at);
create table item_check_aud (
  id uuid not null,
  rev bigint not null references revinfo,
  revtype smallint,
  transfer_id uuid,
  item_id uuid,
  item_version integer,
  item_title text,
  words text,
  checked_by text,
  checked_at timestamptz,
  primary key (id, rev)
);
create index item_check_aud_rev on item_check_aud (rev);

create table receiving_deviation (
  id uuid primary key,
  transfer_id uuid not null,
  reference text not null,
  happened_on date not null,
  what text not null,
  known text not null check (known in ('yes', 'no', 'unclear')),
  item_id uuid,
  reason text,
  recorded_by text not null,
  recorded_at timestamptz not null,
  check (item_id is null or known = 'yes')
);
create index receiving_deviation_transfer on receiving_deviation (transfer_id, reference, recorded_at);
create table receiving_deviation_aud (
  id uuid not null,
  rev bigint not null references revinfo,
  revtype smallint,
  transfer_id uuid,
  reference text,
  happened_on date,
  what text,
  known text,
  item_id uuid,
  reason text,
  recorded_by text,
  recorded_at timestamptz,
  primary key (id, rev)
);
create index receiving_deviation_aud_rev on receiving_deviation_aud (rev);

-- Who was trained on something that is not in force any more, and has taken note of that.
create table training_warning (
  id uuid primary key,
  transfer_id uuid not null,
  username text not null,
  item_id uuid not null,
  item_version integer not null,
  item_title text not null,
  seen_at timestamptz not null
);
create index training_warning_person on training_warning (username, item_id, item_version);
create table training_warning_aud (
  id uuid not null,
  rev bigint not null references revinfo,
  revtype smallint,
  transfer_id uuid,
  username text,
  item_id uuid,
  item_version integer,
  item_title text,
  seen_at timestamptz,
  primary key (id, rev)
);
create index training_warning_aud_rev on training_warning_aud (rev);

call baton_append_only(array['item_check', 'item_check_aud', 'receiving_deviation', 'receiving_deviation_aud',
  'training_warning', 'training_warning_aud']);
