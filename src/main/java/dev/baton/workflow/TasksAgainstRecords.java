package dev.baton.workflow;

import dev.baton.audit.IntegrityCheck;
import dev.baton.audit.IntegrityFinding;
import dev.baton.audit.IntegrityReport;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Engine and records agree: every open record has its task and every task its record, tasks are whose the trail says,
 * and the engine's history has what was completed through the door.
 */
@Component
class TasksAgainstRecords implements IntegrityCheck {

    private static final String OPEN_CAPTURES =
            """
            select 'capture_request ' || c.id, 'record-without-task', 'Task_CaptureKnowledge' from capture_request c
            where c.state = 'open' and not exists (select from act_ru_execution e join act_ru_task t
              on t.proc_inst_id_ = e.proc_inst_id_ and t.task_def_key_ = 'Task_CaptureKnowledge'
              where e.business_key_ = c.id::text)
            order by 1""";

    /** What each item in work asks for, against the tasks its instance has. */
    private static final String ITEMS =
            """
            with waits as (
              select a.item_id, a.item_version, case a.stage when 'second-peer-review' then 'Task_ReviewAsSecondPeer'
                  when 'specialist-review' then 'Task_ReviewAsSpecialist'
                  when 'second-receiver-review' then 'Task_ReviewAsSecondReceiver'
                  when 'site-quality-review' then 'Task_ReviewForSiteQuality' end as task
                from review_addition a
               where a.possible and not exists (select from review_addition g where g.item_id = a.item_id
                   and g.item_version = a.item_version and g.stage = a.stage and not g.possible)
                 and not exists (select from review_decision d where d.item_id = a.item_id
                   and d.item_version = a.item_version and d.stage = a.stage)
            ), item as (
              select i.id, i.latest_version as latest, i.in_rework, i.state, p.proc_inst_id_ as instance,
                exists (select from review_decision d where d.item_id = i.id and d.item_version = i.latest_version
                  and d.stage = 'peer-review') as peer,
                exists (select from review_decision d where d.item_id = i.id and d.item_version = i.latest_version
                  and d.stage = 'receiver-review') as receiver,
                exists (select from waits w where w.item_id = i.id and w.item_version = i.latest_version) as waiting,
                exists (select from triage t where t.item_id = i.id and t.item_version = i.latest_version) as triaged,
                coalesce((select v.long_ = 1 from act_ru_variable v where v.proc_inst_id_ = p.proc_inst_id_
                  and v.execution_id_ = p.proc_inst_id_ and v.name_ = 'qualityFirst'), false) as first,
                coalesce(array(select t.task_def_key_::text from act_ru_task t
                  where t.proc_inst_id_ = p.proc_inst_id_), '{}') as tasks
              from knowledge_item i left join act_ru_execution p
                on p.business_key_ = i.id::text and p.parent_id_ is null and p.proc_def_id_ like 'item-review:%'
            ), expected as (
              select *, not in_rework and state in ('submitted', 'peer-reviewed', 'receiver-reviewed', 'triaged') as open
              from item
            )
            select 'knowledge_item ' || id, kind, what from expected, lateral (
              select 'record-without-task' as kind, 'item-review' as what
                where instance is null and (open or in_rework)
              union all select 'task-without-record', 'item-review'
                where instance is not null and not open and not in_rework
              union all select 'record-without-task', 'Task_AnswerQuestion or Task_ReviseItem'
                where instance is not null and in_rework
                  and not tasks && array['Task_AnswerQuestion', 'Task_ReviseItem']
              union all select 'task-without-record', t from unnest(tasks) t
                where not in_rework and t in ('Task_AnswerQuestion', 'Task_ReviseItem')
              union all select 'record-without-task', 'Task_ReviewAsPeer' where open and instance is not null
                and not peer and (not first or triaged) and not tasks && array['Task_ReviewAsPeer', 'Task_NamePeer']
              union all select 'record-without-task', 'Task_ReviewAtReceivingSite' where open and instance is not null
                and peer and not receiver and not tasks && array['Task_ReviewAtReceivingSite']
              union all select 'record-without-task', w.task from waits w
                where open and instance is not null and w.item_id = expected.id
                  and w.item_version = expected.latest and not w.task = any(tasks)
              union all select 'record-without-task', 'Task_TriageItem' where open and instance is not null
                and not triaged and not tasks && array['Task_TriageItem']
              union all select 'record-without-task', 'Task_ApproveVersion' where open and instance is not null
                and peer and receiver and triaged and not waiting and not tasks && array['Task_ApproveVersion']
              union all select 'task-without-record', t from unnest(tasks) t
                where (t in ('Task_ReviewAsPeer', 'Task_NamePeer') and peer)
                  or (t = 'Task_ReviewAtReceivingSite' and (receiver or not peer))
                  or (t = 'Task_TriageItem' and triaged)
                  or (t = 'Task_ApproveVersion' and (waiting or not (peer and receiver and triaged)))
                  or (t in ('Task_ReviewAsSecondPeer', 'Task_ReviewAsSpecialist', 'Task_ReviewAsSecondReceiver',
                      'Task_ReviewForSiteQuality') and not exists (select from waits w where w.item_id = expected.id
                    and w.item_version = expected.latest and w.task = t))
            ) wrong order by 1""";

    private static final String STRAY_INSTANCES =
            """
            select 'act_ru_execution ' || e.id_, 'task-without-record', split_part(e.proc_def_id_, ':', 1)
            from act_ru_execution e where e.parent_id_ is null and (
              e.proc_def_id_ like 'knowledge-capture:%' and not exists (select from capture_request c
                where c.id::text = e.business_key_ and c.state = 'open')
              or e.proc_def_id_ like 'item-review:%' and not exists (select from knowledge_item i
                where i.id::text = e.business_key_)
              or e.proc_def_id_ like 'site-transfer:%' and not exists (select from transfer t
                where t.id::text = e.business_key_))
            union all
            select 'act_ru_job ' || j.id_, 'engine-orphan', coalesce(j.handler_type_, '') from act_ru_job j
              where j.process_instance_id_ is not null
                and not exists (select from act_ru_execution e where e.id_ = j.process_instance_id_)
            union all
            select 'act_ru_task ' || t.id_, 'engine-orphan', coalesce(t.task_def_key_, '') from act_ru_task t
              where t.proc_inst_id_ is null
                or not exists (select from act_ru_execution e where e.id_ = t.proc_inst_id_)
            union all
            select 'act_ru_variable ' || v.id_, 'engine-orphan', v.name_ from act_ru_variable v
              where v.proc_inst_id_ is not null
                and not exists (select from act_ru_execution e where e.id_ = v.proc_inst_id_)
            order by 1""";

    private static final String PEOPLE =
            """
            select 'act_ru_task ' || t.id_, 'task-person-differs', coalesce(t.assignee_, '')
            from act_ru_task t left join lateral (select e.new_value from audit_entry e
              where e.record_type = 'task' and e.record_id = t.id_ and e.field = 'assignee' order by e.no desc limit 1) e
              on true
            where t.assignee_ is distinct from e.new_value order by 1""";

    /** The history knows nobody who wrote ({@link AuthorlessHistory}); one it got before that stays. */
    private static final String HISTORY =
            """
            select 'act_hi_taskinst ' || t.id_, 'history-differs', coalesce(t.task_def_key_, '')
            from act_ru_task t left join act_hi_taskinst h on h.id_ = t.id_
            where h.id_ is null or h.end_time_ is not null
              or (h.task_def_key_, h.proc_inst_id_) is distinct from (t.task_def_key_, t.proc_inst_id_)
              or h.assignee_ is distinct from t.assignee_ and not (h.assignee_ is null
                and t.task_def_key_ in ('Task_CaptureKnowledge', 'Task_AnswerQuestion', 'Task_ReviseItem'))
            union all
            select 'act_hi_taskinst ' || c.task_id, 'history-differs', c.kind
            from completed_task c left join act_hi_taskinst h on h.id_ = c.task_id
            where h.id_ is null or h.end_time_ is null
              or h.assignee_ is distinct from c.username and not (h.assignee_ is null and c.kind in ('capture', 'rework'))
              or abs(extract(epoch from (h.end_time_ at time zone current_setting('TimeZone')) - c.completed_at)) > 120
            union all
            select 'act_hi_procinst ' || h.proc_inst_id_, 'history-differs', h.proc_def_key_
            from act_hi_procinst h left join act_ru_execution e on e.id_ = h.proc_inst_id_
            where (h.end_time_ is null) <> (e.id_ is not null)
              or e.id_ is not null and h.business_key_ is distinct from e.business_key_
            order by 1""";

    private static final List<String> QUESTIONS = List.of(OPEN_CAPTURES, ITEMS, STRAY_INSTANCES, PEOPLE, HISTORY);

    private final JdbcClient jdbc;

    TasksAgainstRecords(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public String name() {
        return "tasks-against-records";
    }

    @Override
    public int order() {
        return 600;
    }

    @Override
    public void run(IntegrityReport report) {
        for (int i = 0; i < QUESTIONS.size(); i++) {
            jdbc.sql(QUESTIONS.get(i))
                    .query((row, n) -> IntegrityFinding.of(row.getString(1), row.getString(2), row.getString(3)))
                    .list()
                    .forEach(report::found);
            report.looked(i + 1L, QUESTIONS.size());
        }
    }
}
