-- Who was trained, in what, until when. transfer_id null: for every transfer. A reading names the item and its version.
create table training_record (
  id uuid primary key,
  username text not null,
  kind text not null check (kind in ('instruction', 'briefing', 'reading')),
  transfer_id uuid,
  item_id uuid,
  item_version integer,
  subject text not null,
  statement text,
  trained_at timestamptz not null,
  valid_until timestamptz,
  recorded_by text not null,
  lock_version bigint not null
);
create index training_record_person on training_record (username, trained_at);
create index training_record_transfer on training_record (transfer_id);
create index training_record_item on training_record (item_id, item_version);
create table training_record_aud (
  id uuid not null,
  rev bigint not null references revinfo,
  revtype smallint,
  username text,
  kind text,
  transfer_id uuid,
  item_id uuid,
  item_version integer,
  subject text,
  statement text,
  trained_at timestamptz,
  valid_until timestamptz,
  recorded_by text,
  primary key (id, rev)
);
create index training_record_aud_rev on training_record_aud (rev);
call baton_append_only(array['training_record_aud']);

-- A record of training is never taken away and says for ever what it was about; only its end may be moved.
create function baton_training_stays() returns trigger language plpgsql as $$
begin
  if tg_op = 'DELETE' or (new.id, new.username, new.kind, new.transfer_id, new.item_id, new.item_version, new.subject,
        new.statement, new.trained_at, new.recorded_by)
      is distinct from (old.id, old.username, old.kind, old.transfer_id, old.item_id, old.item_version, old.subject,
        old.statement, old.trained_at, old.recorded_by) then
    raise exception 'a record of training stays' using errcode = 'insufficient_privilege';
  end if;
  return new;
end $$;
create trigger training_record_stays before update or delete on training_record
  for each row execute function baton_training_stays();
