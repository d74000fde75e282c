package dev.baton.workflow;

import dev.baton.Refusal;
import dev.baton.signature.SignatureView;
import java.util.List;

/** What the task door refuses, each by its name. */
public final class TaskRefusals {

    private TaskRefusals() {}

    /** No such open task, or not yours to know of. */
    public static final class TaskUnknown extends Refusal {
        private static final long serialVersionUID = 1L;

        TaskUnknown() {
            super(Kind.UNKNOWN, "task.unknown");
        }
    }

    /** The act on the task belongs to somebody else. */
    public static final class TaskNotYours extends Refusal {
        private static final long serialVersionUID = 1L;

        TaskNotYours(String messageKey) {
            super(Kind.NOT_YOURS, messageKey);
        }
    }

    /** Where processes stand is for the transfer's leads, quality and auditors. */
    public static final class WorkflowNotYours extends Refusal {
        private static final long serialVersionUID = 1L;

        WorkflowNotYours(String transfer) {
            super(Kind.NOT_YOURS, "workflow.not-yours", transfer);
        }
    }

    /** Somebody else has it, or it ended meanwhile, or its text changed meanwhile. */
    public static final class TaskConflict extends Refusal {
        private static final long serialVersionUID = 1L;

        public TaskConflict(String messageKey) {
            super(Kind.CONFLICT, messageKey);
        }
    }

    /** The task has no form: it is done on a page of the portal. */
    public static final class DoneOnPage extends Refusal {
        private static final long serialVersionUID = 1L;

        DoneOnPage(String page) {
            super(Kind.CONFLICT, "task.done-on-page", page);
        }
    }

    /** The four-people rule forbids it. */
    public static final class NotEligible extends Refusal {
        private static final long serialVersionUID = 1L;

        NotEligible(String username) {
            super(Kind.CONFLICT, "task.not-eligible", username);
        }
    }

    /** What was sent with the task is incomplete or wrong. */
    public static final class CommandRefused extends Refusal {
        private static final long serialVersionUID = 1L;

        public CommandRefused(List<Fault> faults) {
            super(Kind.WRONG_CONTENT, faults, "task.command-refused");
        }
    }

    /** This very task was completed by the same person before; nothing is signed again. */
    public static final class AlreadyCompleted extends Refusal {
        private static final long serialVersionUID = 1L;

        private final transient List<SignatureView> signatures;

        AlreadyCompleted(List<SignatureView> signatures) {
            super(Kind.CONFLICT, "task.already-completed");
            this.signatures = List.copyOf(signatures);
        }

        /** What was signed then. */
        public List<SignatureView> signatures() {
            return signatures;
        }
    }
}
