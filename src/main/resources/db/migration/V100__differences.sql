-- Said against done: the differences from the official instruction that the author classified, as canonical JSON of the
-- signed content; null where there are none.
alter table item_version add column differences text;
alter table item_version_aud add column differences text;
