package dev.baton.workflow;

/** Names in {@code audit-trail-review.bpmn} and {@code trail-finding.bpmn}. */
final class AuditTrailReview {

    static final String REVIEW = "audit-trail-review";
    static final String TASK_REVIEW = "Task_ReviewTrail";
    static final String TASK_OWN_ACTS = "Task_ReviewOwnActs";
    static final String TASK_VERIFY = "Task_VerifyReview";
    static final String OWN_ACTS = "ownActs";
    static final String CRITICAL = "critical";

    static final String FINDING = "trail-finding";
    static final String TASK_ANSWER = "Task_AnswerFinding";
    static final String TASK_JUDGE = "Task_JudgeAnswer";
    static final String ACCEPTED = "accepted";
    static final String REMIND_CYCLE = "remindCycle";
    static final String ESCALATE_AT = "escalateAt";

    private AuditTrailReview() {}
}
