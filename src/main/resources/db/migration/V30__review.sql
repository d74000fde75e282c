-- What is noted in a review round: each row belongs to one version of one item.
create table review_decision (
  id uuid primary key,
  item_id uuid not null,
  item_version integer not null,
  transfer_id uuid not null,
  item_title text not null,
  stage text not null check (stage in ('peer-review', 'receiver-review', 'approval')),
  decision text not null check (decision in ('accept', 'refuse')),
  comment text,
  decided_by text not null,
  decided_at timestamptz not null,
  signature_id uuid not null references signature deferrable initially deferred,
  unique (item_id, item_version, stage)
);
create table review_decision_aud (
  id uuid not null,
  rev bigint not null references revinfo,
  revtype smallint,
  stage text,
  decision text,
  comment text,
  primary key (id, rev)
);
create index review_decision_aud_rev on review_decision_aud (rev);

create table question (
  id uuid primary key,
  item_id uuid not null,
  item_version integer not null,
  transfer_id uuid not null,
  item_title text not null,
  stage text not null check (stage in ('peer-review', 'receiver-review', 'triage', 'approval')),
  asked_by text not null,
  asked_by_name text not null,
  asked_by_site text not null,
  asked_at timestamptz not null,
  text text not null,
  answer text,
  answered_by text,
  answered_at timestamptz,
  lock_version bigint not null,
  check ((answer is null) = (answered_by is null) and (answer is null) = (answered_at is null))
);
create index question_item on question (item_id, asked_at);
create table question_aud (
  id uuid not null,
  rev bigint not null references revinfo,
  revtype smallint,
  stage text,
  text text,
  answer text,
  primary key (id, rev)
);
create index question_aud_rev on question_aud (rev);

create table triage (
  id uuid primary key,
  item_id uuid not null,
  item_version integer not null,
  transfer_id uuid not null,
  item_title text not null,
  outcome text not null check (outcome in ('within-range', 'deviation', 'change-control', 'established-condition')),
  reference text,
  comment text,
  triaged_by text not null,
  triaged_at timestamptz not null,
  signature_id uuid not null references signature deferrable initially deferred,
  unique (item_id, item_version),
  check ((outcome = 'within-range') = (reference is null))
);
create table triage_aud (
  id uuid not null,
  rev bigint not null references revinfo,
  revtype smallint,
  outcome text,
  reference text,
  comment text,
  primary key (id, rev)
);
create index triage_aud_rev on triage_aud (rev);

create table peer_naming (
  id uuid primary key,
  item_id uuid not null,
  item_version integer not null,
  transfer_id uuid not null,
  item_title text not null,
  peer text not null,
  reason text not null,
  item_hash varchar(64) not null,
  named_by text not null,
  named_at timestamptz not null
);
create index peer_naming_item on peer_naming (item_id, item_version, named_at);
create table peer_naming_aud (
  id uuid not null,
  rev bigint not null references revinfo,
  revtype smallint,
  peer text,
  reason text,
  primary key (id, rev)
);
create index peer_naming_aud_rev on peer_naming_aud (rev);

create table hold_lift (
  id uuid primary key,
  item_id uuid not null,
  item_version integer not null,
  transfer_id uuid not null,
  item_title text not null,
  reference text not null,
  reason text not null,
  item_hash varchar(64) not null,
  lifted_by text not null,
  lifted_at timestamptz not null,
  unique (item_id, item_version)
);
create table hold_lift_aud (
  id uuid not null,
  rev bigint not null references revinfo,
  revtype smallint,
  reference text,
  reason text,
  primary key (id, rev)
);
create index hold_lift_aud_rev on hold_lift_aud (rev);

-- A question keeps its words; only its answer is written once, later.
create function baton_question_answered_once() returns trigger language plpgsql as $$
begin
  if tg_op = 'DELETE' or old.answer is not null
      or (new.id, new.item_id, new.item_version, new.stage, new.asked_by, new.asked_at, new.text)
        is distinct from (old.id, old.item_id, old.item_version, old.stage, old.asked_by, old.asked_at, old.text) then
    raise exception 'a question is answered once' using errcode = 'insufficient_privilege';
  end if;
  return new;
end $$;
create trigger question_answered_once before update or delete on question
  for each row execute function baton_question_answered_once();

call baton_append_only(array['review_decision', 'triage', 'peer_naming', 'hold_lift', 'review_decision_aud',
  'question_aud', 'triage_aud', 'peer_naming_aud', 'hold_lift_aud']);
