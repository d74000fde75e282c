package dev.baton.workflow;

/** Names in {@code knowledge-capture.bpmn}. */
final class KnowledgeCapture {

    static final String KEY = "knowledge-capture";
    static final String TASK_CAPTURE = "Task_CaptureKnowledge";
    static final String EVENT_DUE_SOON = "BoundaryEvent_CaptureDueSoon";
    static final String EVENT_OVERDUE = "BoundaryEvent_CaptureOverdue";
    static final String EVENT_NOTHING_HIDDEN = "Event_NothingHidden";
    static final String EVENT_PASSED_ON = "Event_PassedOn";
    static final String SUBMITTED = "submitted";
    static final String NOTHING_HIDDEN = "nothing-hidden";
    static final String PASSED_ON = "passed-on";
    static final String REMIND_CYCLE = "remindCycle";
    static final String ESCALATE_AT = "escalateAt";
    /** Transient: what {@code reviewStart} starts one review each for. */
    static final String SUBMISSIONS = "submissions";

    private KnowledgeCapture() {}
}
