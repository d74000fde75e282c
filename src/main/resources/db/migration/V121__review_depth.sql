-- What a review says beyond yes and no: section by section, about a passage, and what triage finds of an established
-- condition.
alter table review_decision add column sections text;
alter table review_decision_aud add column sections text;

alter table triage add column condition text;
alter table triage add column category text;
alter table triage_aud add column condition text;
alter table triage_aud add column category text;

alter table question add column anchor text;
alter table question_aud add column anchor text;

-- A remark that holds up nobody.
create table review_comment (
  id uuid primary key,
  item_id uuid not null,
  item_version integer not null,
  transfer_id uuid not null,
  item_title text not null,
  said_by text not null,
  said_by_name text not null,
  said_by_site text not null,
  said_at timestamptz not null,
  text text not null,
  anchor text
);
create index review_comment_item on review_comment (item_id, said_at);
create table review_comment_aud (
  id uuid not null,
  rev bigint not null references revinfo,
  revtype smallint,
  item_id uuid,
  item_version integer,
  transfer_id uuid,
  item_title text,
  said_by text,
  said_by_name text,
  said_by_site text,
  said_at timestamptz,
  text text,
  anchor text,
  primary key (id, rev)
);
create index review_comment_aud_rev on review_comment_aud (rev);
call baton_append_only(array['review_comment', 'review_comment_aud']);
