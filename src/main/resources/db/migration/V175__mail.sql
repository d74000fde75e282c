-- Mail that is still to go out, and what went out. Rows wait through quiet hours and while the server is away.
create table mail_outbox (
  id uuid primary key,
  username text not null,
  topic text not null check (topic in ('alarm', 'duty', 'personal', 'together', 'weekly')),
  source text not null,
  message_key text,
  args text,
  link text,
  item_id uuid,
  task_id text,
  created timestamptz not null,
  due timestamptz not null,
  tries integer not null default 0,
  -- What the link to unsubscribe is known by; it stands in no other place.
  token uuid not null unique,
  sent_at timestamptz,
  -- Why it was never sent: done meanwhile, unwanted, refused by the server for days, the person gone, nothing to say.
  dropped text check (dropped in ('done', 'unwanted', 'refused', 'gone', 'nothing')),
  unique (username, source)
);
create index mail_outbox_due on mail_outbox (due) where sent_at is null and dropped is null;

-- What waited under the mechanism before this one is not lost.
insert into mail_outbox (id, username, topic, source, message_key, args, link, created, due, token)
  select n.id, n.username, 'duty', n.source, n.message_key, n.args, n.link, n.created, n.created, gen_random_uuid()
  from notice n where n.mailed_at is null and exists (select 1 from event_publication p
    where p.completion_date is null and p.listener_id like '%MailDelivery%'
      and p.serialized_event like '%' || n.id || '%');
delete from event_publication where listener_id like '%MailDelivery%';
alter table notice drop column mailed_at;

-- What a person wants by mail and when: each choice is a row of its own, the latest one holds.
create table mail_choice (
  id uuid primary key,
  username text not null,
  personal boolean not null,
  together boolean not null,
  weekly boolean not null,
  quiet_from text not null,
  quiet_until text not null,
  zone text not null,
  chosen_at timestamptz not null
);
create index mail_choice_username on mail_choice (username, chosen_at desc);
create table mail_choice_aud (
  id uuid not null,
  rev bigint not null references revinfo,
  revtype smallint,
  username text,
  personal boolean,
  together boolean,
  weekly boolean,
  quiet_from text,
  quiet_until text,
  zone text,
  chosen_at timestamptz,
  primary key (id, rev)
);
create index mail_choice_aud_rev on mail_choice_aud (rev);
call baton_append_only(array['mail_choice', 'mail_choice_aud']);
