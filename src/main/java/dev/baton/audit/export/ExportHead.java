package dev.baton.audit.export;

import dev.baton.audit.ledger.CanonicalJson;
import java.time.Instant;
import java.util.SortedMap;
import java.util.UUID;

/**
 * What an export is of.
 *
 * @param ledger the ledger's identifier
 * @param filter names and values of the filters in force; empty for a complete export
 * @param by user name of whom it is made for
 */
public record ExportHead(
        UUID export, UUID ledger, UUID transfer, SortedMap<String, String> filter, Instant at, String by) {

    /** Whether nothing of the transfer's trail is left out. */
    public boolean isComplete() {
        return filter.isEmpty();
    }

    /** The filter as canonical JSON. */
    String filterJson() {
        var json = new CanonicalJson();
        filter.forEach(json::member);
        return json.end();
    }
}
