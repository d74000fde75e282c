-- An additional review that was possible when it was asked for may be given up later: a second entry says so.
alter table review_addition drop constraint review_addition_item_id_item_version_stage_key;
alter table review_addition add constraint review_addition_once unique (item_id, item_version, stage, possible);
