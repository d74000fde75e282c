-- A credit stands on one signature; taking it back is a row of its own.
create table credit (
  id uuid primary key,
  username text not null,
  act text not null check (act in ('authorship', 'peer-review', 'receiver-review')),
  signature_id uuid not null unique references signature,
  item_id uuid not null,
  item_version integer not null,
  item_title text not null,
  transfer_id uuid not null,
  signed_at timestamptz not null,
  credited_at timestamptz not null
);
create index credit_username on credit (username, signed_at);
create index credit_item on credit (item_id);
create index credit_transfer on credit (transfer_id);
create table credit_aud (
  id uuid not null,
  rev bigint not null references revinfo,
  revtype smallint,
  username text,
  act text,
  signature_id uuid,
  primary key (id, rev)
);
create index credit_aud_rev on credit_aud (rev);

create table credit_withdrawal (
  id uuid primary key,
  credit_id uuid not null unique references credit,
  transfer_id uuid not null,
  item_id uuid not null,
  item_title text not null,
  withdrawn_at timestamptz not null
);
create table credit_withdrawal_aud (
  id uuid not null,
  rev bigint not null references revinfo,
  revtype smallint,
  credit_id uuid,
  primary key (id, rev)
);
create index credit_withdrawal_aud_rev on credit_withdrawal_aud (rev);

create table thank_you (
  id uuid primary key,
  from_username text not null,
  to_username text not null,
  item_id uuid not null,
  transfer_id uuid not null,
  item_title text not null,
  text text not null,
  said_at timestamptz not null,
  check (from_username <> to_username)
);
create index thank_you_to on thank_you (to_username, said_at);
create index thank_you_item on thank_you (item_id, said_at);
create index thank_you_transfer on thank_you (transfer_id);
create table thank_you_aud (
  id uuid not null,
  rev bigint not null references revinfo,
  revtype smallint,
  to_username text,
  text text,
  primary key (id, rev)
);
create index thank_you_aud_rev on thank_you_aud (rev);

create table thanks_answer (
  id uuid primary key,
  thanks_id uuid not null unique references thank_you,
  transfer_id uuid not null,
  item_id uuid not null,
  item_title text not null,
  text text not null,
  said_at timestamptz not null
);
create table thanks_answer_aud (
  id uuid not null,
  rev bigint not null references revinfo,
  revtype smallint,
  text text,
  primary key (id, rev)
);
create index thanks_answer_aud_rev on thanks_answer_aud (rev);

call baton_append_only(array['credit', 'credit_aud', 'credit_withdrawal', 'credit_withdrawal_aud', 'thank_you',
  'thank_you_aud', 'thanks_answer', 'thanks_answer_aud']);
