package dev.baton.workflow;

import dev.baton.review.Stage;
import java.util.Map;

/** Names in {@code item-review.bpmn}. */
final class ItemReview {

    static final String KEY = "item-review";
    static final String TASK_NAME_PEER = "Task_NamePeer";
    static final String TASK_PEER = "Task_ReviewAsPeer";
    static final String TASK_RECEIVER = "Task_ReviewAtReceivingSite";
    static final String TASK_TRIAGE = "Task_TriageItem";
    static final String TASK_APPROVE = "Task_ApproveVersion";
    static final String TASK_ANSWER = "Task_AnswerQuestion";
    static final String TASK_REVISE = "Task_ReviseItem";

    static final String REVISION_BEGUN = "RevisionBegun";
    static final String TRIAGE_FINISHED = "TriageFinished";
    static final String QUESTION_ASKED = "QuestionAsked";
    static final String NEXT_VERSION_SIGNED = "NextVersionSigned";
    static final String WITHDRAWAL_SIGNED = "WithdrawalSigned";

    /** The message that brings each stage its answer. */
    static final Map<Stage, String> ANSWERED = Map.of(
            Stage.PEER_REVIEW, "PeerAnswered",
            Stage.RECEIVER_REVIEW, "ReceiverAnswered",
            Stage.TRIAGE, "TriageAnswered",
            Stage.APPROVAL, "ApprovalAnswered");

    static final String VERSION = "version";
    static final String QUALITY_FIRST = "qualityFirst";
    static final String PEER_FOUND = "peerFound";
    static final String REVISED = "revised";
    static final String WITHDRAWN = "withdrawn";

    private ItemReview() {}
}
