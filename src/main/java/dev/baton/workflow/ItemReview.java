package dev.baton.workflow;

import dev.baton.review.Stage;

/** Names in {@code item-review.bpmn}. */
final class ItemReview {

    static final String KEY = "item-review";
    static final String TASK_NAME_PEER = "Task_NamePeer";
    static final String TASK_PEER = "Task_ReviewAsPeer";
    static final String TASK_RECEIVER = "Task_ReviewAtReceivingSite";
    static final String TASK_SECOND_PEER = "Task_ReviewAsSecondPeer";
    static final String TASK_SPECIALIST = "Task_ReviewAsSpecialist";
    static final String TASK_SECOND_RECEIVER = "Task_ReviewAsSecondReceiver";
    static final String TASK_SITE_QUALITY = "Task_ReviewForSiteQuality";
    static final String TASK_TRIAGE = "Task_TriageItem";
    static final String TASK_APPROVE = "Task_ApproveVersion";
    static final String TASK_ANSWER = "Task_AnswerQuestion";
    static final String TASK_REVISE = "Task_ReviseItem";

    static final String REVISION_BEGUN = "RevisionBegun";
    static final String TRIAGE_FINISHED = "TriageFinished";
    static final String QUESTION_ASKED = "QuestionAsked";
    static final String NEXT_VERSION_SIGNED = "NextVersionSigned";
    static final String WITHDRAWAL_SIGNED = "WithdrawalSigned";

    /** The message that brings a stage its answer. */
    static String answered(Stage stage) {
        return switch (stage) {
            case PEER_REVIEW -> "PeerAnswered";
            case RECEIVER_REVIEW -> "ReceiverAnswered";
            case TRIAGE -> "TriageAnswered";
            case APPROVAL -> "ApprovalAnswered";
            case SECOND_PEER_REVIEW,
                    SPECIALIST_REVIEW,
                    SECOND_RECEIVER_REVIEW,
                    SITE_QUALITY_REVIEW -> "AdditionalAnswered-" + stage.code();
        };
    }

    static final String VERSION = "version";
    static final String QUALITY_FIRST = "qualityFirst";
    static final String PEER_FOUND = "peerFound";
    static final String MORE_REVIEWERS = "moreReviewers";
    static final String ADDITIONAL_REVIEWS = "additionalReviews";
    static final String REVISED = "revised";
    static final String WITHDRAWN = "withdrawn";

    private ItemReview() {}
}
