package dev.baton.notification;

import dev.baton.Refusal;
import java.util.UUID;

/** No such notice, or somebody else's. */
public final class NoticeUnknown extends Refusal {

    private static final long serialVersionUID = 1L;

    NoticeUnknown(UUID id) {
        super(Kind.UNKNOWN, "notice.unknown", id);
    }
}
