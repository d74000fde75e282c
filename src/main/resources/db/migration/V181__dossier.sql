-- A dossier is made like any other export of a trail.
alter table trail_export drop constraint trail_export_form_check;
alter table trail_export add constraint trail_export_form_check check (form in ('xlsx', 'jsonl', 'pdf', 'zip'));
