package dev.baton.handover;

import dev.baton.transfer.TransferId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.data.jpa.repository.JpaRepository;

/** All deviations, replaced records included. */
interface DeviationLog extends JpaRepository<Deviation, UUID> {

    /** Oldest first. */
    List<Deviation> findByTransferIdOrderByRecordedAt(UUID transferId);

    /** The latest record of each reference, by reference. */
    default Map<String, Deviation> standing(TransferId transfer) {
        var latest = new LinkedHashMap<String, Deviation>();
        findByTransferIdOrderByRecordedAt(transfer.value()).forEach(one -> latest.put(one.reference(), one));
        return latest;
    }
}
