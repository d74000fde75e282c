-- What was tried and failed has fields of its own, found by its words like the others.
alter table item_version add column tried text;
alter table item_version add column happened text;
alter table item_version add column failed_because text;
alter table item_version add column not_since text;
alter table item_version_aud add column tried text;
alter table item_version_aud add column happened text;
alter table item_version_aud add column failed_because text;
alter table item_version_aud add column not_since text;

create or replace function baton_index_version() returns trigger language plpgsql as $$
declare
  answers text := '';
  step text;
  failure text := concat_ws(' ', new.tried, new.happened, new.failed_because, new.not_since);
begin
  begin
    select left(string_agg(value #>> '{}', ' '), 60000) into answers
    from jsonb_path_query(new.answers::jsonb, 'strict $.**') value
    where jsonb_typeof(value) in ('string', 'number');
  exception when others then
    answers := ''; -- answers that the database cannot read as JSON are not searched
  end;
  select number || ' ' || name into step from process_step where id = new.step_id;
  begin
    insert into search_entry values (new.item_id, new.version, new.transfer_id,
      concat_ws(' … ', new.what_is_done, nullif(failure, ''), new.cue, new.why, new.consequence, nullif(answers, '')),
      setweight(to_tsvector('baton', new.title), 'A')
        || setweight(to_tsvector('baton', concat_ws(' ', new.cue, new.why, new.what_is_done, failure, new.consequence)),
          'B')
        || setweight(to_tsvector('baton', concat_ws(' ', answers, new.batches, new.also_known_by)), 'C')
        || setweight(to_tsvector('baton', coalesce(step, '')), 'D'));
  exception when program_limit_exceeded then
    insert into search_entry values (new.item_id, new.version, new.transfer_id, new.what_is_done,
      setweight(to_tsvector('baton', new.title), 'A'));
  end;
  perform baton_note_words(concat_ws(' ', new.title, new.cue, new.why, new.what_is_done, failure, answers, step));
  return null;
end $$;
