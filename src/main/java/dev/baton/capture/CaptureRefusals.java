package dev.baton.capture;

import dev.baton.Refusal;
import java.util.List;

/** What capture refuses, each by its name. */
public final class CaptureRefusals {

    private CaptureRefusals() {}

    /** There is no such request, item, version or file, or the person may not know of it. */
    public static final class Unknown extends Refusal {
        private static final long serialVersionUID = 1L;

        Unknown() {
            super(Kind.UNKNOWN, "capture.unknown");
        }
    }

    /** A colleague told it, and the person has not told what they know of the step yet. */
    public static final class OwnVoiceMissing extends Refusal {
        private static final long serialVersionUID = 1L;

        OwnVoiceMissing(String step) {
            super(Kind.UNKNOWN, "capture.own-voice-first", step);
        }
    }

    /** The act belongs to somebody else. */
    public static final class NotYours extends Refusal {
        private static final long serialVersionUID = 1L;

        /** Why not, as a message. */
        public NotYours(String messageKey, Object... args) {
            super(Kind.NOT_YOURS, messageKey, args);
        }
    }

    /** Somebody, or another window, saved since this version was read; nothing was lost. */
    public static final class Stale extends Refusal {
        private static final long serialVersionUID = 1L;

        private final long current;

        Stale(long given, long current) {
            super(Kind.CONFLICT, "capture.stale", given, current);
            this.current = current;
        }

        /** The version that stands now. */
        public long current() {
            return current;
        }
    }

    /** A co-author has not signed the text as it stands now. */
    public static final class NotSignedByAll extends Refusal {
        private static final long serialVersionUID = 1L;

        NotSignedByAll(String title, String people) {
            super(Kind.CONFLICT, "co-author.not-signed", title, people);
        }
    }

    /** The request or item is in a state that does not allow the act. */
    public static final class OutOfSequence extends Refusal {
        private static final long serialVersionUID = 1L;

        OutOfSequence(String messageKey, Object... args) {
            super(Kind.CONFLICT, messageKey, args);
        }
    }

    /** What was written cannot be kept or submitted as it is. */
    public static final class NotFit extends Refusal {
        private static final long serialVersionUID = 1L;

        NotFit(List<Fault> faults) {
            super(Kind.WRONG_CONTENT, faults, "capture.not-fit");
        }

        NotFit(String messageKey, Object... args) {
            super(Kind.WRONG_CONTENT, messageKey, args);
        }
    }

    /** The workbook of items is wrong; nothing was stored. */
    public static final class ItemsRefused extends Refusal {
        private static final long serialVersionUID = 1L;

        ItemsRefused(List<Fault> faults) {
            super(Kind.WRONG_CONTENT, faults, "transfer.import-refused", faults.size());
        }
    }

    /** The file cannot be kept as evidence. */
    public static final class FileRefused extends Refusal {
        private static final long serialVersionUID = 1L;

        FileRefused(String messageKey, Object... args) {
            super(Kind.WRONG_CONTENT, messageKey, args);
        }
    }

    /** The stored bytes are no longer those that were uploaded; they are not handed out. */
    public static final class FileAltered extends Refusal {
        private static final long serialVersionUID = 1L;

        FileAltered(String name) {
            super(Kind.CONFLICT, "capture.file-altered", name);
        }
    }

    /** A list was asked for in a way that cannot be read. */
    public static final class ListMalformed extends Refusal {
        private static final long serialVersionUID = 1L;

        ListMalformed(String messageKey, Object... args) {
            super(Kind.MALFORMED, messageKey, args);
        }
    }
}
