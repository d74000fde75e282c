-- Pictures and recordings that go with words; their bytes lie on a shelf of their own under the hash.
create table keepsake (
  id uuid primary key,
  words_id uuid not null,
  owner text not null,
  transfer_id uuid not null,
  name text not null,
  media_type text not null,
  sha256 varchar(64) not null,
  size bigint not null,
  kept_at timestamptz not null
);
create index keepsake_words on keepsake (words_id);
create table keepsake_aud (
  id uuid not null,
  rev bigint not null references revinfo,
  revtype smallint,
  words_id uuid,
  owner text,
  transfer_id uuid,
  name text,
  media_type text,
  sha256 varchar(64),
  size bigint,
  kept_at timestamptz,
  primary key (id, rev)
);
create index keepsake_aud_rev on keepsake_aud (rev);

create table step_story (
  id uuid primary key,
  step_id uuid not null references process_step,
  transfer_id uuid not null,
  step_label text not null,
  author text not null,
  text text,
  told_at timestamptz not null
);
create index step_story_step on step_story (step_id, told_at);
create table step_story_aud (
  id uuid not null,
  rev bigint not null references revinfo,
  revtype smallint,
  step_id uuid,
  transfer_id uuid,
  step_label text,
  author text,
  text text,
  told_at timestamptz,
  primary key (id, rev)
);
create index step_story_aud_rev on step_story_aud (rev);

create table story_taken_back (
  id uuid primary key,
  story_id uuid not null unique references step_story,
  transfer_id uuid not null,
  step_label text not null,
  taken_back_at timestamptz not null
);
create table story_taken_back_aud (
  id uuid not null,
  rev bigint not null references revinfo,
  revtype smallint,
  story_id uuid,
  transfer_id uuid,
  step_label text,
  taken_back_at timestamptz,
  primary key (id, rev)
);
create index story_taken_back_aud_rev on story_taken_back_aud (rev);

-- 40, 60 and 100 percent of the steps told, approved, transferred: reached once, and then for good.
create table milestone (
  id uuid primary key,
  transfer_id uuid not null references transfer,
  transfer_name text not null,
  measure text not null check (measure in ('captured', 'approved', 'transferred')),
  percent integer not null,
  steps integer not null,
  of_steps integer not null,
  reached_at timestamptz not null,
  unique (transfer_id, measure, percent)
);
create table milestone_aud (
  id uuid not null,
  rev bigint not null references revinfo,
  revtype smallint,
  transfer_id uuid,
  transfer_name text,
  measure text,
  percent integer,
  steps integer,
  of_steps integer,
  reached_at timestamptz,
  primary key (id, rev)
);
create index milestone_aud_rev on milestone_aud (rev);

-- A certificate says what somebody had given when a milestone was reached. Whoever holds the code may check it.
create table certificate (
  id uuid primary key,
  code text not null unique,
  username text not null,
  printed_name text not null,
  transfer_id uuid not null references transfer,
  transfer_name text not null,
  purpose text not null,
  occasion text not null,
  no integer not null,
  contributions text not null,
  issued_at timestamptz not null,
  unique (transfer_id, username, occasion, no)
);
create index certificate_username on certificate (username, issued_at);
create table certificate_aud (
  id uuid not null,
  rev bigint not null references revinfo,
  revtype smallint,
  code text,
  username text,
  printed_name text,
  transfer_id uuid,
  transfer_name text,
  purpose text,
  occasion text,
  no integer,
  contributions text,
  issued_at timestamptz,
  primary key (id, rev)
);
create index certificate_aud_rev on certificate_aud (rev);
create table certificate_credit (
  certificate_id uuid not null references certificate,
  credit_id uuid not null references credit,
  primary key (certificate_id, credit_id)
);

call baton_append_only(array['keepsake', 'keepsake_aud', 'step_story', 'step_story_aud', 'story_taken_back',
  'story_taken_back_aud', 'milestone', 'milestone_aud', 'certificate', 'certificate_aud', 'certificate_credit']);
