package dev.baton.trailreview;

import dev.baton.Refusal;
import java.util.List;

/** What reviews of the trail refuse, each by its name. */
public final class TrailReviewRefusals {

    private TrailReviewRefusals() {}

    /** No such review, or not the person's to know about. */
    public static final class ReviewUnknown extends Refusal {
        private static final long serialVersionUID = 1L;

        ReviewUnknown() {
            super(Kind.UNKNOWN, "trailreview.unknown");
        }
    }

    /** No such finding, or not the person's to know about. */
    public static final class FindingUnknown extends Refusal {
        private static final long serialVersionUID = 1L;

        FindingUnknown() {
            super(Kind.UNKNOWN, "trailreview.finding-unknown");
        }
    }

    /** Everybody of quality did something that would have to be looked at, and there is no second one. */
    public static final class NotIndependent extends Refusal {
        private static final long serialVersionUID = 1L;

        NotIndependent(String messageKey) {
            super(Kind.CONFLICT, messageKey);
        }
    }

    /** The person may know of it, but it is not theirs to do. */
    public static final class NotTheReviewer extends Refusal {
        private static final long serialVersionUID = 1L;

        NotTheReviewer(String messageKey, Object... args) {
            super(Kind.NOT_YOURS, messageKey, args);
        }
    }

    /** One review at a time. */
    public static final class AlreadyOpen extends Refusal {
        private static final long serialVersionUID = 1L;

        AlreadyOpen(int number) {
            super(Kind.CONFLICT, "trailreview.already-open", number);
        }
    }

    /** There is nothing that a review could look at. */
    public static final class NothingToReview extends Refusal {
        private static final long serialVersionUID = 1L;

        NothingToReview() {
            super(Kind.CONFLICT, "trailreview.nothing");
        }
    }

    /** That part is signed, or not open yet. */
    public static final class NotOpen extends Refusal {
        private static final long serialVersionUID = 1L;

        NotOpen() {
            super(Kind.CONFLICT, "trailreview.not-open");
        }
    }

    /** Nothing is signed while acts have not been looked at. */
    public static final class Unanswered extends Refusal {
        private static final long serialVersionUID = 1L;

        Unanswered(int left) {
            super(Kind.CONFLICT, "trailreview.unanswered", left);
        }
    }

    /** What was looked at is not what was sealed when the sample was drawn. */
    public static final class TrailAltered extends Refusal {
        private static final long serialVersionUID = 1L;

        TrailAltered() {
            super(Kind.CONFLICT, "trailreview.trail-altered");
        }
    }

    /** The finding is elsewhere in its course. */
    public static final class FindingElsewhere extends Refusal {
        private static final long serialVersionUID = 1L;

        FindingElsewhere(FindingState state) {
            super(Kind.CONFLICT, "trailreview.finding-state." + state.code());
        }
    }

    /** What was entered is incomplete or wrong. */
    public static final class EntryRefused extends Refusal {
        private static final long serialVersionUID = 1L;

        EntryRefused(List<Fault> faults) {
            super(Kind.WRONG_CONTENT, faults, "trailreview.entry-refused");
        }
    }
}
