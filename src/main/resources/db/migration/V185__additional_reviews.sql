-- Reviews beyond the four people, asked for by the routing table, once for each version.
create table review_addition (
  id uuid primary key,
  item_id uuid not null,
  item_version integer not null,
  transfer_id uuid not null,
  item_title text not null,
  stage text not null check (stage in ('second-peer-review', 'specialist-review', 'second-receiver-review',
    'site-quality-review')),
  possible boolean not null,
  asked_at timestamptz not null,
  unique (item_id, item_version, stage)
);
create table review_addition_aud (
  id uuid not null,
  rev bigint not null references revinfo,
  revtype smallint,
  item_id uuid,
  item_version integer,
  transfer_id uuid,
  item_title text,
  stage text,
  possible boolean,
  asked_at timestamptz,
  primary key (id, rev)
);
create index review_addition_aud_rev on review_addition_aud (rev);
call baton_append_only(array['review_addition', 'review_addition_aud']);

alter table review_decision drop constraint review_decision_stage_check;
alter table review_decision add constraint review_decision_stage_check check (stage in ('peer-review',
  'second-peer-review', 'specialist-review', 'receiver-review', 'second-receiver-review', 'site-quality-review',
  'approval'));
alter table question drop constraint question_stage_check;
alter table question add constraint question_stage_check check (stage in ('peer-review', 'second-peer-review',
  'specialist-review', 'receiver-review', 'second-receiver-review', 'site-quality-review', 'triage', 'approval'));
