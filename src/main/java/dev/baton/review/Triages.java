package dev.baton.review;

import dev.baton.ReadOnce;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.jpa.repository.JpaRepository;
import org.springframework.data.jpa.repository.Query;

/** All triages. */
interface Triages extends JpaRepository<Triage, UUID> {

    /** The triage of one version, or empty while it is open. */
    @ReadOnce
    Optional<Triage> findByItemIdAndItemVersion(UUID itemId, int itemVersion);

    List<Triage> findByTransferId(UUID transferId);

    /** The triages of a transfer with one of these outcomes whose hold was not lifted. */
    @Query("select t from Triage t where t.transferId = ?1 and t.outcome in ?2 and not exists (select l from HoldLift l"
            + " where l.itemId = t.itemId and l.itemVersion = t.itemVersion)")
    List<Triage> findOnHold(UUID transferId, List<String> outcomes);
}
