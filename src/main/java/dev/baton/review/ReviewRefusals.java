package dev.baton.review;

import dev.baton.Refusal;
import java.util.List;

/** What review refuses, each by its name. */
public final class ReviewRefusals {

    private ReviewRefusals() {}

    /** One person would take two of the four places of one version. */
    public static final class FourPeopleBroken extends Refusal {
        private static final long serialVersionUID = 1L;

        FourPeopleBroken(String messageKey) {
            super(Kind.CONFLICT, messageKey);
        }
    }

    /** The stage is not open now. */
    public static final class OutOfTurn extends Refusal {
        private static final long serialVersionUID = 1L;

        OutOfTurn(String messageKey) {
            super(Kind.CONFLICT, messageKey);
        }
    }

    /** The stage belongs to somebody in another role or at another site. */
    public static final class NotYourStage extends Refusal {
        private static final long serialVersionUID = 1L;

        NotYourStage(String messageKey) {
            super(Kind.NOT_YOURS, messageKey);
        }
    }

    /** What was entered is incomplete or wrong. */
    public static final class EntryRefused extends Refusal {
        private static final long serialVersionUID = 1L;

        EntryRefused(List<Fault> faults) {
            super(Kind.WRONG_CONTENT, faults, "review.entry-refused");
        }
    }

    /** What is stored is no longer what its author signed; nobody may sign on top of it. */
    public static final class AlteredContent extends Refusal {
        private static final long serialVersionUID = 1L;

        AlteredContent() {
            super(Kind.CONFLICT, "review.content-altered");
        }
    }

    /** The question has its answer already. */
    public static final class AlreadyAnswered extends Refusal {
        private static final long serialVersionUID = 1L;

        AlreadyAnswered() {
            super(Kind.CONFLICT, "review.already-answered");
        }
    }

    /** The draft was saved again since it was read. */
    public static final class DraftChanged extends Refusal {
        private static final long serialVersionUID = 1L;

        DraftChanged() {
            super(Kind.CONFLICT, "review.draft-changed");
        }
    }

    /** Nothing was changed where a change is needed. */
    public static final class NothingChanged extends Refusal {
        private static final long serialVersionUID = 1L;

        NothingChanged() {
            super(Kind.WRONG_CONTENT, "review.nothing-changed");
        }
    }

    /** There is no hold to lift. */
    public static final class NotOnHold extends Refusal {
        private static final long serialVersionUID = 1L;

        NotOnHold() {
            super(Kind.CONFLICT, "review.not-on-hold");
        }
    }
}
