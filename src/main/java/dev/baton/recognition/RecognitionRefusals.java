package dev.baton.recognition;

import dev.baton.Refusal;
import java.util.List;
import java.util.UUID;

/** What recognition refuses, each by its name. */
public final class RecognitionRefusals {

    private RecognitionRefusals() {}

    /** Nobody thanks themselves. */
    public static final class ThankingOneself extends Refusal {
        private static final long serialVersionUID = 1L;

        ThankingOneself() {
            super(Kind.CONFLICT, "recognition.thanking-oneself");
        }
    }

    /** Thanks come from people who belong to the transfer. */
    public static final class NotOfThisTransfer extends Refusal {
        private static final long serialVersionUID = 1L;

        NotOfThisTransfer() {
            super(Kind.NOT_YOURS, "recognition.not-of-this-transfer");
        }
    }

    /** What was entered cannot be kept. */
    public static final class WordsRefused extends Refusal {
        private static final long serialVersionUID = 1L;

        WordsRefused(List<Fault> faults) {
            super(Kind.WRONG_CONTENT, faults, "recognition.words-refused");
        }
    }

    /** No such thank-you, or not one to this person. */
    public static final class ThanksUnknown extends Refusal {
        private static final long serialVersionUID = 1L;

        ThanksUnknown(UUID id) {
            super(Kind.UNKNOWN, "recognition.thanks-unknown", id);
        }
    }

    /** A thank-you is answered once. */
    public static final class ThanksAlreadyAnswered extends Refusal {
        private static final long serialVersionUID = 1L;

        ThanksAlreadyAnswered() {
            super(Kind.CONFLICT, "recognition.already-answered");
        }
    }
}
