-- What can be found: derived from item_version by triggers, so that a hit is there when the submission is. Not a record:
-- it can be rebuilt at any time and is neither audited nor sealed.
create extension if not exists pg_trgm;
create extension if not exists unaccent;

create text search configuration baton (copy = english);
alter text search configuration baton
  alter mapping for hword, hword_part, word, asciihword, asciiword, hword_asciipart with unaccent, english_stem;

create table search_entry (
  item_id uuid not null,
  version integer not null,
  transfer_id uuid not null,
  body text not null,
  document tsvector not null,
  primary key (item_id, version)
);
create index search_entry_document on search_entry using gin (document);

-- The words that occur, to find the one that was meant; a word may stand here twice, so that nobody waits for another.
create table search_word (word text not null);
create index search_word_word on search_word (word);
create index search_word_near on search_word using gin (word gin_trgm_ops);

create function baton_note_words(texts text) returns void language sql as $$
  insert into search_word
  select word from (
    select distinct word from regexp_split_to_table(lower(unaccent(left(texts, 100000))), '[^[:alnum:]]+') word
    where length(word) between 4 and 40) words
  where not exists (select from search_word known where known.word = words.word)
$$;

create function baton_index_version() returns trigger language plpgsql as $$
declare
  answers text := '';
  step text;
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
      concat_ws(' … ', new.what_is_done, new.cue, new.why, new.consequence, nullif(answers, '')),
      setweight(to_tsvector('baton', new.title), 'A')
        || setweight(to_tsvector('baton', concat_ws(' ', new.cue, new.why, new.what_is_done, new.consequence)), 'B')
        || setweight(to_tsvector('baton', concat_ws(' ', answers, new.batches, new.also_known_by)), 'C')
        || setweight(to_tsvector('baton', coalesce(step, '')), 'D'));
  exception when program_limit_exceeded then
    insert into search_entry values (new.item_id, new.version, new.transfer_id, new.what_is_done,
      setweight(to_tsvector('baton', new.title), 'A'));
  end;
  perform baton_note_words(concat_ws(' ', new.title, new.cue, new.why, new.what_is_done, answers, step));
  return null;
end $$;
create trigger item_version_search after insert on item_version
  for each row execute function baton_index_version();

create function baton_index_file() returns trigger language plpgsql as $$
begin
  update search_entry set document = document || (
      select setweight(to_tsvector('baton', regexp_replace(name, '[._-]+', ' ', 'g')), 'D')
      from evidence_file where id = new.file_id)
  where item_id = new.item_id and version = new.version;
  return null;
end $$;
create trigger item_version_file_search after insert on item_version_file
  for each row execute function baton_index_file();

do $$
declare
  old item_version%rowtype;
begin
  insert into search_entry
  select v.item_id, v.version, v.transfer_id, concat_ws(' … ', v.what_is_done, v.cue, v.why, v.consequence),
    setweight(to_tsvector('baton', v.title), 'A')
      || setweight(to_tsvector('baton', concat_ws(' ', v.cue, v.why, v.what_is_done, v.consequence)), 'B')
      || setweight(to_tsvector('baton', concat_ws(' ', left(v.answers, 60000), v.batches, v.also_known_by)), 'C')
      || setweight(to_tsvector('baton', s.number || ' ' || s.name), 'D')
      || setweight(to_tsvector('baton', coalesce((
        select string_agg(regexp_replace(f.name, '[._-]+', ' ', 'g'), ' ')
        from item_version_file h join evidence_file f on f.id = h.file_id
        where h.item_id = v.item_id and h.version = v.version), '')), 'D')
  from item_version v join process_step s on s.id = v.step_id;
  for old in select * from item_version loop
    perform baton_note_words(concat_ws(' ', old.title, old.cue, old.why, old.what_is_done));
  end loop;
end $$;
