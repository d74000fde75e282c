-- Elicitation methods. A request has a method and perhaps an interviewer; a version keeps the method it was made with
-- by the hash of its definition, and who asked. All may be null: telling without a method needs none.
alter table capture_request add column method_id text;
alter table capture_request add column method_version integer;
alter table capture_request add column method_part integer;
alter table capture_request add column method_reason text;
alter table capture_request add column interviewer text;
alter table capture_request add column interview_minutes integer check (interview_minutes between 1 and 1000);
alter table capture_request add column not_now_until timestamptz;
alter table capture_request_aud add column method_id text;
alter table capture_request_aud add column method_version integer;
alter table capture_request_aud add column method_part integer;
alter table capture_request_aud add column method_reason text;
alter table capture_request_aud add column interviewer text;
alter table capture_request_aud add column interview_minutes integer;
create index capture_request_interviewer on capture_request (interviewer, due_at) where interviewer is not null;

alter table item_version add column method_id text;
alter table item_version add column method_version integer;
alter table item_version add column method_definition varchar(64);
alter table item_version add column interviewer text;
alter table item_version add column interview_minutes integer;
alter table item_version_aud add column method_id text;
alter table item_version_aud add column method_version integer;
alter table item_version_aud add column method_definition varchar(64);
alter table item_version_aud add column interviewer text;
alter table item_version_aud add column interview_minutes integer;

-- Every definition that anybody wrote with, by the SHA-256 of its text, so that an old item can always be shown with
-- the questions it answers.
create table method_definition (
  definition varchar(64) primary key,
  method_id text not null,
  method_version integer not null,
  source text not null,
  kept_at timestamptz not null
);
create index method_definition_id on method_definition (method_id, method_version);

call baton_append_only(array['method_definition']);
