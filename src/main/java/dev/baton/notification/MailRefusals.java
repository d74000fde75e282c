package dev.baton.notification;

import dev.baton.Refusal;
import java.util.List;

/** What this module refuses about mail. */
public final class MailRefusals {

    private MailRefusals() {}

    /** A choice that cannot be read. */
    public static final class WishRefused extends Refusal {

        private static final long serialVersionUID = 1L;

        WishRefused(List<Fault> faults) {
            super(Kind.WRONG_CONTENT, faults, "mail.wish-refused");
        }
    }

    /** No mail has such a link. */
    public static final class LinkUnknown extends Refusal {

        private static final long serialVersionUID = 1L;

        LinkUnknown() {
            super(Kind.UNKNOWN, "mail.off.unknown");
        }
    }
}
