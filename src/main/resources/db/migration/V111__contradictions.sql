-- Two versions of two items that say different things about one step. Who noticed it, the third person, the outcome.
create table contradiction (
  id uuid primary key,
  transfer_id uuid not null,
  step_id uuid not null,
  first_item uuid not null,
  first_version integer not null,
  first_hash varchar(64) not null,
  second_item uuid not null,
  second_version integer not null,
  second_hash varchar(64) not null,
  label text not null,
  finding text not null check (finding in ('threshold', 'cue', 'member')),
  reason text not null,
  fingerprint text not null,
  raised_by text not null,
  raised_at timestamptz not null,
  state text not null check (state in ('proposed', 'open', 'decided', 'dismissed', 'lapsed')),
  arbiter text,
  outcome text check (outcome in ('both', 'first', 'second', 'trial')),
  words text,
  closed_at timestamptz,
  signature_id uuid,
  lock_version bigint not null
);
create index contradiction_transfer on contradiction (transfer_id, raised_at, id);
create index contradiction_first on contradiction (first_item);
create index contradiction_second on contradiction (second_item);
create unique index contradiction_once on contradiction (least(first_item, second_item), greatest(first_item, second_item))
  where state in ('proposed', 'open');
create table contradiction_aud (
  id uuid not null,
  rev bigint not null references revinfo,
  revtype smallint,
  transfer_id uuid,
  step_id uuid,
  first_item uuid,
  first_version integer,
  first_hash varchar(64),
  second_item uuid,
  second_version integer,
  second_hash varchar(64),
  label text,
  finding text,
  reason text,
  fingerprint text,
  raised_by text,
  raised_at timestamptz,
  state text,
  arbiter text,
  outcome text,
  words text,
  closed_at timestamptz,
  signature_id uuid,
  primary key (id, rev)
);
create index contradiction_aud_rev on contradiction_aud (rev);

-- What the arbiter signed stays as it was signed; only the signature itself is noted after it, once.
create function baton_arbitrated_once() returns trigger language plpgsql as $$
begin
  if tg_op = 'DELETE' or old.state in ('dismissed', 'lapsed') or old.signature_id is not null
      or (old.state = 'decided' and (new.state, new.first_item, new.first_version, new.first_hash, new.second_item,
          new.second_version, new.second_hash, new.reason, new.arbiter, new.outcome, new.words)
        is distinct from (old.state, old.first_item, old.first_version, old.first_hash, old.second_item,
          old.second_version, old.second_hash, old.reason, old.arbiter, old.outcome, old.words))
      or (new.id, new.transfer_id, new.step_id, new.first_item, new.second_item, new.raised_at)
        is distinct from (old.id, old.transfer_id, old.step_id, old.first_item, old.second_item, old.raised_at) then
    raise exception 'a contradiction is settled once' using errcode = 'insufficient_privilege';
  end if;
  return new;
end $$;
create trigger contradiction_settled_once before update or delete on contradiction
  for each row execute function baton_arbitrated_once();
create trigger contradiction_no_truncate before truncate on contradiction
  for each statement execute function baton_refuse_change();

call baton_append_only(array['contradiction_aud']);
