-- Who asked and wrote earns a credit by the author's signature, beside the author's own.
alter table credit drop constraint credit_act_check;
alter table credit add constraint credit_act_check
  check (act in ('authorship', 'interviewed', 'peer-review', 'receiver-review'));
alter table credit drop constraint credit_signature_id_key;
alter table credit add constraint credit_signature_id_act_key unique (signature_id, act);
