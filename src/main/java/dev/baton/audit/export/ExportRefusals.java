package dev.baton.audit.export;

import dev.baton.Refusal;
import java.util.List;

/** Why an export cannot be had. */
public final class ExportRefusals {

    private ExportRefusals() {}

    /** There is no such export, or it is another person's. */
    public static final class ExportUnknown extends Refusal {

        private static final long serialVersionUID = 1L;

        ExportUnknown() {
            super(Kind.UNKNOWN, "export.unknown");
        }
    }

    /** Its file is not there yet, or not any more. */
    public static final class NoFile extends Refusal {

        private static final long serialVersionUID = 1L;

        NoFile(String state) {
            super(Kind.CONFLICT, "export.no-file." + state);
        }
    }

    /** Exports are made in other forms. */
    public static final class FormUnknown extends Refusal {

        private static final long serialVersionUID = 1L;

        FormUnknown() {
            super(Kind.WRONG_CONTENT, List.of(Fault.of("form", "export.form-unknown")), "export.form-unknown");
        }
    }

    /** The person has as many exports waiting as one may have. */
    public static final class TooManyWaiting extends Refusal {

        private static final long serialVersionUID = 1L;

        TooManyWaiting(int most) {
            super(Kind.TOO_MANY, "export.too-many", most);
        }
    }

    /** The trail has more entries than are put on paper. */
    public static final class TooLongForPaper extends Refusal {

        private static final long serialVersionUID = 1L;

        TooLongForPaper(long entries, int most) {
            super(Kind.WRONG_CONTENT, "export.too-long-for-paper", entries, most);
        }
    }

    /** It was cancelled while it was made. */
    static final class Cancelled extends Refusal {

        private static final long serialVersionUID = 1L;

        Cancelled() {
            super(Kind.CONFLICT, "export.no-file.cancelled");
        }
    }
}
