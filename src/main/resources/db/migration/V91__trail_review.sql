-- Reviews of the audit trail: the part of the ledger that was looked at, the sample with what was said of each act, and
-- the findings with what was done about them.
create table trail_review (
  id uuid primary key,
  transfer_id uuid not null,
  number integer not null,
  occasion text not null check (occasion in ('schedule', 'on-demand', 'close-out')),
  opened_by text not null,
  opened_at timestamptz not null,
  due_at timestamptz not null,
  rule integer not null,
  share_percent integer not null,
  share_at_least integer not null,
  share_at_most integer not null,
  seed text not null,
  team text not null,
  ledger_from bigint not null,
  ledger_to bigint not null,
  root_hash text not null,
  population integer not null,
  drawn integer not null,
  state text not null check (state in ('open', 'second', 'verification', 'signed')),
  reviewer text,
  second_reviewer text,
  verifier text,
  verification text,
  closed_at timestamptz,
  lock_version bigint not null,
  unique (transfer_id, number)
);
-- One review of a transfer at a time.
create unique index trail_review_open on trail_review (transfer_id) where state <> 'signed';
create table trail_review_aud (
  id uuid not null,
  rev bigint not null references revinfo,
  revtype smallint,
  transfer_id uuid,
  number integer,
  occasion text,
  opened_by text,
  opened_at timestamptz,
  due_at timestamptz,
  rule integer,
  share_percent integer,
  share_at_least integer,
  share_at_most integer,
  seed text,
  team text,
  ledger_from bigint,
  ledger_to bigint,
  root_hash text,
  population integer,
  drawn integer,
  state text,
  reviewer text,
  second_reviewer text,
  verifier text,
  verification text,
  closed_at timestamptz,
  primary key (id, rev)
);
create index trail_review_aud_rev on trail_review_aud (rev);

create table trail_review_entry (
  id uuid primary key,
  review_id uuid not null references trail_review,
  transfer_id uuid not null,
  review_number integer not null,
  position integer not null,
  act_no bigint not null,
  act text not null,
  record_type text not null,
  doer text not null,
  criterion text,
  digest text not null,
  answer text check (answer in ('in-order', 'finding')),
  answered_by text,
  answered_at timestamptz,
  lock_version bigint not null,
  unique (review_id, position),
  unique (review_id, act_no)
);
create table trail_review_entry_aud (
  id uuid not null,
  rev bigint not null references revinfo,
  revtype smallint,
  review_id uuid,
  transfer_id uuid,
  review_number integer,
  position integer,
  act_no bigint,
  act text,
  record_type text,
  doer text,
  criterion text,
  digest text,
  answer text,
  answered_by text,
  answered_at timestamptz,
  primary key (id, rev)
);
create index trail_review_entry_aud_rev on trail_review_entry_aud (rev);

create table trail_finding (
  id uuid primary key,
  review_id uuid not null references trail_review,
  transfer_id uuid not null,
  review_number integer not null,
  number integer not null,
  entry_position integer not null,
  what text not null,
  severity text not null check (severity in ('minor', 'major', 'critical')),
  action text not null,
  responsible text not null,
  due_on date not null,
  raised_by text not null,
  raised_at timestamptz not null,
  state text not null check (state in ('raised', 'dropped', 'open', 'answered', 'accepted')),
  answer text,
  answered_at timestamptz,
  remark text,
  accepted_by text,
  accepted_at timestamptz,
  lock_version bigint not null,
  unique (review_id, number)
);
create index trail_finding_transfer on trail_finding (transfer_id, review_number, number);
create table trail_finding_aud (
  id uuid not null,
  rev bigint not null references revinfo,
  revtype smallint,
  review_id uuid,
  transfer_id uuid,
  review_number integer,
  number integer,
  entry_position integer,
  what text,
  severity text,
  action text,
  responsible text,
  due_on date,
  raised_by text,
  raised_at timestamptz,
  state text,
  answer text,
  answered_at timestamptz,
  remark text,
  accepted_by text,
  accepted_at timestamptz,
  primary key (id, rev)
);
create index trail_finding_aud_rev on trail_finding_aud (rev);

-- What a review is about never changes, and nothing of it does once it is signed.
create function baton_trail_review_stays() returns trigger language plpgsql as $$
begin
  if tg_op = 'DELETE' or old.state = 'signed'
      or (new.id, new.transfer_id, new.number, new.occasion, new.opened_by, new.opened_at, new.rule, new.share_percent,
          new.share_at_least, new.share_at_most, new.seed, new.team, new.ledger_from, new.ledger_to, new.root_hash,
          new.population, new.drawn)
        is distinct from (old.id, old.transfer_id, old.number, old.occasion, old.opened_by, old.opened_at, old.rule,
          old.share_percent, old.share_at_least, old.share_at_most, old.seed, old.team, old.ledger_from, old.ledger_to,
          old.root_hash, old.population, old.drawn) then
    raise exception 'a review of the trail stays as it was drawn and signed' using errcode = 'insufficient_privilege';
  end if;
  return new;
end $$;
create trigger trail_review_stays before update or delete on trail_review
  for each row execute function baton_trail_review_stays();

-- Who has looked changes as long as the review is not signed; what is looked at never does.
create function baton_trail_review_entry_stays() returns trigger language plpgsql as $$
begin
  if tg_op = 'DELETE' or exists (select from trail_review r where r.id = old.review_id and r.state = 'signed')
      or (new.id, new.review_id, new.position, new.act_no, new.act, new.record_type, new.doer, new.criterion, new.digest)
        is distinct from (old.id, old.review_id, old.position, old.act_no, old.act, old.record_type, old.doer,
          old.criterion, old.digest) then
    raise exception 'what is looked at in a review of the trail stays' using errcode = 'insufficient_privilege';
  end if;
  return new;
end $$;
create trigger trail_review_entry_stays before update or delete on trail_review_entry
  for each row execute function baton_trail_review_entry_stays();

-- A finding keeps its words; what is done about it is added.
create function baton_trail_finding_stays() returns trigger language plpgsql as $$
begin
  if tg_op = 'DELETE' or old.state in ('dropped', 'accepted')
      or (new.id, new.review_id, new.number, new.entry_position, new.what, new.severity, new.action, new.responsible,
          new.due_on, new.raised_by, new.raised_at)
        is distinct from (old.id, old.review_id, old.number, old.entry_position, old.what, old.severity, old.action,
          old.responsible, old.due_on, old.raised_by, old.raised_at) then
    raise exception 'a finding stays as it was raised' using errcode = 'insufficient_privilege';
  end if;
  return new;
end $$;
create trigger trail_finding_stays before update or delete on trail_finding
  for each row execute function baton_trail_finding_stays();

create trigger trail_review_no_truncate before truncate on trail_review
  for each statement execute function baton_refuse_change();
create trigger trail_review_entry_no_truncate before truncate on trail_review_entry
  for each statement execute function baton_refuse_change();
create trigger trail_finding_no_truncate before truncate on trail_finding
  for each statement execute function baton_refuse_change();

call baton_append_only(array['trail_review_aud', 'trail_review_entry_aud', 'trail_finding_aud']);
