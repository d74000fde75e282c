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

    /** No such file, or the words it goes with are not for this person. */
    public static final class KeepsakeUnknown extends Refusal {
        private static final long serialVersionUID = 1L;

        KeepsakeUnknown(UUID id) {
            super(Kind.UNKNOWN, "recognition.keepsake-unknown", id);
        }
    }

    /** No such story, or not told by this person. */
    public static final class StoryUnknown extends Refusal {
        private static final long serialVersionUID = 1L;

        StoryUnknown(UUID id) {
            super(Kind.UNKNOWN, "recognition.story-unknown", id);
        }
    }

    /** No such certificate, or not this person's. */
    public static final class CertificateUnknown extends Refusal {
        private static final long serialVersionUID = 1L;

        CertificateUnknown(UUID id) {
            super(Kind.UNKNOWN, "recognition.certificate-unknown", id);
        }
    }

    /** Nothing stands behind that code. */
    public static final class CodeUnknown extends Refusal {
        private static final long serialVersionUID = 1L;

        CodeUnknown() {
            super(Kind.UNKNOWN, "recognition.code-unknown");
        }
    }

    /** Somebody tries codes. */
    public static final class TooManyCodes extends Refusal {
        private static final long serialVersionUID = 1L;

        /** In the last minute. */
        public TooManyCodes() {
            super(Kind.TOO_MANY, "recognition.too-many-codes");
        }
    }

    /** The certificate still holds; there is no need for another. */
    public static final class CertificateHolds extends Refusal {
        private static final long serialVersionUID = 1L;

        CertificateHolds() {
            super(Kind.CONFLICT, "recognition.certificate-holds");
        }
    }

    /** No such question about a step. */
    public static final class QuestionUnknown extends Refusal {
        private static final long serialVersionUID = 1L;

        QuestionUnknown(UUID id) {
            super(Kind.UNKNOWN, "recognition.question-unknown", id);
        }
    }

    /** No such hand-over to this person, or taken already. */
    public static final class HandoverUnknown extends Refusal {
        private static final long serialVersionUID = 1L;

        HandoverUnknown(UUID id) {
            super(Kind.UNKNOWN, "recognition.handover-unknown", id);
        }
    }

    /** A step is handed on by whoever carries it, and once at a time. */
    public static final class NotTheCarrier extends Refusal {
        private static final long serialVersionUID = 1L;

        NotTheCarrier() {
            super(Kind.NOT_YOURS, "stewardship.not-the-carrier");
        }
    }
}
