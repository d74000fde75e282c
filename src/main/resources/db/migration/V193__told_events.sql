-- Events that were told are kept for nothing, and some named whoever told in confidence.
delete from event_publication
where completion_date is not null
  and (event_type like '%.WorkflowEvent$%' or event_type like '%.RecognitionEvent$Thank%'
    or event_type like '%.ReviewEvent$Commented');
