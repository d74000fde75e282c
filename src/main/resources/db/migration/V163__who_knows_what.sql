-- A question to those who know a step, and what they say; both stand on the step's page.
create table step_question (
  id uuid primary key,
  step_id uuid not null references process_step,
  transfer_id uuid not null,
  step_label text not null,
  asked_by text not null,
  text text not null,
  asked_at timestamptz not null
);
create index step_question_step on step_question (step_id, asked_at);
create table step_question_aud (
  id uuid not null,
  rev bigint not null references revinfo,
  revtype smallint,
  step_id uuid,
  transfer_id uuid,
  step_label text,
  asked_by text,
  text text,
  asked_at timestamptz,
  primary key (id, rev)
);
create index step_question_aud_rev on step_question_aud (rev);
create table step_answer (
  id uuid primary key,
  question_id uuid not null references step_question,
  transfer_id uuid not null,
  step_label text not null,
  answered_by text not null,
  text text not null,
  answered_at timestamptz not null
);
create index step_answer_question on step_answer (question_id, answered_at);
create table step_answer_aud (
  id uuid not null,
  rev bigint not null references revinfo,
  revtype smallint,
  question_id uuid,
  transfer_id uuid,
  step_label text,
  answered_by text,
  text text,
  answered_at timestamptz,
  primary key (id, rev)
);
create index step_answer_aud_rev on step_answer_aud (rev);

-- Who carries a step is handed on by two signatures: what one says last, and what the other says first.
create table step_handover (
  id uuid primary key,
  step_id uuid not null references process_step,
  transfer_id uuid not null,
  step_label text not null,
  from_username text not null,
  to_username text not null,
  last_word text,
  offered_at timestamptz not null
);
create index step_handover_step on step_handover (step_id, offered_at desc);
create table step_handover_aud (
  id uuid not null,
  rev bigint not null references revinfo,
  revtype smallint,
  step_id uuid,
  transfer_id uuid,
  step_label text,
  from_username text,
  to_username text,
  last_word text,
  offered_at timestamptz,
  primary key (id, rev)
);
create index step_handover_aud_rev on step_handover_aud (rev);
create table step_taking (
  id uuid primary key,
  handover_id uuid not null unique references step_handover,
  transfer_id uuid not null,
  step_label text not null,
  first_word text,
  taken_at timestamptz not null
);
create table step_taking_aud (
  id uuid not null,
  rev bigint not null references revinfo,
  revtype smallint,
  handover_id uuid,
  transfer_id uuid,
  step_label text,
  first_word text,
  taken_at timestamptz,
  primary key (id, rev)
);
create index step_taking_aud_rev on step_taking_aud (rev);
call baton_append_only(array['step_question', 'step_question_aud', 'step_answer', 'step_answer_aud', 'step_handover',
  'step_handover_aud', 'step_taking', 'step_taking_aud']);
