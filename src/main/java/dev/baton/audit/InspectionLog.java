package dev.baton.audit;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The door through which each look of an auditor comes into the trail, before it is answered. */
@Service
public class InspectionLog {

    private final AuditTrail trail;

    InspectionLog(AuditTrail trail) {
        this.trail = trail;
    }

    /**
     * Notes what the current actor is about to be shown: one entry for each page or call.
     *
     * @param address the path, without its query
     * @param query what was asked for, or null
     * @param transfer the transfer it belongs to, where there is one
     * @param item the item it belongs to, where there is one
     */
    @Transactional
    public void viewed(String address, @Nullable String query, @Nullable UUID transfer, @Nullable UUID item) {
        var changes =
                query == null ? java.util.List.<FieldChange>of() : java.util.List.of(FieldChange.set("query", query));
        trail.record("viewed", new TrailRef("page", address, address, transfer, item, null), changes);
    }
}
