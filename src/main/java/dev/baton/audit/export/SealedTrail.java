package dev.baton.audit.export;

import dev.baton.audit.TrailFilter;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;

/** The sealed trail as an export reads it. */
public interface SealedTrail extends Notary {

    /** The ledger's identifier. */
    UUID ledger();

    /** The last entry of an export's act, once it is sealed; waits for that. */
    SealedEntry sealed(UUID export, String act);

    /** How many entries {@link #entries} would hand over. */
    long count(Range range);

    /** Hands over the entries one by one, in the order of the ledger, as the transaction at hand sees them. */
    void entries(Range range, Consumer<SealedEntry> entries);

    /**
     * Which entries are asked for.
     *
     * @param people user names whose failed signings belong to the transfer
     * @param withheld fields, as {@code recordType.field}, whose values the reader may not know
     * @param last number of the last leaf
     */
    record Range(UUID transfer, Set<String> people, TrailFilter filter, Set<String> withheld, long last) {}
}
