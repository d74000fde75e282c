package dev.baton.audit;

import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** What the trail must know of transfers: who may read, and what to call them. Implemented where transfers live. */
public interface TrailAccess {

    /**
     * Passes when the current actor may read the transfer's trail: quality, auditors and its lead.
     *
     * @throws dev.baton.Refusal as unknown when they may not know of the transfer, as not theirs when they may
     */
    void requireReading(UUID transfer);

    /** As {@link #requireReading}, for taking the trail out: quality and auditors. */
    void requireExport(UUID transfer);

    /** Headings and values that head the workbook, in order. */
    Map<String, String> facts(UUID transfer);

    /** User names of the team, whose failed signings belong to the transfer's trail. */
    Set<String> people(UUID transfer);

    /** Fields, as {@code recordType.field}, whose values the current actor may not read. */
    Set<String> withheld(UUID transfer);
}
