-- Items written in confidence. What other modules' projections may read here: knowledge_item.in_confidence is true
-- while nobody but the author, quality and auditors may know who wrote the item; null or false otherwise.
alter table knowledge_item add column in_confidence boolean;
alter table knowledge_item_aud add column in_confidence boolean;
create index knowledge_item_in_confidence on knowledge_item (transfer_id) where in_confidence;

-- The random number that, with the name, makes the seal which stands for the name in signed content. Whoever knows it
-- can check a guess, so it is kept beside the records and never shown with them.
alter table knowledge_item add column author_seal text;
alter table item_version add column author_seal text;
alter table capture_request add column author_seal text;

-- Who may take, or has, a task about an item in confidence: kept from the engine, whose lists others can read. A row goes
-- when the task ends or its author steps out of confidence.
create table hidden_link (
  task_id text not null,
  username text not null,
  kind text not null check (kind in ('candidate', 'assignee')),
  primary key (task_id, username, kind)
);
create index hidden_link_username on hidden_link (username);

-- Whether that person told the item, or asked and wrote, and their name is held: for lists that are read by SQL.
create function baton_held(item uuid, who text) returns boolean stable language sql as $$
  select exists (select from knowledge_item i where i.id = item and i.in_confidence and (i.author = who
    or exists (select from item_version v where v.item_id = i.id and v.interviewer = who)))
$$;
