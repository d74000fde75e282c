-- The dashboard of a transfer asks when its items were decided on, whatever other transfers hold.
create index review_decision_transfer on review_decision (transfer_id);
